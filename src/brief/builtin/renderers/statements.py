"""Put who says what on a terminal's page: the shown positions of a brief, party by party."""

from __future__ import annotations

from brief.model import Brief, Position
from brief.sanitise import one_line
from brief.spans import quoted

from .additions import Additions
from .groups import Group, groups
from .page import Page
from .wording import Wording, rest

MARGIN = 4
# Room for the longest stance word and one cell behind it.
COLUMN = MARGIN + 9
# Below this width a column of stance words leaves too little for what is said.
NARROW = 60


class Statements:
    """The block "Positions" of the *brief* on *page*."""

    def __init__(self, page: Page, brief: Brief, additions: Additions, why: bool) -> None:
        self._page = page
        self._brief = brief
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
        more = rest(self._brief)
        if more:
            self._page.gap()
            self._page.put(f"{more}; --depth full or -f json shows all", style="quiet")

    def _heading(self, group: Group) -> None:
        party = group.party
        role = f" · {party.role}" if party and party.role else ""
        self._page.put(group.name + role, lead="  ", indent=2, style="heading")
        if party:
            self._additions.notes_on(party.id, indent=MARGIN)

    def _position(self, position: Position, *, named: bool) -> None:
        """Put one statement; if *named*, as a sentence that begins with the speaker's words."""
        stance, target = one_line(position.stance), "".join(self._wording.target(position))
        target += ": " if target else ""
        if named:
            target = f"{self._wording.speaker(position)} {stance} {target}"
            lead, indent = "• ", MARGIN + 2
        elif self._page.width >= NARROW:
            lead, indent = f"{stance:<8} ", COLUMN
        else:
            lead, indent = f"{stance}{'' if target else ':'} ", MARGIN + 2
        self._page.put(
            target + quoted(self._brief.article.text, position.content),
            lead=" " * MARGIN + lead,
            indent=indent,
            spans=position.content,
            lead_style="" if named else position.stance,
        )
        for words, other in self._wording.disputed(position):
            told = f"disputes {''.join(words)}"
            self._page.put(told, indent=indent, spans=other.content, style="quiet")
        if self._why:
            spans = sorted(filter(None, (position.speaker, position.cue)))
            told = f"why: {self._wording.why(position)}"
            self._page.put(told, indent=indent, spans=spans, style="quiet")
        self._additions.notes_on(position.id, indent=indent)
