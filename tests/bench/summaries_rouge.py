"""Count ROUGE-1, ROUGE-2 and ROUGE-Lsum as rouge-score does, many times as fast.

Lin (2004), ROUGE: A Package for Automatic Evaluation of Summaries. Words are runs of a to z and
digits, those of more than three letters stemmed by Porter's method (NLTK's, which rouge-score
uses too). What is counted once is kept: summarisers pick the same sentences again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from statistics import mean
from typing import Any, NamedTuple

WORD = re.compile(r"[a-z0-9]+")

Words = tuple[str, ...]


class Score(NamedTuple):
    """What a summary shares with references, F1 in per cent, and its length.

    *recall* is the share of the references' words, in per cent; *words* counts what white space
    separates.
    """

    r1: float = 0.0
    r2: float = 0.0
    lsum: float = 0.0
    recall: float = 0.0
    words: float = 0.0


class Counted(NamedTuple):
    """A text as it is counted: its lines in words, and how often each word and pair occurs."""

    lines: tuple[Words, ...]
    ones: Counter[str]
    twos: Counter[tuple[str, str]]


@cache
def stems(text: str) -> Words:
    """Return the words of *text*, stemmed."""
    return tuple(stem(word) for word in WORD.findall(text.lower()))


@cache
def stem(word: str) -> str:
    """Return the stem of a word in lower case."""
    from nltk.stem.porter import PorterStemmer  # type: ignore[import-untyped]  # slow: 0.2 s

    return str(PorterStemmer().stem(word)) if len(word) > 3 else word


@cache
def counted(lines: tuple[str, ...]) -> Counted:
    """Return what there is to count in a text of *lines*."""
    found = tuple(stems(line) for line in lines if line)
    words = [word for line in found for word in line]
    return Counted(found, Counter(words), Counter(pairwise(words)))


@cache
def scored(summary: tuple[str, ...], references: tuple[str, ...]) -> Score:
    """Return the mean over *references*, texts of a line for each sentence, as *summary* is."""
    ours = counted(summary)
    each = [_against(ours, counted(tuple(text.split("\n")))) for text in references]
    words = float(sum(len(line.split()) for line in summary))
    return average(one._replace(words=words) for one in each)


def average(scores: Iterable[Score]) -> Score:
    """Return the mean of each figure."""
    return Score(*map(mean, zip(*scores, strict=True)))


def _against(ours: Counted, theirs: Counted) -> Score:
    """Return the score against one reference."""
    size, aim = sum(ours.ones.values()), sum(theirs.ones.values())
    ones = _shared(ours.ones, theirs.ones)
    return Score(
        _f1(ones, size, aim),
        _f1(_shared(ours.twos, theirs.twos), sum(ours.twos.values()), sum(theirs.twos.values())),
        _f1(_in_order(ours, theirs), size, aim),
        100 * ones / max(1, aim),
    )


def _f1(shared: int, ours: int, theirs: int) -> float:
    """Return the F1 in per cent."""
    return 200 * shared / (ours + theirs) if shared else 0.0


def _shared(one: Counter[Any], other: Counter[Any]) -> int:
    """Return how many there are in both, as often as in the one that has fewer."""
    return sum(min(count, other[word]) for word, count in one.items())


def _in_order(ours: Counted, theirs: Counted) -> int:
    """Return how many words of the reference's lines stand in the same order in ours.

    No word counts more often than either text has it.
    """
    left, needed = ours.ones.copy(), theirs.ones.copy()
    hits = 0
    for line in theirs.lines:
        met = frozenset[int]().union(*(_common(line, each) for each in ours.lines))
        for at in sorted(met):
            word = line[at]
            if left[word] > 0 and needed[word] > 0:
                hits += 1
                left[word] -= 1
                needed[word] -= 1
    return hits


@cache
def _common(line: Words, other: Words) -> frozenset[int]:
    """Return the places in *line* of its longest common subsequence with *other*.

    Of several the one that rouge-score takes: the union over lines depends on it.
    """
    if not {*line} & {*other}:
        return frozenset()
    table = _table(line, other)
    one, two = len(line), len(other)
    found: set[int] = set()
    while one and two:
        if line[one - 1] == other[two - 1]:
            found.add(one - 1)
            one, two = one - 1, two - 1
        elif table[one][two - 1] > table[one - 1][two]:
            two -= 1
        else:
            one -= 1
    return frozenset(found)


def _table(line: Sequence[str], other: Sequence[str]) -> list[list[int]]:
    """Return the length of the longest common subsequence of each pair of beginnings."""
    rows = [[0] * (len(other) + 1)]
    for word in line:
        above, row = rows[-1], [0]
        for at, theirs in enumerate(other):
            row.append(above[at] + 1 if word == theirs else max(above[at + 1], row[at]))
        rows.append(row)
    return rows
