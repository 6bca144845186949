"""List what speaks for and against a candidate, a word on which a statement may hang.

The stage sums the same in a faster way (`learned.cues`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brief.builtin.attributions.learned.cues import (
    LIKELY,
    SINCE_QUOTE,
    TO_QUOTE,
    TO_SUBJECT,
    TO_THAT,
    rates_beside,
    spots,
)
from brief.builtin.attributions.learned.lexicon import NO_CLUSTER, Lexicon
from brief.builtin.attributions.learned.passage import CLOSES, OPENS, Passage
from brief.builtin.attributions.learned.shapes import CAPITAL, CAPITALS, PRONOUNS


class Clue(NamedTuple):
    """What speaks for or against a candidate.

    *words* are the candidate and its neighbours (see `NEIGHBOURS`; "<" and ">" where there is
    none), *kinds* their clusters, *pairs* two words each, *codes* small facts by number;
    *with_verb* are those that count together with the verb, and *beside* the words that do.
    """

    words: tuple[str, ...]
    kinds: tuple[int, ...]
    pairs: tuple[str, ...]
    codes: tuple[int, ...]
    with_verb: tuple[int, ...]
    beside: tuple[str, str]


def candidates(passage: Passage, lexicon: Lexicon) -> Iterator[tuple[int, Clue]]:
    """Yield the tokens of *passage* that can be cues, with their clues, in order."""
    found = spots(passage, lexicon.often)
    rates = [lexicon.often[passage.low[at]] for at in found]
    for at, left, right in zip(found, *rates_beside(passage, found, rates), strict=True):
        yield at, clue(passage, at, left, right, lexicon)


def clue(passage: Passage, at: int, left: int, right: int, lexicon: Lexicon) -> Clue:
    """Return the clues to the candidate at token *at*.

    *left* and *right* say how often the likeliest other candidate on either side, in its
    sentence and outside quotations, is a cue (0 to 10, in tenths).
    """
    low, shape = passage.low, passage.shape
    first, last = passage.bounds[passage.sentence[at]]
    start, end = max(first, at - 3), min(len(low), at + 4)
    ahead, behind = 3 - (at - start), 4 - (end - at)
    before3, before2, before, this, after, after2, after3 = (
        *["<"] * ahead,
        *low[start:end],
        *[">"] * behind,
    )
    left3, left2, left1, own, right1, right2, right3 = (
        *[NO_CLUSTER] * ahead,
        *map(lexicon.cluster, low[start:end]),
        *[NO_CLUSTER] * behind,
    )
    shapes = 0
    for to in range(at - 2, at + 3):
        shapes = shapes * 8 + (shape[to] if first <= to < last else 0)
    closed = _steps(passage.mark, CLOSES, range(at - 1, max(-1, at - 1 - SINCE_QUOTE), -1))
    opened = _steps(passage.mark, OPENS, range(at + 1, min(len(low), at + 1 + TO_QUOTE)))
    that = _steps(low, "that", range(at + 1, min(last, at + 1 + TO_THAT)))
    subject, away = _subject(passage, at, first)
    return Clue(
        (this, before3, before2, before, after, after2, after3),
        (own, left3, left2, left1, right1, right2, right3),
        (
            f"{before} {this}",
            f"{this} {after}",
            f"{before} {after}",
            f"{before2} {before}",
            f"{after} {after2}",
        ),
        (
            0,
            1 << 16 | shapes,
            2 << 16 | closed,
            3 << 16 | left * 11 + right,
            4 << 16 | that,
            5 << 16 | subject * 9 + away,
            6 << 16 | opened,
            7 << 16 | min(at - first, 4) * 5 + min(last - at, 4),
            8 << 16 | (at in passage.scare),
        ),
        (
            int(0 < closed < 4),
            8 | shape[at - 1] if at > first else 8,
            16 | shape[at + 1] if at + 1 < last else 16,
            24 + (left >= LIKELY),
            26 + (that > 0),
            32 + subject * 4 + min(away, 3),
            44 + (opened > 0),
        ),
        (before, after),
    )


def _steps(row: Sequence[int] | Sequence[str], wanted: int | str, way: range) -> int:
    """Return after how many steps on the *way* the *row* has what is *wanted*; 0 for never."""
    return next((number for number, at in enumerate(way, 1) if row[at] == wanted), 0)


def _subject(passage: Passage, at: int, first: int) -> tuple[int, int]:
    """Return what may be the subject left of *at* and its distance.

    1 for a pronoun, 2 for a capital, 0 (and 0) for neither near by.
    """
    for away in range(1, TO_SUBJECT + 1):
        to = at - away
        if to < first or passage.quoted[to]:
            break
        if passage.low[to] in PRONOUNS:
            return 1, away
        if passage.shape[to] in (CAPITAL, CAPITALS):
            return 2, away
    return 0, 0
