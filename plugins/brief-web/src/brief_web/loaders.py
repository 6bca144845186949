"""The loaders `page`, `feed` and `web`: what each takes, and its options."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief import Article, ConfigError, Context, Failure, LoadError
from brief.loading.reading import STDIN, opened, take
from brief.value import value

if TYPE_CHECKING:
    from .reach import Reach

PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht")
ARCHIVES = (".mhtml", ".mht")
FEEDS = (".xml", ".rss", ".atom", ".rdf", ".cdf", ".opml")
LARGEST = 25_000_000


@value
class Page:
    """Reads a saved web page (HTML, MHTML) as one article.

    *encoding* is a Python codec name; empty finds it out.
    """

    encoding: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for an unknown *encoding* before any file is read."""
        _check_codec(self.encoding)

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article. Raises `LoadError` where there is none in the page."""
        from .pages import article_of_page  # slow: trafilatura

        raw = _taken(source, "save the page without its pictures")
        url = charset = ""
        if _suffix(source) in ARCHIVES:
            from .saved import page_in

            try:
                raw, url, charset = page_in(raw)
            except LoadError as error:
                raise LoadError(f"{source}: {error}") from error
        yield article_of_page(raw, source=source, url=url, charset=self.encoding or charset)


@value
class _Fetching:
    """The options of what may fetch: of how many entries the pages, from whom, and whether."""

    max_entries: int = 50
    pages: bool = True
    permitted: tuple[str, ...] = ()
    ca_file: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for options out of range before anything is read."""
        if self.max_entries < 1:
            raise ConfigError(f"max_entries is 1 or more, not {self.max_entries}")

    def _reach(self, context: Context) -> Reach:
        from .reach import Reach

        return Reach(context, self.max_entries, self.pages, self.permitted, self.ca_file)


@value
class Feeds(_Fetching):
    """Reads a feed, a list of feeds (OPML) or a sitemap of news from a file.

    *max_entries* (1 or more) are read of each feed. With *pages*, the page of an entry is
    fetched where the feed holds only a teaser; *permitted* names private networks that it may
    be on ("10.1.2.0/24"), *ca_file* a file with certificates that are trusted. *encoding* is a
    Python codec name; empty finds it out.
    """

    encoding: str = ""

    def __post_init__(self) -> None:
        """Raise `ConfigError` for options out of range before any file is read."""
        _Fetching.__post_init__(self)
        _check_codec(self.encoding)

    def __call__(self, source: str, context: Context) -> Iterator[Article | Failure]:
        """Yield the articles, in the feed's order. Raises `LoadError` for what is no feed."""
        from .sources import articles_of_feed

        raw = _taken(source, "name the addresses that you want")
        yield from articles_of_feed(
            raw, self._reach(context), source=source, encoding=self.encoding
        )


@value
class Web(_Fetching):
    """Fetches a web address, and reads the page, feed, document, text or JSON it finds there.

    The options are those of `Feeds`, but for *encoding*: a server says its own.
    """

    def __call__(self, source: str, context: Context) -> Iterator[Article | Failure]:
        """Yield what is found there. Raises `LoadError` where nothing can be had or read."""
        from .answers import articles_of_answer
        from .reach import reason

        reach = self._reach(context)
        got = reach.tried(source)
        if isinstance(got, LoadError):
            raise LoadError(f"{source}: {reason(got, source)}")
        yield from articles_of_answer(got, source, reach)


def accepts_page(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a saved page, or standard input that begins like one."""
    if source == STDIN:
        return _kind(first_bytes) == "page"
    return _suffix(source) in PAGES and "://" not in source


def accepts_feed(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a feed, a list of feeds or a sitemap, by name or first bytes."""
    if source == STDIN:
        return _kind(first_bytes) not in ("", "page")
    if "://" in source:
        return False
    suffix = _suffix(source)
    return suffix in FEEDS or (suffix == ".json" and _kind(first_bytes) == "json")


def accepts_web(source: str, _first_bytes: bytes) -> bool:
    """Tell whether *source* is an address that begins with http:// or https://."""
    return source[:8].lower().startswith(("http://", "https://"))


def _kind(first_bytes: bytes) -> str:
    from .feeds.kinds import kind_of  # only where a name does not tell

    return kind_of(first_bytes)


def _suffix(source: str) -> str:
    return os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, or "-", or a URL


def _taken(source: str, advice: str) -> bytes:
    with opened(source) as stream:
        return take(stream, source, LARGEST, advice)


def _check_codec(encoding: str) -> None:
    from brief.loading.decode import check_codec  # known by now, in any run that reads

    check_codec(encoding)
