"""Find what stands between quotation marks, where a name is nobody's subject but the speaker's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.model import Position, Sentence

OPENING = frozenset("“„«‘\"'")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile('[“”„"«»]')


class Quoted:
    """The quoted stretches of an article."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], positions: Sequence[Position]
    ) -> None:
        found = list(_pairs(text, sentences))
        for one in positions:
            found += [(span.start, span.end) for span in one.content if text[span.start] in OPENING]
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(found):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Tell whether *offset* stands inside a quotation."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _pairs(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between marks; one left open ends with its paragraph."""
    opened, paragraph, end = -1, -1, 0
    for sentence in sentences:
        if opened >= 0 and sentence.paragraph != paragraph:
            yield opened, end
            opened = -1
        paragraph, end = sentence.paragraph, sentence.end
        for match in _marks().finditer(text, sentence.start, end):
            if match[0] in "“„«" or (match[0] == '"' and opened < 0):
                opened = match.start() if opened < 0 else opened
            elif opened >= 0:
                yield opened, match.end()
                opened = -1
    if opened >= 0:
        yield opened, end
