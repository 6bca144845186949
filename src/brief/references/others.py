"""Tell whether between a name and a pronoun somebody else is told of, who may be meant as well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .naming import PERSONAL
from .sexes import may_not_be, names_another

if TYPE_CHECKING:
    from brief.model import Brief, Party

BODIES = ("organisation", "group", "place")


class Others:
    """Who is named, and who says something, in one article."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self._parties = {one.id: one for one in brief.parties}
        people = (one for one in brief.parties if one.kind == "person")
        self._named = sorted((spot.start, one.id) for one in people for spot in one.mentions)
        self._speaking = sorted(
            (one.speaker.start, one.party) for one in brief.positions if one.speaker is not None
        )
        self._out: dict[tuple[str, str], bool] = {}

    def between(self, party: Party, low: str, start: int, end: int) -> bool:
        """Tell whether the pronoun *low* may mean another than *party*, last named at *start*.

        It may if somebody else, whom the pronoun fits, is named or speaks before *end*: "Ida
        Cole passed the ball to Nora Hart. She shot", "Cole left, our reporter said. She cried".
        """
        if low not in PERSONAL:
            return False
        if names_another(self._text[start:end], party, low):
            return True
        return any(
            other != party.id and not self._is_out(other, low)
            for found in (self._named, self._speaking)
            for other in _within(found, start, end)
        )

    def _is_out(self, other: str, low: str) -> bool:
        """Tell whether the pronoun *low* cannot stand for the party with the id *other*."""
        key = (other, low)
        if key not in self._out:
            party = self._parties.get(other)
            self._out[key] = party is not None and (
                party.kind in BODIES or may_not_be(self._text, party, low)
            )
        return self._out[key]


def _within(found: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    """Return the ids in *found* whose places are behind *start* and before *end*."""
    first = bisect_left(found, start + 1, key=lambda each: each[0])
    last = bisect_left(found, end, key=lambda each: each[0])
    return [other for _, other in found[first:last]]
