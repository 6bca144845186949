"""Tell quotation marks from apostrophes, and opening marks from closing ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from brief.data import word_set
from brief.spans import Span
from brief.value import NamedTuple

SINGLE = frozenset("‘’'‚‹›")
OPENERS = frozenset("“„«‘‚‹") | {"``"}
TYPED = frozenset(['"', "''"])
APOSTROPHES = frozenset("’'")
TWICE = frozenset("'`")
# Words that start with an apostrophe, which many programs turn the wrong way.
CLIPPED = word_set("em tis twas til till cause bout cos n round tude neath")


class Mark(NamedTuple):
    """A quotation mark, and what it can do where it stands.

    *may_close* is a single mark behind an s, or a dropped g: an apostrophe or a closing mark.
    """

    start: int
    end: int
    single: bool
    opens: bool
    closes: bool
    may_close: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    """Return what may be a mark: one class of characters, which is what `re` finds fastest.

    Compiled when first used: a brief without positions never needs it.
    """
    return re.compile("[“”\"„«»‘’‚‹›'`]")


def marks(text: str, parts: Sequence[Span]) -> list[Mark]:
    """Return the marks of one paragraph that can open or close a quotation, in order.

    An apostrophe inside a word is none; two typed ones, or two backquotes, are one mark.
    """
    start, end = parts[0].start, parts[-1].end
    found: list[Mark] = []
    for part in parts:
        taken = -1
        for match in _pattern().finditer(text, part.start, part.end):
            first, last = match.span()
            left = text[first - 1] if first > start else " "
            right = text[last] if last < end else " "
            mark = match[0]
            if first < taken or (mark in APOSTROPHES and left.isalnum() and right.isalnum()):
                continue
            if mark in TWICE:
                if right == mark:
                    mark, last = mark + mark, last + 1
                    right = text[last] if last < end else " "
                    taken = last
                elif mark == "`":
                    continue
            if mark in SINGLE:
                one = _single(text, Span(first, last), left, right)
            else:
                one = _double(mark, Span(first, last), left, right)
            if one is not None:
                found.append(one)
    return found


def _double(mark: str, place: Span, left: str, right: str) -> Mark | None:
    """Return a double mark with what it can do, by its shape and its neighbours."""
    # Typed marks look alike on both sides: one that opens leans on the word after it.
    typed = mark in TYPED and not right.isspace() and (left.isspace() or left in "([—–-‘'")
    typed_alone = mark in TYPED and right.isspace() and left.isspace()
    opens = mark in OPENERS or typed
    # Behind a space (“It is shut, ” he said) a mark closes if it can do nothing else.
    closes = (
        not opens and mark not in OPENERS and (not left.isspace() or mark == "”" or typed_alone)
    )
    return Mark(place.start, place.end, False, opens, closes) if opens or closes else None


def _single(text: str, place: Span, left: str, right: str) -> Mark | None:
    """Return a single mark with what it can do, or None for an apostrophe."""
    first, last = place.start, place.end
    mark = text[first]
    if mark in OPENERS or (mark == "'" and (left.isspace() or left in '([—–-“"')):
        opens = not left.isalnum() and not right.isspace() and not right.isdigit()
        clipped = opens and _clipped(text, last)
        return Mark(first, last, True, True, False) if opens and not clipped else None
    if mark in OPENERS or left.isspace() or right.isalnum():
        return None
    # "Rock ’n’ roll" has two apostrophes.
    if text[max(0, first - 2) : first].lower() in {"'n", "’n", "‘n"}:
        return None
    doubtful = left in "sS" or text[max(0, first - 2) : first] in {"in", " o"}
    return Mark(first, last, True, False, not doubtful, doubtful)


def _clipped(text: str, start: int) -> bool:
    """Tell whether the word at *start* has lost its first letters (’em, ’tis)."""
    end = start
    while end < len(text) and end - start < 6 and text[end].isalpha():
        end += 1
    return text[start:end].lower() in CLIPPED
