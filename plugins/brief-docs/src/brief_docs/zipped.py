"""Open what is a ZIP archive inside (DOCX, EPUB), and read its parts within bounds."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from brief import LoadError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

MOST_PARTS = 10_000
LARGEST_PART = 20_000_000
LARGEST = 200_000_000
# XML that declares entities of its own: documents of an office never do.
ENTITY = re.compile(rb"<!ENTITY|<\x00!\x00E\x00N|\x00<\x00!\x00E\x00N", re.IGNORECASE)
DEEPEST = 500


def opened_zip(raw: bytes) -> ZipFile:
    """Return the archive *raw*, after a look at what it would be unpacked.

    Raises `LoadError` (without the name of the source) for what is damaged, encrypted, or
    has more than 10,000 parts, or 200 MB of them. Nothing is unpacked, and no name in it is
    ever taken for a path.
    """
    from zipfile import BadZipFile, ZipFile  # a start needs none of it

    try:
        archive = ZipFile(BytesIO(raw))
        parts = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise LoadError("damaged: not a whole ZIP archive; get it again") from error
    if len(parts) > MOST_PARTS:
        raise LoadError(f"more than {MOST_PARTS:,} parts; no document has so many")
    if any(part.flag_bits & 1 for part in parts):
        raise LoadError("encrypted; save a copy without a password")
    if sum(part.file_size for part in parts) > LARGEST:
        raise LoadError(f"larger than {LARGEST // 1_000_000} MB when unpacked; save its text")
    return archive


def part(archive: ZipFile, name: str, most: int = LARGEST_PART) -> bytes:
    """Return the part *name*. Raises `LoadError` where there is none, or more than *most* bytes.

    What the archive says of sizes may be a lie, so no more is unpacked than that.
    """
    from zipfile import BadZipFile
    from zlib import error as zlib_error

    try:
        with archive.open(name) as stream:
            raw = stream.read(most + 1)
    except KeyError as error:
        raise LoadError(f"damaged: no part {name[:80]!r} in it; save it anew") from error
    except (BadZipFile, zlib_error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise LoadError(f"damaged in its part {name[:80]!r}; save it anew") from error
    if len(raw) > most:
        raise LoadError(f"its part {name[:80]!r} is larger than {most // 1_000_000} MB")
    return raw


def demand_plain(raw: bytes) -> None:
    """Raise `LoadError` for XML that declares entities, which may grow without bound."""
    if ENTITY.search(raw):
        raise LoadError("XML with entities of its own, which no document needs; save it anew")


def xml(raw: bytes) -> Element:
    """Return the root of the XML *raw*. Raises `LoadError` for what is none, or too deep."""
    from xml.etree.ElementTree import ParseError, iterparse  # no entities pass

    demand_plain(raw)
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(BytesIO(raw), ("start", "end")):  # noqa: S314
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise LoadError("XML nested too deeply for any document")
    except (ParseError, ValueError, LookupError) as error:
        raise LoadError("damaged: not well-formed XML; save it anew") from error
    if root is None:
        raise LoadError("damaged: an empty part; save it anew")
    return root
