"""Load the pages of a web archive (WARC) one after the other, each with the address it had."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief import Article, Context, Failure, LoadError
from brief.inputs import EMPTY
from brief.loading.reading import opened
from brief.value import value

if TYPE_CHECKING:
    from typing import BinaryIO

    from fastwarc import WarcRecord

SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
MAGIC = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml")
# A page is cut at so many bytes, counted after it was unpacked, and then refused as too large.
LARGEST = 20_000_000
# Answers with a page that was asked for.
FOUND = (200, 203)
MISSING = "WARC files need fastwarc: pip install 'brief-web[warc]'"


@value
class Warc:
    """Reads a WARC file, packed or not, as a stream: an article for each page in it.

    What is no page, or was not found when it was fetched, is passed over. A page without an
    article is a failure, and the next is read; pages are numbered from 1.
    """

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article or the failure of each page, as they are read.

        Raises `LoadError` for a file that is no WARC.
        """
        try:
            import fastwarc  # noqa: F401  # an extra
        except ImportError as error:
            raise LoadError(f"{source}: {MISSING}") from error
        with opened(source) as stream:
            yield from _articles(stream, source)


def accepts_warc(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a .warc, .warc.gz or .warc.zst file, or begins like one.

    Standard input and a file without a suffix are told by their first bytes, unpacked.
    """
    if "://" in source:
        return False
    name = source.lower()
    if name.endswith(SUFFIXES):
        return True
    bare = not os.path.splitext(name)[1]  # noqa: PTH122  # a name, not a path to a file
    return bare and first_bytes.startswith(MAGIC)


def _articles(stream: BinaryIO, source: str) -> Iterator[Article | Failure]:
    number = 0
    pages = _pages(stream)
    while True:
        try:
            page = next(pages, None)
        except (OSError, ValueError) as error:
            # What has been read before stands; behind this nothing can be found again.
            if not number:
                raise LoadError(f"{source}: no WARC file, or a damaged one ({error})") from error
            yield Failure(source, "load", f"damaged behind page {number}: {error}; get it again")
            return
        if page is None:
            break
        number += 1
        yield _article(page, source, number)
    if not number:
        yield Failure(source, "load", EMPTY)


def _pages(stream: BinaryIO) -> Iterator[WarcRecord]:
    """Yield the records of *stream* that are pages. Raises `OSError` where it is damaged."""
    from fastwarc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    for record in ArchiveIterator(
        stream, record_types=kinds, parse_http=True, auto_decode="all", fsspec_args=False
    ):
        if record.record_type == WarcRecordType.resource:
            media_type = record.headers.get("Content-Type") or ""
        elif record.is_http_parsed and record.http_headers.status_code in FOUND:
            media_type = record.http_content_type or ""
        else:
            continue
        if media_type.partition(";")[0].strip().lower() in PAGES:
            yield record


def _article(record: WarcRecord, source: str, number: int) -> Article | Failure:
    """Return the article of a page, or why there is none."""
    from .pages import article_of_page

    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    try:
        raw = record.reader.read(LARGEST + 1)
        if not raw and record.content_length:
            raise LoadError("cut off: nothing of the page is left")
        if len(raw) > LARGEST:
            raise LoadError(f"a page larger than {LARGEST // 1_000_000} MB")
        charset = record.http_charset or "" if record.is_http_parsed else ""
        return article_of_page(raw, source=source, url=url, charset=charset, record=number)
    except (LoadError, OSError) as error:
        reason = str(error).removeprefix(f"{source}#{number}: ").removeprefix(f"{source}: ")
        return Failure(f"{source}#{number}", "load", reason)
