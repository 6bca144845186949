"""Turn what the frames find in a paragraph into positions with spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from brief.model import Form, Position, Sentence

from .confidence import CONFIDENCE
from .frames import Statement
from .quotations import Quotation
from .statements import attributed, openers
from .tokens import LONGEST, QUOTED, Unit, unit, units, whole

LOWER = re.compile(r"\b[a-z]\w++")
# Where the colon of a headline stands ("Police: the bridge is shut").
HEADING = 60


class Common:
    """The words that an article has in lower case: read when the first is looked up."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        if self._words is None:
            self._words = frozenset(LOWER.findall(self._text))
        return word in self._words


def framed(
    text: str, group: Sequence[Sentence], quotes: Sequence[Quotation], common: Container[str]
) -> list[Position]:
    """Return what the frames find in the sentences of one paragraph, a *group*.

    *common* are the words that the article has in lower case.
    """
    found: list[Position] = []
    direct = False
    for sentences, inside in units(text, group, quotes):
        follows, direct = direct, False
        if not inside and _is_silent(text, sentences[0].start, sentences[-1].end):
            continue
        made = unit(text, sentences, inside)
        if len(made.word) > LONGEST:
            continue
        if follows and set(made.word) == {QUOTED}:
            # “A,” said Smith. “B.”: one quotation in two halves.
            halves = tuple(made.span(at, at + 1) for at in range(len(made.word)))
            found[-1] = replace(found[-1], content=(*found[-1].content, *halves))
            direct = True
            continue
        here = [_position(made, sentences, inside, one) for one in attributed(made, common)]
        direct = bool(here) and here[-1].form == "direct"
        found += here
    return found


def _is_silent(text: str, start: int, end: int) -> bool:
    """Tell whether no word between two offsets can start a cue, and no colon ends a headline."""
    if not openers().isdisjoint(LOWER.findall(text, start, end)):
        return False
    return not text.startswith("According", start) and ":" not in text[start : start + HEADING]


def holder(sentences: Sequence[Sentence], offset: int) -> str:
    """Return the id of the sentence in which *offset* stands."""
    return sentences[bisect_right(sentences, offset, key=_start) - 1].id


def _start(sentence: Sentence) -> int:
    return sentence.parts[0].start


def _position(
    made: Unit, sentences: Sequence[Sentence], quotes: Sequence[Quotation], one: Statement
) -> Position:
    """Return the position that *one* statement of the unit *made* is."""
    cue = made.span(*one.cue)
    return Position(
        "",
        holder(sentences, cue.start),
        tuple(whole(made.span(*stretch), quotes) for stretch in one.content),
        _form(made, one),
        speaker=made.span(*one.speaker),
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
