"""Put the statements of a brief below who makes them, in the order every format has."""

from __future__ import annotations

from brief.model import Brief, Party, Position
from brief.value import value

PARTYLESS = "Not attributed to a party"
UNATTRIBUTED = "Not attributed"


@value
class Group:
    """The statements of one *party*; without one, of speakers that are no party or unknown.

    If *named*, each has a speaker of its own, which its line must name.
    """

    name: str
    party: Party | None
    named: bool
    positions: tuple[Position, ...]

    @property
    def shown(self) -> tuple[Position, ...]:
        """Those that readers see by default."""
        return tuple(each for each in self.positions if each.shown)

    @property
    def hidden(self) -> tuple[Position, ...]:
        """The others."""
        return tuple(each for each in self.positions if not each.shown)


def groups(brief: Brief) -> list[Group]:
    """Return the parties that say something, then those of no party, each in source order.

    Parties come in the order in which they speak: that of the shown statements, if any is
    shown, so that the lines can be followed down the article. "He" is not the same man
    throughout: who is no party is not grouped by name.
    """
    said: dict[str, list[Position]] = {party.id: [] for party in brief.parties}
    partyless: list[Position] = []
    nobody: list[Position] = []
    for each in sorted(brief.positions, key=lambda each: each.content):
        nameless = nobody if each.speaker is None else partyless
        said.get(each.party, nameless).append(each)
    parties = {party.id: party for party in brief.parties}
    speaking = [
        Group(party.name, party, False, tuple(said[key]))
        for key, party in parties.items()
        if said[key]
    ]
    found = [
        *sorted(speaking, key=lambda group: (group.shown or group.positions)[0].content),
        Group(PARTYLESS, None, True, tuple(partyless)),
        Group(UNATTRIBUTED, None, False, tuple(nobody)),
    ]
    return [group for group in found if group.positions]
