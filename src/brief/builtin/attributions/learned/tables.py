"""The weights of tokens in themselves, laid out so that one look-up serves both sides of a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from operator import add

from .lexicon import CLUSTERS, NO_CLUSTER, Lexicon
from .weights import Weights

LEFT, RIGHT, CUE = SIDES = range(3)
BESIDE = LEFT, RIGHT
PLACES = ("before", "at", "after")
# Words whose weights are kept: far more than one article has.
MOST = 50_000
# So many shapes have three neighbours together.
SHAPES = 512
# What weighs nothing.
_NOTHING = (0,) * 4

Known = tuple[int, ...]


class Tables:
    """The tables of weights for tokens left and right of a cue.

    One look-up serves both sides: of a word it gives what it weighs before, at and after a token,
    three for each side, and its cluster; of two words or clusters what they weigh before the
    second and after the first, two for each side.
    """

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        codes = weights.codes
        self.words = Words(weights, lexicon)
        self.twos = Twos(weights)
        self.pairs = Pairs(weights, lexicon, self.twos)
        self.shapes = [
            list(map(codes[f"shapes {side}"].get, range(SHAPES), repeat(0))) for side in BESIDE
        ]
        self.scare = [codes["scare"].get(side, 0) for side in SIDES]
        self.cue = AtCue(weights)


class Words(dict[str, Known]):
    """What words weigh with their clusters, and these."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        super().__init__()
        names = [f"{where} {side}" for side in BESIDE for where in PLACES]
        tables = [weights.words[name] for name in names]
        self._own = [table.get for table in tables]
        self._weighing = frozenset(chain.from_iterable(tables))
        self._kinds = _Kinds([weights.codes[name] for name in names])
        self._cluster = lexicon.clusters.get

    def __missing__(self, low: str) -> Known:
        if len(self) > MOST:
            self.clear()
        made = self._kinds[self._cluster(low, NO_CLUSTER)]
        if low in self._weighing:
            own = [get(low, 0) for get in self._own]
            made = (*map(add, own, made), made[-1])
        self[low] = made
        return made


class _Kinds(dict[int, Known]):
    """What words of a cluster weigh that weigh nothing by themselves, and its number."""

    def __init__(self, tables: Sequence[Mapping[int, int]]) -> None:
        super().__init__()
        self._gets = [table.get for table in tables]

    def __missing__(self, kind: int) -> Known:
        self[kind] = made = (*[get(kind, 0) for get in self._gets], kind)
        return made


class Twos(dict[tuple[int, int], Known]):
    """What two clusters side by side weigh."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        names = [f"clusters {where} {side}" for side in BESIDE for where in ("before", "after")]
        tables = [weights.codes[name] for name in names]
        self._gets = [table.get for table in tables]
        self._weighing = frozenset(chain.from_iterable(tables))

    def __missing__(self, kinds: tuple[int, int]) -> Known:
        made: Known = _NOTHING
        key = kinds[0] * CLUSTERS + kinds[1]
        if key in self._weighing:
            made = tuple([get(key, 0) for get in self._gets])
        self[kinds] = made
        return made


class Pairs(dict[tuple[str, str], Known]):
    """What two words side by side weigh that weigh something, together with their clusters."""

    def __init__(self, weights: Weights, lexicon: Lexicon, twos: Twos) -> None:
        super().__init__()
        tables = [weights.words[name] for name in ("both", "next 0", "next 1")]
        self._both, *self._next = [table.get for table in tables]
        # Most pairs weigh nothing: these are looked up before anything is added.
        weighing = dict.fromkeys(chain.from_iterable(tables))
        self.known = {pair: pair for pair in map(_parted, weighing)}
        self._lexicon = lexicon
        self._twos = twos

    def __missing__(self, pair: tuple[str, str]) -> Known:
        one, two = pair
        written = f"{one} {two}"
        both = self._both(written, 0)
        own = [weight for get in self._next for weight in (both, get(written, 0))]
        kinds = self._lexicon.cluster(one), self._lexicon.cluster(two)
        self[pair] = made = tuple(map(add, own, self._twos[kinds]))
        return made


class AtCue:
    """What weighs at the cue itself."""

    def __init__(self, weights: Weights) -> None:
        words, codes = weights.words, weights.codes
        self._words = [words[f"{where} {CUE}"].get for where in PLACES]
        self._kinds = [codes[f"{where} {CUE}"].get for where in PLACES]
        self._pairs = words["both"].get, words[f"next {CUE}"].get
        self._twos = [codes[f"clusters {where} {CUE}"].get for where in ("before", "after")]
        self._shapes = codes[f"shapes {CUE}"].get

    def sum(self, words: Sequence[str], kinds: Sequence[int], shapes: int) -> int:
        """Return what the cue weighs, the second of three *words*."""
        (before, cue, after), (left, own, right) = words, kinds
        return (
            self._words[0](before, 0)
            + self._words[1](cue, 0)
            + self._words[2](after, 0)
            + self._kinds[0](left, 0)
            + self._kinds[1](own, 0)
            + self._kinds[2](right, 0)
            + self._pairs[0](f"{before} {cue}", 0)
            + self._pairs[1](f"{cue} {after}", 0)
            + self._twos[0](left * CLUSTERS + own, 0)
            + self._twos[1](own * CLUSTERS + right, 0)
            + self._shapes(shapes, 0)
        )


def _parted(pair: str) -> tuple[str, str]:
    one, _, two = pair.partition(" ")
    return one, two
