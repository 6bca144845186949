"""Read what a feed, a list of feeds or a sitemap holds, and what the list leads to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief import Article, Failure, LoadError
from brief.loading.reading import digest

from .ahead import ahead
from .entries import articles_of_entries
from .reach import Reach, reason

if TYPE_CHECKING:
    from .feeds import Feed


def articles_of_feed(
    raw: bytes, reach: Reach, *, source: str, url: str = "", charset: str = "", encoding: str = ""
) -> Iterator[Article | Failure]:
    """Yield the articles of the feed *raw*, of each feed of a list, or of a sitemap's news.

    A feed without entries yields nothing: no news is no failure. Raises `LoadError` where
    *raw* is no feed.
    """
    from .feeds import entries_of  # only where a feed is read

    try:
        feed = entries_of(raw, url=url, charset=charset, encoding=encoding, most=reach.most)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    if feed.kind == "page":
        from .pages import article_of_page  # slow: trafilatura

        yield article_of_page(raw, source=source, url=url, charset=encoding or charset)
    elif feed.kind in ("opml", "index"):
        yield from _of_list(feed, source, reach)
    else:
        yield from articles_of_entries(feed, source, digest(raw), reach)


def _of_list(feed: Feed, source: str, reach: Reach) -> Iterator[Article | Failure]:
    """Yield the articles of each of the feeds that a list names, in order.

    The list itself is fetched from side by side. What one of them fails with is one failure.
    An index of sitemaps is one source, and has no more entries than one.
    """
    if not feed.feeds:
        raise LoadError(f"{source}: lists no feed")
    left = reach.most
    for address, got in ahead(reach.tried, feed.feeds):
        if isinstance(got, LoadError):
            yield Failure(address, "load", reason(got, address))
            continue
        try:
            for item in _of_member(
                got.raw, address, got.url, got.charset, reach._replace(most=left)
            ):
                left -= feed.kind == "index"
                yield item
        except LoadError as error:
            yield Failure(address, "load", reason(error, address))
        if not left:
            return


def _of_member(
    raw: bytes, address: str, url: str, charset: str, reach: Reach
) -> Iterator[Article | Failure]:
    """Yield the articles of one feed of a list. Raises `LoadError` for what is none."""
    from .feeds import entries_of

    feed = entries_of(raw, url=url, charset=charset, most=reach.most)
    if feed.kind == "page":
        raise LoadError("a page, not a feed")
    if feed.kind in ("opml", "index"):
        raise LoadError("a list inside a list; name it by itself")
    yield from articles_of_entries(feed, address, digest(raw), reach)
