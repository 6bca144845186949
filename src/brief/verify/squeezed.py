"""Read an article's text as it is printed, white space squeezed, without copying it per span."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container
from itertools import accumulate
from os.path import commonprefix

from brief.article import Article, Places
from brief.spans import squeeze

_WORD = re.compile(r"\S+")
# How much of a sentence stands before the first difference that is shown.
BEFORE = 30
ALIKE = 0.6


class Squeezed:
    """The *text* of *origin*, and places in it. Each question takes time linear in what is
    asked about, never in the whole text, save for `find`.
    """

    def __init__(self, text: str, origin: str) -> None:
        self.length = len(text)
        words = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]
        sizes = (end - start + 1 for start, end in words)
        # Where each word starts in the squeezed text, and where a further one would.
        self._at = [*accumulate(sizes, initial=0)]
        self._text = " ".join(text[start:end] for start, end in words)
        self._places = Places(Article(id="", source=origin, text=text))

    def line(self, offset: int) -> int:
        """Return the line, from 1, of *offset*."""
        return self._places.line(offset)

    def place(self, offset: int) -> str:
        """Return "talks.txt:7" for *offset*, or "talks.txt" for one outside the text."""
        inside = 0 <= offset < self.length
        return self._places.place(offset) if inside else self._places.origin

    def slice(self, start: int, end: int, most: int) -> str:
        """Return the squeezed text from *start* to *end*, at most *most* characters of it."""
        first, last = self._bounds(start, end)
        return self._text[first : min(last, first + most)]

    def reads(
        self,
        pieces: tuple[tuple[int, int] | str, ...],
        text: str,
        joined: Container[int] = (),
    ) -> bool:
        """Tell whether *pieces*, which are spans and words put in, read as *text*.

        Those whose places are *joined* follow without a space.
        """
        at = 0
        for number, piece in enumerate(pieces):
            between = " " if number and number not in joined else ""
            if isinstance(piece, str):
                words = between + piece
            else:
                first, last = self._bounds(*piece)
                if last - first > len(text):
                    return False
                words = between + self._text[first:last]
            if not text.startswith(words, at):
                return False
            at += len(words)
        return at == len(text)

    def find(self, text: str, near: int = 0) -> tuple[int, int] | None:
        """Return where *text*, its white space squeezed, stands, the nearest to *near*."""
        wanted = squeeze(text)
        if not wanted:
            return None
        at = self._bounds(near, self.length)[0] if near < self.length else len(self._text)
        after = self._text.find(wanted, max(0, at))
        before = self._text.rfind(wanted, 0, at + len(wanted))
        found = [each for each in (before, after) if each >= 0]
        if not found:
            return None
        first = min(found, key=lambda each: abs(each - at))
        return self._back(first), self._back(first + len(wanted) - 1) + 1

    def likeness(self, spans: list[tuple[int, int]], text: str) -> tuple[bool, str]:
        """Tell whether *spans* hold most words of *text*, and what they hold where it differs."""
        most = 2 * len(text) + 200
        there = ""
        for start, end in spans:
            if len(there) < most:
                there = f"{there} {self.slice(start, end, most - len(there))}".strip()
        ours, theirs = Counter(text.split()), Counter(there.split())
        share = (ours & theirs).total() / max(ours.total(), theirs.total(), 1)
        same = len(commonprefix([there, text]))  # noqa: RUF071  # by character is what is meant
        start = there.rfind(" ", 0, max(0, same - BEFORE)) + 1
        return share >= ALIKE, ("…" if start else "") + there[start:]

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """Return where *start* and *end* stand in the squeezed text."""
        word = bisect_right(self._ends, start)
        if word == len(self._starts):
            return 0, 0
        first = self._at[word] + max(0, start - self._starts[word])
        word = bisect_left(self._starts, end) - 1
        if word < 0:
            return 0, 0
        last = self._at[word] + min(end, self._ends[word]) - self._starts[word]
        return first, max(first, last)

    def _back(self, squeezed: int) -> int:
        """Return the offset in the text of a character of the squeezed text."""
        word = bisect_right(self._at, squeezed) - 1
        return self._starts[word] + squeezed - self._at[word]
