"""Turn what the frames find in a paragraph into positions with spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from brief.model import Form, Position, Sentence
from brief.spans import Span

from .confidence import CONFIDENCE
from .frames import Statement
from .quotations import Quotation
from .statements import attributed, openers
from .tokens import LONGEST, QUOTED, Unit, span, unit, units, whole

LOWER = re.compile(r"\b[a-z]\w++")
# Where the colon of a headline stands ("Police: the bridge is shut").
HEADING = 60


def framed(
    text: str, group: Sequence[Sentence], quotes: Sequence[Quotation], common: frozenset[str]
) -> list[Position]:
    """Return what the frames find in the sentences of one paragraph, a *group*.

    *common* are the words that the article has in lower case.
    """
    found: list[Position] = []
    direct = False
    for sentences, inside in units(text, group, quotes):
        follows, direct = direct, False
        if not inside and _is_silent(text, sentences):
            continue
        made = unit(text, sentences, inside)
        if len(made.word) > LONGEST:
            continue
        if follows and set(made.word) == {QUOTED}:
            # “A,” said Smith. “B.”: one quotation in two halves.
            halves = tuple(map(Span, made.begin, made.end))
            found[-1] = replace(found[-1], content=(*found[-1].content, *halves))
            direct = True
            continue
        here = [_position(made, sentences, inside, one) for one in attributed(made, common)]
        direct = bool(here) and here[-1].form == "direct"
        found += here
    return found


def _is_silent(text: str, sentences: Sequence[Sentence]) -> bool:
    """Tell whether no word in *sentences* can start a cue, and no colon a headline."""
    start, end = sentences[0].start, sentences[-1].end
    words = LOWER.findall(text, start, end)
    heading = text.startswith("According", start) or ":" in text[start : start + HEADING]
    return openers().isdisjoint(words) and not heading


def holder(sentences: Sequence[Sentence], offset: int) -> str:
    """Return the id of the sentence in which *offset* stands."""
    return sentences[bisect_right(sentences, offset, key=_start) - 1].id


def _start(sentence: Sentence) -> int:
    return sentence.parts[0].start


def _position(
    made: Unit, sentences: Sequence[Sentence], quotes: Sequence[Quotation], one: Statement
) -> Position:
    """Return the position that *one* statement of the unit *made* is."""
    cue = span(made, *one.cue)
    return Position(
        "",
        holder(sentences, cue.start),
        tuple(whole(span(made, *stretch), quotes) for stretch in one.content),
        _form(made, one),
        speaker=span(made, *one.speaker),
        via=one.via,
        cue=cue,
        confidence=CONFIDENCE[one.rule],
        rule=one.rule,
    )


def _form(made: Unit, one: Statement) -> Form:
    words = [made.word[first:last] for first, last in one.content]
    if all(stretch == [QUOTED] for stretch in words):
        return "direct"
    return "mixed" if any(QUOTED in stretch for stretch in words) else "indirect"
