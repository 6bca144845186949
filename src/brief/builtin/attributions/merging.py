"""Put what frames and tagger have found together: each statement once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief.model import Position
from brief.spans import Span, overlaps

from .confidence import DOUBTED
from .words import PRONOUNS

# What binds a statement, and behind a comma what a subject is followed by.
_GOES_ON = re.compile(
    r""",?\s+(?:if|unless|provided|providing|until|but\s+only\s+if|as\s+long\s+as)\b
    |,\s+(?:are|is|was|were|will|would|has|have|had|can|could|should|must|may|might|remains?|do
    |does|did|cannot|wo[n]['’]t)\b""",
    re.VERBOSE,
)
RELATIVES = frozenset({"who", "whom", "which", "that"})
# So much of the shorter content in common makes two readings of one statement.
SAME = 0.5
# Characters: statements are looked up by stretches of so many.
CELL = 500
# Frames that go by a form which leaves no doubt; where another reads otherwise, the tagger is
# right as often.
PLAIN = frozenset({"quoted", "split", "passive", "headline", "phrase", "signed", "colon", "turn"})


def joined(text: str, by_frame: Sequence[Position], by_model: Sequence[Position]) -> list[Position]:
    """Return every statement once.

    Of two readings of one cue the frame's speaker stands, and the model's content if it holds
    half of the frame's: it knows better where a content ends.
    """
    if not by_frame:
        return list(_outer(text, by_model))
    by_model = list(by_model)
    near = _Near(by_model)
    taken: set[int] = set()
    found: list[Position] = []
    for one in by_frame:
        beside = near.to(one)
        twin = next((at for at in beside if at not in taken and _same_cue(one, by_model[at])), None)
        if twin is not None:
            taken.add(twin)
            found.append(_read_twice(text, one, by_model[twin]))
        elif one.rule in PLAIN:
            taken.update(at for at in beside if _same_content(one, by_model[at]))
            found.append(one)
        elif not any(_holds(by_model[at], one) for at in beside):
            found.append(one)
        elif one.rule == "shared" and one.cue is not None:
            # "Smith said it was shut and stressed “...”": two statements, the first up to "and".
            for at in beside:
                by_model[at] = _up_to(text, by_model[at], one.cue.start)
            found.append(one)
    rest = [one for at, one in enumerate(by_model) if at not in taken]
    return list(_outer(text, [*found, *rest]))


class _Near:
    """Statements by where they stand, so that a paragraph of thousands stays linear."""

    def __init__(self, statements: Sequence[Position]) -> None:
        self._cells: dict[int, list[int]] = {}
        for number, one in enumerate(statements):
            for cell in self._covered(one):
                self._cells.setdefault(cell, []).append(number)

    def to(self, one: Position) -> list[int]:
        """Return the numbers of the statements that stand near *one*, in order."""
        return sorted({at for cell in self._covered(one) for at in self._cells.get(cell, ())})

    def _covered(self, one: Position) -> set[int]:
        spans = one.content if one.cue is None else (*one.content, one.cue)
        return {cell for span in spans for cell in range(span.start // CELL, span.end // CELL + 1)}


def _outer(text: str, found: Sequence[Position]) -> Iterator[Position]:
    """Yield *found*, those unsure that a pronoun says inside what another says.

    "Smith said he denied it" is Smith's word for it; "Smith said Jones denied it" tells what
    Jones said too.
    """
    if len(found) < 2:
        yield from found
        return
    by_sentence: dict[str, list[Position]] = {}
    for one in found:
        by_sentence.setdefault(one.sentence, []).append(one)
    for one in found:
        beside = by_sentence[one.sentence]
        if len(beside) > 1 and one.rule == "model" and _by_pronoun(text, one, beside):
            yield replace(one, confidence=min(one.confidence, DOUBTED))
        else:
            yield one


def _by_pronoun(text: str, one: Position, beside: Sequence[Position]) -> bool:
    """Tell whether a pronoun says *one*, and cue and pronoun stand in what another one says."""
    if one.cue is None or one.speaker is None:
        return False
    if text[one.speaker.start : one.speaker.end].lower() not in PRONOUNS:
        return False
    cue, speaker = one.cue.start, one.speaker.start
    return any(
        span.start <= cue < span.end and span.start <= speaker < span.end
        for other in beside
        if other is not one
        for span in other.content
    )


def _up_to(text: str, one: Position, place: int) -> Position:
    """Return *one* with what it holds behind *place*, and the "and" before that, left out."""
    if not any(span.start < place < span.end for span in one.content):
        return one
    kept = [span for span in one.content if span.end <= place]
    for span in one.content:
        if span.start < place < span.end:
            before = text[span.start : place].rstrip()
            before = before.removesuffix(" and").removesuffix(" but").rstrip(" ,")
            kept += [Span(span.start, span.start + len(before))] if before else []
    return replace(one, content=tuple(kept)) if kept else one


def _read_twice(text: str, frame: Position, model: Position) -> Position:
    if not _holds(model, frame) or frame.rule == "passive":
        return frame
    first = model.content[0]
    if text[first.start : first.end].lower() in RELATIVES:
        # "Cole, whom Reed described as a thief": the frame knows of whom.
        return frame
    sure = max(frame.confidence, model.confidence)
    end = model.content[-1].end
    if frame.content[-1].end > end and _GOES_ON.match(text, end):
        # "All options, including force, / are on the table": half would mislead.
        model = replace(model, content=frame.content)
    return replace(model, speaker=frame.speaker, via=frame.via, rule=frame.rule, confidence=sure)


def _same_cue(one: Position, other: Position) -> bool:
    return one.cue is not None and other.cue is not None and overlaps(one.cue, other.cue)


def _same_content(one: Position, other: Position) -> bool:
    shared = sum(_shared(a, b) for a in one.content for b in other.content)
    return shared > SAME * min(_length(one.content), _length(other.content))


def _holds(one: Position, other: Position) -> bool:
    """Tell whether the content of *one* holds half of that of *other*."""
    shared = sum(_shared(a, b) for a in one.content for b in other.content)
    return shared > SAME * _length(other.content)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)
