"""Where a page belongs: its own address, and its language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .data import is_article, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from .data import Node
    from .tags import Tags

LONGEST = 2000


def address_of(tags: Tags, url: str) -> str:
    """Return the address the page gives for itself if it is of the same site as *url*, else *url*.

    Without a *url* (a saved page) that address, if it is a whole one.
    """
    for said in (tags.link("canonical"), tags.first("og:url")):
        try:
            address = urljoin(url, said)[:LONGEST] if said else ""
            parts, own = urlsplit(address), urlsplit(url)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname or " " in address:
            continue
        if url and _site(parts.hostname) != _site(own.hostname or ""):
            continue
        # The front page is no article's own address: some sites give it for all of theirs.
        if parts.path in ("", "/") and own.path not in ("", "/"):
            continue
        return address
    return url


def language_of(tree: _Element, tags: Tags, nodes: Sequence[Node]) -> str:
    """Return the language the page says it is in ("en-GB"); empty where it does not say."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    told = [root.get("lang") or root.get("xml:lang") or ""]
    told += [line(node, "inLanguage") for node in nodes if is_article(node)]
    told += [tags.first("og:locale", "content-language", "dc.language", "language")]
    return next((each.strip() for each in told if each.strip()), "")


def _site(host: str) -> str:
    """Return *host* without what newspapers put in front of it for readers on the move."""
    host = host.lower().rstrip(".")
    for front in ("www.", "m.", "amp.", "mobile."):
        host = host.removeprefix(front)
    return host
