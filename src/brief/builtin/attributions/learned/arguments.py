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
from .path import SOURCE, best, best_with_source, unpacked
from .statics import Statics
from .views import View, view, window
from .weights import Weights

# So near to the cue, its own word and the token's count together.
NEAR = 3
# Places for one kind of cue that are kept; what is more is made again.
MOST = 4096


class Arguments:
    """Tags the tokens around a cue as source, content or neither."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._near = [
            [weights.words[f"near {side} {away}"].get for away in range(NEAR + 1)]
            for side in range(3)
        ]
        self._groups = weights.groups["place"].get
        self._moves = weights.lists["moves"]
        self._bonus = weights.lists["bonus"][0]
        self._of_place = _AnyCue(weights.codes["place"])
        self._of_view: dict[View, _Places] = {}

    def tag(
        self,
        passage: Passage,
        cue: int,
        others: Container[int],
        taken: Mapping[int, int],
        statics: Statics,
    ) -> tuple[int, list[int], int]:
        """Return the first token looked at, the labels from there on, and their score.

        The score is by how much they beat no labels, in hundredths. Nearly every statement has
        a source: labels without one give way to the best with one, unless they are far better.
        """
        first, last = span = window(passage, cue)
        look = view(passage, cue)
        sums = self._weighed(passage, cue, look, places(passage, cue, span, others, taken), first)
        own = [
            *statics.sums(0, first, cue),
            *statics.sums(2, cue, cue + 1),
            *statics.sums(1, cue + 1, last),
        ]
        scores = unpacked(list(map(add, sums, own)))
        labels, score = best(scores, cue - first, self._moves)
        if SOURCE not in labels:
            sought, worth = best_with_source(scores, cue - first, self._moves)
            labels = sought if worth + self._bonus > score else labels
        return first, labels, score

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
        sums = [known[place] for place in seen]
        own = self._groups(f"word {look.low}")
        for at in range(max(first, cue - NEAR), min(first + len(seen), cue + NEAR + 1)):
            side = 2 if at == cue else at > cue
            away = abs(at - cue)
            sums[at - first] += own.get(by_word(side, away), 0)
            sums[at - first] += self._near[side][away](passage.low[at], 0)
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
