"""Find the sentence that a word points back to, and the name of who is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from .heads import QUOTES
from .naming import PERSONAL, Names
from .others import Others
from .people import has_somebody, names_somebody

if TYPE_CHECKING:
    from brief.model import Brief, Party
    from brief.spans import Part

    from .pointing import Points

# Captions and headings have no full stop, and whom they name nobody is told of.
ENDS = (".", "!", "?", "”", '"', "’", "'", ")", "…", "»")
# So many sentences back somebody may be meant whom a pronoun does not name.
REACH = 6
# Nobody is as good as certain who was last told of further back.
NEAR = 3
# A name that starts so many characters behind its sentence opens it, a title before it or not.
OPENING = 40


class Antecedents:
    """What the words that point back in one article stand for."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._starts = [one.start for one in brief.sentences]
        self._parties = {one.id: one for one in brief.parties}
        self._somebody: dict[int, bool] = {}
        # The party that the pronoun at an offset is known to be, and where it stands in for one.
        self._known: dict[int, str] = {
            one.speaker.start: one.party
            for one in brief.positions
            if one.speaker is not None and one.via == "pronoun" and one.party
        }
        self._spoken = {one.speaker.start for one in brief.positions if one.speaker is not None}
        for party in brief.parties:
            for span in party.pronouns:
                self._known.setdefault(span.start, party.id)
        self._names = Names(brief.article.text)
        self._others = Others(brief)
        self._seen: dict[str, list[int]] = {}

    def before(self, place: int, points: Points) -> tuple[int | None, int]:
        """Return the place of the antecedent, and up to where another would be taken for it."""
        if not place:
            return None, 0
        if points.low not in PERSONAL and points.low != "the":
            return place - 1, place
        nearest = self._nearest(place)
        party = self._known.get(points.start, "")
        if not party or points.quoted:
            return nearest, 0 if nearest is None else nearest + 1
        seen = self._places(party)
        at = bisect_left(seen, place)
        if not at:
            return nearest, 0 if nearest is None else nearest + 1
        return seen[at - 1], place if nearest is None else max(nearest, seen[at - 1]) + 1

    def _nearest(self, place: int) -> int | None:
        """Return the nearest sentence before *place* that has somebody in it."""
        for at in range(place - 1, max(-1, place - 1 - REACH), -1):
            if at not in self._somebody:
                self._somebody[at] = has_somebody(self._brief.sentences[at].text)
            if self._somebody[at]:
                return at
        return None

    def _places(self, party: str) -> list[int]:
        """Return the places of the sentences that name *party* or have a pronoun for it."""
        if party not in self._seen:
            spots = [span.start for span in self._parties[party].mentions]
            spots += [start for start, known in self._known.items() if known == party]
            self._seen[party] = sorted({max(0, bisect_right(self._starts, at) - 1) for at in spots})
        return self._seen[party]

    def name(self, place: int, points: Points) -> Part | None:
        """Return the name that may be put in behind the word, if it is known who is meant."""
        party = self._parties.get(self._known.get(points.start, ""))
        if party is None or not points.sure or not self._is_near(party, place, points):
            return None
        # "He, too, left": a name would stand before the comma.
        behind = self._brief.article.text[points.end : points.end + 1]
        return self._names.behind(party, points) if behind.isspace() else None

    def _is_near(self, party: Party, place: int, points: Points) -> bool:
        """Tell whether *party* was named shortly before, and nobody else is told of since.

        Who "he" is that does something, and says nothing, is sure only behind a sentence that
        begins with the name: in "The talks failed, Cole said. He left" it may be anybody.
        """
        start = points.start
        last = bisect_left(party.mentions, start, key=lambda mention: mention.start) - 1
        if last < 0:
            return False
        mention = party.mentions[last]
        at = bisect_right(self._starts, mention.start) - 1
        sentence = self._brief.sentences[at]
        opens = mention.start - sentence.start < OPENING and sentence.text[0] not in QUOTES
        told = sentence.text.endswith(ENDS)
        if not 0 < place - at <= NEAR or not told or not (opens or start in self._spoken):
            return False
        since = self._brief.sentences[at + 1 : place]
        if any(names_somebody(each.text) for each in since):
            return False
        # In the sentence of the pronoun itself, others are named in what is said, or later.
        begins = self._starts[place]
        return not self._others.between(party, points.low, mention.start, begins)
