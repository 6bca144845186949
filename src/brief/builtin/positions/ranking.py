"""Weigh the statements of an article: how much each tells of where a party stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import word_set
from brief.spans import merged
from brief.value import value

from .matter import denies, split, stems, words_of
from .repeats import Told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.model import Brief, Position

# What is added to the confidence, which is 0 to 1. A stance tells more than that somebody
# spoke, a quotation more than a report, and what others contradict is what the story is about.
STANCE = 0.15
QUOTED = 0.1
DISPUTED = 0.15
HEADLINE = 0.1
LENGTH = 0.1
# Taken off what needs the sentence before it ("It's so special"), and off what holds a
# statement of somebody else: that one has a line of its own.
LEANING = 0.05
HOLDING = 0.2
# So many telling words are as good as more.
ENOUGH = 12
# Fewer words than these tell little.
TELLING = 6
LEANS = word_set("it it's that that's this they they're these those he he's she she's")
NEGATIVE = frozenset(("denies", "opposes"))


@value
class Weighed:
    """A *position* with its *weight* (about 0 to 1.5) and what it is compared by (*told*)."""

    position: Position
    weight: float
    told: Told


def weighed(brief: Brief, positions: Iterable[Position]) -> list[Weighed]:
    """Return *positions*, some of those of *brief*, each with its weight."""
    headline = stems(split(brief.article.title))
    disputed = {key for each in brief.positions for key in each.disputes}
    holding = _holding(brief)
    found = []
    for position in positions:
        words = words_of(brief, position)
        told = _told(position, words)
        weight = position.confidence + _said(position, words)
        weight += LENGTH * min(len(told.stems), ENOUGH) / ENOUGH
        weight += HEADLINE * min(len(told.stems & headline), 3) / 3
        weight += DISPUTED * (bool(position.disputes) or position.id in disputed)
        weight -= HOLDING * (position.id in holding)
        # A short denial is a position all the same; a question is none.
        asks = brief.article.text[position.content[-1].end - 1] == "?"
        little = asks or (position.stance == "says" and len(words) < TELLING)
        found.append(Weighed(position, weight / 2 if little else weight, told))
    return found


def _said(position: Position, words: list[str]) -> float:
    """Return what stance and form add."""
    leaning = bool(words) and words[0] in LEANS
    return (
        STANCE * (position.stance != "says")
        + QUOTED * (position.form != "indirect")
        - LEANING * leaning
    )


def _told(position: Position, words: list[str]) -> Told:
    return Told(
        frozenset(words),
        stems(words),
        frozenset([word for word in words if word[0].isdecimal() or word[-1].isdecimal()]),
        position.form != "indirect",
        denies(words) != (position.stance in NEGATIVE),
    )


def _holding(brief: Brief) -> set[str]:
    """Return the ids of statements inside which another party's statement stands whole."""
    ends = sorted((*merged(each.content)[0], each.id, each.party) for each in brief.positions)
    found: set[str] = set()
    open_ones: list[tuple[int, str, str]] = []
    for start, end, key, party in sorted(ends, key=lambda each: (each[0], -each[1])):
        open_ones = [each for each in open_ones if each[0] > start]
        found |= {other for stop, other, by in open_ones if stop >= end and by != party}
        open_ones.append((end, key, party))
    return found
