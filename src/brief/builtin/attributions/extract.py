"""Turn what the frames find into positions with spans, and add quotations nobody claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from brief.data import cue_starts
from brief.model import Brief, Form, Position, Sentence
from brief.spans import Span, merged, overlaps, without

from .frames import Statement
from .quotations import Quotation, quotations
from .statements import statements
from .tokens import LONGEST, QUOTED, Unit, span, unit, units, whole

# How often each pattern was right, speaker and content, on 244 annotated news articles
# (tests/bench/attributions.py). "Carried" could not be measured: annotators count it with the
# paragraph before.
CONFIDENCE = {
    "quoted": 0.94,
    "split": 0.95,
    "carried": 0.85,
    "clause": 0.89,
    "source": 0.87,
    "tail": 0.73,
    "shared": 0.86,
}
# Somebody said it, nobody knows who.
UNCLAIMED = 0.5
# Shorter quotations nobody claims are names and terms.
SHORTEST_UNCLAIMED = 4
# White space between two paragraphs of one quotation.
WIDEST_GAP = 100
# Small words have no capital in a title.
LONG = re.compile(r"\w{4,}+")
# What two speakers are joined by.
JOINED = (" and", " or", ",", "&")
LOWER = re.compile(r"\b[a-z]\w++")


def extract(brief: Brief) -> tuple[Position, ...]:
    """Return the statements that *brief*'s sentences attribute, in the order of the text."""
    text = brief.article.text
    paragraphs = [list(group) for _, group in groupby(brief.sentences, lambda s: s.paragraph)]
    parts = [[part for sentence in group for part in sentence.parts] for group in paragraphs]
    common = frozenset(LOWER.findall(text))
    found: list[Position] = []
    for group, quotes in zip(paragraphs, quotations(text, parts), strict=True):
        before = found[-1] if found else None
        found += _paragraph(text, group, quotes, common, before)
    found.sort(key=lambda one: (one.content[0].start, one.content[-1].end))
    holes = merged(brief.cuts)
    return tuple(
        replace(_told(text, one, holes), id=f"position-{number}")
        for number, one in enumerate(found, 1)
    )


def _told(text: str, one: Position, holes: list[tuple[int, int]]) -> Position:
    """Return *one* with no cut in its content, its speaker or its cue."""
    if not holes:
        return one
    one = replace(one, content=_uncut(text, one.content, holes))
    if one.cue is not None:
        one = replace(one, cue=next(without(text, (one.cue,), holes))[0])
    if one.speaker is None:
        return one
    *before, name = next(without(text, (one.speaker,), holes))
    # A name ends in the surname. Of two speakers, half would be a wrong one.
    if before and text[before[-1].start : before[-1].end].endswith(JOINED):
        return replace(one, speaker=None, via="", confidence=UNCLAIMED)
    return replace(one, speaker=name)


def _uncut(text: str, content: tuple[Span, ...], holes: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Return *content* without what is cut out of it."""
    if not holes:
        return content
    return tuple(piece for pieces in without(text, content, holes) for piece in pieces)


def _paragraph(
    text: str,
    group: Sequence[Sentence],
    quotes: Sequence[Quotation],
    common: frozenset[str],
    before: Position | None,
) -> list[Position]:
    """Return the positions of one paragraph; *before* is the last one above it."""
    found: list[Position] = []
    latest: Position | None = None
    for sentences, inside in units(text, group, quotes):
        latest_before, latest = latest, None
        if not inside and _is_silent(text, sentences):
            continue
        made = unit(text, sentences, inside)
        if len(made.word) > LONGEST:
            continue
        here = [_position(made, sentences, inside, one) for one in statements(made, common)]
        if latest_before is not None and set(made.word) == {QUOTED}:
            # “A,” said Smith. “B.”: one quotation in two halves.
            halves = tuple(
                Span(begin, end) for begin, end in zip(made.begin, made.end, strict=True)
            )
            latest = replace(latest_before, content=(*latest_before.content, *halves))
            found[-1] = latest
            continue
        latest = here[-1] if here and here[-1].form == "direct" else None
        found += here
        for quote in inside:
            if quote.words < SHORTEST_UNCLAIMED or _claimed(quote, here):
                continue
            if _is_headed(text, quote):
                continue
            alone = made.word == [QUOTED]
            last = found[-1] if found else before
            found.append(_unclaimed(text, quote, sentences, last, alone=alone))
    return found


def _is_silent(text: str, sentences: Sequence[Sentence]) -> bool:
    """Tell whether no word in *sentences* can start a cue."""
    words = LOWER.findall(text, sentences[0].start, sentences[-1].end)
    return cue_starts().isdisjoint(words) and not text.startswith("According", sentences[0].start)


def _claimed(quote: Quotation, found: Sequence[Position]) -> bool:
    place = Span(quote.start, quote.end)
    return any(overlaps(place, content) for one in found for content in one.content)


def _is_headed(text: str, quote: Quotation) -> bool:
    """Tell whether *quote* has capitals like a title: a song, a film, a sign, and no statement."""
    long = LONG.findall(text, quote.start, quote.end)
    return len(long) > 1 and 2 * sum(word[0].isupper() for word in long) > len(long)


def _position(
    made: Unit, sentences: Sequence[Sentence], quotes: Sequence[Quotation], one: Statement
) -> Position:
    """Return the position that *one* statement of the unit *made* is."""
    cue = span(made, *one.cue)
    return Position(
        "",
        _holder(sentences, cue.start),
        tuple(whole(span(made, *stretch), quotes) for stretch in one.content),
        _form(made, one),
        speaker=span(made, *one.speaker),
        via=one.via,
        cue=cue,
        confidence=CONFIDENCE[one.rule],
    )


def _holder(sentences: Sequence[Sentence], offset: int) -> str:
    """Return the id of the sentence in which *offset* stands."""
    return next(s.id for s in reversed(sentences) if s.start <= offset)


def _form(made: Unit, one: Statement) -> Form:
    words = [made.word[first:last] for first, last in one.content]
    if all(stretch == [QUOTED] for stretch in words):
        return "direct"
    return "mixed" if any(QUOTED in stretch for stretch in words) else "indirect"


def _unclaimed(
    text: str,
    quote: Quotation,
    sentences: Sequence[Sentence],
    before: Position | None,
    *,
    alone: bool,
) -> Position:
    """Return a quotation without a cue as nobody's, or as carried on from the paragraph above.

    It is carried on where it stands *alone* and takes up the quotation that *before* left open.
    """
    place = Span(quote.start, quote.end)
    bare = Position("", _holder(sentences, place.start), (place,), "direct", confidence=UNCLAIMED)
    if not (alone and quote.goes_on and before and before.speaker):
        return bare
    gap = before.content[-1].end
    if quote.start - gap > WIDEST_GAP or text[gap : quote.start].strip():
        return bare
    return replace(bare, speaker=before.speaker, via="carried", confidence=CONFIDENCE["carried"])
