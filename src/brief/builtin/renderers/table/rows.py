"""Turn one brief into rows: its statements, then sections, notes, notices and cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from json import dumps

from brief.article import Places
from brief.builtin.renderers.extras import levels
from brief.builtin.renderers.stretches import offsets
from brief.builtin.renderers.wording import note as noted
from brief.jsonvalue import finite, json_value
from brief.model import Brief, Item, Json, Note, Position, Section
from brief.sanitise import shortened
from brief.spans import Span, quoted, squeeze

from .cells import Row

# What stands in every row: a headline of 100 kB would make thousands of such rows huge.
LONGEST = 1000


def rows(brief: Brief, *, show_removed: bool) -> Iterator[Row]:
    """Yield the rows of *brief*, each with what is known of the article."""
    article = brief.article
    known: Row = {
        "source": shortened(article.source, LONGEST),
        "record": article.record,
        "id": shortened(article.id, LONGEST),
        "title": shortened(article.title, LONGEST),
        "outlet": shortened(article.outlet, LONGEST),
        "published": shortened(article.published, LONGEST),
        "url": shortened(article.url, LONGEST),
    }
    found = Found(brief)
    for row in found.rows():
        yield {**known, **row}
    if show_removed:
        for row in found.cuts():
            yield {**known, **row}


class Found:
    """What was found in *brief*, as rows."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._text = brief.article.text
        self._places = Places(brief.article)
        self._parties = {party.id: party for party in brief.parties}
        self._positions = {position.id for position in brief.positions}
        self._spans = {sentence.id: sentence.parts for sentence in brief.sentences}
        self._spans |= {party.id: party.mentions[:1] for party in brief.parties}
        self._spans |= {position.id: position.content for position in brief.positions}

    def rows(self) -> Iterator[Row]:
        """Yield a row for each statement, item of a section, other note, and notice."""
        notes: dict[str, list[str]] = {}
        for note in self._brief.notes:
            notes.setdefault(note.target, []).append(noted(note))
        for position in self._brief.positions:
            yield self._position(position, notes.get(position.id, ()))
        for section in self._brief.sections:
            yield from self._section(section)
        for note in self._brief.notes:
            # The column of a statement's notes has their words; a value beside them has a row.
            if note.target not in self._positions or (note.text and note.value is not None):
                yield self._note(note)
        for notice in self._brief.notices:
            spans = [notice.span] if notice.span else []
            row = {"row": "notice", "key": notice.code, "content": notice.message}
            yield {**row, **self._place(spans)}

    def cuts(self) -> Iterator[Row]:
        """Yield a row for each cut."""
        for cut in sorted(self._brief.cuts):
            row = {"row": "cut", "key": cut.reason, "stage": cut.stage}
            yield {**row, "content": self._words(cut), **self._place([cut])}

    def _position(self, position: Position, notes: Sequence[str]) -> Row:
        target = self._parties.get(position.target_party)
        return {
            "row": "position",
            "part": position.id,
            **self._party(position.party),
            "stance": position.stance,
            "target": target.name if target else self._words(position.target),
            "form": position.form,
            "confidence": finite(position.confidence, position.id),
            "shown": "true" if position.shown else "false",
            "disputes": " ".join(position.disputes),
            "speaker": self._words(position.speaker),
            "via": position.via,
            "cue": self._words(position.cue),
            "content": quoted(self._text, position.content),
            **self._place(position.content),
            "notes": "; ".join(notes),
            "rule": position.rule,
        }

    def _section(self, section: Section) -> Iterator[Row]:
        """Yield a row for each item of *section*, its data in the first; one row if it has none."""
        row: Row = {
            "row": "section",
            "key": shortened(section.key, LONGEST),
            "heading": shortened(section.title, LONGEST),
            "origin": section.origin,
        }
        data = {"data": _json(section.data, f"section {section.key!r}")}
        found: list[tuple[Item, int | None]] = [*levels(section.items)]
        for item, level in found or [(Item(""), None)]:
            told = {"label": item.label, "content": item.text, "level": level}
            yield {**row, **told, **self._place(item.spans), **data}
            data = {}

    def _note(self, note: Note) -> Row:
        words = note.value if isinstance(note.value, str) and not note.text else ""
        value = None if words else note.value
        row: Row = {
            "row": "note",
            "part": note.target,
            **self._party(note.target),
            "key": note.key,
            "stage": note.stage,
            "content": note.text or words,
            "data": _json(value, f"note {note.key!r} on {note.target}"),
        }
        return {**row, **self._place(self._spans.get(note.target, ()))}

    def _party(self, key: str) -> Row:
        party = self._parties.get(key)
        if party is None:
            return {}
        employer = self._parties.get(party.speaks_for)
        known = {"party": party.name, "role": party.role, "kind": party.kind}
        return {**known, "speaks_for": employer.name if employer else ""}

    def _words(self, span: Span | None) -> str:
        return squeeze(self._text[span.start : span.end]) if span else ""

    def _place(self, spans: Sequence[Span]) -> Row:
        """Return where *spans* stand: the line of the first, from where to where, and each."""
        if not spans:
            return {}
        return {
            "line": self._places.line(spans[0].start),
            "start": min(span.start for span in spans),
            "end": max(span.end for span in spans),
            # In brackets, or a spreadsheet would take "3-12" for a day in December.
            "offsets": f"[{offsets((span.start, span.end) for span in spans)}]",
        }


def _json(value: Json, where: str) -> str | float:
    """Return *value* as JSON text; a number stays one, an absent value is empty."""
    if value is None:
        return ""
    plain = json_value(value, where)
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return plain
    return dumps(plain, ensure_ascii=False)
