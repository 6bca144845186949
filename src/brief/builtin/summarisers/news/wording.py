"""How likely a person's summary is to use each word of the article."""

from __future__ import annotations

from math import exp, log
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .story import Story

# What is known of a word, in the order of its weights.
FEATURES = (
    "uses",
    "lines",
    "first in 3",
    "first in 10",
    "in the first line",
    "in the second line",
    "near the top in 3",
    "near the top in 10",
    "capital",
    "number",
    "quoted",
    "once",
    "story",
    "title",
)


def features(story: Story) -> dict[str, tuple[float, ...]]:
    """Return what is known of each term of *story*, in the order of `FEATURES`."""
    fast = [exp(-place / 3) for place in range(len(story.lines))]
    slow = [exp(-place / 10) for place in range(len(story.lines))]
    logs = [0.0, *map(log, range(1, max(story.often.values(), default=0) + 1))]
    size = log(len(story.lines)) if story.lines else 0.0
    often, within, title = story.often, story.within, story.title
    known: dict[str, tuple[float, ...]] = {}
    for term, (at, near, close, capital, quoted) in _met(story, fast, slow).items():
        uses, lines, first = often[term], within[term], int(at)
        known[term] = (
            logs[uses],
            logs[lines],
            fast[first],
            slow[first],
            1.0 if first == 0 else 0.0,
            1.0 if first == 1 else 0.0,
            near if near < 2.5 else 2.5,
            close if close < 5.0 else 5.0,
            capital / uses,
            1.0 if term[0].isdigit() else 0.0,
            quoted / uses,
            1.0 if lines == 1 else 0.0,
            size,
            1.0 if term in title else 0.0,
        )
    return known


def _met(story: Story, fast: Sequence[float], slow: Sequence[float]) -> dict[str, list[float]]:
    """Return for each term its first line, and sums over those it is in.

    The sums are of *fast* and *slow*, by line; behind them stand its uses with a capital, and
    those in quotations.
    """
    met: dict[str, list[float]] = {}
    for place, line in enumerate(story.lines):
        near, close = fast[place], slow[place]
        for term in line.counts:
            found = met.get(term)
            if found is None:
                met[term] = [place, near, close, 0.0, 0.0]
            else:
                found[1] += near
                found[2] += close
        if line.spoken:
            for term, uses in line.counts.items():
                met[term][4] += uses
        # The first word has a capital whatever it is.
        for term, word in zip(line.terms[1:], line.words[1:], strict=True):
            if term and not word.islower() and word[0].isupper():
                met[term][3] += 1
    return met


def chances(
    known: Mapping[str, Sequence[float]], weights: Sequence[float], bias: float
) -> dict[str, float]:
    """Return the chance of each term to be in a person's summary, by what is *known* of it.

    That people's summaries use some words far more than others: Nenkova and Vanderwende 2005,
    The Impact of Frequency on Summarization. Chances by logistic regression: Hong and Nenkova
    2014, Improving the Estimation of Word Importance for News Multi-Document Summarization.
    """
    return {term: 1 / (1 + exp(-bias - sum(map(mul, weights, row)))) for term, row in known.items()}
