"""What speaks against joining: a far date, none, one outlet, another language, too little told.

A doubt is a factor from 0 to 1 on how alike the words are. So there is one threshold for all
articles, and what is doubtful needs words that are more alike to reach it.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter

# An event is told for some days: up to 10 nothing is doubted, from 40 on as much as ever.
NEAR, FAR = 10, 40
AGE = 0.10
UNDATED = 0.80
# Two articles of one outlet are mostly two events, or a story and its follow-up.
ONE_OUTLET = 0.45
# Without counts of a language's words, everyday ones weigh as much as rare ones.
UNCOUNTED = 0.60
# Two lone articles have nothing else behind them; nor has one that joins a single other.
LONE = {2: 0.80, 3: 0.90}


class Circumstances:
    """When and where the articles of a cluster were published, and in what language."""

    __slots__ = ("days", "foreign", "outlets", "size")

    def __init__(self, day: int | None, outlet: str, *, english: bool) -> None:
        self.size = 1
        self.days = [] if day is None else [day]
        self.outlets = Counter([outlet] if outlet else [])
        self.foreign = int(not english)

    def add(self, other: Circumstances) -> None:
        """Take in what is known of *other*."""
        self.size += other.size
        for day in other.days:
            insort(self.days, day)
        self.outlets.update(other.outlets)
        self.foreign += other.foreign


def doubt(one: Circumstances, other: Circumstances) -> float:
    """Return the factor, above 0 and at most 1, on how alike the words of two clusters are."""
    pairs = one.size * other.size
    same = sum(count * other.outlets[outlet] for outlet, count in one.outlets.items())
    outlet = 1 - (1 - ONE_OUTLET) * same / pairs
    uncounted = 1 - (1 - UNCOUNTED) * max(one.foreign / one.size, other.foreign / other.size)
    return _age(one.days, other.days) * outlet * uncounted * LONE.get(one.size + other.size, 1.0)


def _age(one: list[int], other: list[int]) -> float:
    """Return the doubt that lies in how far apart the median dates are."""
    if not one or not other:
        return UNDATED
    gap = abs(one[len(one) // 2] - other[len(other) // 2])
    return 1 - AGE * min(1.0, max(0.0, (gap - NEAR) / (FAR - NEAR)))
