"""Find the quotations of each paragraph: where their marks open, close and are left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.spans import Span

MARK = re.compile("[“”\"„«»‘’]|''|``")
OPENERS = frozenset("“„«‘") | {"``"}
SINGLE = frozenset("‘’")
# A quotation of one or two words colours a word; it states nothing ("so-called" marks).
SCARE = 2


class Quotation(NamedTuple):
    """A quotation from its opening mark up to and with its closing one.

    *closed* is false where the paragraph ends first; *goes_on* is true where it takes up
    the quotation that the paragraph before left open. *words* counts what stands between.
    """

    start: int
    end: int
    words: int
    closed: bool = True
    goes_on: bool = False


def quotations(text: str, paragraphs: Iterable[Sequence[Span]]) -> list[list[Quotation]]:
    """Return the quotations of each of *paragraphs* (its parts, in order), none nested.

    A mark that does not pair (inches, a slip) is passed over and shifts no later pair.
    """
    found: list[list[Quotation]] = []
    open_before = False
    for parts in paragraphs:
        start, end = parts[0].start, parts[-1].end
        here = list(_pairs(text, parts))
        if here and open_before and here[0].start == start:
            here[0] = here[0]._replace(goes_on=True)
        open_before = bool(here) and not here[-1].closed and here[-1].end == end
        found.append(here)
    return found


def _pairs(text: str, parts: Sequence[Span]) -> Iterable[Quotation]:
    """Yield the pairs of marks in one paragraph, and one left open at its end."""
    end = parts[-1].end
    marks = [m for part in parts for m in MARK.finditer(text, part.start, part.end)]
    if not marks:
        return
    double = any(mark[0] not in SINGLE for mark in marks)
    opened = -1
    for mark in marks:
        # British papers quote in single marks; inside double ones they are apostrophes.
        if (mark[0] in SINGLE) == double:
            continue
        left, right = _sides(text, mark, parts[0].start, end)
        if _opens(mark[0], left, right):
            # One that was open already has lost its partner: the pair is the nearer one.
            opened = mark.start()
        elif opened >= 0 and _closes(mark[0], left, right):
            yield _quotation(text, opened, mark.end(), closed=True)
            opened = -1
    if opened >= 0 and double:
        yield _quotation(text, opened, end, closed=False)


def _sides(text: str, mark: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """Return the characters before and after *mark*, a space at the paragraph's ends."""
    left = text[mark.start() - 1] if mark.start() > start else " "
    right = text[mark.end()] if mark.end() < end else " "
    return left, right


def _opens(mark: str, left: str, right: str) -> bool:
    """Tell whether *mark* opens a quotation, by its shape and its neighbours."""
    if mark == "‘":
        return not left.isalnum() and right.isalpha()
    if mark in OPENERS:
        return True
    # Straight marks look alike on both sides: one that opens leans on the word after it.
    return mark in {'"', "''"} and not right.isspace() and (left.isspace() or left in "([—–-‘'")


def _closes(mark: str, left: str, right: str) -> bool:
    """Tell whether *mark* closes an open quotation."""
    if mark == "’":
        # "the boys’ book" is no end of a quotation.
        return not right.isalnum() and not left.isspace() and (left in ",.!?…" or left != "s")
    return mark not in OPENERS and not left.isspace()


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(start, end, len(text[start:end].split()), closed)
