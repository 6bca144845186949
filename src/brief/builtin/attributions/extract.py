"""Find the statements of an article: by frames, by the tagger, then what nobody claims."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from brief.model import Brief, Position
from brief.spans import merged, without

from .announced import announced
from .carried import carried
from .confidence import UNCLAIMED
from .framed import Common, framed
from .merging import joined
from .quotations import quotations
from .tagged import tagged
from .unclaimed import unclaimed

if TYPE_CHECKING:
    from .learned import Reader

# What two speakers are joined by.
JOINED = (" and", " or", ",", "&")


def extract(brief: Brief, reader: Reader | None) -> tuple[Position, ...]:
    """Return the statements that *brief*'s sentences attribute, in the order of the text.

    Without a *reader* frames alone find them. A quotation that nobody claims is a statement
    only where it is a paragraph of its own: within the narrator's words it is a name or a term.
    """
    text = brief.article.text
    groups = [list(group) for _, group in groupby(brief.sentences, lambda s: s.paragraph)]
    parts = [[part for sentence in group for part in sentence.parts] for group in groups]
    common = Common(text)
    quotes = quotations(text, parts)
    found: list[Position] = []
    for group, inside in zip(groups, quotes, strict=True):
        here = framed(text, group, inside, common)
        if reader is not None:
            here = joined(text, here, tagged(text, group, inside, reader))
        found += here
        found += unclaimed(text, group, inside, here)
    if reader is not None:
        found = announced(text, groups, quotes, found, reader)
    alone = {(group[0].start, group[-1].end) for group in groups}
    found = [
        one
        for one in carried(text, groups, quotes, found, common)
        if one.speaker or one.cue or (one.content[0].start, one.content[-1].end) in alone
    ]
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
    pieces = tuple(piece for found in without(text, one.content, holes) for piece in found)
    one = replace(one, content=pieces)
    if one.cue is not None:
        one = replace(one, cue=next(without(text, (one.cue,), holes))[0])
    if one.speaker is None:
        return one
    *before, name = next(without(text, (one.speaker,), holes))
    # A name ends in the surname. Of two speakers, half would be a wrong one.
    if before and text[before[-1].start : before[-1].end].endswith(JOINED):
        return replace(one, speaker=None, via="", confidence=UNCLAIMED)
    return replace(one, speaker=name)
