"""The stretches of an article that a prompt may fill: a paragraph, a line, or a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from brief.spans import Span, trim
from brief.value import NamedTuple

from .kept import kept_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.model import Brief

# No prompt is longer: what is, holds more than a prompt.
LONGEST_WHOLE = 700
LONGEST_PIECE = 400
# How many sentences a prompt may run on, for the first may end in an abbreviation.
AHEAD = 3
_SMALL = "a an the and or of in on at to for from by with about our your their its this that is are"
SMALL = frozenset(_SMALL.split())
_END = r"[.!?…»]['\"”’)\]]{0,3}(?=\s|$)|\)(?=\s+[A-Z])"
# One set of marks comes first: it is what a text is searched for fastest.
_MARK = r"[\"“”'‘’`](?:(?<=[\"“”])|(?<=['‘])(?<!\w['‘])(?=\w)|(?<=\S['’])(?!\w)|(?<=')'|(?<=`)`)"
_ABBREVIATIONS = "Mr Mrs Ms Dr Jr Sr St Rev Gen Sen Rep Gov Lt Col Capt Prof Inc Co Corp Ltd No vs"
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())


class Segment(NamedTuple):
    """A stretch that a prompt may fill; *whole* says that nothing else stands in its line."""

    span: Span
    whole: bool


class Segments:
    """What is kept of an article, ready to be asked what stands around a place in it.

    Pieces are told apart only in the paragraphs that are asked for, once each.
    """

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self.parts = [part for row in kept_paragraphs(brief) for part in row.parts]
        self._starts = [part.start for part in self.parts]
        self._pieces: dict[int, tuple[list[Span], list[int]]] = {}
        self._speech: dict[int, list[int]] = {}

    def number(self, place: int) -> int:
        """Return the number of the kept part that holds *place*, or -1."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.parts[number].end else -1

    def around(self, place: int) -> Iterator[Segment]:
        """Yield the stretches that hold *place*, the narrowest first.

        What a sentence of a line explains is not looked for in the whole line: the sentence
        beside it may be the story's.
        """
        number = self.number(place)
        if number < 0:
            return
        part = self.parts[number]
        wrapped = wrapped_sentence(self._text, place)
        if wrapped is not None:
            # Half of it would say nothing by itself, and leave the other half behind.
            yield Segment(wrapped, whole=True)
            if wrapped.end > part.end:
                return
        yield from self._in_pieces(number, place)
        line = self._line(part, place)
        if line is not None:
            yield Segment(line, whole=True)
        if part.end - part.start <= LONGEST_WHOLE:
            yield Segment(part, whole=True)

    def piece_end(self, place: int) -> int:
        """Return where the piece that holds *place* ends; beyond *place* in any case."""
        number = self.number(place)
        if number < 0:
            return place + 1
        pieces, at = self._pieces_at(number, place)
        return max(place + 1, pieces[at].end)

    def _line(self, part: Span, place: int) -> Span | None:
        """Return the line of *place*, if it is one of several of *part* and stands apart in it."""
        # Not looked for beyond what a prompt may fill: a line of 100 kB costs as little.
        first = max(part.start, place - LONGEST_WHOLE)
        last = min(part.end, place + LONGEST_WHOLE)
        start = max(self._text.rfind("\n", first, place) + 1, first)
        after = self._text.find("\n", place, last)
        end = last if after < 0 else after
        line = trim(self._text, start, end)
        if line is None or (start, end) == (part.start, part.end):
            return None
        if line.end - line.start > LONGEST_WHOLE or self._text[line.start].islower():
            return None
        before = self._text[part.start : start].rstrip()[-1:]
        # In the middle of a wrapped sentence a line says nothing by itself.
        apart = not before or before in ".!?”’\"')…»" or end == part.end
        return line if apart else None

    def _in_pieces(self, number: int, place: int) -> Iterator[Segment]:
        """Yield what is made of the piece of *place* and its neighbours."""
        pieces, at = self._pieces_at(number, place)
        for first in (at - 1, at):
            # In a sentence's middle, or in speech, the words are the story's.
            if first < 0 or self._is_story(number, pieces[first].start):
                continue
            for last in range(at, min(at + AHEAD, len(pieces))):
                span = Span(pieces[first].start, pieces[last].end)
                if span.end - span.start > LONGEST_PIECE:
                    break
                yield Segment(span, whole=first == last == at and self._is_bit(span))

    def _is_bit(self, span: Span) -> bool:
        """Tell whether *span* ends in a dot that was a line break, with a space before it."""
        return self._text[span.end - 1] == "." and self._text[span.end - 2].isspace()

    def _is_story(self, number: int, start: int) -> bool:
        if self._text[start].islower():
            return True
        if number not in self._speech:
            self._speech[number] = _speech(self._text, self.parts[number])
        return bisect_right(self._speech[number], start - 1) % 2 == 1

    def _pieces_at(self, number: int, place: int) -> tuple[list[Span], int]:
        """Return the pieces of a part, and which of them holds *place*."""
        if number not in self._pieces:
            pieces = _pieces(self._text, self.parts[number])
            self._pieces[number] = pieces, [piece.start for piece in pieces]
        pieces, starts = self._pieces[number]
        return pieces, max(0, bisect_right(starts, place) - 1)


def wrapped_sentence(text: str, place: int) -> Span | None:
    """Return the lines around *place* that one sentence runs over, if a blank line follows.

    A line runs on that has no end mark, where the next begins in lower case or it ends in a
    comma or a small word.
    """
    end = _paragraph_end(text, place)
    least = max(0, end - LONGEST_PIECE)
    start = max(text.rfind("\n", least, place) + 1, least)
    below = text[start:end].strip().splitlines()
    if not all(map(_runs_on, below, below[1:])):
        return None
    while (above := max(text.rfind("\n", least, max(least, start - 1)) + 1, least)) < start:
        line = text[above:start].strip()
        if not _runs_on(line, below[0]):
            # What stands between the lines of a wrapped sentence is no part of it.
            below = below if not line or line[-1] in ".!?…»:”’\"')" else []
            break
        below.insert(0, text[above:start])
        start = above
    return trim(text, start, end) if len(below) > 1 else None


def _paragraph_end(text: str, place: int) -> int:
    """Return where the next blank line begins, no farther than a prompt may run."""
    last = min(len(text), place + LONGEST_PIECE)
    # From the first line end: no pattern need go over the letters before it.
    first = text.find("\n", place, last)
    blank = re.compile(r"\n[ \t\r]*\n").search(text, first, last) if first >= 0 else None
    return last if blank is None else blank.start()


def _runs_on(line: str, after: str) -> bool:
    """Tell whether the sentence of *line* goes on in the line *after*."""
    line, after = line.strip(), after.lstrip()
    if not line or not after or line[-1] in ".!?…»":
        return False
    return after[0].islower() or line[-1] in ",;&" or line.split()[-1] in SMALL


def _pieces(text: str, part: Span) -> list[Span]:
    """Return *part* cut where a sentence ends, and at dots that were line breaks."""
    ends = [
        match.end()
        for match in re.compile(_END).finditer(text, part.start, part.end)
        if not _abbreviates(text, match.start(), part.start)
    ]
    if not ends or ends[-1] < part.end:
        ends.append(part.end)
    begins = [part.start, *ends[:-1]]
    found = (trim(text, begin, end) for begin, end in zip(begins, ends, strict=True))
    return [piece for piece in found if piece is not None]


def _abbreviates(text: str, dot: int, start: int) -> bool:
    """Tell whether the mark at *dot* is that of "Mr." or of an initial."""
    if text[dot] != ".":
        return False
    word = re.split(r"[\s.(]", text[max(start, dot - 5) : dot])[-1]
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _speech(text: str, part: Span) -> list[int]:
    """Return where speech begins and ends in *part*, by turns."""
    turns: list[int] = []
    for match in re.compile(_MARK).finditer(text, part.start, part.end):
        at = match.start()
        before = text[at - 1] if at > part.start else " "
        opens = match[0] in "“‘``" or (
            match[0] not in "”’" and (before.isspace() or before in "([—–")
        )
        if opens == (len(turns) % 2 == 0):
            turns.append(at if opens else match.end() - 1)
    return turns
