"""Print what stages add to a brief: sections, notes, notices, and what was cut."""

from __future__ import annotations

from collections.abc import Iterable

from brief.model import Brief, Item, Json, Note, Section
from brief.sanitise import shortened

from .page import Page

LONGEST_VALUE = 400
LONGEST_CUT = 60
# Deeper children are not indented further: a page is 40 cells wide at least.
DEEPEST = 6


class Additions:
    """What stages add to *brief*, on *page*. No note is left out, and none comes twice."""

    def __init__(self, page: Page, brief: Brief) -> None:
        self._page = page
        self._brief = brief
        self._notes: dict[str, list[Note]] = {}
        for note in brief.notes:
            self._notes.setdefault(note.target, []).append(note)

    def notes_on(self, target: str, indent: int) -> None:
        """Put the notes on *target* that were not put yet."""
        for note in self._notes.pop(target, ()):
            self._page.put(_note(note), indent=indent, style="quiet")

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
        generated = " (generated)" if section.origin == "generated" else ""
        self._heading((section.title or section.key) + generated)
        self._items(section.items)
        if section.data is not None and not section.items:
            data = _value(section.data, f"section {section.key!r}")
            self._page.put(data, lead="  ", indent=2)

    def _items(self, items: Iterable[Item]) -> None:
        """Put *items*, the children of each below it."""
        # Not recursive: however deep a plugin nests, the page is written.
        left = [(item, 1) for item in reversed([*items])]
        while left:
            item, depth = left.pop()
            margin = 2 * min(depth, DEEPEST)
            text = ": ".join(filter(None, (item.label, item.text)))
            self._page.put(text, lead=" " * margin + "• ", indent=margin + 2, spans=item.spans)
            left += [(child, depth + 1) for child in reversed(item.children)]

    def _other_notes(self) -> None:
        """Put the notes on what is not printed: the place says what they are about."""
        if not self._notes:
            return
        spans = {sentence.id: sentence.parts for sentence in self._brief.sentences}
        spans |= {party.id: party.mentions[:1] for party in self._brief.parties}
        spans |= {position.id: position.content for position in self._brief.positions}
        names = {party.id: party.name for party in self._brief.parties}
        self._heading("Notes")
        for target, notes in self._notes.items():
            for note in notes:
                text = f"{names.get(target, target)}: {_note(note)}"
                self._page.put(text, lead="  • ", indent=4, spans=spans.get(target, ()))

    def _notices(self) -> None:
        if self._brief.notices:
            self._page.gap()
        for notice in self._brief.notices:
            self._page.put(
                f"{notice.message} ({notice.code})",
                lead="! ",
                indent=2,
                spans=[notice.span] if notice.span else (),
                lead_style="notice",
            )

    def _removed(self) -> None:
        self._heading("Removed" if self._brief.cuts else "Removed: nothing")
        for cut in sorted(self._brief.cuts):
            words = shortened(self._brief.article.text[cut.start : cut.end], LONGEST_CUT)
            stage = f" ({cut.stage})" if cut.stage else ""
            self._page.put(
                f"{cut.reason}{stage}: {words}", lead="  • ", indent=4, spans=[cut], style="quiet"
            )


def _note(note: Note) -> str:
    """Return a note as "tone: negative (mood)"."""
    said = note.text or _value(note.value, f"note {note.key!r} on {note.target}")
    return f"{note.key}: {said}" + (f" ({note.stage})" if note.stage else "")


def _value(value: Json, where: str) -> str:
    if isinstance(value, str):
        return value
    from json import dumps  # slow: 2 ms, and most briefs need none

    from brief.jsonvalue import json_value

    return shortened(dumps(json_value(value, where), ensure_ascii=False), LONGEST_VALUE)
