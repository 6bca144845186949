"""What two articles are compared by: their words, weighed, in the whole and in the top."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from math import log, sqrt
from typing import NamedTuple

from .background import background
from .folding import TITLE_WORDS, WORDS, names_in, words_of
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

# What a word weighs that is there so often; no word is there more often than all words together.
_TIMES = (0.0, *(1 + log(count) for count in range(1, WORDS + TITLE_TIMES * TITLE_WORDS + 1)))


class Terms(dict[str, int]):
    """A number for each word, given out as words are first asked for."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.worth: list[float] = []

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self.words)
        self.words.append(word)
        self.worth.append(background().of(word))
        return number

    def numbers(self, words: Iterable[str]) -> array[int]:
        """Return the number of each of *words*."""
        return array("i", map(self.__getitem__, words))

    def weighed(self, weights: dict[str, float]) -> dict[int, float]:
        """Return *weights* by the numbers of the words."""
        return dict(zip(map(self.__getitem__, weights), weights.values(), strict=True))


class Evidence(NamedTuple):
    """What is known of one article, its words as numbers of `Terms`.

    *whole* holds the strongest words of the whole article with their weights, *top* those of its
    top, each the strongest first. Both are vectors of length 1 / sqrt(2), so that the products of
    two articles' sum to the mean of two cosines. *keys* are the strongest words of both, *title*
    all of the title, *text* those of the text that tell something, *names* those of them that it
    writes with a capital letter inside a sentence.
    """

    whole: dict[int, float]
    top: dict[int, float]
    keys: array[int]
    title: array[int]
    text: array[int]
    names: array[int]
    english: bool

    def vector(self) -> dict[int, float]:
        """Return both vectors as one of length 1, its even places those of the whole."""
        found = {2 * word: weight for word, weight in self.whole.items()}
        found.update({2 * word + 1: weight for word, weight in self.top.items()})
        return found

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
    body = dict.fromkeys(text)
    worth, number = terms.worth, terms.numbers(body)
    telling = {word for word, at in zip(body, number, strict=True) if worth[at] >= TELLING}
    return Evidence(
        terms.weighed(whole),
        terms.weighed(first),
        terms.numbers(_strongest(whole, first)),
        terms.numbers(dict.fromkeys(title)),
        array("i", [at for at in number if worth[at] >= TELLING]),
        terms.numbers(filter(telling.__contains__, names_in(article.text))),
        words.english,
    )


def _strongest(whole: dict[str, float], first: dict[str, float]) -> list[str]:
    """Return the words that weigh most in both halves."""
    # What is not among the strongest of either half is not among those of both.
    sums = dict(first)
    for word in islice(whole, 2 * KEYS):
        sums[word] = sums.get(word, 0.0) + whole[word]
    return _heaviest(sums)[:KEYS]


def _heaviest(weights: dict[str, float]) -> list[str]:
    """Return the words of *weights*, the heaviest first, those of one weight by their letters."""
    # Two sorts by one thing each take less time than one by both.
    words = sorted(weights)
    words.sort(key=weights.__getitem__, reverse=True)
    return words


def _half(title: list[str], text: list[str], kept: int) -> dict[str, float]:
    """Return the *kept* strongest words, the strongest first, as half of a vector of length 1.

    A word weighs (1 + ln count) x its worth; each in the title counts three times.
    """
    counts = Counter(text)
    for word in title:
        counts[word] += TITLE_TIMES
    known, unknown = background().worth.get, background().unknown
    times = _TIMES
    weights = {word: times[count] * known(word, unknown) for word, count in counts.items()}
    strongest = _heaviest(weights)[:kept]
    length = sqrt(2 * sum([weights[word] ** 2 for word in strongest])) or 1.0
    return {word: weights[word] / length for word in strongest}
