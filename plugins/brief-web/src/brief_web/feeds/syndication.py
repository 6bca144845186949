"""Read RSS 0.9 to 2.0, RDF, Atom and CDF with feedparser, broken or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from threading import Lock
from typing import Any, TypeAlias

from brief import LoadError
from brief.loading.fields import learn

from .addresses import page_address
from .guard import guarded
from .kinds import root
from .markup import is_whole, paragraphs, title
from .model import Entry, Feed, Paragraphs
from .times import rfc3339

# What feedparser hands out: dictionaries of strings, lists and dictionaries.
Found: TypeAlias = Mapping[str, Any]

# feedparser fills a table of its class when it parses for the first time.
_ONE_AT_A_TIME = Lock()


def syndicated(text: str, url: str, most: int) -> Feed:
    """Return the feed whose XML is *text*, read from *url*, with *most* entries at most.

    Links are resolved against *url* and what the feed says of its base. Raises `LoadError`,
    without a source, for what is no feed, and for XML that could hold up a run.
    """
    parsed = _parsed(guarded(text, most), url)
    if not parsed["entries"]:
        _demand_feed(parsed, root(text)[1])
    feed: Found = parsed["feed"]
    name = _title(feed)
    return Feed("feed", name, tuple(_entries(parsed["entries"][:most], feed, name, url)))


def _demand_feed(parsed: Found, outermost: str) -> None:
    """Raise `LoadError` where there is no entry because it is no feed, or a broken one."""
    if not parsed["version"] and outermost != "channel":
        raise LoadError(f"no feed: RDF or XML of another kind, with <{outermost}> around it")
    if parsed["bozo"]:
        raise LoadError("a broken feed, in which no entry can be found")


def _parsed(text: str, url: str) -> Found:
    """Return what feedparser makes of *text*. It fetches nothing: it gets a stream."""
    import feedparser  # slow: 60 ms

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    with _ONE_AT_A_TIME:
        try:
            # Tags are taken out later, and with them what could be dangerous in them.
            found: Found = feedparser.parse(
                BytesIO(text.encode()),
                response_headers=headers,
                resolve_relative_uris=False,
                sanitize_html=False,
            )
        except (ValueError, LookupError, TypeError, AssertionError, RecursionError) as error:
            raise LoadError(f"no feed that can be read: {error or type(error).__name__}") from error
    return found


def _entries(found: list[Found], feed: Found, outlet: str, url: str) -> Iterator[Entry]:
    for number, each in enumerate(found, start=1):
        story, whole = _story(each)
        known = learn(
            {
                "title": _title(each),
                "authors": _authors(each) or _authors(feed),
                "outlet": title(_source(each), "text/html") or outlet,
                "language": (each.get("title_detail") or {}).get("language")
                or feed.get("language"),
            }
        )
        link = each.get("feedburner_origlink") or each.get("link") or ""
        yield Entry(
            number,
            known.title,
            page_address(str(link), str(feed.get("link") or url)),
            str(each.get("id") or ""),
            known.byline,
            known.outlet,
            known.language,
            _published(each),
            story,
            whole,
        )


def _story(entry: Found) -> tuple[Paragraphs, bool]:
    """Return the longest text of an entry, and whether it is whole."""
    texts = [(each, True) for each in entry.get("content") or ()]
    texts.append((entry.get("summary_detail") or {"value": entry.get("summary")}, False))
    best: Paragraphs = ()
    whole = False
    for each, content in texts:
        kind = str(each.get("type") or "text/html")
        if not kind.startswith(("text/", "application/xhtml")):
            continue
        story = paragraphs(str(each.get("value") or ""), kind)
        if sum(len(text) for text, _ in story) > sum(len(text) for text, _ in best):
            best, whole = story, is_whole(story, content=content)
    return best, whole


def _title(found: Found) -> str:
    detail = found.get("title_detail") or {}
    return title(str(found.get("title") or ""), str(detail.get("type") or "text/html"))


def _authors(found: Found) -> list[str]:
    """Return the names of the authors; an address alone is no name."""
    names = [str(each.get("name") or "") for each in found.get("authors") or ()]
    names = [*filter(None, names)] or [str(found.get("author") or "")]
    return [title(each, "text/html") for each in names if "@" not in each]


def _source(entry: Found) -> str:
    """Return the name of the outlet that an entry was taken over from."""
    source = entry.get("source")
    return str(source.get("title") or "") if isinstance(source, Mapping) else ""


def _published(entry: Found) -> str:
    """Return when an entry came out; when it was changed only where nothing else is said."""
    for name in ("published", "updated", "created"):
        if name in entry and (written := str(entry.get(name) or "")):
            return rfc3339(written, entry.get(f"{name}_parsed"))
    return ""
