"""Put who says what on a terminal's page: the shown positions of a brief, party by party."""

from __future__ import annotations

from brief.contracts import Context
from brief.model import Brief, Position
from brief.sanitise import one_line
from brief.spans import quoted

from .additions import Additions
from .attribution import Wording
from .counts import rest, way_to_all
from .groups import Group, groups
from .page import Page

MARGIN = 4
# Room for the longest stance word and one cell behind it.
COLUMN = MARGIN + 9
# Below this width a column of stance words leaves too little for what is said.
NARROW = 60


class Statements:
    """The block "Positions" of the *brief* on *page*."""

    def __init__(
        self, page: Page, brief: Brief, context: Context, additions: Additions, *, why: bool
    ) -> None:
        self._page = page
        self._brief = brief
        self._context = context
        self._additions = additions
        self._why = why
        self._wording = Wording(brief)

    def put(self) -> None:
        """Put every shown position below its party, and how many more there are."""
        found = [group for group in groups(self._brief) if group.shown]
        if found:
            self._page.gap()
            self._page.put("Positions", style="heading")
        for group in found:
            self._heading(group)
            for position in group.shown:
                self._position(position, named=group.named)
            if group.party and group.hidden:
                self._page.put(f"and {len(group.hidden)} more", indent=MARGIN, style="quiet")
        more = rest(self._brief, self._context)
        if more:
            self._page.gap()
            way = way_to_all(self._context)
            self._page.put(f"{more}; {way} shows all", style="quiet")

    def _heading(self, group: Group) -> None:
        party = group.party
        role = self._wording.role(party) if party else ""
        name = " · ".join(filter(None, (group.name, role)))
        self._page.put(name, lead="  ", indent=2, style="heading")
        if party:
            self._additions.notes_on(party.id, indent=MARGIN)

    def _position(self, position: Position, *, named: bool) -> None:
        """Put one statement; if *named*, as a sentence that begins with the speaker's words."""
        opening = self._wording.lead(position, named=named)
        label = one_line(opening.label)
        target = opening.cue or f"{opening.joint}{opening.target}{opening.mark}"
        target += " " if target else ""
        if named:
            target = f"{self._wording.speaker(position)} {label} {target}"
            lead, indent = "• ", MARGIN + 2
        elif self._page.width >= NARROW:
            lead, indent = f"{label:<8} ", COLUMN
        else:
            lead, indent = f"{label}{'' if opening.target else ':'} ", MARGIN + 2
        self._page.put(
            target + quoted(self._brief.article.text, position.content),
            lead=" " * MARGIN + lead,
            indent=indent,
            spans=position.content,
            lead_style="" if named else position.stance,
        )
        for words, other in self._wording.disputed(position):
            told = "".join(words)
            told += self._wording.evidence(position, other) if self._why else ""
            self._page.put(told, indent=indent, spans=other.content, style="quiet")
        if self._why:
            spans = sorted(filter(None, (position.speaker, position.cue)))
            told = f"why: {self._wording.why(position)}"
            self._page.put(told, indent=indent, spans=spans, style="quiet")
        self._additions.notes_on(position.id, indent=indent)
