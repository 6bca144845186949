"""An article as `news` sees it: lines of terms, and how the lines share them."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

from brief.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .terms import Terms


class Line:
    """A sentence of the story.

    It has its *text*, *words* and *length* in words as readers count them, the *terms* of its
    words in order (empty for a common word), how often it has each (*counts*), and their
    weights (*vector*, of length 1). *spoken*: most of it stands between quotation marks.
    """

    __slots__ = ("counts", "length", "spoken", "terms", "text", "vector", "words")

    def __init__(self, text: str, reader: Terms) -> None:
        self.text = text
        self.words = reader.words(text)
        self.terms = list(map(reader.stem, self.words))
        self.length = count(text)
        self.counts: dict[str, int] = {}
        counts = self.counts
        for term in self.terms:
            if term:
                counts[term] = counts.get(term, 0) + 1
        self.vector: dict[str, float] = {}
        self.spoken = _is_spoken(text)


class Story:
    """The *lines* of an article that may be picked, and the terms of its *title*.

    *within* counts the lines that each term is in, *often* its uses. The order of either is
    that of the article, so sums over them are the same on every machine.
    """

    def __init__(self, texts: Sequence[str], reader: Terms, title: str = "") -> None:
        self.lines = [Line(text, reader) for text in texts]
        self.english = reader.english
        self.title = frozenset(map(reader.stem, reader.words(title))) - {""}
        self.within: dict[str, int] = {}
        self.often: dict[str, int] = {}
        within, often = self.within, self.often
        for line in self.lines:
            for term, uses in line.counts.items():
                within[term] = within.get(term, 0) + 1
                often[term] = often.get(term, 0) + uses
        self._weigh()

    def _weigh(self) -> None:
        """Give each line its vector: how often it has a term x how rare that is in the article.

        After Salton and Buckley 1988, Term-Weighting Approaches in Automatic Text Retrieval.
        """
        size = len(self.lines)
        rarity = {term: log(1 + size / lines) for term, lines in self.within.items()}
        for line in self.lines:
            vector = {
                term: rarity[term] if uses == 1 else (1 + log(uses)) * rarity[term]
                for term, uses in line.counts.items()
            }
            norm = sqrt(sum([weight * weight for weight in vector.values()])) or 1.0
            line.vector = {term: weight / norm for term, weight in vector.items()}


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def _is_spoken(text: str) -> bool:
    """Tell whether more than half of *text* stands between double quotation marks."""
    if '"' not in text and "“" not in text:
        return False
    inside = 0
    for number, piece in enumerate(text.replace("“", '"').replace("”", '"').split('"')):
        if number % 2:
            inside += len(piece)
    return inside > len(text) / 2
