"""Guess the 8-bit encoding of text that is not UTF-8, Western European first."""

from __future__ import annotations

import re

from brief.errors import LoadError

SAMPLE = 50_000

# The letters beyond ASCII of one Western language, as cp1252 reads them. Text whose every
# such letter belongs to one of them is that language: statistics alone take short Western
# texts for Baltic, Turkish or DOS ones.
WESTERN = (
    "äöüßÄÖÜ",  # German
    "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ",  # French
    "áéíñóúüÁÉÍÑÓÚÜªº",  # Spanish
    "áâãàçéêíóôõúüÁÂÃÀÇÉÊÍÓÔÕÚªº",  # Portuguese
    "àèéìíòóùúÀÈÉÌÒÓÙ",  # Italian
    "àçèéíïòóúüÀÇÈÉÍÏÒÓÚÜ",  # Catalan
    "åäöéÅÄÖÉ",  # Swedish, Finnish
    "æøåéóèêÆØÅÉ",  # Danish, Norwegian
    "áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ",  # Icelandic
    "éëïöüóèáÉ",  # Dutch
)
# English with foreign names: any of them, as long as they are few (Polish has 7 in 100).
NAMES = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÁÅÄÇÉÍÑÓÖØÚÜ")
MARKS = frozenset("‘’“”„‚«»‹›–—…•·€£¥§©®™°±²³¹¼½¾×¿¡ª\xa0\xad´†‡")
# Signs inside or after words, as the Polish "był" becomes "by³". After one or two letters
# they are units: "km²", "m³".
SIGN_IN_WORD = re.compile(r"[a-zA-Z](?:[¹²³¼½¾¿¡ª£¥§±†‡„‚][a-z]|[a-z][a-z][¹²³¿¡£¥])")

# What news is written in, besides; without the list rare encodings win short texts.
OTHERS = (
    "cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1252 koi8_r koi8_u "
    "gb18030 big5 shift_jis euc_jp euc_kr"
)


def guess(raw: bytes) -> str:
    """Return the Python codec name that *raw*, which is not UTF-8, is most likely in.

    Raises `LoadError` where nothing fits.
    """
    western = _read(raw, "cp1252")
    if western and _is_western(western):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow: 30 ms, and seldom needed

    matches = from_bytes(_sample(raw), cp_isolation=OTHERS.split(), enable_fallback=False)
    for name in [match.encoding for match in matches]:
        if _read(raw, name):
            return name
    raise LoadError("cannot tell its encoding; name it with --encoding")


def _sample(raw: bytes) -> bytes:
    """Return the lines of *raw* from the first that is not ASCII, cut off between two lines."""
    first = re.search(rb"[\x80-\xff]", raw)
    start = raw.rfind(b"\n", 0, first.start()) + 1 if first else 0
    end = start + SAMPLE
    return (
        raw[start:end] if end > len(raw) else raw[start : raw.rfind(b"\n", start, end) + 1 or end]
    )


def _is_western(text: str) -> bool:
    """Tell whether *text*, which was read as cp1252, is of one Western language."""
    high = {each for each in text if not each.isascii()} - MARKS
    if any(high <= set(letters) for letters in WESTERN):
        return True
    count = sum(each in high for each in text)
    return high <= NAMES and count * 50 < len(text)


def _read(raw: bytes, name: str) -> str:
    """Return the text of *raw* in the encoding *name*, or nothing where it makes none."""
    try:
        text = raw.decode(name)
    except UnicodeDecodeError:
        return ""
    return "" if SIGN_IN_WORD.search(text) else text
