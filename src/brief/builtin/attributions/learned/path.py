"""Find the best labels of a row of tokens: Viterbi's way through a chain of three states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from struct import Struct

from .weights import BITS

NOTHING, SOURCE, CONTENT = range(3)
FIELDS = 6
_UNPACKED = Struct(f"<{FIELDS}h")
# Added, each field of a sum is positive; with the top bits turned, it reads as signed.
_TURN = sum(1 << (BITS * field + BITS - 1) for field in range(FIELDS))
_BYTES = FIELDS * BITS // 8
NEVER = -(10**9)

Scores = tuple[int, int, int, int, int, int]


def unpacked(sums: Sequence[int]) -> list[Scores]:
    """Return the six scores in each of *sums*.

    For being in a source, in a content, at the start of each, and right behind the end of each.
    """
    row = b"".join([((one + _TURN) ^ _TURN).to_bytes(_BYTES, "little") for one in sums])
    return list(_UNPACKED.iter_unpack(row))


def best(scores: Sequence[Scores], cue: int, moves: Sequence[int]) -> tuple[list[int], int]:
    """Return the best labels and by how much they beat no label at all.

    *moves* are the nine scores of going from state to state. The token *cue* has no label.
    """
    oo, os, oc, so, ss, sc, co, cs, cc = moves
    nothing, source, content = 0, NEVER, NEVER
    back: list[tuple[int, int, int]] = []
    for at, (in_s, in_c, at_s, at_c, off_s, off_c) in enumerate(scores):
        to_o, from_o = nothing + oo, NOTHING
        if (way := source + so + off_s) > to_o:
            to_o, from_o = way, SOURCE
        if (way := content + co + off_c) > to_o:
            to_o, from_o = way, CONTENT
        if at == cue:
            nothing, source, content = to_o, NEVER, NEVER
            back.append((from_o, NOTHING, NOTHING))
            continue
        to_s, from_s = nothing + os + at_s, NOTHING
        if (way := content + cs + off_c + at_s) > to_s:
            to_s, from_s = way, CONTENT
        if (way := source + ss) > to_s:
            to_s, from_s = way, SOURCE
        to_c, from_c = nothing + oc + at_c, NOTHING
        if (way := source + sc + off_s + at_c) > to_c:
            to_c, from_c = way, SOURCE
        if (way := content + cc) > to_c:
            to_c, from_c = way, CONTENT
        nothing, source, content = to_o, to_s + in_s, to_c + in_c
        back.append((from_o, from_s, from_c))
    most = max(nothing, source, content)
    return _walked(back, (nothing, source, content).index(most)), most - len(scores) * oo


def best_with_source(
    scores: Sequence[Scores], cue: int, moves: Sequence[int]
) -> tuple[list[int], int]:
    """Return what `best` does, for labels that hold a source.

    Behind the three states of `best`, for what follows the first source, are two for what
    stands before it: nothing, and content.
    """
    oo, os, oc, so, ss, sc, co, cs, cc = moves
    nothing = source = content = NEVER
    none_yet, content_yet = 0, NEVER
    back: list[tuple[int, ...]] = []
    for at, (in_s, in_c, at_s, at_c, off_s, off_c) in enumerate(scores):
        off = content + co + off_c
        to_o, from_o = max((nothing + oo, 0), (source + so + off_s, 1), (off, 2))
        to_n, from_n = max((none_yet + oo, 3), (content_yet + co + off_c, 4))
        if at == cue:
            nothing, source, content, none_yet, content_yet = to_o, NEVER, NEVER, to_n, NEVER
            back.append((from_o, 0, 0, from_n, 3))
            continue
        to_s, from_s = max(
            (max(nothing, none_yet) + os + at_s, 0 if nothing > none_yet else 3),
            (source + ss, 1),
            (max(content, content_yet) + cs + off_c + at_s, 2 if content > content_yet else 4),
        )
        to_c, from_c = max(
            (nothing + oc + at_c, 0), (source + sc + off_s + at_c, 1), (content + cc, 2)
        )
        to_y, from_y = max((none_yet + oc + at_c, 3), (content_yet + cc, 4))
        nothing, source, content = to_o, to_s + in_s, to_c + in_c
        none_yet, content_yet = to_n, to_y + in_c
        back.append((from_o, from_s, from_c, from_n, from_y))
    most = max(nothing, source, content)
    states = _walked(back, (nothing, source, content).index(most))
    return [(NOTHING, SOURCE, CONTENT, NOTHING, CONTENT)[state] for state in states], (
        most - len(scores) * oo
    )


def _walked(back: Sequence[tuple[int, ...]], state: int) -> list[int]:
    """Return the states of the way that *back* remembers and that ends in *state*."""
    states: list[int] = []
    for step in reversed(back):
        states.append(state)
        state = step[state]
    states.reverse()
    return states


def runs(labels: Sequence[int], label: int, first: int) -> list[tuple[int, int]]:
    """Return the stretches of *label*, counted from *first*: each from, up to and with."""
    if label not in labels:
        return []
    places = _RUNS[label].finditer(bytes(labels))
    return [(first + place.start(), first + place.end() - 1) for place in places]


_RUNS = [re.compile(bytes([label]) + b"+") for label in (NOTHING, SOURCE, CONTENT)]
