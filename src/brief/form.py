"""The JSON form of a brief, version 1: which keys stand where, and what stands for unknown.

`data/brief-1.schema.json` says the same for other programs. Changes only add.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from . import __version__
from .article import Article, Notice, Places
from .errors import OutputError
from .jsonvalue import DEEPEST, finite, json_value
from .model import Brief, Failure, Item, Json, Note, Party, Pick, Position, Section
from .spans import Part, Span, squeeze

SCHEMA_VERSION = 1

Form = dict[str, Json]


def document(briefs: Iterable[Form], failures: Iterable[Failure]) -> Form:
    """Return the whole document for *briefs*, each a `brief_form`, and what failed."""
    return {**head(), "briefs": [*briefs], "failures": [failure_form(each) for each in failures]}


def head() -> Form:
    """Return the keys every document starts with: the version of the form, and the tool's."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "brief", "version": __version__},
    }


def failure_form(failure: Failure) -> Form:
    """Return the form of a source that gave no brief."""
    return {"source": failure.source, "step": failure.step, "reason": failure.reason}


def brief_form(brief: Brief, with_text: bool = False) -> Form:
    """Return *brief* as values that `json` writes, with the article's text if *with_text*.

    What is unknown is null. Raises `OutputError` where a section or a note holds what
    JSON cannot (see `json_value`).
    """
    places = Places(brief.article)
    text = brief.article.text
    return {
        "article": _article(brief.article, with_text),
        "summary": {
            "method": brief.summary.method,
            "sentences": [_pick(pick, places) for pick in brief.summary.sentences],
        },
        "parties": [_party(party) for party in brief.parties],
        "positions": [_position(position, text, places) for position in brief.positions],
        "sections": [_section(section) for section in brief.sections],
        "notes": [_note(note) for note in brief.notes],
        "cuts": [
            {"start": cut.start, "end": cut.end, "reason": cut.reason, "stage": cut.stage}
            for cut in brief.cuts
        ],
        "notices": [_notice(notice) for notice in brief.notices],
        "trail": [
            {"stage": ran.stage, "plugin": ran.plugin, "version": ran.version}
            for ran in brief.trail
        ],
    }


def schema(of: Literal["brief", "digest"] = "brief") -> str:
    """Return the JSON Schema (draft 2020-12) of the form of briefs or a digest, as JSON text."""
    from pkgutil import get_data  # nobody else needs it

    raw = get_data("brief", f"data/{of}-1.schema.json")
    if raw is None:
        raise OutputError("the schema is missing from this installation of brief; reinstall it")
    return raw.decode("utf-8")


def _article(article: Article, with_text: bool) -> Form:
    form: Form = {
        "id": article.id,
        "source": article.source,
        "record": article.record,
        "title": article.title or None,
        "byline": article.byline or None,
        "outlet": article.outlet or None,
        "url": article.url or None,
        "language": article.language or None,
        "published": article.published or None,
        "sha256": article.sha256 or None,
        "source_sha256": article.source_sha256 or None,
        "chars": len(article.text),
    }
    if with_text:
        form["text"] = article.text
    return form


def _pick(pick: Pick, places: Places) -> Form:
    where = f"summary, {pick.id}"
    # A letter put in before a line break stands for one on the line above.
    own = [part for part in pick.parts if not part.inserted] or pick.parts
    return {
        "id": pick.id,
        "text": pick.text,
        "parts": [_part(part) for part in pick.parts],
        "line": places.line(own[0].start) if own else None,
        "score": finite(pick.score, where),
        "why": {name: finite(value, where) for name, value in pick.why},
    }


def _part(part: Part) -> Form:
    form: Form = {"start": part.start, "end": part.end}
    if part.inserted:
        form = {"inserted": part.inserted, "from": [part.start, part.end]}
    if part.joined:
        form["joined"] = True
    return form


def _party(party: Party) -> Form:
    return {
        "id": party.id,
        "name": party.name,
        "role": party.role or None,
        "kind": party.kind,
        "mentions": [[span.start, span.end] for span in party.mentions],
        "speaks_for": party.speaks_for or None,
    }


def _position(position: Position, text: str, places: Places) -> Form:
    target = _quoted(position.target, text)
    if target is not None:
        target["party"] = position.target_party or None
    speaker = _quoted(position.speaker, text)
    if speaker is not None:
        speaker["via"] = position.via or None
    content = position.content
    return {
        "id": position.id,
        "party": position.party or None,
        "stance": position.stance,
        "target": target,
        "form": position.form,
        "confidence": finite(position.confidence, position.id),
        "shown": position.shown,
        "disputes": [*position.disputes],
        "speaker": speaker,
        "cue": _quoted(position.cue, text),
        "content": [_quoted(span, text) for span in content],
        "line": places.line(content[0].start) if content else None,
        "rule": position.rule or None,
    }


def _quoted(span: Span | None, text: str) -> Form | None:
    if span is None:
        return None
    start, end = span.start, span.end
    return {"text": squeeze(text[start:end]), "start": start, "end": end}


def _section(section: Section) -> Form:
    where = f"section {section.key!r}"
    return {
        "key": section.key,
        "title": section.title,
        "origin": section.origin,
        "items": [_item(item, where) for item in section.items],
        "data": json_value(section.data, where),
    }


def _item(item: Item, where: str, depth: int = 0) -> Form:
    if depth >= DEEPEST:
        raise OutputError(f"{where}: no JSON value: nested deeper than {DEEPEST}")
    return {
        "text": item.text,
        "label": item.label,
        "spans": [[span.start, span.end] for span in item.spans],
        "children": [_item(child, where, depth + 1) for child in item.children],
    }


def _note(note: Note) -> Form:
    return {
        "target": note.target,
        "stage": note.stage,
        "key": note.key,
        "value": json_value(note.value, f"note {note.key!r} on {note.target}"),
        "text": note.text,
    }


def _notice(notice: Notice) -> Form:
    span = notice.span
    return {
        "code": notice.code,
        "message": notice.message,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
