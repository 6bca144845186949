"""Read "Smith said:" at the end of a paragraph with the quotation that opens the next one."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from brief.model import Position, Sentence

from .confidence import CONFIDENCE
from .quotations import Quotation
from .statements import attributed
from .tokens import LONGEST, unit, units


def introduced(
    text: str,
    above: Sequence[Sentence],
    quotes: Sequence[Quotation],
    bare: Position,
    common: Container[str],
) -> Position | None:
    """Return *bare*, a quotation that opens a paragraph, as said by whom *above* names.

    *above* are the sentences of the paragraph before, which ends on a colon, *quotes* the
    quotations in it. None where it names nobody for sure.
    """
    sentences, inside = list(units(text, above, quotes))[-1]
    made = unit(text, sentences, inside)
    if len(made.word) > LONGEST:
        return None
    place = bare.content[0]
    made.quote(place.start, place.end)
    last = len(made.word) - 1
    for one in reversed(attributed(made, common)):
        if one.content[-1] == (last, last + 1):
            return replace(
                bare,
                sentence=sentences[-1].id,
                speaker=made.span(*one.speaker),
                via=one.via,
                cue=made.span(*one.cue),
                confidence=CONFIDENCE["colon"],
                rule="colon",
            )
    return None
