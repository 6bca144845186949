"""Write in Markdown what stages add to a brief: sections, notes, notices, and what was cut."""

from __future__ import annotations

from brief.builtin.renderers.extras import Notes, levels
from brief.builtin.renderers.indent import indented
from brief.builtin.renderers.removals import removals
from brief.builtin.renderers.wording import labelled, note, noticed, titled
from brief.jsonvalue import json_value
from brief.model import Brief, Section
from brief.sanitise import json_text

from .escape import block, heading, prose
from .sheet import Sheet

LONGEST_VALUE = 4000
LONGEST_CUT = 160


class Additions:
    """What stages add to *brief*, on *sheet*."""

    def __init__(self, sheet: Sheet, brief: Brief) -> None:
        self._sheet = sheet
        self._brief = brief
        self._notes = Notes(brief)

    def notes_on(self, target: str, depth: int) -> None:
        """Put the notes on *target* that were not put yet: of depth 0 as paragraphs."""
        for each in self._notes.on(target):
            words = prose(note(each, LONGEST_VALUE))
            if depth:
                self._sheet.bullet(words, depth=depth)
            else:
                self._sheet.block(words)

    def put(self, show_removed: bool) -> None:
        """Put the sections, the notes that had no place yet, the notices, and the cuts if asked."""
        for section in self._brief.sections:
            self._section(section)
        self._other_notes()
        if self._brief.notices:
            self._sheet.heading(2, "Notices")
        for notice in self._brief.notices:
            self._sheet.bullet(prose(noticed(notice)), [notice.span] if notice.span else ())
        if show_removed:
            self._removed()

    def _section(self, section: Section) -> None:
        self._sheet.heading(2, heading(titled(section)))
        for item, level in levels(section.items):
            self._sheet.bullet(prose(labelled(item)), item.spans, level - 1)
        if section.data is not None and not section.items:
            value = json_value(section.data, f"section {section.key!r}")
            self._sheet.block(*block(json_text(indented(value)), "json"))

    def _other_notes(self) -> None:
        """Put the notes on what is not printed: the place says what they are about."""
        notes = [*self._notes.rest()]
        if notes:
            self._sheet.heading(2, "Notes")
        for name, each, spans in notes:
            self._sheet.bullet(prose(f"{name}: {note(each, LONGEST_VALUE)}"), spans)

    def _removed(self) -> None:
        self._sheet.heading(2, "Removed" if self._brief.cuts else "Removed: nothing")
        for each in removals(self._brief, LONGEST_CUT):
            self._sheet.bullet(prose(str(each)), [each.span])
