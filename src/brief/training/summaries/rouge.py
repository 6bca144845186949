"""Count what a summary shares with a person's: ROUGE-1 and ROUGE-2 (Lin 2004)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

_WORDS = re.compile("[a-z0-9]+")


class Reference:
    """A summary that a person wrote, as counted words and pairs of words."""

    def __init__(self, text: str) -> None:
        self.grams = _grams(tokens(text))

    def score(self, found: Sequence[str]) -> float:
        """Return ROUGE-1 + ROUGE-2 of a summary of the tokens *found*: F1 in per cent, 0 to 200."""
        return sum(_f1(one, other) for one, other in zip(_grams(found), self.grams, strict=True))


def _grams(found: Sequence[str]) -> tuple[Counter[Any], Counter[Any]]:
    return Counter(found), Counter(pairwise(found))


def _f1(one: Counter[Any], other: Counter[Any]) -> float:
    size = one.total() + other.total()
    shared = sum([min(count, other[gram]) for gram, count in one.items() if gram in other])
    return 200 * shared / size if size else 0.0


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of *text*, stemmed as the usual scorers stem them."""
    return tuple(map(_stem, _WORDS.findall(text.lower())))


@cache
def _stem(word: str) -> str:
    return str(_porter().stem(word)) if len(word) > 3 else word


@cache
def _porter() -> Any:
    # Slow: 0.3 s. nltk ships no types.
    from nltk.stem.porter import PorterStemmer  # type: ignore[import-untyped]

    return PorterStemmer()
