"""Find characters that nobody sees and that change what is read, searched for or copied.

Left alone is what has its use: joiners in emoji and in Persian, Arabic and Indic words, marks
of direction in right-to-left text, soft hyphens, the flags of regions, and what stands between
words, where editors leave it by the thousand.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from .findings import Finding

CODE = "B503"
ODD = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Which change the order in which a line is read, whatever it is written in.
OVERRIDES = "\u202d\u202e"
# Which do so in text that has nothing from right to left.
REVERSING = "\u202b\u2067"
TAGS = re.compile("[\U000e0000-\U000e007f]{1,400}")
FLAG = "\U0001f3f4"
END_OF_FLAG = "\U000e007f"
# Between two letters of these, they part or join what is written as one word: Latin with its
# accents, Greek, Cyrillic, Armenian.
PLAIN = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u058f\u1e00-\u1fff]")
PARTING = (
    "\u034f\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
)
# As far as the word is looked for in which one stands.
REACH = 30
# A text may hold nothing else: the first so many are told, and as many hidden runs.
MOST = 1_000


def invisible(text: str) -> list[Finding]:
    """Return the invisible characters of *text* that are no part of honest writing.

    The span is the word that each stands in, so that there is something to see.
    """
    # A set of its characters tells sooner than a search: they reach beyond the 16-bit ones.
    if text.isascii() or _odd().isdisjoint(text):
        return []
    mirrored = RIGHT_TO_LEFT.search(text) is not None
    odd = (match for match in ODD.finditer(text) if _is_odd(text, match.start(), mirrored))
    found = [
        Finding(CODE, *_around(text, match.start()), _named(match[0]))
        for match in islice(odd, MOST)
    ]
    return sorted([*_hidden_tags(text), *found], key=lambda one: (one.start, one.end))


@cache
def _odd() -> frozenset[str]:
    return frozenset(filter(ODD.match, map(chr, range(0xAD, 0xE01F0))))


def _is_odd(text: str, at: int, mirrored: bool) -> bool:
    each = text[at]
    if each in OVERRIDES:
        return True
    if each in REVERSING:
        return not mirrored
    if each in PARTING:
        return bool(PLAIN.match(text[at - 1 : at]) and _next_plain(text, at))
    # Variants of a character belong to Chinese ones; others carry hidden bytes.
    return "\U000e0100" <= each <= "\U000e01ef" and text[at - 1 : at] < "\u2e80"


def _next_plain(text: str, at: int) -> bool:
    """Tell whether a plain letter follows, behind at most a few more that nobody sees."""
    for after in text[at + 1 : at + 9]:
        if not ODD.match(after):
            return PLAIN.match(after) is not None
    return False


def _hidden_tags(text: str) -> list[Finding]:
    """Return the runs of tag characters that are no flag, with the text that they hide."""
    found: list[Finding] = []
    for match in islice(TAGS.finditer(text), MOST):
        if text[match.start() - 1 : match.start()] == FLAG and match[0].endswith(END_OF_FLAG):
            continue
        hidden = "".join(chr(ord(each) - 0xE0000) for each in match[0])
        shown = "".join(each for each in hidden if each.isprintable())[:80]
        found.append(Finding(CODE, *match.span(), f"tag characters that hide “{shown}”"))
    return found


def _around(text: str, at: int) -> tuple[int, int]:
    """Return the stretch without white space around *at*, at most 30 characters to a side."""
    start, end = at, at + 1
    while start > max(0, at - REACH) and not text[start - 1].isspace():
        start -= 1
    while end < min(len(text), at + REACH) and not text[end].isspace():
        end += 1
    return start, end


def _named(each: str) -> str:
    from unicodedata import name  # few articles have one

    return name(each, f"U+{ord(each):04X}").lower()
