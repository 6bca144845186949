"""Sum what tokens weigh in themselves, whatever the cue: once a sentence, for all its cues."""

from __future__ import annotations

from itertools import pairwise, repeat

from .lexicon import CLUSTERS, NO_CLUSTER, Lexicon
from .passage import Passage
from .weights import Weights

LEFT, RIGHT, CUE = SIDES = range(3)
PLACES = ("before", "at", "after")
# Words whose weights are kept: far more than one article has.
MOST = 50_000

Three = tuple[int, int, int]


class Words(dict[str, Three]):
    """What a word weighs before, at and after a token on one side of the cue, with its cluster."""

    def __init__(self, weights: Weights, lexicon: Lexicon, side: int) -> None:
        super().__init__()
        self._own = [weights.words[f"{where} {side}"].get for where in PLACES]
        self._kinds = [weights.codes[f"{where} {side}"].get for where in PLACES]
        self._cluster = lexicon.clusters.get

    def __missing__(self, low: str) -> Three:
        if len(self) > MOST:
            self.clear()
        (a, b, c), (x, y, z) = self._own, self._kinds
        kind = self._cluster(low, NO_CLUSTER)
        made = a(low, 0) + x(kind, 0), b(low, 0) + y(kind, 0), c(low, 0) + z(kind, 0)
        self[low] = made
        return made


class Tables:
    """The tables of weights for tokens left and right of a cue, and for the cue itself."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        words, codes = weights.words, weights.codes
        self.both = words["both"].get
        self.words = [Words(weights, lexicon, side) for side in SIDES]
        self.next = [words[f"next {side}"].get for side in SIDES]
        self.shapes = [codes[f"shapes {side}"].get for side in SIDES]
        self.before = [codes[f"clusters before {side}"].get for side in SIDES]
        self.after = [codes[f"clusters after {side}"].get for side in SIDES]
        self.scare = [codes["scare"].get(side, 0) for side in SIDES]


class Statics:
    """The sums of one passage, each stretch of tokens made when it is first needed."""

    def __init__(self, tables: Tables, passage: Passage) -> None:
        self._tables = tables
        self._passage = passage
        self._rows: dict[int, Row] = {}

    def sums(self, side: int, first: int, last: int) -> list[int]:
        """Return the sums on one *side* of the tokens from *first* up to, not including, *last*."""
        found: list[int] = []
        bounds, sentence = self._passage.bounds, self._passage.sentence
        while first < last:
            number = sentence[first]
            row = self._rows.get(number)
            if row is None:
                row = self._rows[number] = Row(self._tables, self._passage, *bounds[number])
            end = min(last, bounds[number][1])
            found += row.sums(self._tables, side, first, end)
            first = end
        return found


class Row:
    """A sentence as columns: words, shapes and clusters, with the token on either side of it."""

    def __init__(self, tables: Tables, passage: Passage, first: int, last: int) -> None:
        low, shape, kind = passage.low, passage.shape, passage.kind
        begin, end = max(0, first - 1), last + 1
        self._first = first
        self.words = low[begin:end]
        sorts, kinds = shape[begin:end], kind[begin:end]
        if not first:
            self.words.insert(0, "<")
            sorts.insert(0, 0)
            kinds.insert(0, NO_CLUSTER)
        if last == len(low):
            self.words.append(">")
            sorts.append(0)
            kinds.append(NO_CLUSTER)
        self.shapes = [
            a * 64 + b * 8 + c for a, b, c in zip(sorts, sorts[1:], sorts[2:], strict=False)
        ]
        self.pairs = [f"{a} {b}" for a, b in pairwise(self.words)]
        self.twos = [a * CLUSTERS + b for a, b in pairwise(kinds)]
        self.both = list(map(tables.both, self.pairs, repeat(0, last - first)))
        self.scare = passage.scare
        # For each side, the sums of a stretch that has been asked for, and where it starts.
        self._made: list[tuple[int, list[int]]] = [(first, []) for _ in SIDES]

    def sums(self, tables: Tables, side: int, first: int, last: int) -> list[int]:
        """Return what the tokens from *first* up to *last* weigh on that *side* of a cue."""
        begin, made = self._made[side]
        if not made:
            begin = first
            made += self._sums(tables, side, first, last)
        if first < begin:
            made[:0] = self._sums(tables, side, first, begin)
            begin = first
        if last > begin + len(made):
            made += self._sums(tables, side, begin + len(made), last)
        self._made[side] = begin, made
        return made[first - begin : last - begin]

    def _sums(self, tables: Tables, side: int, first: int, last: int) -> list[int]:
        at, end = first - self._first, last - self._first
        words = list(map(tables.words[side].__getitem__, self.words[at : end + 2]))
        none = repeat(0)
        columns = zip(
            words,
            words[1:],
            words[2:],
            self.both[at:end],
            map(tables.next[side], self.pairs[at + 1 : end + 1], none),
            map(tables.shapes[side], self.shapes[at:end], none),
            map(tables.before[side], self.twos[at:end], none),
            map(tables.after[side], self.twos[at + 1 : end + 1], none),
            strict=False,  # the words go on to the tokens beside
        )
        sums = [
            left[0] + here[1] + right[2] + both + after + shape + before + behind
            for left, here, right, both, after, shape, before, behind in columns
        ]
        if self.scare:
            for token in range(first, last):
                if token in self.scare:
                    sums[token - first] += tables.scare[side]
        return sums
