"""Read feeds (RSS, Atom, JSON Feed) and lists of them (OPML, sitemaps), without any network."""

from __future__ import annotations

from brief import LoadError
from brief.loading.decode import decode

from .decoding import text_of, unpacked
from .kinds import kind_of, root
from .model import Entry, Feed

__all__ = ["LARGEST", "Entry", "Feed", "entries_of", "kind_of"]

LARGEST = 16_000_000
MOST_ENTRIES = 50


def entries_of(
    raw: bytes, *, url: str = "", charset: str = "", encoding: str = "", most: int = MOST_ENTRIES
) -> Feed:
    """Return what the feed, list of feeds or sitemap *raw* holds: *most* entries, each once.

    *url* is where it was read from, and what links are relative to; *charset* is the server's
    word on its encoding, *encoding* the user's, which counts. Entries are in the feed's order.
    A page has the kind "page" and nothing else. Raises `LoadError`, without a source, for
    what is none of these, and for what passes a cap.
    """
    raw = unpacked(raw, LARGEST)
    text, notices = decode(raw, encoding) if encoding else text_of(raw, charset)
    text = text.removeprefix("\ufeff").lstrip()
    if not text:
        raise LoadError("empty: no feed in it")
    feed = _read(text, url, most)
    return feed._replace(entries=tuple(_each_once(feed.entries)[:most]), notices=notices)


def _read(text: str, url: str, most: int) -> Feed:
    """Return the feed that *text* is, by its outermost element."""
    # Each module when it is needed: feedparser's are slow to import.
    if text.startswith("{"):
        from .json_feed import json_feed

        return json_feed(text, url, 2 * most)
    kind, name = root(text)
    if kind == "page":
        return Feed("page")
    if kind == "feed":
        from .syndication import syndicated

        # Those that come twice are left out below.
        return syndicated(text, url, 2 * most)
    from .lists import feeds_of_opml, news_of_sitemap, sitemaps_of_index

    if kind == "opml":
        return feeds_of_opml(text)
    if kind == "index":
        return sitemaps_of_index(text, url)
    if kind == "sitemap":
        return news_of_sitemap(text, url, 2 * most)
    what = f"its outermost tag is <{name[:40]}>" if name else "there is no tag in it"
    raise LoadError(f"no feed: {what}; brief reads RSS, Atom, JSON Feed, OPML and news sitemaps")


def _each_once(entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the entries without those that were there before, by address, id or words."""
    found: dict[object, Entry] = {}
    for each in entries:
        found.setdefault(each.url or each.guid or (each.title, each.story), each)
    return list(found.values())
