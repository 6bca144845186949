"""Find the quotations of each paragraph: where their marks open, close and are left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from re import Match, Pattern
from re import compile as pattern
from typing import NamedTuple

from brief import Span

SINGLE = "‘’"
OPENING = "“„«``"
# What a straight mark may follow where it opens.
BEFORE_OPENING = "([{—–-‘"
# One or two words in marks colour a word: they say nothing by themselves.
SCARE = 2


class Quotation(NamedTuple):
    """A quotation with its marks; *width* is the length of the opening one.

    *closed* is false where the paragraph ends first; *goes_on* is true where it takes up the
    quotation that the paragraph before left open.
    """

    start: int
    end: int
    width: int
    words: int
    closed: bool = True
    goes_on: bool = False


@cache
def _marks() -> Pattern[str]:
    return pattern("[“”\"„«»‘’]|''|``")


def quotations(text: str, paragraphs: Iterable[Sequence[Span]]) -> list[list[Quotation]]:
    """Return the quotations of each of *paragraphs* (its parts, in order), none inside another.

    A mark without a partner (inches, a slip) is passed over and shifts no later pair.
    """
    found: list[list[Quotation]] = []
    left_open = False
    for parts in paragraphs:
        here = list(_pairs(text, parts))
        if here and left_open and here[0].start == parts[0].start:
            here[0] = here[0]._replace(goes_on=True)
        left_open = bool(here) and not here[-1].closed and here[-1].end == parts[-1].end
        found.append(here)
    return found


def _pairs(text: str, parts: Sequence[Span]) -> Iterator[Quotation]:
    first, last = parts[0].start, parts[-1].end
    marks = [mark for part in parts for mark in _marks().finditer(text, part.start, part.end)]
    # British papers quote in single marks. Inside double ones they are apostrophes.
    double = any(mark[0] not in SINGLE for mark in marks)
    opened: Match[str] | None = None
    for mark in marks:
        if (mark[0] in SINGLE) == double:
            continue
        before = text[mark.start() - 1] if mark.start() > first else " "
        after = text[mark.end()] if mark.end() < last else " "
        if _opens(mark[0], before, after):
            opened = mark
        elif opened is not None and _closes(mark[0], before, after):
            yield _quotation(text, opened, mark.end(), closed=True)
            opened = None
    if opened is not None and double:
        yield _quotation(text, opened, last, closed=False)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark == "‘":
        return not before.isalnum() and after.isalpha()
    if mark in OPENING:
        return True
    # A straight mark looks alike on both sides: one that opens leans on the word after it.
    leans = not after.isspace() and (before.isspace() or before in BEFORE_OPENING)
    return leans and mark in {'"', "''"}


def _closes(mark: str, before: str, after: str) -> bool:
    if mark == "’":
        # "The boys’ book" ends no quotation.
        return not after.isalnum() and not before.isspace() and before != "s"
    return mark not in OPENING and not before.isspace()


def _quotation(text: str, opened: Match[str], end: int, *, closed: bool) -> Quotation:
    words = len(text[opened.end() : end].split())
    return Quotation(opened.start(), end, len(opened[0]), words, closed)
