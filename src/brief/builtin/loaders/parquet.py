"""Load articles from Parquet: a record a row, read as a stream."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from brief.article import Article
from brief.contracts import Context
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.loading.reading import STDIN, digest, opened, take
from brief.model import Failure
from brief.value import value

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch
    from pyarrow.parquet import ParquetFile

MAGIC = b"PAR1"
SUFFIXES = (".parquet", ".pq")
MISSING = "Parquet files need pyarrow: pip install 'brief-news[parquet]'"
# Rows in memory at a time: a file may name one text of 20 MB for each of a million rows.
ROWS = 16
BUFFER = 1_000_000
# A file on standard input cannot be read from its end, where its index stands, so it is held.
LARGEST_STREAM = 200_000_000
SHOWN = 8


@value
class Parquet:
    """Reads the rows of a Parquet file as a stream; columns are named as in JSON records.

    Only columns that tell text, title, byline, outlet, date, address or language are read;
    `docs/inputs.md` has the names. A row that is no article is a failure, and the next is read.
    """

    def __call__(self, source: str, _context: Context) -> Iterator[Article | Failure]:
        """Yield the article or the failure of each row, numbered from 1.

        Raises `LoadError` for a file that is no Parquet, or has no column of text. An
        article's `source_sha256` is that of its row, written as JSON.
        """
        with opened(source) as stream:
            yield from _articles(stream, source)


def accepts_parquet(source: str, first_bytes: bytes) -> bool:
    """Tell whether *source* is a .parquet or .pq file, or begins like one and has no suffix."""
    if "://" in source:
        return False
    suffix = os.path.splitext(source)[1].lower()  # noqa: PTH122  # a name, not a path to a file
    return suffix in SUFFIXES or (not suffix and first_bytes.startswith(MAGIC))


def _articles(stream: BinaryIO, source: str) -> Iterator[Article | Failure]:
    """Yield what each row of *stream* holds."""
    from brief.loading.record import article_of

    number = 0
    try:
        file = _opened(stream, source)
        for row in _rows(file, _columns(file, source)):
            number += 1
            try:
                if isinstance(row, Exception):
                    raise LoadError(f"a row that cannot be read ({' '.join(str(row).split())})")
                yield article_of(row, source, number, digest(_written(row)))
            except LoadError as error:
                yield Failure(f"{source}#{number}", "load", str(error))
    except (OSError, ValueError) as error:  # pyarrow's own are derived from these
        what = " ".join(str(error).split())[:200]
        if not number:
            raise LoadError(f"{source}: no Parquet file, or a damaged one ({what})") from error
        yield Failure(source, "load", f"damaged behind row {number} ({what}); get it again")
    if not number:
        yield Failure(source, "load", EMPTY)


def _opened(stream: BinaryIO, source: str) -> ParquetFile:
    """Return *stream* as a file whose columns are read piece by piece."""
    try:
        from pyarrow.parquet import ParquetFile  # an extra, and slow: 0.1 s
    except ImportError as error:
        raise LoadError(f"{source}: {MISSING}") from error
    if source == STDIN:
        from io import BytesIO

        advice = "save it to a file and name that"
        stream = BytesIO(take(stream, source, LARGEST_STREAM, advice))
    return ParquetFile(stream, buffer_size=BUFFER, pre_buffer=False)


def _columns(file: ParquetFile, source: str) -> list[str]:
    """Return the columns that tell of an article. Raises `LoadError` where none holds text."""
    from brief.loading import exports, fields

    texts = {"text", *exports.TEXTS}
    facts = (fields.TITLES, fields.BYLINES, fields.OUTLETS, fields.TIMES, fields.ADDRESSES)
    told = {"id", "dategmt", *fields.LANGUAGES.split()}.union(*(each.split() for each in facts))
    names = {name: fields.plain_name(name) for name in file.schema_arrow.names}
    if not texts.intersection(names.values()):
        have = ", ".join(f"{name[:30]!r}" for name in list(names)[:SHOWN])
        raise LoadError(f"{source}: no column of text such as 'text' or 'content'; it has {have}")
    return [name for name, plain in names.items() if plain in texts or plain in told]


def _rows(file: ParquetFile, columns: list[str]) -> Iterator[Mapping[str, object] | Exception]:
    """Yield the rows of *file*, or why one cannot be read."""
    for batch in file.iter_batches(ROWS, columns=columns, use_threads=False):
        even = _in_microseconds(batch)
        for place in range(even.num_rows):
            try:
                [row] = even.slice(place, 1).to_pylist()
                yield {name: _plain(each) for name, each in row.items() if each is not None}
            except (ValueError, LookupError, OverflowError) as error:
                yield error


def _in_microseconds(batch: RecordBatch) -> RecordBatch:
    """Return *batch* with its times as Python has them, which knows no billionths of a second."""
    import pyarrow as pa

    def even(kind: DataType) -> DataType:
        if pa.types.is_timestamp(kind) and kind.unit == "ns":
            return pa.timestamp("us", tz=kind.tz)
        return kind

    schema = pa.schema([field.with_type(even(field.type)) for field in batch.schema])
    return batch.cast(schema, safe=False)


def _plain(found: object) -> object:
    """Return a value as JSON would have it: a time written out, bytes as text."""
    if isinstance(found, date):
        return found.isoformat()
    return found.decode() if isinstance(found, bytes) else found


def _written(row: Mapping[str, object]) -> bytes:
    """Return *row* as JSON, for its digest."""
    import json  # known by now

    text = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return text.encode(errors="surrogatepass")
