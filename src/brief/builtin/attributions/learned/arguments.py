"""Tag the source and the content of one cue, as seen from it.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over words, shapes
and places, one decoding for each cue: who speaks and what is said come out linked to the cue.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from operator import add

from .codes import ASPECTS, by_word, places, taken_apart, whatever_cue
from .lexicon import Lexicon
from .passage import Passage
from .path import Way, best, best_with_source, unpacked
from .statics import Statics
from .views import View, window
from .weights import Weights

# So near to the cue, its own word and the token's count together.
NEAR = 3
# Places for one kind of cue that are kept; what is more is made again.
MOST = 4096


class Arguments:
    """Tags the tokens around a cue as source, content or neither."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # For each token near the cue, from left to right: what its word weighs there, and the
        # feature that goes with the cue's own word.
        beside = [
            *((0, away) for away in range(NEAR, 0, -1)),
            (2, 0),
            *((1, away) for away in range(1, NEAR + 1)),
        ]
        self._near = [
            (weights.words[f"near {side} {away}"].get, by_word(side, away)) for side, away in beside
        ]
        self._groups = weights.groups["place"].get
        self._moves = weights.lists["moves"]
        self._bonus = weights.lists["bonus"][0]
        self._of_place = _AnyCue(weights.codes["place"])
        self._of_view: dict[View, _Places] = {}

    def tag(
        self,
        statics: Statics,
        cue: int,
        look: View,
        others: Container[int],
        taken: Mapping[int, int],
    ) -> Way:
        """Return the tokens of source and content; the score is in hundredths.

        Nearly every statement has a source: labels without one give way to the best with one,
        unless they are far better. The score stays that of the best.
        """
        passage = statics.passage
        first, last = span = window(passage, cue)
        sums = self._weighed(passage, cue, look, places(passage, cue, span, others, taken), first)
        scores = unpacked(map(add, sums, statics.sums(first, cue, last)))
        found = best(scores, cue, self._moves, first)
        if not found.sources:
            sought = best_with_source(scores, cue, self._moves, first)
            if sought.score + self._bonus > found.score:
                return sought._replace(score=found.score)
        return found

    def _weighed(
        self, passage: Passage, cue: int, look: View, seen: list[int], first: int
    ) -> list[int]:
        """Return what the place of each token weighs, as seen from the *cue*."""
        known = self._of_view.get(look)
        if known is None:
            if len(self._of_view) >= MOST:
                self._of_view.clear()
            groups = look.groups(self._lexicon)
            tables = [(aspect, self._groups(name)) for aspect, name in groups]
            known = self._of_view[look] = _Places(self._of_place, tables)
        sums = list(map(known.__getitem__, seen))
        own = self._groups(f"word {look.low}").get
        begin = max(first, cue - NEAR)
        words = passage.low[begin : min(first + len(seen), cue + NEAR + 1)]
        near = self._near[begin - cue + NEAR :]
        for at, (low, (weight, code)) in enumerate(zip(words, near, strict=False), begin - first):
            sums[at] += weight(low, 0) + own(code, 0)
        return sums


class _AnyCue(dict[int, tuple[int, tuple[tuple[int, ...], ...]]]):
    """What a place weighs whatever the cue is, and its features for each aspect."""

    def __init__(self, weights: Mapping[int, int]) -> None:
        super().__init__()
        self._weights = weights.get

    def __missing__(self, place: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
        if len(self) >= MOST * 4:
            self.clear()
        apart = taken_apart(place)
        total = sum([self._weights(code, 0) for code in whatever_cue(apart)])
        self[place] = made = total, tuple([one(apart) for one in ASPECTS])
        return made


class _Places(dict[int, int]):
    """What places weigh as seen from cues of one kind."""

    def __init__(self, any_cue: _AnyCue, tables: Sequence[tuple[int, Mapping[int, int]]]) -> None:
        super().__init__()
        self._any_cue = any_cue
        self._tables = [(aspect, table.get) for aspect, table in tables if table]

    def __missing__(self, place: int) -> int:
        total, aspects = self._any_cue[place]
        for aspect, get in self._tables:
            for code in aspects[aspect]:
                total += get(code, 0)
        self[place] = total
        return total
