"""Tell whether two statements of one party are the same one told twice."""

from __future__ import annotations

from collections.abc import Iterable

from brief.value import value

# Two statements that share this much of the shorter one's words are one.
NEAR = 0.8
# A paraphrase has other small words than the quotation it tells: of the telling ones, fewer.
PARAPHRASE = 0.6
# Fewer telling words than these are shared by chance.
LEAST = 3


@value
class Told:
    """What is compared of a statement: all its *words*, the *stems* of the telling ones, its
    *figures*, whether it is *quoted*, and whether it says that something is not so (*negative*).
    """

    words: frozenset[str]
    stems: frozenset[str]
    figures: frozenset[str]
    quoted: bool
    negative: bool


def repeats(one: Told, others: Iterable[Told]) -> bool:
    """Tell whether one of *others* says what *one* says, word by word or as its quotation.

    "It is safe" and "it is not safe" are two statements, and so are two that differ in a figure.
    """
    return any(_same(one, other) for other in others)


def _same(one: Told, other: Told) -> bool:
    if one.negative != other.negative or not _agree(one.figures, other.figures):
        return False
    if _shared(one.words, other.words) >= NEAR:
        return True
    few = min(len(one.stems), len(other.stems)) < LEAST
    paraphrase = one.quoted != other.quoted and not few
    return paraphrase and _shared(one.stems, other.stems) >= PARAPHRASE


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether all figures of one of the two are in the other."""
    return one <= other or other <= one


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the smaller of two sets is in the other, 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 1.0
