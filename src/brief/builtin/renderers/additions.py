"""Put what stages add to a brief on a terminal's page: sections, notes, notices, what was cut."""

from __future__ import annotations

from brief.model import Brief, Section

from .extras import Notes, levels
from .page import Page
from .wording import labelled, note, noticed, titled, value_text

LONGEST_VALUE = 400
LONGEST_CUT = 60
# Deeper children are not indented further: a page is 40 cells wide at least.
DEEPEST = 6


class Additions:
    """What stages add to *brief*, on *page*."""

    def __init__(self, page: Page, brief: Brief) -> None:
        self._page = page
        self._brief = brief
        self._notes = Notes(brief)

    def notes_on(self, target: str, indent: int) -> None:
        """Put the notes on *target* that were not put yet."""
        for each in self._notes.on(target):
            self._page.put(note(each, LONGEST_VALUE), indent=indent, style="quiet")

    def put(self, show_removed: bool) -> None:
        """Put the sections, the notes that had no place yet, the notices, and the cuts if asked."""
        for section in self._brief.sections:
            self._section(section)
        self._other_notes()
        self._notices()
        if show_removed:
            self._removed()

    def _heading(self, text: str) -> None:
        self._page.gap()
        self._page.put(text, style="heading")

    def _section(self, section: Section) -> None:
        self._heading(titled(section))
        for item, level in levels(section.items):
            margin = 2 * min(level, DEEPEST)
            lead = " " * margin + "• "
            self._page.put(labelled(item), lead=lead, indent=margin + 2, spans=item.spans)
        if section.data is not None and not section.items:
            data = value_text(section.data, f"section {section.key!r}", LONGEST_VALUE)
            self._page.put(data, lead="  ", indent=2)

    def _other_notes(self) -> None:
        """Put the notes on what is not printed: the place says what they are about."""
        notes = [*self._notes.rest()]
        if notes:
            self._heading("Notes")
        for name, each, spans in notes:
            text = f"{name}: {note(each, LONGEST_VALUE)}"
            self._page.put(text, lead="  • ", indent=4, spans=spans)

    def _notices(self) -> None:
        if self._brief.notices:
            self._page.gap()
        for notice in self._brief.notices:
            spans = [notice.span] if notice.span else ()
            self._page.put(noticed(notice), lead="! ", indent=2, spans=spans, lead_style="notice")

    def _removed(self) -> None:
        from .removals import removals  # few ask for it

        self._heading("Removed" if self._brief.cuts else "Removed: nothing")
        for each in removals(self._brief, LONGEST_CUT):
            self._page.put(str(each), lead="  • ", indent=4, spans=[each.span], style="quiet")
