"""Choose sentences one by one, each for what it adds to those that are chosen."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from brief.value import NamedTuple

from .story import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .story import Story
    from .weights import Weights


# Repeats of the first so many count: further down, a summary is as good as the article.
COMPARED = 50


class Worth(NamedTuple):
    """What a sentence is worth at a step: by itself, its new words, and its repeats."""

    own: float
    new: float
    repeats: float
    focus: float = 0.0


class Choice:
    """The sentences of *story* chosen so far, and what each other one would add.

    The worth of a sentence is its *own* score, the words of people's summaries that it is
    expected to add (by their *chances*), what it says of the focus, and its likeness to what is
    chosen, which counts against it. It never grows. *chosen* has what each was worth when it
    was chosen, *words* counts theirs; *lines* are those of the story.

    New words after Lin and Bilmes 2011, A Class of Submodular Functions for Document
    Summarization; likeness after Carbonell and Goldstein 1998 (MMR).
    """

    def __init__(
        self,
        story: Story,
        weights: Weights,
        chances: Mapping[str, float],
        own: Sequence[float],
        asked: Sequence[frozenset[int]] = (),
    ) -> None:
        self.chosen: dict[int, Worth] = {}
        self.words = 0
        self.lines, self._weights, self._own = story.lines, weights, own
        self._left = dict(chances)
        self._asked, self._told = asked, frozenset[int]()
        # For each line: the highest likeness found, and to how many of the chosen it was held.
        self._likeness = [0.0] * len(own)
        self._held = [0] * len(own)
        self._order: list[int] = []

    def worth(self, place: int) -> Worth:
        """Return what the line at *place* is worth now."""
        line, left, weights = self.lines[place], self._left, self._weights
        new = sum([left[term] for term in line.counts if term in left])
        for at in self._order[self._held[place] :]:
            like = likeness(line.vector, self.lines[at].vector)
            self._likeness[place] = max(self._likeness[place], like)
        self._held[place] = len(self._order)
        return Worth(
            self._own[place],
            weights.new * new,
            weights.likeness * self._likeness[place],
            self._focus(place),
        )

    def add(self, place: int) -> None:
        """Choose the line at *place*."""
        self.chosen[place] = self.worth(place)
        self.words += self.lines[place].length
        if len(self._order) < COMPARED:
            self._order.append(place)
        for term in self.lines[place].counts:
            self._left.pop(term, None)
        if self._asked:
            self._told |= self._asked[place]

    def _focus(self, place: int) -> float:
        """Return what the line says of the focus: half for a term that has been told of."""
        if not self._asked:
            return 0.0
        asked = self._asked[place]
        return LEANING * (len(asked) - len(asked & self._told) / 2)


# What a term of the focus is worth: more than what tells two sentences near the top apart.
LEANING = 4.0


def choose(
    choice: Choice,
    places: Iterable[int],
    fits: Callable[[Sequence[int]], bool],
    needs: Callable[[int], Sequence[int] | None],
) -> None:
    """Choose the best of *places* one after the other, as long as one *fits*.

    *needs* returns what must be chosen with a line for its reader to know who is meant; None if
    nothing helps as yet. They are chosen together if that is worth more for each of them than
    the next best line. What does not fit now never will.

    As no worth grows, only the best few are worked out anew at each step (Minoux 1978,
    Accelerated Greedy Algorithms for Maximizing Submodular Set Functions).
    """
    # Compared as tuples: ties go to the earlier sentence.
    heap = [(-sum(choice.worth(place)), place, 0) for place in places]
    heapify(heap)
    waiting: list[tuple[float, int, int]] = []
    while heap and fits(()):
        entry = heappop(heap)
        cost, place, step = entry
        if place in choice.chosen or not fits([place]):
            continue
        now = len(choice.chosen)
        if step < now:
            heappush(heap, (-sum(choice.worth(place)), place, now))
            continue
        more = needs(place)
        if more is None or (more and not fits([*more, place])):
            waiting.append(entry)
            continue
        for each in more:
            cost -= sum(choice.worth(each))
        if more and heap and heap[0][0] < cost / (len(more) + 1):
            waiting.append(entry)
            continue
        for each in (*more, place):
            choice.add(each)
        for entry in waiting:
            heappush(heap, entry)
        waiting = []
