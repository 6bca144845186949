"""Mend where Punkt ends sentences in languages other than English, each with marks of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .ends import NEAR, goes_on

# Which way a mark looks where white space does not tell: »this« is German, « that » French.
OPENING = "«‹“‘„‚「『（《〈【([{¿¡"
CLOSING = "»›”’」』）》〉】)]}"
MARKS = OPENING + CLOSING + "\"'"
# “…。”他说。 and 「…。」と述べた: what was said is part of the sentence that says so.
SAYS = re.compile(
    r"[^，。！？：；“「\s]{0,20}?(?:说道?|表示|指出|强调|问道?|称|說道?|問道?|稱)[。，]"
    r"|と(?:、|し[たて]|い[うっい]|の|[^。、「」\s]{0,15}?"
    r"(?:述べ|話し|語っ|言っ|答え|強調|説明|コメント|訴え|指摘|主張|批判))"
)
# "z. B.", "J. K. Rowling": the letters belong together.
LETTER_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\Z")
LETTER_AFTER = re.compile(r"[^\W\d_]\.")
# The Greek semicolon, which Punkt's rules take for an end.
SEMICOLON = "·\u0387"


def mended_others(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the (start, end) pairs of the sentences of *text*, from those of Punkt."""
    found: list[tuple[int, int]] = []
    for begin, end in spans:
        if not found:
            found.append((begin, end))
            continue
        first, stop = found[-1]
        stop, start = turned(text, first, stop, begin, end)
        if start >= end or continues(text, stop, start, end):
            found[-1] = (first, end)
        else:
            found[-1] = (first, stop)
            found.append((start, end))
    return found


def turned(text: str, first: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return *stop* and *start* of two neighbours, each mark with the words that it encloses.

    The first of the two starts at *first*, the second ends at *end*.
    """
    left, right = stop, start
    while left > max(first + 1, stop - NEAR) and _is_mark(text[left - 1]):
        left -= 1
    while right < min(end, start + NEAR) and _is_mark(text[right]):
        right += 1
    cut = next((at for at in range(left, right) if opens(text, at)), right)
    stop = left + len(text[left:cut].rstrip())
    start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    return stop, start


def _is_mark(character: str) -> bool:
    return character in MARKS or character.isspace()


def opens(text: str, at: int) -> bool:
    """Tell whether the character *at* is a mark that opens: space before it, none behind it."""
    mark = text[at]
    if mark not in MARKS:
        return False
    before = at == 0 or text[at - 1].isspace() or text[at - 1] in "([（"
    after = at + 1 == len(text) or text[at + 1].isspace() or text[at + 1] in ",.;:!?…)]"
    if before == after:
        return mark in OPENING
    return before


def continues(text: str, stop: int, start: int, end: int) -> bool:
    """Tell whether the sentence that stops at *stop* goes on from *start* to *end*."""
    if goes_on(text, stop, start, end, english=False) or text[stop - 1] in SEMICOLON:
        return True
    if text[stop - 1] == "." and text[start].islower():
        # An abbreviation that nobody listed: no sentence starts with a small letter.
        return not text[start + 1 : start + 2].isupper()
    if LETTER_AFTER.match(text, start, end) and LETTER_BEFORE.search(text, stop - 2, stop):
        return True
    return text[stop - 1] in CLOSING and SAYS.match(text, start, end) is not None
