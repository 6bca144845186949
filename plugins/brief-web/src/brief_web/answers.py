"""Read what a server has answered: by its bytes where they are clear, else by its media type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief import Article, Failure, LoadError
from brief.loading.reading import digest

from .feeds.kinds import kind_of
from .reach import Reach

if TYPE_CHECKING:
    from .fetching import Fetched

DOCUMENTS = (b"%PDF-", b"PK\x03\x04")
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "text/x-opml")
GZIP = b"\x1f\x8b"
HEAD = 4096


def articles_of_answer(got: Fetched, source: str, reach: Reach) -> Iterator[Article | Failure]:
    """Yield the articles of what was fetched: a page, a feed, a document, text or JSON.

    Servers call feeds pages and pages plain text, so the first bytes count before the media
    type. Raises `LoadError` for what is none of these.
    """
    from .pages import looks_like_page

    head = got.raw[:HEAD]
    kind = kind_of(got.raw)
    if _is_feed(got, kind):
        from .sources import articles_of_feed

        yield from articles_of_feed(got.raw, reach, source=source, url=got.url, charset=got.charset)
    elif head.startswith(DOCUMENTS):
        yield from _of_document(got, source)
    elif kind == "page" or "html" in got.media_type or looks_like_page(head):
        from .pages import article_of_page  # slow: trafilatura

        yield article_of_page(got.raw, source=source, url=got.url, charset=got.charset)
    elif "json" in got.media_type or (not got.media_type and head.lstrip()[:1] in (b"{", b"[")):
        yield from _of_json(got, source)
    elif got.media_type.startswith("text/") or not got.media_type:
        yield _of_text(got, source)
    else:
        raise LoadError(f"{source}: {got.media_type}, not an article; save it and convert it")


def _is_feed(got: Fetched, kind: str) -> bool:
    """Tell whether an answer is to be read as a feed, or refused as XML that is none."""
    if kind:
        return kind != "page"
    if got.raw.startswith(GZIP) or got.media_type in FEED_TYPES:
        return True
    is_xml = "xml" in got.media_type or got.raw[:HEAD].lstrip().startswith(b"<?xml")
    return is_xml and "html" not in got.media_type


def _of_document(got: Fetched, source: str) -> Iterator[Article | Failure]:
    """Yield the articles of a PDF or office document, by the plugin for them."""
    try:
        from brief_docs import articles_of
    except ImportError:
        raise LoadError(
            f"{source}: a document ({got.media_type or 'no media type'}); "
            "brief-docs reads it: pip install ./plugins/brief-docs"
        ) from None
    yield from articles_of(got.raw, source=source, media_type=got.media_type)


def _of_json(got: Fetched, source: str) -> Iterator[Article | Failure]:
    """Yield the articles of records as other tools export them."""
    from brief.loading.decode import decode
    from brief.loading.exports import wrapped
    from brief.loading.record import article_of, parsed

    try:
        text, notices = decode(got.raw, got.charset)
        value = wrapped(parsed(text))
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    many = isinstance(value, list)
    for number, each in enumerate(value if isinstance(value, list) else [value], start=1):
        record = number if many else None
        try:
            yield article_of(each, source, record, digest(got.raw), notices)
        except LoadError as error:
            yield Failure(f"{source}#{number}" if many else source, "load", str(error))


def _of_text(got: Fetched, source: str) -> Article:
    """Return the article of plain text, kept to the letter."""
    from brief.loading.decode import sound

    from .feeds.decoding import text_of

    try:
        text, notices = text_of(got.raw, got.charset)
    except LoadError as error:
        raise LoadError(f"{source}: {error}") from error
    text, mended = sound(text)
    return Article(
        id=got.url,
        source=source,
        text=text,
        url=got.url,
        sha256=digest(text.encode()),
        source_sha256=digest(got.raw),
        notices=(*notices, *mended),
    )
