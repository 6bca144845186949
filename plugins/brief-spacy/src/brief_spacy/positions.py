"""Walk an article's paragraphs and collect its positions, carrying on what goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from brief import Brief, Position

from .frames import Statement, statements
from .placing import CONFIDENCE, placed, unclaimed
from .quotations import Quotation, quotations
from .quoted import nearest, with_quotations
from .tree import Doc, Language
from .units import LONGEST, Unit, units

# Shorter quotations that nobody claims are names and terms.
SHORTEST_UNCLAIMED = 4
# Inside what somebody says, these are no statements of their own.
WEAK = frozenset({"object", "infinitive", "noun", "passive"})
# The rule of a statement whose content is still to come, behind a colon.
PROMISE = "promise"
# Units that the model reads at once: fixed, so that an article is read alike in every run.
BATCH = 64


def positions(brief: Brief, model: Language) -> tuple[Position, ...]:
    """Return the statements of *brief*'s sentences, in the order of the text."""
    text = brief.article.text
    groups = [list(group) for _, group in groupby(brief.sentences, lambda each: each.paragraph)]
    parts = [[part for sentence in group for part in sentence.parts] for group in groups]
    quotes = quotations(text, parts)
    made = [list(units(text, *each)) for each in zip(groups, quotes, strict=True)]
    read = (unit.text for group in made for unit in group if _is_read(unit))
    docs = model.pipe(read, batch_size=BATCH)
    found: list[Position] = []
    # Who said last, above the paragraph, and whether a colon bids to read on.
    before: Position | None = None
    for group in made:
        here, colon = _paragraph(text, group, docs, before)
        found += here
        before = colon or (here[-1] if here else None)
    found.sort(key=lambda one: (one.content[0].start, one.content[-1].end))
    return tuple(replace(one, id=f"position-{n}") for n, one in enumerate(found, 1))


def _paragraph(
    text: str, group: Sequence[Unit], docs: Iterator[Doc], before: Position | None
) -> tuple[list[Position], Position | None]:
    """Return the positions of one paragraph, and what its colon promises for the next."""
    found: list[Position] = []
    latest: int | None = None
    colon: Position | None = None
    for unit in group:
        if len(unit.text) > LONGEST:
            latest = colon = None
            continue
        doc = next(docs) if _is_read(unit) else None
        here = [unclaimed(text, unit, each) for each in unit.folded.values()]
        if doc is not None:
            here = _of_unit(text, unit, doc)
        if unit.only_quotes and latest is not None:
            # “A,” said Holm. “B.”: one quotation in two halves.
            more = tuple(piece for one in here for piece in one.content)
            found[latest] = replace(found[latest], content=(*found[latest].content, *more))
            continue
        if unit.only_quotes and not found and before is not None:
            here[:1] = [_carried(here[0], before, goes_on=unit.quotes[0].goes_on)]
        here = [one for one in here if one.rule != "unclaimed" or _states(text, one)]
        found += here
        said = range(len(found) - len(here), len(found))
        latest = next((n for n in reversed(said) if _is_quoted(found[n])), None)
        colon = None if doc is None else _colon(text, unit, doc)
    return found, colon


def _is_read(unit: Unit) -> bool:
    """Tell whether the model is to read *unit*: not what is no sentence, nor a bare quotation."""
    return len(unit.text) <= LONGEST and not unit.only_quotes


def _states(text: str, one: Position) -> bool:
    """Tell whether a quotation that nobody claims is long enough to say something."""
    words = sum(len(text[piece.start : piece.end].split()) for piece in one.content)
    return words >= SHORTEST_UNCLAIMED


def _is_quoted(one: Position) -> bool:
    return one.form != "indirect" and one.speaker is not None


def _carried(one: Position, before: Position, *, goes_on: bool) -> Position:
    """Return the quotation *one* as said by who spoke in the paragraph above, if it goes on."""
    if before.rule == PROMISE:
        found = replace(one, speaker=before.speaker, cue=before.cue, sentence=before.sentence)
    elif goes_on and _is_quoted(before):
        found = replace(one, speaker=before.speaker)
    else:
        return one
    rule = "colon" if before.rule == PROMISE else "carried"
    return replace(found, via="carried", rule=rule, confidence=CONFIDENCE[rule])


def _colon(text: str, unit: Unit, doc: Doc) -> Position | None:
    """Return who says what follows, where *unit* ends like "Holm said in a letter:"."""
    if not unit.text.rstrip().endswith(":") or unit.folded:
        return None
    beside = nearest(doc, len(doc) - 1)
    if beside is None:
        return None
    who, one = beside
    place = (one.first, one.last)
    made = placed(text, unit, doc, Statement("colon", who, place, (place,)))
    return replace(made, rule=PROMISE) if made.speaker else None


def _of_unit(text: str, unit: Unit, doc: Doc) -> list[Position]:
    """Return the positions of one unit, quotations that nobody claims among them."""
    hidden = {token.i for token in doc if unit.is_folded(token.idx)}
    folded = [token.i for token in doc if token.idx in unit.folded]
    made = with_quotations(doc, list(_outer(list(statements(doc)))), folded)
    told = [
        placed(text, unit, doc, one)
        for one in made
        if hidden.isdisjoint(range(one.speaker.first, one.speaker.last + 1))
    ]
    # What is said inside a quotation is the quotation's: it may be about anybody.
    found = [one for one in told if one.cue and not _stands_in(one.cue.start, unit.quotes)]
    covered = [piece for one in found for piece in one.content]
    for quote in unit.folded.values():
        claimed = any(each.start < quote.end and quote.start < each.end for each in covered)
        if not claimed:
            found.append(unclaimed(text, unit, quote))
    return found


def _stands_in(offset: int, quotes: Sequence[Quotation]) -> bool:
    return any(each.start <= offset < each.end for each in quotes)


def _outer(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield *found* without what, inside another's content, says nothing by itself."""
    for one in found:
        at = one.cue[0]
        inside = any(
            first <= at <= last
            for other in found
            if other is not one
            for first, last in other.content
        )
        if not inside or (one.rule not in WEAK and one.speaker.via != "pronoun"):
            yield one
