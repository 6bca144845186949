"""Turn the bytes of an article into text: by its mark, as UTF-8, or by an open guess."""

from __future__ import annotations

import codecs
import re

from brief.article import Notice
from brief.errors import ConfigError, LoadError
from brief.near import did_you_mean

from . import DOCS

LARGEST = 20_000_000

COMMON = (
    "ascii big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 euc_jp euc_kr gb18030 "
    "iso8859-1 iso8859-2 iso8859-5 iso8859-15 koi8-r koi8-u latin-1 mac-roman shift_jis utf-8 "
    "utf-16 utf-16-be utf-16-le utf-32 windows-1250 windows-1251 windows-1252"
)

# The mark of UTF-32 begins like that of UTF-16, so it is asked for first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PACKED = "unpack it first"
CONVERT = "save it as plain text first"
READ = f"{DOCS} reads it, or save it as plain text"
BINARY = (
    (b"%PDF-", "a PDF", READ),
    (b"PK\x03\x04", "a ZIP archive or a document (DOCX, EPUB, ODT)", f"{DOCS} reads DOCX and EPUB"),
    (b"\xd0\xcf\x11\xe0", "an old office document (DOC, XLS)", CONVERT),
    (b"{\\rtf", "a rich text document (RTF)", CONVERT),
    (b"PAR1", "a Parquet file", "--loader parquet reads it"),
    (b"\x1f\x8b", "a gzip file", PACKED),
    (b"\xfd7zXZ\x00", "an xz file", PACKED),
    (b"(\xb5/\xfd", "a zstd file", PACKED),
    (b"7z\xbc\xaf", "a 7z archive", PACKED),
    (b"\x89PNG", "a PNG image", "brief reads text"),
    (b"\xff\xd8\xff", "a JPEG image", "brief reads text"),
    (b"GIF87a", "a GIF image", "brief reads text"),
    (b"GIF89a", "a GIF image", "brief reads text"),
    (b"\x7fELF", "a program", "brief reads text"),
    (b"SQLite format 3\x00", "an SQLite database", "brief reads text"),
)
SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes, encoding: str = "") -> tuple[str, tuple[Notice, ...]]:
    """Return the text of *raw*, and a notice where its encoding had to be guessed.

    *encoding* is a Python codec name; without one a byte order mark decides (which is no
    part of the text), then strict UTF-8, then a guess. Line ends stay as they are. Raises
    `ConfigError` for an unknown codec, `LoadError` (without the name of the source) for
    bytes that are no text or do not fit.
    """
    if encoding:
        check_codec(encoding)
        return _strictly(raw, encoding).removeprefix("\ufeff"), ()
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name, skipped=len(mark)), ()
    demand_text(raw)
    if b"\0" in raw:
        name = wide(raw)
        return _strictly(raw, name), (_assumed(name),)
    try:
        return raw.decode(), ()
    except UnicodeDecodeError:
        from .guess import guess  # only for what is not UTF-8

        name = guess(raw)
        return _strictly(raw, name), (_assumed(name),)


def check_codec(encoding: str) -> None:
    """Raise `ConfigError` unless *encoding* names a codec that makes text; empty is fine."""
    if not encoding:
        return
    try:
        b"a".decode(encoding)
    except UnicodeError:
        return  # half a letter, in wide encodings
    except (LookupError, ValueError) as error:
        near = did_you_mean(encoding, COMMON.split())
        raise ConfigError(f"no encoding {encoding!r}{near}") from error


def demand_text(raw: bytes) -> None:
    """Raise `LoadError` where *raw* begins like a file that holds no plain text."""
    for magic, what, way_out in BINARY:
        if raw.startswith(magic):
            raise LoadError(f"looks like {what}; {way_out}")
    if b"\0" in raw and not wide(raw):
        at = raw.index(b"\0")
        raise LoadError(f"looks like a binary file (NUL at byte {at}); brief reads text")


def wide(raw: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" where NULs stand at every other byte, else ""."""
    head = raw[: min(len(raw), 4096) & ~1]
    low, high = head[::2].count(0), head[1::2].count(0)
    if low > high * 20 and low * 4 > len(head):
        return "utf-16-be"
    return "utf-16-le" if high > low * 20 and high * 4 > len(head) else ""


def sound(text: str) -> tuple[str, tuple[Notice, ...]]:
    """Return *text* with U+FFFD for each half of a surrogate pair, and a notice if any was."""
    try:
        # What can be written has none, which takes a tenth of looking for some.
        text.encode()
    except UnicodeEncodeError:
        mended, count = SURROGATE.subn("\ufffd", text)
    else:
        return text, ()
    what = "half a character" if count == 1 else f"{count} half characters"
    return mended, (Notice("B102", f"{what} (lone surrogates) read as U+FFFD"),)


def _strictly(raw: bytes, name: str, *, skipped: int = 0) -> str:
    try:
        return raw.decode(name)
    except UnicodeError as error:
        place = f" at byte {error.start + skipped}" if isinstance(error, UnicodeDecodeError) else ""
        raise LoadError(f"not {name}{place}; try another --encoding") from error


def _assumed(name: str) -> Notice:
    return Notice("B101", f"no mark of its encoding: read as {name}; --encoding NAME overrides")
