"""Find the best labels of a row of tokens: Viterbi's way through a chain of three states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from struct import Struct
from typing import NamedTuple

from .weights import BITS

NOTHING, SOURCE, CONTENT = range(3)
FIELDS = 6
_UNPACKED = Struct(f"<{FIELDS}h")
# Added, each field of a sum is positive; with the top bits turned, it reads as signed.
_TURN = sum(1 << (BITS * field + BITS - 1) for field in range(FIELDS))
_BYTES = FIELDS * BITS // 8
NEVER = -(10**9)

Scores = tuple[int, int, int, int, int, int]


def unpacked(sums: Iterable[int]) -> list[Scores]:
    """Return the six scores in each of *sums*.

    For being in a source, in a content, at the start of each, and right behind the end of each.
    """
    row = b"".join([((one + _TURN) ^ _TURN).to_bytes(_BYTES, "little") for one in sums])
    return list(_UNPACKED.iter_unpack(row))


class Way(NamedTuple):
    """Stretches of tokens with a label, and by how much they beat no label at all.

    Each stretch is from, up to and with, in order.
    """

    sources: list[tuple[int, int]]
    contents: list[tuple[int, int]]
    score: int


# A way into a stretch that goes on: its label, where it starts, and the way up to there.
# A way behind a stretch: where it ends, and the way into it; none before the first stretch.
Into = tuple[int, int, "Behind"]
Behind = tuple[int, Into] | None
_NOWHERE: Into = (NOTHING, 0, None)


def best(scores: Sequence[Scores], cue: int, moves: Sequence[int], first: int = 0) -> Way:
    """Return the best labels of tokens numbered from *first* on.

    *moves* are the nine scores of going from state to state. The token *cue* has no label.
    """
    oo, os, oc, so, ss, sc, co, cs, cc = moves
    nothing, source, content = 0, NEVER, NEVER
    outside: Behind = None
    in_source = in_content = _NOWHERE
    # Only where a label changes is anything remembered: most tokens are like the one before.
    for at, (in_s, in_c, at_s, at_c, off_s, off_c) in enumerate(scores, first):
        to_o, to_s, to_c = nothing + oo, nothing + os, nothing + oc
        into_o = into_s = into_c = outside
        out_s, out_c = source + off_s, content + off_c
        if out_s + so > to_o:
            to_o, into_o = out_s + so, (at, in_source)
        if out_c + co > to_o:
            to_o, into_o = out_c + co, (at, in_content)
        if at == cue:
            nothing, outside, source, content = to_o, into_o, NEVER, NEVER
            continue
        if out_c + cs > to_s:
            to_s, into_s = out_c + cs, (at, in_content)
        if out_s + sc > to_c:
            to_c, into_c = out_s + sc, (at, in_source)
        source += ss
        if source <= to_s + at_s:
            source, in_source = to_s + at_s, (SOURCE, at, into_s)
        content += cc
        if content <= to_c + at_c:
            content, in_content = to_c + at_c, (CONTENT, at, into_c)
        source += in_s
        content += in_c
        nothing, outside = to_o, into_o
    ends = (nothing, outside), (source, (at + 1, in_source)), (content, (at + 1, in_content))
    return _walked(ends, len(scores) * oo)


def best_with_source(
    scores: Sequence[Scores], cue: int, moves: Sequence[int], first: int = 0
) -> Way:
    """Return what `best` does, for labels that hold a source.

    Of labels worth the same it takes others than `best`: what comes later counts.
    """
    oo, os, oc, so, ss, sc, co, cs, cc = moves
    nothing = source = content = NEVER
    outside: Behind = None
    in_source = in_content = _NOWHERE
    doors = _doors(scores, cue, moves, first)
    for at, (door, through), (in_s, in_c, at_s, at_c, off_s, off_c) in zip(
        range(first, first + len(scores)), doors, scores, strict=True
    ):
        to_o, to_s, to_c = nothing + oo, nothing + os, nothing + oc
        into_o = into_s = into_c = outside
        out_s, out_c = source + off_s, content + off_c
        if out_s + so >= to_o:
            to_o, into_o = out_s + so, (at, in_source)
        if out_c + co >= to_o:
            to_o, into_o = out_c + co, (at, in_content)
        if at == cue:
            nothing, outside, source, content = to_o, into_o, NEVER, NEVER
            continue
        if out_c + cs >= to_s:
            to_s, into_s = out_c + cs, (at, in_content)
        if door >= to_s:
            to_s, into_s = door, through
        if out_s + sc >= to_c:
            to_c, into_c = out_s + sc, (at, in_source)
        source += ss
        if source < to_s + at_s or (source == to_s + at_s and into_s is not outside):
            source, in_source = to_s + at_s, (SOURCE, at, into_s)
        content += cc
        if content < to_c + at_c:
            content, in_content = to_c + at_c, (CONTENT, at, into_c)
        source += in_s
        content += in_c
        nothing, outside = to_o, into_o
    ends = (nothing, outside), (source, (at + 1, in_source)), (content, (at + 1, in_content))
    return _walked(ends, len(scores) * oo)


def _doors(
    scores: Sequence[Scores], cue: int, moves: Sequence[int], first: int
) -> Iterator[tuple[int, Behind]]:
    """Yield for each token the best way into the first source there: its worth and itself."""
    oo, os, oc, _, _, _, co, cs, cc = moves
    nothing, content = 0, NEVER
    outside: Behind = None
    in_content = _NOWHERE
    for at, (_, in_c, _, at_c, _, off_c) in enumerate(scores, first):
        out = content + off_c
        if out + cs >= nothing + os:
            yield out + cs, (at, in_content)
        else:
            yield nothing + os, outside
        to_o, into_o = nothing + oo, outside
        if out + co >= to_o:
            to_o, into_o = out + co, (at, in_content)
        content += cc
        if at == cue:
            content = NEVER
        elif content < nothing + oc + at_c:
            content, in_content = nothing + oc + at_c, (CONTENT, at, outside)
        content += in_c
        nothing, outside = to_o, into_o


def _walked(ends: Sequence[tuple[int, Behind]], none: int) -> Way:
    """Return the stretches of the best of the *ends*; no label at all is worth *none*."""
    most, way = max(ends, key=_worth)
    found = Way([], [], most - none)
    while way is not None:
        end, (label, begin, way) = way
        stretches = found.sources if label == SOURCE else found.contents
        stretches.insert(0, (begin, end - 1))
    return found


_worth = itemgetter(0)
