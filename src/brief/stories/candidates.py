"""Pairs of articles that may tell of one event: they share two of their strongest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

SHARED = 2
# Where more articles than this have a word, each is compared with the nearest before it only:
# else the work would grow as the square of their number.
LONG = 100
NEAREST = 30


def candidates(keys: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each article's place with the places before it that it is to be compared with.

    *keys* are the strongest words of each article, the articles in canonical order, so that the
    nearest before one are the latest that were published before it.
    """
    having: dict[int, list[int]] = {}
    many = Counter(key for words in keys for key in words)
    for place, words in enumerate(keys):
        shared: Counter[int] = Counter()
        for key in words:
            before = having.setdefault(key, [])
            shared.update(before[-NEAREST:] if many[key] > LONG else before)
            before.append(place)
        yield place, sorted(other for other, count in shared.items() if count >= SHARED)
