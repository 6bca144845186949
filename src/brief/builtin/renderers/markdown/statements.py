"""List who says what in Markdown: a heading for each party, a bullet for each statement."""

from __future__ import annotations

from brief.builtin.renderers.attribution import Wording
from brief.builtin.renderers.counts import rest, way_to_all
from brief.builtin.renderers.groups import Group, groups
from brief.contracts import Context
from brief.model import Brief, Position
from brief.spans import quoted

from .additions import Additions
from .escape import heading, prose
from .sheet import Sheet


class Statements:
    """The part "Positions" of *brief* on *sheet*."""

    def __init__(
        self, sheet: Sheet, brief: Brief, context: Context, additions: Additions, *, why: bool
    ) -> None:
        self._sheet = sheet
        self._brief = brief
        self._context = context
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
            if group.party and group.hidden:
                self._sheet.bullet(f"and {len(group.hidden)} more")
        more = rest(self._brief, self._context)
        if more:
            count = more[0].upper() + more[1:]
            way = way_to_all(self._context).replace(" or ", "` or `")
            self._sheet.block(f"{count}; `{way}` shows all.")

    def _heading(self, group: Group) -> None:
        party = group.party
        role = self._wording.role(party) if party else ""
        self._sheet.heading(3, heading(" · ".join(filter(None, (group.name, role)))))
        if party:
            self._additions.notes_on(party.id, depth=0)

    def _position(self, position: Position, *, named: bool) -> None:
        """Put one statement; if *named*, as a sentence that begins with the speaker's words."""
        speaker = prose(self._wording.speaker(position)) if named else ""
        lead = self._wording.lead(position, named=named)
        label = prose(lead.label)
        line = (
            speaker,
            label and f"**{label}**{':' if lead.cue else ''}",
            prose(lead.cue),
            lead.target and f"{lead.joint}{prose(lead.target)}{lead.mark}",
            # Uncut, with a mark where other text stands between its spans.
            prose(quoted(self._brief.article.text, position.content)),
        )
        self._sheet.bullet(" ".join(filter(None, line)), position.content)
        for words, other in self._wording.disputed(position):
            told = "".join(words)
            told += self._wording.evidence(position, other) if self._why else ""
            self._sheet.bullet(prose(told), other.content, depth=1)
        if self._why:
            spans = sorted(filter(None, (position.speaker, position.cue)))
            self._sheet.bullet(prose(f"why: {self._wording.why(position)}"), spans, depth=1)
        self._additions.notes_on(position.id, depth=1)
