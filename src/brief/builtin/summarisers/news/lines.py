"""What speaks for or against each sentence of an article, whatever else is chosen."""

from __future__ import annotations

from itertools import repeat
from math import log
from typing import TYPE_CHECKING

from brief.data import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .story import Story

# What is known of a sentence, in the order of its weights.
FEATURES = (
    "height",
    "frequent",
    "taken up",
    "central",
    "perfect",
    "points back",
    "opening",
)
# What a reader is told of each of them.
_REASONS = (
    "position",
    "taken up",
    "taken up",
    "taken up",
    "wording",
    "wording",
    "wording",
)
_POINTING = word_set(
    "but and so yet or however meanwhile also still then he she it they this that these those "
    "there his her its their here such another instead i we you"
)
_PARTICIPLES = ("ed", "en", "wn", "ne", "id", "de", "ut", "ld", "st", "ght", "n")


def features(story: Story, openings: Mapping[str, float]) -> list[tuple[float, ...]]:
    """Return what is known of each sentence of *story*, in the order of `FEATURES`.

    *openings* tells how much likelier each common word makes it that a sentence opens a story:
    what is worded as news is news further down too.
    """
    forward, central = _links(story)
    often = {term: log(uses) for term, uses in story.often.items()}
    size = len(story.lines)
    rows: list[tuple[float, ...]] = []
    for place, line in enumerate(story.lines):
        many = sum(line.counts.values()) or 1
        frequent = sum([often[term] * uses for term, uses in line.counts.items()]) / many
        words = line.words
        rows.append(
            (
                log((1 + size) / (1 + place)),
                frequent,
                forward[place],
                central[place],
                1.0 if story.english and _announces(words) else 0.0,
                1.0 if story.english and words and words[0].lower() in _POINTING else 0.0,
                # Each word once, in their order: a sum must not depend on how words hash.
                sum(map(openings.get, dict.fromkeys(words), repeat(0.0))) if story.english else 0.0,
            )
        )
    return rows


def score(row: Sequence[float], weights: Sequence[float]) -> float:
    """Return the sum of what is known of a sentence, each times its weight."""
    return sum([known * weight for known, weight in zip(row, weights, strict=True)])


def reasons(row: Sequence[float], weights: Sequence[float]) -> dict[str, float]:
    """Return the parts of the score of a sentence by what a reader is told of them."""
    told: dict[str, float] = {}
    for name, known, weight in zip(_REASONS, row, weights, strict=True):
        told[name] = told.get(name, 0.0) + known * weight
    return told


def _announces(words: list[str]) -> bool:
    """Tell whether a verb is in the perfect, in which news announces itself: "has been jailed"."""
    for auxiliary in ("has", "have"):
        if auxiliary in words:
            at = words.index(auxiliary) + 1
            if words[at : at + 1] == ["been"]:
                at += 1
            return at < len(words) and words[at].endswith(_PARTICIPLES)
    return False


def _links(story: Story) -> tuple[list[float], list[float]]:
    """Return how much later sentences take each one up, and how much all others are like it.

    Each as a share of the highest in the article. The sum of a sentence's likenesses to others
    is one product with the sum of their vectors, so the time is linear. Centrality after Radev
    et al. 2004, its direction after Zheng and Lapata 2019 (PacSum).
    """
    total: dict[str, float] = {}
    for line in story.lines:
        for term, weight in line.vector.items():
            total[term] = total.get(term, 0.0) + weight
    forward, central = [], []
    left = total.copy()
    for line in story.lines:
        vector = line.vector
        for term, weight in vector.items():
            left[term] -= weight
        forward.append(sum([weight * left[term] for term, weight in vector.items()]))
        # Its likeness to itself, which is 1, left out.
        central.append(sum([weight * total[term] for term, weight in vector.items()]) - 1)
    return _shares(forward), _shares(central)


def _shares(values: list[float]) -> list[float]:
    most = max(values, default=0.0)
    # Of what cancels out, sums leave a trace.
    return [max(0.0, value) / most if most > 1e-9 else 0.0 for value in values]
