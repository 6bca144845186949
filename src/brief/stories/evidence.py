"""What two articles are compared by: their words, weighed, in the whole and in the top."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from .background import background
from .folding import names_in, words_of
from .told import Told

TITLE_TIMES = 3
TOP_WORDS = 100
# The strongest words kept of the whole and of the top, and those that candidates are found by.
KEPT_WHOLE = 150
KEPT_TOP = 60
KEYS = 16
# A word that every seventh article has tells nothing by itself, and is only weighed.
TELLING = 2.0
# An article that tells less has no story of its own: a caption, a stub beside a video.
LEAST_WORDS = 8


# A weight and its word.
Weighed = tuple[float, str]


class Terms:
    """A number for each word, given out as words come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words: list[str] = []
        self.worth: list[float] = []

    def numbered(self, words: Iterable[str]) -> dict[str, int]:
        """Return the number of each of *words*, a new one for a word that is new."""
        numbers = self.numbers
        found: dict[str, int] = {}
        for word in words:
            known = numbers.get(word)
            if known is None:
                known = numbers[word] = len(self.words)
                self.words.append(word)
                self.worth.append(background().of(word))
            found[word] = known
        return found


class Evidence(NamedTuple):
    """What is known of one article, its words as numbers of `Terms`.

    *ids* and *weights* are one vector of length 1: the even ids are words of the whole article,
    the odd ones of its top, each half as long as the other. So the product of two such vectors is
    the mean of two cosines. *keys* are the strongest words, *title* all of the title, *text* those
    of the text that tell something, *names* those of them that it writes with a capital letter
    inside a sentence.
    """

    ids: array[int]
    weights: array[float]
    keys: array[int]
    title: array[int]
    text: array[int]
    names: array[int]
    english: bool

    @property
    def alone(self) -> bool:
        """Whether the text tells too little to be joined with any but a copy of it."""
        return len(self.text) < LEAST_WORDS


def evidence(article: Told, terms: Terms) -> Evidence:
    """Return what *article* is compared by."""
    words = words_of(article.title, article.text)
    title = [word for word in words.title if word]
    text = [word for word in words.text if word]
    top = [word for word in words.text[:TOP_WORDS] if word]
    whole, first = _half(title, text, KEPT_WHOLE), _half(title, top, KEPT_TOP)
    number = terms.numbered(dict.fromkeys(title + text))
    worth, body = terms.worth, set(text)
    telling = {word: at for word, at in number.items() if worth[at] >= TELLING and word in body}
    ids = [2 * number[word] for _, word in whole] + [2 * number[word] + 1 for _, word in first]
    return Evidence(
        array("i", ids),
        array("d", [weight for weight, _ in whole] + [weight for weight, _ in first]),
        array("i", [number[word] for word in _strongest(whole, first)]),
        array("i", [number[word] for word in dict.fromkeys(title)]),
        array("i", telling.values()),
        array("i", [telling[word] for word in names_in(article.text) if word in telling]),
        words.english,
    )


def _strongest(whole: list[Weighed], first: list[Weighed]) -> list[str]:
    """Return the words that weigh most in both halves."""
    # What is not among the strongest of either half is not among those of both.
    sums = {word: weight for weight, word in first}
    for weight, word in whole[: 2 * KEYS]:
        sums[word] = sums.get(word, 0.0) + weight
    return _heaviest(sums)[:KEYS]


def _heaviest(weights: dict[str, float]) -> list[str]:
    """Return the words of *weights*, the heaviest first, those of one weight by their letters."""
    # Two sorts by one thing each take less time than one by both.
    words = sorted(weights)
    words.sort(key=weights.__getitem__, reverse=True)
    return words


def _half(title: list[str], text: list[str], kept: int) -> list[Weighed]:
    """Return the *kept* strongest words, the strongest first, as half of a vector of length 1.

    A word weighs (1 + ln count) x its worth; each in the title counts three times.
    """
    counts = Counter(text)
    for word in title:
        counts[word] += TITLE_TIMES
    known, unknown = background().worth.get, background().unknown
    weights = {word: _times(count) * known(word, unknown) for word, count in counts.items()}
    found = [(weights[word], word) for word in _heaviest(weights)[:kept]]
    length = sqrt(2 * sum([weight * weight for weight, _ in found])) or 1.0
    return [(weight / length, word) for weight, word in found]


@cache
def _times(count: int) -> float:
    return 1 + log(count)
