"""List who says what: the shown positions of a brief, party by party."""

from __future__ import annotations

from brief.model import Brief, Position
from brief.sanitise import one_line, shortened
from brief.spans import squeeze

from .additions import Additions
from .page import Page

MARGIN = 4
# Room for the longest stance word and one cell behind it.
COLUMN = MARGIN + 9
# Below this width a column of stance words leaves too little for what is said.
NARROW = 60
LONGEST_NAME = 60
PARTYLESS = "Not attributed to a party"
UNATTRIBUTED = "Not attributed"


class Statements:
    """The block "Positions" of the *brief* on *page*."""

    def __init__(self, page: Page, brief: Brief, additions: Additions, why: bool) -> None:
        self._page = page
        self._brief = brief
        self._additions = additions
        self._why = why
        self._parties = {party.id: party for party in brief.parties}
        self._positions = {position.id: position for position in brief.positions}

    def put(self) -> None:
        """Put every shown position below its party, and how many more there are."""
        groups = self._groups()
        if groups:
            self._page.gap()
            self._page.put("Positions", style="heading")
        for key, positions in groups.items():
            self._heading(key)
            for position in positions:
                self._position(position, named=key == PARTYLESS)
        self._rest()

    def _groups(self) -> dict[str, list[Position]]:
        """Return the shown positions by party id, then those of no party, in source order.

        "He" is not the same man throughout: who is no party is not grouped by name.
        """
        groups: dict[str, list[Position]] = {party: [] for party in self._parties}
        partyless: list[Position] = []
        nobody: list[Position] = []
        for position in self._brief.positions:
            if not position.shown:
                continue
            if position.party in groups:
                groups[position.party].append(position)
            else:
                (nobody if position.speaker is None else partyless).append(position)
        last = {PARTYLESS: _in_order(partyless), UNATTRIBUTED: _in_order(nobody)}
        return {key: positions for key, positions in {**groups, **last}.items() if positions}

    def _words(self, position: Position) -> str:
        """Return the words the article has for who speaks; nothing if it has none."""
        if position.speaker is None:
            return ""
        start, end = position.speaker.start, position.speaker.end
        return squeeze(self._brief.article.text[start:end])

    def _name(self, key: str) -> str:
        party = self._parties.get(key)
        return party.name if party else shortened(key, LONGEST_NAME)

    def _heading(self, key: str) -> None:
        party = self._parties.get(key)
        role = f" · {party.role}" if party and party.role else ""
        self._page.put(self._name(key) + role, lead="  ", indent=2, style="heading")
        self._additions.notes_on(key, indent=MARGIN)

    def _position(self, position: Position, *, named: bool) -> None:
        """Put one statement; if *named*, as a sentence that begins with the speaker's words."""
        stance, target = one_line(position.stance), self._target(position)
        if named:
            target = f"{self._words(position)} {stance} {target}"
            lead, indent = "• ", MARGIN + 2
        elif self._page.width >= NARROW:
            lead, indent = f"{stance:<8} ", COLUMN
        else:
            lead, indent = f"{stance}{'' if target else ':'} ", MARGIN + 2
        self._page.put(
            target + self._said(position),
            lead=" " * MARGIN + lead,
            indent=indent,
            spans=position.content,
            lead_style="" if named else position.stance,
        )
        for disputed in position.disputes:
            self._disputes(disputed, indent)
        if self._why:
            self._reason(position, indent)
        self._additions.notes_on(position.id, indent=indent)

    def _said(self, position: Position) -> str:
        """Return the content uncut, with a mark where other text stands between its spans."""
        text = self._brief.article.text
        return " [...] ".join(text[span.start : span.end] for span in position.content)

    def _target(self, position: Position) -> str:
        """Return what goes on from the stance word: "the plan: ", or nothing."""
        # "says the mayor:" would name the mayor as who speaks.
        if position.target is None or position.stance == "says":
            return ""
        start, end = position.target.start, position.target.end
        known = position.target_party in self._parties
        words = position.target_party if known else self._brief.article.text[start:end]
        return f"{'of ' if position.stance == 'demands' else ''}{self._name(words)}: "

    def _disputes(self, disputed: str, indent: int) -> None:
        other = self._positions.get(disputed)
        if other is not None:
            words = shortened(self._words(other), LONGEST_NAME)
            said = f"what {words} said" if words else "a statement"
            name = self._name(other.party) if other.party in self._parties else said
            self._page.put(f"disputes {name}", indent=indent, spans=other.content, style="quiet")

    def _reason(self, position: Position, indent: int) -> None:
        text = self._brief.article.text
        for name, span in (("speaker", position.speaker), ("cue", position.cue)):
            if span is not None:
                words = shortened(text[span.start : span.end], LONGEST_NAME)
                via = f", by {position.via}" if name == "speaker" and position.via else ""
                self._page.put(
                    f"why: {name} “{words}”{via}", indent=indent, spans=[span], style="quiet"
                )
        reason = f"why: {position.form}, confidence {position.confidence:.2f}"
        self._page.put(reason, indent=indent, style="quiet")

    def _rest(self) -> None:
        """Say how many statements there are that are not shown."""
        hidden = sum(not position.shown for position in self._brief.positions)
        if hidden:
            noun = "statement" if hidden == 1 else "statements"
            some = hidden < len(self._brief.positions)
            count = f"and {hidden} more {noun}" if some else f"{hidden} {noun} not shown"
            self._page.gap()
            self._page.put(f"{count}; --depth full or -f json shows all", style="quiet")


def _in_order(positions: list[Position]) -> list[Position]:
    return sorted(positions, key=lambda position: position.content)
