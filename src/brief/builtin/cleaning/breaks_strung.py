"""Read a page whose lines were strung together: where each line without an end mark ended.

Scrapers that put " . " where a line has no end mark leave captions, headings and halves of
wrapped sentences behind: "a woman who . claims", "Joy: The bride at the club . The planner".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.builtin.sentences.ends import NEAR, abbreviated
from brief.builtin.sentences.strays import strays
from brief.layout import lines
from brief.value import value

from .breaks_sides import LABEL, WIDEST, goes_on, is_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.spans import Span

# A page in one line is long, holds nearly all the text, and has full stops of its own.
SHORTEST = 400
FEWEST = 3
# Where dots stand closer, it is no page of sentences.
CLOSEST = 12


@value
class Piece:
    """A stretch of a strung line: a sentence, a caption, a heading.

    It is *open* where its line ended without an end mark; *end* is behind the stray dot then.
    """

    start: int
    end: int
    open: bool


@value
class Strung:
    """The pieces of a strung line, and the offsets of the dots inside sentences."""

    pieces: tuple[Piece, ...]
    breaks: tuple[int, ...]


def strung(text: str, holes: list[tuple[int, int]]) -> Strung | None:
    """Return what the strung line of *text* is made of; none where nothing was strung together.

    *holes* is what is cut already, sorted: it parts one piece from the next.
    """
    if not 0 < strays(text) * CLOSEST < len(text):
        return None
    line = max(lines(text), key=lambda each: each.end - each.start)
    size = line.end - line.start
    if size < SHORTEST or size * 2 < len(text):
        return None
    # A dot that was cut by itself was a break, and parts nothing.
    reader = _Reader(text, line, [hole for hole in holes if hole[1] - hole[0] > 1])
    pieces = tuple(reader.pieces())
    if sum(not piece.open for piece in pieces) < FEWEST:
        return None
    return Strung(pieces, tuple(reader.breaks))


@cache
def _mark() -> re.Pattern[str]:
    """Return the pattern of where pieces may end. Few runs need it."""
    return re.compile(
        r"(?P<stray>(?<=\s)\.(?=\s|\Z))"
        r"|(?<=\S)[.?!]['\"”’)\]]{0,2}\s+(?=['\"‘“(\[]?[A-Z0-9£$€])"
        rf"|(?<=['\"”’)])\s(?={LABEL})"
        r"|(?P<shown>\((?:pictured|left|right|cent(?:re|er)|above|below)[^()]{0,30}\)) (?=[A-Z])"
    )


class _Reader:
    """Reads a strung line from left to right; *breaks* is complete once `pieces` is through."""

    def __init__(self, text: str, line: Span, holes: list[tuple[int, int]]) -> None:
        self.text = text
        self.line = line
        self.holes = holes
        self.hole = 0
        self.breaks: list[int] = []
        self.wrapped = is_wrapped(text)
        self.start = line.start
        self.broken = -1

    def pieces(self) -> Iterator[Piece]:
        """Yield each piece."""
        for match in _mark().finditer(self.text, self.line.start, self.line.end):
            place = match.start()
            if self._is_cut(place):
                continue
            end = match.end()
            if match["stray"]:
                if self._is_break(place):
                    self.breaks.append(place)
                    self.broken = place
                    continue
            elif not match["shown"] and self._is_abbreviated(match):
                continue
            yield Piece(self.start, end, open=bool(match["stray"] or match["shown"]))
            self._begin(end)
        if self.text[self.start : self.line.end].strip():
            yield Piece(self.start, self.line.end, open=False)

    def _begin(self, start: int) -> None:
        self.start, self.broken = start, -1

    def _is_cut(self, place: int) -> bool:
        """Tell whether *place* is in a hole; behind one, a new piece begins."""
        while self.hole < len(self.holes) and self.holes[self.hole][1] <= place:
            self._begin(self.holes[self.hole][1])
            self.hole += 1
        return self.hole < len(self.holes) and self.holes[self.hole][0] <= place

    def _is_break(self, dot: int) -> bool:
        """Tell whether the stray *dot* is inside a sentence, and ends no piece."""
        # Bounded on either side, for a piece may have a thousand dots.
        left = self.text[max(self.start, dot - 2 * WIDEST) : dot].strip()
        right = self.text[dot + 1 : min(dot + 1 + 2 * WIDEST, self._next_hole(dot))].strip()
        since = dot - self.broken if self.broken >= 0 else 0
        if not left:
            return True
        return bool(right) and goes_on(left, right, since, wrapped=self.wrapped)

    def _next_hole(self, dot: int) -> int:
        """Return where the next hole begins: the story breaks off there."""
        left = self.hole < len(self.holes)
        return max(dot + 1, self.holes[self.hole][0]) if left else self.line.end

    def _is_abbreviated(self, match: re.Match[str]) -> bool:
        """Tell whether the full stop at *match* is that of an abbreviation."""
        stop = match.start() + 1
        left = self.text[max(self.start, stop - NEAR) : stop]
        right = self.text[match.end() : match.end() + NEAR]
        return left.endswith(".") and len(left) > 1 and abbreviated(left, right)
