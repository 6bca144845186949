"""Read JSON Feed, version 1 and 1.1 (jsonfeed.org, 2017 and 2020)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brief import LoadError
from brief.loading.fields import learn
from brief.loading.record import parsed

from .addresses import page_address
from .markup import is_whole, paragraphs, title
from .model import Entry, Feed, Paragraphs
from .times import rfc3339


def json_feed(text: str, url: str, most: int) -> Feed:
    """Return the JSON Feed *text*, read from *url*, with *most* entries at most.

    Raises `LoadError`, without a source, for what is no JSON or no feed.
    """
    feed = parsed(text)
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(feed, Mapping) or not isinstance(items, list):
        raise LoadError('no JSON Feed: it has no list of "items"')
    name = title(_text(feed, "title"), "text/plain")
    return Feed("json", name, tuple(_entries(items[:most], feed, name, url)))


def _entries(
    items: list[object], feed: Mapping[str, object], name: str, url: str
) -> Iterator[Entry]:
    for number, item in enumerate(items, start=1):
        entry = item if isinstance(item, Mapping) else {}
        story, whole = _story(entry)
        known = learn(
            {
                "title": title(_text(entry, "title"), "text/plain"),
                "authors": _authors(entry) or _authors(feed),
                "outlet": name,
                "language": entry.get("language") or feed.get("language"),
            }
        )
        yield Entry(
            number,
            known.title,
            page_address(_text(entry, "url") or _text(entry, "external_url"), url),
            str(entry.get("id") or ""),
            known.byline,
            known.outlet,
            known.language,
            rfc3339(_text(entry, "date_published") or _text(entry, "date_modified")),
            story,
            whole,
        )


def _story(entry: Mapping[str, object]) -> tuple[Paragraphs, bool]:
    """Return the text of an entry, HTML first, and whether it is whole."""
    for field, kind in (
        ("content_html", "text/html"),
        ("content_text", "text/plain"),
        ("summary", "text/plain"),
    ):
        if story := paragraphs(_text(entry, field), kind):
            return story, is_whole(story, content=field != "summary")
    return (), False


def _authors(found: Mapping[str, object]) -> list[object]:
    """Return the authors: a list since version 1.1, one before."""
    authors = found.get("authors")
    return (
        authors if isinstance(authors, list) and authors else [*filter(None, [found.get("author")])]
    )


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""
