"""Give each quotation that the parser's tree left over to the cue beside it."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue, cue
from .frames import Statement
from .speakers import Speaker, phrase, speaker
from .tree import Doc

# So many words may stand between a quotation and who says it: "said at a late meeting:".
REACH = 14
# What the parser takes a speaker for that stands behind the verb: "..., added Holm".
MISTAKEN = frozenset({"dobj", "attr", "npadvmod", "oprd", "ccomp"})


def with_quotations(doc: Doc, found: Sequence[Statement], folded: Sequence[int]) -> list[Statement]:
    """Return *found*, and a statement for each quotation that a cue stands by.

    *folded* are the first tokens of what stands for quotations.
    """
    out = list(found)
    for at in folded:
        if any(first <= at <= last for one in out for first, last in one.content):
            continue
        beside = nearest(doc, at)
        place = (beside[1].first, beside[1].last) if beside else None
        known = _known(out, at, folded, place)
        if known is not None:
            out[known] = out[known]._replace(content=(*out[known].content, (at, at)))
        elif beside is not None and place is not None:
            out.append(Statement("quotation", beside[0], place, ((at, at),)))
    return out


def _known(
    found: Sequence[Statement], at: int, folded: Sequence[int], place: tuple[int, int] | None
) -> int | None:
    """Return which statement the quotation *at* goes on: "“A,” said Holm, 59, “and B.”"."""
    for number, one in enumerate(found):
        quotes = any(first <= each <= last for first, last in one.content for each in folded)
        if quotes and (one.cue == place or (place is None and at > one.cue[0])):
            return number
    return None


def nearest(doc: Doc, at: int) -> tuple[Speaker, Cue] | None:
    """Return the cue nearest to the token *at* that can bring in a quotation, with its speaker."""
    best: tuple[int, Speaker, Cue] | None = None
    for token in doc:
        one = cue(token)
        if one is None or not one.groups & {"clause", "quote"}:
            continue
        who = speaker(doc, token) or _behind(doc, one)
        if who is None or who.first <= at <= who.last:
            continue
        gap = min(abs(each - at) for each in (one.first, one.last, who.first, who.last))
        if gap <= REACH and (best is None or gap < best[0]):
            best = gap, who, one
    return best[1:] if best else None


def _behind(doc: Doc, one: Cue) -> Speaker | None:
    """Return who stands right behind the verb, where the parser took it for something else."""
    for child in one.head.children:
        if child.dep_ in MISTAKEN and child.left_edge.i == one.last + 1:
            return phrase(doc, child)
    return None
