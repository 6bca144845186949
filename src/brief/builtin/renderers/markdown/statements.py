"""List who says what in Markdown: a heading for each party, a bullet for each statement."""

from __future__ import annotations

from brief.builtin.renderers.groups import Group, groups
from brief.builtin.renderers.wording import Wording, rest
from brief.model import Brief, Position
from brief.spans import quoted

from .additions import Additions
from .escape import heading, prose
from .sheet import Sheet


class Statements:
    """The part "Positions" of *brief* on *sheet*."""

    def __init__(self, sheet: Sheet, brief: Brief, additions: Additions, why: bool) -> None:
        self._sheet = sheet
        self._brief = brief
        self._additions = additions
        self._why = why
        self._wording = Wording(brief)

    def put(self) -> None:
        """Put every shown position below its party, and how many more there are."""
        found = [group for group in groups(self._brief) if group.shown]
        if found:
            self._sheet.heading(2, "Positions")
        for group in found:
            self._heading(group)
            for position in group.shown:
                self._position(position, named=group.named)
        more = rest(self._brief)
        if more:
            count = more[0].upper() + more[1:]
            self._sheet.block(f"{count}; `--depth full` or `-f json` shows all.")

    def _heading(self, group: Group) -> None:
        party = group.party
        role = f" · {party.role}" if party and party.role else ""
        self._sheet.heading(3, heading(group.name + role))
        if party:
            self._additions.notes_on(party.id, depth=0)

    def _position(self, position: Position, *, named: bool) -> None:
        """Put one statement; if *named*, as a sentence that begins with the speaker's words."""
        speaker = prose(self._wording.speaker(position)) if named else ""
        stance = prose(position.stance)
        joint, target = self._wording.target(position)
        line = (
            speaker,
            stance and f"**{stance}**",
            target and f"{joint}{prose(target)}:",
            # Uncut, with a mark where other text stands between its spans.
            prose(quoted(self._brief.article.text, position.content)),
        )
        self._sheet.bullet(" ".join(filter(None, line)), position.content)
        for words, other in self._wording.disputed(position):
            told = f"disputes {''.join(words)}"
            self._sheet.bullet(prose(told), other.content, depth=1)
        if self._why:
            spans = sorted(filter(None, (position.speaker, position.cue)))
            self._sheet.bullet(prose(f"why: {self._wording.why(position)}"), spans, depth=1)
        self._additions.notes_on(position.id, depth=1)
