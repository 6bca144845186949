"""What sumy is given of an article, and what is made of its ratings and choices."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from math import isfinite, log
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from brief.languages import spoken
from brief.stopwords import stop_words
from brief.words import terms

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


class Info(Protocol):
    """What sumy says of a sentence."""

    order: int
    rating: float


class Document(Protocol):
    """A document as sumy wants it."""

    sentences: Sequence[object]


class Rates(Protocol):
    """One of the methods that sumy puts together to Edmundson's."""

    def rate_sentences(self, document: Document) -> Mapping[object, float]:
        """Return the rating of each sentence."""
        ...


class Summarizer(Protocol):
    """A summariser as sumy defines it."""

    stop_words: Iterable[str]

    def __call__(
        self, document: Document, count: Callable[[Sequence[Info]], Sequence[Info]]
    ) -> object:
        """Return the best sentences; *count* takes them from all, best first."""
        ...


class Ranking(NamedTuple):
    """A score for each sentence that is ranked, and the parts of the scores by name."""

    scores: list[float]
    why: Mapping[str, Sequence[float]] = {}


class Words:
    """The tokenizer sumy asks for; its own needs NLTK's data files."""

    def to_words(self, text: str) -> list[str]:
        """Return the words of *text* that start with a letter."""
        return terms(text)

    def to_sentences(self, text: str) -> list[str]:
        """Return *text* as one sentence: it has been split already."""
        return [text]


def stop_words_of(brief: Brief, context: Context) -> frozenset[str]:
    """Return the stop words of the language that an article is in."""
    return stop_words(spoken(brief, context) or "en")


def document(brief: Brief, places: Sequence[int], title: str = "") -> Document:
    """Return the sentences at *places* in their paragraphs, below *title* if there is one."""
    # Imported for a summariser alone; sumy ships no types.
    from sumy.models.dom import (  # type: ignore[import-untyped]
        ObjectDocumentModel,
        Paragraph,
        Sentence,
    )

    words = Words()
    chosen = [brief.sentences[place] for place in places]
    paragraphs = [
        [Sentence(sentence.text, words) for sentence in group]
        for _, group in groupby(chosen, key=lambda sentence: sentence.paragraph)
    ]
    if title and paragraphs:
        # In a paragraph of its own it would take the place of the first.
        paragraphs[0].insert(0, Sentence(title, words, is_heading=True))
    made: Document = ObjectDocumentModel([Paragraph(each) for each in paragraphs])
    return made


def ratings(sumy: Summarizer, document: Document) -> Ranking | None:
    """Return how *sumy* rates the sentences of *document*, or none if none stands out."""
    rated: dict[int, float] = {}

    def gather(infos: Sequence[Info]) -> Sequence[Info]:
        rated.update((info.order, float(info.rating)) for info in infos)
        return infos

    sumy(document, gather)
    scores = [tied(rated[order]) for order in sorted(rated)]
    # Without a shared word some divide by zero.
    return Ranking(scores) if all(map(isfinite, scores)) and len({*scores}) > 1 else None


def in_order(rated: Mapping[object, float], document: Document) -> list[float]:
    """Return the ratings of the sentences of *document* in their order."""
    return [float(rated[sentence]) for sentence in document.sentences]


def tied(rating: float) -> float:
    """Return *rating* without the digits in which what is equal differs by its order of sums."""
    # On every machine the same: a tie goes to the earlier sentence, not to the processor.
    return float(f"{rating:.11g}")


def choices(
    sumy: Summarizer, document: Document, worth: Callable[..., Sequence[float]], wanted: int
) -> list[int] | None:
    """Return the first *wanted* sentences in the order in which *sumy* chooses them.

    *worth* tells, from what sumy has at a step, what each sentence that is left is worth. None
    if nothing stands out and they would be taken as they come.
    """
    left: list[int] = []
    chosen: list[int] = []
    differ = False

    def best(*told: object) -> int:
        nonlocal differ
        worths = worth(*told)
        if not chosen:
            left.extend(range(len(worths)))
            differ = len({tied(each) for each in worths}) > 1
        at = worths.index(max(worths))
        chosen.append(left.pop(at))
        if len(chosen) >= wanted:
            raise Enough
        return at

    # sumy asks it at each step, with all that is left, until nothing is left.
    vars(sumy)["_find_index_of_best_sentence"] = best
    with suppress(Enough):
        sumy(document, lambda infos: infos)
    return chosen if differ or chosen != list(range(len(chosen))) else None


class Enough(Exception):
    """As many sentences as wanted are chosen."""


def one_thread() -> None:
    """Import numpy, if it is not there yet, such that it computes in one thread.

    On a busy machine its threads wait for each other, which made LSA take fifteen times as
    long, and how a sum is shared out between them shows in its last digits. `-j` is what
    spreads articles. It reads this once, so nothing else notices.
    """
    variable = "OPENBLAS_NUM_THREADS"
    if "numpy" in sys.modules or variable in os.environ:
        return
    os.environ[variable] = "1"
    try:
        import numpy as np  # noqa: F401  # slow: 0.14 s
    finally:
        del os.environ[variable]


class Bag:
    """The words of a sentence, counted once for all the pairs that it is part of."""

    def __init__(self, words: Sequence[str]) -> None:
        self.size = len(words)
        self.counts = Counter(words)


def by_shared_words(sumy: Any, alike: float) -> Summarizer:  # noqa: ANN401  # sumy has no types
    """Return *sumy*, which compares each word of a sentence with each of another, counting them.

    The numbers stay the same to the last digit. Two sentences of one word, where it would
    divide by zero, are rated *alike*.
    """
    listed = sumy._to_words_set  # noqa: SLF001  # there is no other way in

    def edge(one: Bag, other: Bag) -> float:
        if one.counts.keys().isdisjoint(other.counts):
            return 0.0
        counts = other.counts
        pairs = sum([n * counts[word] for word, n in one.counts.items() if word in counts])
        norm = log(one.size) + log(other.size)
        return pairs / norm if norm else alike

    vars(sumy).update(
        _to_words_set=lambda sentence: Bag(listed(sentence)), _rate_sentences_edge=edge
    )
    checked: Summarizer = sumy
    return checked
