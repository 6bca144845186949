"""Know a feed, a list of feeds, a sitemap or a page by how its bytes begin."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from .model import Kind
from .scan import local, tags

ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "channel": "feed",
    "opml": "opml",
    "urlset": "sitemap",
    "sitemapindex": "index",
    "html": "page",
}
PAGE_PARTS = ("head", "body")
JSON_FEED = b"jsonfeed.org/version/"
# A server's warnings, and instructions, may stand above the root.
LOOKED_THROUGH = 16_384
MOST_ABOVE = 40


def kind_of(first_bytes: bytes) -> Kind:
    """Return what begins like *first_bytes*; "" for what is none of the kinds."""
    head = _narrow(first_bytes[:LOOKED_THROUGH])
    if head.startswith(b"{"):
        return "json" if JSON_FEED in head.replace(b"\\/", b"/") else ""
    if not head.startswith(b"<") and b"<?xml" not in head[:2000]:
        return ""
    return root(head.decode("latin-1"))[0]


def root(text: str) -> tuple[Kind, str]:
    """Return the kind that the outermost element of *text* tells, and that element's name."""
    if text.lstrip("\ufeff \t\r\n")[:14].casefold() == "<!doctype html":
        return "page", "html"
    first = ""
    for count, tag in enumerate(tags(text[:LOOKED_THROUGH])):
        name = local(tag)
        first = first or name
        if name in ROOTS:
            return ROOTS[name], name
        if name in PAGE_PARTS:
            return "page", name
        if count == MOST_ABOVE:
            break
    return "", first


def _narrow(head: bytes) -> bytes:
    """Return *head* without its mark, and without the NULs of wide encodings."""
    for mark in (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()
