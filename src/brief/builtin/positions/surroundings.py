"""What an article says around two statements: how rare their words are, who is named where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from .matter import kin, split, stems

if TYPE_CHECKING:
    from brief.model import Brief, Position

# A word is rare if it stands in so few sentences, or in this share of them.
RARE, RARE_SHARE = 3, 0.1


class Surroundings:
    """The words and the parties of *brief*. To ask takes few steps, however long it is."""

    def __init__(self, brief: Brief) -> None:
        self._sentences = brief.sentences
        self._few = max(RARE, round(RARE_SHARE * len(brief.sentences)))
        self._parties = {party.id: party for party in brief.parties}
        self._starts = {
            party.id: sorted(span.start for span in party.mentions) for party in brief.parties
        }
        self._names = {party.id: kin(stems(split(party.name))) for party in brief.parties}

    @cached_property
    def _counts(self) -> Counter[str]:
        """In how many sentences each stem stands: only asked for where two share some."""
        return Counter(
            each for sentence in self._sentences for each in kin(stems(split(sentence.text)))
        )

    def mass(self, found: frozenset[str]) -> float:
        """Return how much *found* tells: a stem of one sentence tells 1, of four 0.25."""
        # Summed in the order of the words: the sum of a set would depend on the hash seed.
        return sum(1 / max(1, self._counts[each]) for each in sorted(found))

    def rare(self, found: frozenset[str]) -> bool:
        """Tell whether one of *found* is rare."""
        return any(self._counts[each] <= self._few for each in found)

    def names(self, one: Position, other: Position) -> frozenset[str]:
        """Return the stems of the names of who speaks: they are not what is spoken of."""
        return self._names[one.party] | self._names[other.party]

    def named_in(self, position: Position, party: str, within: int = 0) -> bool:
        """Tell whether *position* mentions *party*, or does so *within* its first characters."""
        starts = self._starts[party]
        for span in position.content:
            at = bisect_left(starts, span.start)
            end = min(span.end, span.start + within) if within else span.end
            if at < len(starts) and starts[at] < end:
                return True
        return False

    def one_side(self, one: Position, other: Position) -> bool:
        """Tell whether both are of one party, or one speaks for the other, or both for a third."""
        first, second = self._parties[one.party], self._parties[other.party]
        if second.id in (first.id, first.speaks_for) or second.speaks_for == first.id:
            return True
        return bool(first.speaks_for) and first.speaks_for == second.speaks_for
