"""Find out what a page is written in, and decode it: as browsers do, and by a guess at the end."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from brief.loading.decode import MARKS, decode, demand_text, sound

if TYPE_CHECKING:
    from brief import Notice

DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.I
)
XML_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", re.I
)
# What labels mean on the web (WHATWG Encoding Standard, 2024), where Python means something else.
LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-user-defined": "cp1252",
    "unicode-1-1-utf-8": "utf-8",
    "utf8": "utf-8",
    # A page that names a wide encoding in letters one byte wide is not in it.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
LOOKED_AT = 4096


def text_of(raw: bytes, charset: str = "") -> tuple[str, tuple[Notice, ...]]:
    """Return the text of the page *raw*, and notices on how its encoding was found out.

    A byte order mark decides, then *charset* of the server, then what the page declares in
    its first 4,096 bytes, each only where the bytes fit; then UTF-8, then a guess (B101).
    A wrong byte or two in a declared encoding become U+FFFD, as in browsers. Raises `LoadError`
    for what is no text.
    """
    if any(raw.startswith(mark) for mark, _ in MARKS):
        return _sound(*decode(raw))
    demand_text(raw)
    labels = [_codec(charset), *_declared(raw)]
    if b"\0" in raw:
        return _sound(*decode(raw))
    for name in ["utf-8", *labels] if "utf-8" in labels or not any(labels) else labels:
        if name and (text := _fits(raw, name)) is not None:
            return _sound(text, ())
    for name in labels:
        if name and _nearly(mended := raw.decode(name, "replace")):
            return _sound(mended, ())
    return _sound(*decode(raw))


def _declared(raw: bytes) -> list[str]:
    """Return the codecs that the page *raw* declares."""
    head = raw[:LOOKED_AT]
    found = [match[1].decode() for match in DECLARED.finditer(head)][:2]
    xml = XML_DECLARED.match(head.lstrip())
    return [_codec(label) for label in (*found, *([xml[1].decode()] if xml else []))]


def _codec(label: str) -> str:
    """Return the Python codec for the *label* of an encoding on the web; empty for none."""
    plain = label.strip().strip("\"'").lower()
    name = LABELS.get(plain, plain)
    try:
        # Codecs that make no text ("rot13", "base64") are for nobody's page.
        return codecs.lookup(name).name if name and b"a".decode(name) == "a" else ""
    except (LookupError, ValueError, TypeError):
        return ""


def _fits(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeError:
        return None


def _nearly(text: str) -> bool:
    """Tell whether few enough bytes did not fit: one in a thousand."""
    return text.count("\ufffd") * 1000 <= len(text)


def _sound(text: str, notices: tuple[Notice, ...]) -> tuple[str, tuple[Notice, ...]]:
    text, mended = sound(text.removeprefix("\ufeff"))
    return text, (*notices, *mended)
