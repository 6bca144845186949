"""Let the tagger read "The ministry reports:" with the quotation that opens the next paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brief.model import Position, Sentence
from brief.spans import Span

from .learned import Passage, Reader
from .quotations import Quotation
from .tagged import rounded, speaker_of


def announced(
    text: str,
    groups: Sequence[Sequence[Sentence]],
    quotes: Sequence[Sequence[Quotation]],
    found: Sequence[Position],
    reader: Reader,
) -> list[Position]:
    """Return *found* with speakers for quotations that the paragraph before announces.

    *groups* are the sentences of each paragraph, *quotes* its quotations.
    """
    bare = {
        one.content[0].start: number
        for number, one in enumerate(found)
        if one.speaker is None and one.cue is None
    }
    made = list(found)
    for at in range(1, len(groups)):
        number = bare.get(groups[at][0].start)
        above = groups[at - 1][-1]
        if number is None or text[above.end - 1] != ":":
            continue
        inside = [quote for quote in quotes[at - 1] if quote.start >= above.start]
        passage = Passage(text, [above, *groups[at]], [*inside, *quotes[at]])
        made[number] = _told(passage, made[number], reader)
    return made


def _told(passage: Passage, bare: Position, reader: Reader) -> Position:
    """Return the quotation *bare* as said by whom the first sentence of *passage* names."""
    start = bare.content[0].start
    for one in reader.read(passage):
        reaches = any(passage.end[last] > start for _, last in one.content)
        speaker = speaker_of(passage, one)
        if passage.start[one.cue] < start and reaches and speaker is not None:
            cue = Span(passage.start[one.cue], passage.end[one.cue])
            return replace(
                bare, speaker=speaker, cue=cue, confidence=rounded(one.confidence), rule="model"
            )
    return bare
