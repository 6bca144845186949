"""Know by its signs when the text of a PDF came out broken."""

from __future__ import annotations

import re

# Fewer words prove nothing.
LEAST_WORDS = 40
LETTER_WORDS = 0.2
WIDEST_WORD = 25
WIDE_WORDS = 0.1
UNREADABLE = 0.01
# What stands for a glyph without a letter: "(cid:12)", private use, U+FFFD.
GLYPH = re.compile(r"\(cid:\d{1,6}\)|[\ue000-\uf8ff\ufffd]")
SINGLE = re.compile(r"[^\W\d_]")


def signs(text: str) -> list[str]:
    """Return what is wrong with *text*, in words for the reader; nothing if it looks sound."""
    words = text.split()
    found: list[str] = []
    glyphs = len(GLYPH.findall(text))
    if glyphs > max(2, UNREADABLE * len(words)):
        found.append("letters that its fonts do not name")
    if len(words) < LEAST_WORDS:
        return found
    if sum(SINGLE.fullmatch(word) is not None for word in words) > LETTER_WORDS * len(words):
        found.append("many words of one letter")
    # What is written without spaces, as Chinese is, is no sign.
    spaced = [word for word in words if word[:1] < "\u0e00"]
    wide = sum(len(word) > WIDEST_WORD and "/" not in word for word in spaced)
    if wide > WIDE_WORDS * len(words):
        found.append("words without spaces between them")
    return found
