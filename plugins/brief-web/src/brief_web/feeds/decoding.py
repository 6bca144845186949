"""Turn the bytes of a feed into text, whatever its server and its first line say they are."""

from __future__ import annotations

import codecs
import re

from brief import LoadError, Notice
from brief.loading.decode import MARKS, decode

DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
HEAD = 400
# What the names mean in practice (WHATWG Encoding Standard, section 4.2).
MEANT = {"iso8859-1": "cp1252", "ascii": "", "gb2312": "gb18030"}
# How a feed begins in encodings that are wide and have no mark (XML 1.0, appendix F).
WIDE = (
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0<\0?", "utf-16-be"),
    (b"<\0?\0", "utf-16-le"),
)
# Bytes of these look like ASCII and are not.
SEVEN_BITS = ("iso2022", "hz", "utf-7")


def text_of(raw: bytes, charset: str = "") -> tuple[str, tuple[Notice, ...]]:
    """Return the text of *raw*, with notice B101 where its encoding was worked out.

    A byte order mark decides; then what is UTF-8 is UTF-8, for servers and files often say
    something else; then *charset* (the server's word) and the declaration count. Raises
    `LoadError`, without a source, for bytes that are no text.
    """
    if any(raw.startswith(mark) for mark, _ in MARKS):
        return decode(raw)
    for start, name in WIDE:
        if raw.startswith(start):
            return decode(raw, name)
    # One that slipped into a text, for such a text is not wide.
    raw = raw.replace(b"\0", b"")
    declared = DECLARED.search(raw[:HEAD])
    names = [_codec(charset), _codec(declared[1].decode() if declared else "")]
    stateful = [name for name in names if name.startswith(SEVEN_BITS)]
    for name in (*stateful, "utf-8", *names):
        try:
            if name:
                return raw.decode(name), ()
        except UnicodeError:
            continue
    text, notices = decode(raw)
    return text, notices or (Notice("B101", "not in the encoding that it declares"),)


def _codec(name: str) -> str:
    """Return the Python codec that is meant by *name*, or nothing if there is none."""
    try:
        found = codecs.lookup(name.strip()).name
        b"a".decode(found)
    except UnicodeError:
        return found
    except (LookupError, ValueError):
        return ""
    return MEANT.get(found, found)


def unpacked(raw: bytes, most: int) -> bytes:
    """Return *raw*, unpacked if it is a gzip file (`sitemap.xml.gz`), *most* bytes at most.

    Raises `LoadError`, without a source, for a damaged one, and for more.
    """
    if len(raw) > most:
        raise LoadError(f"larger than {most // 1_000_000} MB")
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    import zlib  # few sitemaps are packed

    try:
        unpacking = zlib.decompressobj(wbits=31)
        made = unpacking.decompress(raw, most + 1)
    except zlib.error as error:
        raise LoadError(f"a damaged gzip file: {error}") from error
    if len(made) > most:
        raise LoadError(f"larger than {most // 1_000_000} MB when it is unpacked")
    if not unpacking.eof:
        raise LoadError("a damaged gzip file: it breaks off")
    return made
