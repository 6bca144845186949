"""Hold what a stage returned against the law: true spans, its own fields, nothing taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn

from .article import Notice
from .contracts import Phase
from .errors import StageError
from .jsonvalue import json_value
from .model import Brief, Item, Note, Party, Pick, Position, Section, Sentence, Summary
from .shape import check_shape
from .spans import Cut, Span, merged

# What a stage of each phase may write; sections, notes and notices are open to all.
WRITES: dict[Phase, tuple[str, ...]] = {
    Phase.CLEAN: ("cuts",),
    Phase.SPLIT: ("sentences",),
    Phase.MARK: (),
    Phase.EXTRACT: ("positions",),
    Phase.POSITIONS: ("parties", "positions"),
    Phase.SUMMARISE: ("summary",),
    Phase.FINISH: (),
}
GROWS = ("cuts", "sections", "notes", "notices")
_FIELDS = ("cuts", "sentences", "parties", "positions", "summary", "trail")


def check(before: Brief, after: object, phase: Phase) -> Brief:
    """Return *after* if a stage of *phase* may make it of *before*.

    Raises `StageError` that says which rule is broken. Only what changed is looked at.
    """
    # Not a subclass either: what it adds would be lost, what it overrides would not be true.
    if type(after) is not Brief:
        raise StageError(f"it returned {type(after).__name__}, not Brief")
    if after is before:
        return after
    if after.article is not before.article and after.article != before.article:
        raise StageError("it changed the article")
    _check_fields(before, after, phase)
    for name, hold in _LAWS.items():
        if getattr(after, name) is not getattr(before, name):
            hold(before, after)
    return after


def _check_fields(before: Brief, after: Brief, phase: Phase) -> None:
    """Only the phase's own fields changed, and what grows only grew."""
    for name in _FIELDS:
        changed = getattr(after, name) is not getattr(before, name)
        if changed and name not in WRITES[phase] and getattr(after, name) != getattr(before, name):
            raise StageError(f"it changed {name}, which a stage of {phase.name} may not")
    for name in GROWS:
        old, new = getattr(before, name), getattr(after, name)
        if not isinstance(new, tuple):
            raise StageError(f"{name} must be a tuple, not {type(new).__name__}")
        if new is not old and new[: len(old)] != old:
            raise StageError(f"it took back {name} of earlier stages")


def _check_spans(text: str, spans: Iterable[Span | None], what: str) -> None:
    """Each span in range, not empty, starting and ending on a character that is no space."""
    for span in spans:
        if span is None:
            continue
        start, end = span.start, span.end
        if not 0 <= start < end <= len(text):
            raise StageError(
                f"{what} {start}-{end} lies outside the text of {len(text)} characters"
            )
        if text[start].isspace() or text[end - 1].isspace():
            raise StageError(f"{what} {start}-{end} starts or ends on white space")


def _check_cuts(before: Brief, after: Brief) -> None:
    check_shape(after.cuts[len(before.cuts) :], Cut)
    _check_spans(after.article.text, after.cuts[len(before.cuts) :], "cut")


def _check_sentences(_before: Brief, brief: Brief) -> None:
    """Sentences sorted, disjoint, outside the cuts, each with the text of its parts."""
    check_shape(brief.sentences, Sentence)
    at = 0
    holes = merged(brief.cuts)
    hole = 0
    for sentence in brief.sentences:
        _check_spans(brief.article.text, sentence.parts, sentence.id)
        if not sentence.parts:
            raise StageError(f"{sentence.id} has no part")
        for part in sentence.parts:
            if part.start < at:
                raise StageError(f"{sentence.id} overlaps or stands before what precedes it")
            at = part.end
            while hole < len(holes) and holes[hole][1] <= part.start:
                hole += 1
            if hole < len(holes) and holes[hole][0] < part.end:
                raise StageError(f"{sentence.id} reaches into a cut")
        if sentence.text != brief.text_of(sentence.parts):
            _differs(sentence.id)
    _unique("sentence", (sentence.id for sentence in brief.sentences))


def _check_parties(before: Brief, after: Brief) -> None:
    check_shape(after.parties, Party)
    _unique("party", (party.id for party in after.parties))
    known = {party.id for party in after.parties} | {""}
    for party in after.parties:
        _check_spans(after.article.text, party.mentions, f"mention of {party.id}")
        _check_spans(after.article.text, party.pronouns, f"pronoun of {party.id}")
        if party.speaks_for not in known:
            raise StageError(f"{party.id} speaks for {party.speaks_for!r}, which is no party")
    if after.positions is before.positions:
        # Else they are looked at because they changed; these may name a party that is gone.
        _check_positions(before, after)


def _check_positions(before: Brief, brief: Brief) -> None:
    """Positions name sentences, parties and positions that exist, and have true spans."""
    # Stages replace a few of them: what is the same value as before was looked at then.
    known = {id(position) for position in before.positions}
    new = [position for position in brief.positions if id(position) not in known]
    check_shape(new, Position)
    for each in new:
        if not each.content:
            raise StageError(f"{each.id} has no content")
        _check_spans(
            brief.article.text, (*each.content, each.speaker, each.cue, each.target), each.id
        )
        if not 0 <= each.confidence <= 1:
            raise StageError(f"{each.id} has a confidence of {each.confidence}, not 0 to 1")
    _check_names(brief)


def _check_names(brief: Brief) -> None:
    """What positions name is there."""
    _unique("position", (position.id for position in brief.positions))
    parties = {party.id for party in brief.parties} | {""}
    sentences = {sentence.id for sentence in brief.sentences}
    ids = {position.id for position in brief.positions}
    for each in brief.positions:
        for name in (each.party, each.target_party):
            if name not in parties:
                raise StageError(f"{each.id} names {name!r}, which is no party")
        if each.sentence not in sentences:
            raise StageError(f"{each.id} names {each.sentence!r}, which is no sentence")
        if not ids.issuperset(each.disputes):
            raise StageError(f"{each.id} disputes a position that does not exist")


def _check_summary(_before: Brief, brief: Brief) -> None:
    """Summary sentences are drawn from the sentences, each once, with the text they print."""
    check_shape((brief.summary,), Summary)
    check_shape(brief.summary.sentences, Pick)
    known = {sentence.id: sentence for sentence in brief.sentences}
    _unique("summary sentence", (pick.id for pick in brief.summary.sentences))
    for pick in brief.summary.sentences:
        _check_spans(brief.article.text, pick.parts, f"summary {pick.id}")
        if pick.id not in known:
            raise StageError(f"the summary has {pick.id!r}, which is no sentence")
        own = [part for part in pick.parts if not part.inserted]
        if not own or not all(_within(part, known[pick.id]) for part in own):
            raise StageError(f"the summary's {pick.id} has a part outside that sentence")
        if pick.text != brief.text_of(pick.parts):
            _differs(f"the summary's {pick.id}")


def _within(part: Span, sentence: Sentence) -> bool:
    return any(own.start <= part.start and part.end <= own.end for own in sentence.parts)


def _check_sections(before: Brief, after: Brief) -> None:
    check_shape(after.sections[len(before.sections) :], Section)
    _unique("section", (section.key for section in after.sections))
    for section in after.sections[len(before.sections) :]:
        _check_items(after, section.items, section)
        json_value(section.data, f"data of section {section.key!r}")


def _check_items(brief: Brief, items: tuple[Item, ...], section: Section) -> None:
    """What is extracted reads as the article does at its spans; what is generated need not."""
    check_shape(items, Item)
    what = f"section {section.key!r}"
    for item in items:
        _check_spans(brief.article.text, item.spans, what)
        if item.spans and section.origin == "extracted" and item.text != brief.text_of(item.spans):
            _differs(f"an item of {what}, which is extracted,")
        _check_items(brief, item.children, section)


def _check_notes(before: Brief, after: Brief) -> None:
    check_shape(after.notes[len(before.notes) :], Note)
    parts = (after.sentences, after.parties, after.positions)
    known = {each.id for group in parts for each in group}
    for note in after.notes[len(before.notes) :]:
        if note.target not in known:
            raise StageError(f"a note is about {note.target!r}, which is no part of the brief")
        json_value(note.value, f"note {note.key!r}")


def _check_notices(before: Brief, after: Brief) -> None:
    check_shape(after.notices[len(before.notices) :], Notice)
    for notice in after.notices[len(before.notices) :]:
        _check_spans(
            after.article.text, (notice.span,) if notice.span else (), f"notice {notice.code}"
        )


def _unique(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise StageError(f"two of its {what} ids are {each!r}")
        seen.add(each)


def _differs(what: str) -> NoReturn:
    raise StageError(f"the text of {what} is not what stands at its offsets")


# Parties come before positions, which name them; a stage may change both at once.
_LAWS: dict[str, Callable[[Brief, Brief], None]] = {
    "cuts": _check_cuts,
    "sentences": _check_sentences,
    "parties": _check_parties,
    "positions": _check_positions,
    "summary": _check_summary,
    "sections": _check_sections,
    "notes": _check_notes,
    "notices": _check_notices,
}
