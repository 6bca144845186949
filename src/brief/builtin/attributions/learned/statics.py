"""Sum what tokens weigh in themselves, whatever the cue: once a sentence, for all its cues."""

from __future__ import annotations

from itertools import pairwise

from .passage import Passage
from .tables import BESIDE, CUE, LEFT, RIGHT, Tables


class Statics:
    """The sums of one passage, each stretch of tokens made when it is first needed."""

    def __init__(self, tables: Tables, passage: Passage) -> None:
        self._tables = tables
        self.passage = passage
        self._rows: dict[int, Row] = {}

    def sums(self, first: int, cue: int, last: int) -> list[int]:
        """Return the sums of the tokens from *first* up to, not including, *last*."""
        here = self._row(cue)
        if here.first <= first and last <= here.last:
            left, right = here.sums(LEFT, first, cue), here.sums(RIGHT, cue + 1, last)
        else:
            left, right = self._sums(LEFT, first, cue), self._sums(RIGHT, cue + 1, last)
        return [*left, here.at_cue(cue), *right]

    def _sums(self, side: int, first: int, last: int) -> list[int]:
        """Return the sums on one *side* in one sentence or more."""
        found: list[int] = []
        while first < last:
            row = self._row(first)
            end = min(last, row.last)
            found += row.sums(side, first, end)
            first = end
        return found

    def _row(self, at: int) -> Row:
        number = self.passage.sentence[at]
        row = self._rows.get(number)
        if row is None:
            made = Row(self._tables, self.passage, *self.passage.bounds[number])
            row = self._rows[number] = made
        return row


class Row:
    """A sentence as columns, with the token on either side of it."""

    def __init__(self, tables: Tables, passage: Passage, first: int, last: int) -> None:
        low, shape = passage.low, passage.shape
        begin, end = max(0, first - 1), last + 1
        self.first, self.last = first, last
        self._tables = tables
        self._lows = low[begin:end]
        sorts = shape[begin:end]
        if not first:
            self._lows.insert(0, "<")
            sorts.insert(0, 0)
        if last == len(low):
            self._lows.append(">")
            sorts.append(0)
        self._words = list(map(tables.words.__getitem__, self._lows))
        self._shapes = [
            a * 64 + b * 8 + c for a, b, c in zip(sorts, sorts[1:], sorts[2:], strict=False)
        ]
        kinds = [word[-1] for word in self._words]
        self._twos = twos = list(map(tables.twos.__getitem__, pairwise(kinds)))
        for at, pair in enumerate(map(tables.pairs.known.get, pairwise(self._lows))):
            if pair is not None:
                twos[at] = tables.pairs[pair]
        self._scare = [at for at in passage.scare if first <= at < last]
        # For each side, the sums of a stretch that has been asked for, and where it starts.
        self._made: list[tuple[int, list[int]]] = [(first, []) for _ in BESIDE]

    def at_cue(self, cue: int) -> int:
        """Return what the token *cue* weighs as a cue."""
        at = cue - self.first
        kinds = [word[-1] for word in self._words[at : at + 3]]
        total = self._tables.cue.sum(self._lows[at : at + 3], kinds, self._shapes[at])
        return total + self._tables.scare[CUE] if cue in self._scare else total

    def sums(self, side: int, first: int, last: int) -> list[int]:
        """Return what the tokens from *first* up to *last* weigh on that *side* of a cue."""
        begin, made = self._made[side]
        if not made:
            begin = first
        if first < begin:
            made[:0] = self._sums(side, first, begin)
            begin = first
        if last > begin + len(made):
            made += self._sums(side, begin + len(made), last)
        self._made[side] = begin, made
        return made[first - begin : last - begin]

    def _sums(self, side: int, first: int, last: int) -> list[int]:
        at, end = first - self.first, last - self.first
        words = self._words[at : end + 2]
        twos = self._twos[at : end + 1]
        shapes = self._tables.shapes[side]
        before, here, after = range(3 * side, 3 * side + 3)
        ahead, behind = range(2 * side, 2 * side + 2)
        sums = [
            a[before] + b[here] + c[after] + shapes[shape] + d[ahead] + e[behind]
            for a, b, c, shape, d, e in zip(
                words,
                words[1:],
                words[2:],
                self._shapes[at:end],
                twos,
                twos[1:],
                strict=False,  # the words go on to the tokens beside
            )
        ]
        for token in self._scare:
            if first <= token < last:
                sums[token - first] += self._tables.scare[side]
        return sums
