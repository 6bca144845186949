"""Number the places of tokens as seen from a cue: the same small integers in training and use.

A place says *side* (0 left of the cue, 1 right of it, 2 the cue itself), how many *commas* and
other *cues* stand in between (0 to 2), whether a *clause* opens in between (1 after "that" or
"if"), what stronger cues have *taken* the token for (0 nothing, 1 source, 2 content, 3 cue), how
*far* it is (0 to 7), whether it stands *apart* in another sentence (1), and the token's own code
(see `Passage`): *quoted*, *mark*, *depth* in its sentence (0 to 2), *sort* (its shape).
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from brief.value import NamedTuple

from .passage import CODES, DEPTHS, SHAPES, Passage
from .shapes import CAPITAL, CAPITALS, CONJUNCTIONS, PAUSE

# What a step of each part of a place is worth in the integer.
TAKEN = 8 * 2 * CODES
BETWEEN = 4 * TAKEN
# Buckets of distance: single words near by, then ever wider.
FAR = [2 * CODES * far for far in (0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, *[6] * 10, *[7] * 800)]
# Those that are told apart together with the cue's own word.
NEAREST = 4


class Place(NamedTuple):
    """A place taken apart."""

    side: int
    commas: int
    cues: int
    clause: int
    taken: int
    far: int
    apart: int
    quoted: int
    mark: int
    depth: int
    sort: int


def places(
    passage: Passage,
    cue: int,
    window: tuple[int, int],
    others: Container[int],
    taken: Mapping[int, int],
) -> list[int]:
    """Return the place of each token in the *window*, as seen from *cue*, as one integer.

    *others* are the tokens of other likely cues.
    """
    first, last = window
    left = _walk(passage, cue, range(cue - 1, first - 1, -1), others, taken)
    left.reverse()
    left += _walk(passage, cue, range(cue, cue + 1), (), taken)
    return left + _walk(passage, cue, range(cue + 1, last), others, taken)


def _walk(
    passage: Passage, cue: int, way: range, others: Container[int], taken: Mapping[int, int]
) -> list[int]:
    """Return the places met on the *way* from the cue."""
    code, shape, low, quoted = passage.code, passage.shape, passage.low, passage.quoted
    here, last = passage.bounds[passage.sentence[cue]]
    commas = cues = clause = 0
    between = (2 if way.start == cue else way.step > 0) * 18 * BETWEEN
    found: list[int] = []
    for away, at in enumerate(way, way.start != cue):
        place = between + FAR[away] + code[at]
        if taken and at in taken:
            place += taken[at] * TAKEN
        if not here <= at < last:
            place += CODES
        found.append(place)
        if shape[at] == PAUSE:
            if commas < 2 and not quoted[at]:
                commas += 1
                between += 6 * BETWEEN
        elif at in others and cues < 2:
            cues += 1
            between += 2 * BETWEEN
        elif not clause and low[at] in CONJUNCTIONS and not quoted[at]:
            clause = 1
            between += BETWEEN
    return found


def taken_apart(place: int) -> Place:
    """Return what the integer *place* stands for."""
    place, sort = divmod(place, SHAPES)
    place, depth = divmod(place, DEPTHS)
    place, mark = divmod(place, 3)
    place, quoted = divmod(place, 2)
    place, apart = divmod(place, 2)
    place, far = divmod(place, 8)
    place, taken = divmod(place, 4)
    place, clause = divmod(place, 2)
    place, cues = divmod(place, 3)
    side, commas = divmod(place, 3)
    return Place(side, commas, cues, clause, taken, far, apart, quoted, mark, depth, sort)


def whatever_cue(p: Place) -> tuple[int, ...]:
    """Return the features of a place that any cue has."""
    around = (((p.side * 3 + p.commas) * 2 + p.quoted) * 3 + p.mark) * 2 + p.apart
    return (
        p.side,
        1 << 10 | around,
        2 << 10 | p.far * 108 + around,
        3 << 10 | ((p.side * 3 + p.cues) * 3 + p.commas) * 2 + p.quoted,
        4 << 10 | (p.side * 2 + p.clause) * 3 + p.commas,
        5 << 10 | p.taken * 3 + p.cues,
        6 << 10 | ((p.side * 8 + p.far) * 3 + p.cues) * SHAPES + p.sort,
        7 << 10 | ((p.side * 3 + p.depth) * 3 + p.cues) * 3 + p.commas,
    )


def by_verb(p: Place) -> tuple[int, ...]:
    """Return the features that go with the stem of the cue, or the sort of verb it is."""
    name = p.sort in (CAPITAL, CAPITALS)
    return (
        (p.side * 3 + p.commas) * 2 + p.quoted,
        1 << 7 | (p.side * 5 + min(p.far, NEAREST)) * 2 + name,
        2 << 7 | p.side * 2 + p.clause,
    )


def by_frame(p: Place) -> tuple[int, ...]:
    """Return the features that go with the words on both sides of the cue."""
    return (
        ((p.side * 3 + p.commas) * 2 + p.quoted) * 3 + p.mark,
        1 << 7 | (p.side * 3 + p.commas) * 2 + (p.far > 2),
    )


def by_left(p: Place) -> tuple[int, ...]:
    """Return the features that go with the word left of the cue."""
    near = (min(p.far, NEAREST)) * 3 + p.commas
    across = 1 << 7 | p.side * 3 + p.commas
    return (across if p.side else near, 2 << 7 | p.side * 4 + p.taken)


def by_right(p: Place) -> tuple[int, ...]:
    """Return the features that go with the word right of the cue."""
    if p.side == 0:
        return (1 << 7 | p.commas,)
    return ((p.side * 5 + min(p.far, NEAREST)) * 3 + p.commas,)


def by_form(p: Place) -> tuple[int, ...]:
    """Return the features that go with the form of the cue, such as "and -ing"."""
    return (
        (p.side * 4 + p.taken) * 3 + p.cues,
        1 << 8 | ((p.side * 3 + p.depth) * 3 + p.cues) * SHAPES + p.sort,
    )


# What the groups of a view look at, by number.
ASPECTS = (by_verb, by_frame, by_left, by_right, by_form)


def by_word(side: int, away: int) -> int:
    """Return the feature that goes with the cue's own word, *away* tokens from it (0 to 3)."""
    return side * 4 + away
