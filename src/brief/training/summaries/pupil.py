"""An article to choose from while weights are learned: what is known at each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from brief.builtin.summarisers.news.story import likeness

from .corpus import Example

# A summary is begun with up to so many sentences.
STEPS = 3


class Pupil(NamedTuple):
    """An *example*, how much it counts, and what is known of its sentences and words.

    *rows* are as `lines.features` gives them, *chances* those of the words.
    """

    example: Example
    weight: float
    rows: Sequence[tuple[float, ...]]
    chances: Mapping[str, float]

    def left(self, begun: Sequence[int]) -> list[int]:
        """Return the sentences that can stand alone and are not *begun* with."""
        return [number for number in self.example.able if number not in begun]

    def steps(self, begun: Sequence[int], left: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """Yield what is known of each sentence that is *left*, when *begun* are chosen."""
        text = self.example.story.lines
        told = {term for number in begun for term in text[number].counts}
        for number in left:
            line = text[number]
            new = sum([self.chances[term] for term in line.counts if term not in told])
            like = [likeness(line.vector, text[each].vector) for each in begun]
            yield (*self.rows[number], new, line.length, max(like, default=0.0))

    def own(self, weights: Any) -> Iterator[tuple[int, ...]]:
        """Yield the beginnings of the summary that *weights*, an array, make."""
        begun: list[int] = []
        while len(begun) < STEPS and (left := self.left(begun)):
            worth = [float(weights @ step) for step in self.steps(begun, left)]
            begun.append(left[worth.index(max(worth))])
            yield tuple(sorted(begun))
