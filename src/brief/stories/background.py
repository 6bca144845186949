"""How many articles of a large collection have a word: what makes a word rare."""

from __future__ import annotations

from functools import cache
from math import log
from typing import NamedTuple

from brief.data import rows

FILE = "background.en.txt"
# A word in so large a share of articles says nothing of what an article is about.
COMMON = 0.25


class Background(NamedTuple):
    """What each word is worth, the worth of a word that is not in the table, and common words.

    The worth is the inverse document frequency (Spärck Jones 1972). It comes from a fixed table
    and never from the articles at hand, so what two articles have in common stays the same
    whatever else is read with them.
    """

    worth: dict[str, float]
    unknown: float
    common: frozenset[str]

    def of(self, word: str) -> float:
        """Return what a folded *word* is worth: 0 for one in every article, some 8 at most."""
        return self.worth.get(word, self.unknown)


@cache
def background() -> Background:
    """Return the table that comes with brief."""
    lines = rows(FILE)
    articles = int(next(lines)[1])
    worth: dict[str, float] = {}
    common: list[str] = []
    for count, *words in lines:
        seen = int(count)
        worth.update(dict.fromkeys(words, log((articles + 1) / (seen + 0.5))))
        if seen >= COMMON * articles:
            common += words
    # A word outside the table counts as seen in one article.
    return Background(worth, log((articles + 1) / 1.5), frozenset(common))
