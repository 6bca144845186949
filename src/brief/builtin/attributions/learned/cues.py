"""Find the words of a passage on which a statement may hang, and score them.

What speaks for and against a word is told by `brief.training.clues`; here it is summed, word by
word, in the way that takes the least time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief.value import NamedTuple

from .lexicon import CLUSTERS, NO_CLUSTER, Lexicon
from .passage import CLOSES, OPENS, Passage
from .shapes import CAPITAL, CAPITALS, PRONOUNS, stem
from .weights import Weights

# Where a word counts: so many tokens before and after the candidate.
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
# How far to look for a closed quotation, an opening one, a "that" and a subject.
SINCE_QUOTE, TO_QUOTE, TO_THAT, TO_SUBJECT = 5, 6, 5, 8
# A candidate that is a cue more often than not, in tenths.
LIKELY = 6
# Words whose weights are kept: far more than one article has.
MOST = 50_000
_START, _END = ("<",) * 3, (">",) * 3


def spots(passage: Passage, often: Mapping[str, int]) -> list[int]:
    """Return the tokens of *passage* that can be cues.

    *often* has every word that can be one. What a quotation says that somebody says is hearsay:
    no word in one is a cue.
    """
    quoted = passage.quoted
    return [at for at, word in enumerate(passage.low) if word in often and not quoted[at]]


def rates_beside(
    passage: Passage, found: Sequence[int], rates: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return for each spot the best rate of those before it in its sentence, and behind it."""
    sentence = passage.sentence
    return (
        _best_before(sentence, found, rates),
        _best_before(sentence, found[::-1], rates[::-1])[::-1],
    )


class Cues:
    """Scores candidates: sums of weights, in hundredths of a logit."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        words, codes = weights.words, weights.codes
        self._often = lexicon.often
        self._kind = lexicon.clusters.get
        self._own = _Owns(weights, lexicon)
        self._beside = [
            _Beside(words[f"cue word {step}"], codes[f"cue word {step}"], lexicon)
            for step in NEIGHBOURS
        ]
        self._pairs = [words[f"cue pair {number}"].get for number in range(5)]
        self._codes = codes["cue"].get
        self._twos = [codes[f"cue clusters {step}"].get for step in (-1, 1)]
        self._with_verb = [words[f"cue beside {step}"].get for step in (-1, 1)]

    def scored(self, passage: Passage) -> list[tuple[int, int]]:
        """Return the score of each candidate of *passage*, with its token, in order."""
        found = spots(passage, self._often)
        if not found:
            return []
        owns = [self._own[passage.low[at]] for at in found]
        left, right = rates_beside(passage, found, [own.rate for own in owns])
        quotes = any(passage.mark)
        return [
            (self._words(passage, at, own) + self._place(passage, at, own, rates, quotes), at)
            for at, own, rates in zip(found, owns, zip(left, right, strict=True), strict=True)
        ]

    def _words(self, passage: Passage, at: int, own: Own) -> int:
        """Return what the candidate and the words around it weigh."""
        low = passage.low
        first = passage.bounds[passage.sentence[at]][0]
        around = low[max(first, at - 3) : at + 4]
        if len(around) < 7:
            ahead = 3 - min(3, at - first)
            around = [*_START[:ahead], *around, *_END[: 7 - ahead - len(around)]]
        before3, before2, before, this, after, after2, after3 = around
        third, second, next_to, behind, second_on, third_on = self._beside
        both, follows, parted, ahead_of, on = self._pairs
        total = (
            own.weight
            + third[before3]
            + second[before2]
            + next_to[before]
            + behind[after]
            + second_on[after2]
            + third_on[after3]
            + both(f"{before} {this}", 0)
            + follows(f"{this} {after}", 0)
            + parted(f"{before} {after}", 0)
            + ahead_of(f"{before2} {before}", 0)
            + on(f"{after} {after2}", 0)
        )
        with_left, with_right = self._with_verb
        for group in own.groups:
            total += with_left(f"{group} {before}", 0) + with_right(f"{group} {after}", 0)
        return total

    def _place(
        self, passage: Passage, at: int, own: Own, rates: tuple[int, int], quotes: bool
    ) -> int:
        """Return what weighs where the candidate stands, by itself and with its verb.

        *rates* are the best of other candidates before and behind it; *quotes* tells whether
        there is a quotation mark in the passage.
        """
        left, right = rates
        low, shape, kind = passage.low, passage.shape, self._kind
        first, last = passage.bounds[passage.sentence[at]]
        before = shape[at - 1] if at > first else 0
        after = shape[at + 1] if at + 1 < last else 0
        closed, opened = _marks(passage.mark, at) if quotes else (0, 0)
        near = low[at + 1 : min(last, at + 1 + TO_THAT)]
        that = near.index("that") + 1 if "that" in near else 0
        subject, away = _subject(passage, at, first)
        shapes = (
            ((shape[at - 2] if at - 2 >= first else 0) * 8 + before) * 512
            + shape[at] * 64
            + after * 8
            + (shape[at + 2] if at + 2 < last else 0)
        )
        beside = kind(low[at - 1], NO_CLUSTER) if at > first else NO_CLUSTER
        behind = kind(low[at + 1], NO_CLUSTER) if at + 1 < len(low) else NO_CLUSTER
        code, verb = self._codes, own.together.get
        return (
            code(1 << 16 | shapes, 0)
            + code(2 << 16 | closed, 0)
            + code(3 << 16 | left * 11 + right, 0)
            + code(4 << 16 | that, 0)
            + code(5 << 16 | subject * 9 + away, 0)
            + code(6 << 16 | opened, 0)
            + code(7 << 16 | min(at - first, 4) * 5 + min(last - at, 4), 0)
            + code(8 << 16 | (at in passage.scare), 0)
            + self._twos[0](own.cluster + beside, 0)
            + self._twos[1](own.cluster + behind, 0)
            + verb(0 < closed < 4, 0)
            + verb(8 | before, 0)
            + verb(16 | after, 0)
            + verb(24 + (left >= LIKELY), 0)
            + verb(26 + (that > 0), 0)
            + verb(32 + subject * 4 + min(away, 3), 0)
            + verb(44 + (opened > 0), 0)
            + verb(CLUSTERS + beside, 0)
            + verb(2 * CLUSTERS + behind, 0)
        )


class Own(NamedTuple):
    """What a candidate is in itself.

    *weight* is that of its word, stem, ending and cluster, *rate* how often it is a cue, in
    tenths; *cluster* is where those with its cluster start in a table of pairs. *together* are
    the weights that count with its verb, and *groups* the names of the verb.
    """

    weight: int
    rate: int
    cluster: int
    together: Mapping[int, int]
    groups: Sequence[str]


class _Owns(dict[str, Own]):
    """What each word is that can be a candidate: words of the weights file, and so not many."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._tables = [weights.words[f"cue {name}"] for name in ("word 0", "stem", "ending")]
        self._kinds = weights.codes["cue word 0"]
        self._always = weights.codes["cue"].get(0, 0)
        self._groups = weights.groups["cue"]

    def __missing__(self, low: str) -> Own:
        cluster = self._lexicon.cluster(low)
        keys = low, stem(low), low[-3:]
        weight = sum(table.get(key, 0) for table, key in zip(self._tables, keys, strict=True))
        groups = self._lexicon.verb_groups(low)
        self[low] = made = Own(
            weight + self._kinds.get(cluster, 0) + self._always,
            self._lexicon.often[low],
            cluster * CLUSTERS,
            self._groups.together(groups),
            groups,
        )
        return made


class _Beside(dict[str, int]):
    """What a word weighs at one step from the candidate, with its cluster."""

    def __init__(
        self, words: Mapping[str, int], kinds: Mapping[int, int], lexicon: Lexicon
    ) -> None:
        super().__init__()
        self._words = words
        self._kinds = kinds
        self._cluster = lexicon.clusters.get

    def __missing__(self, low: str) -> int:
        if len(self) > MOST:
            self.clear()
        self[low] = made = self._words.get(low, 0) + self._kinds.get(
            self._cluster(low, NO_CLUSTER), 0
        )
        return made


def _marks(mark: Sequence[int], at: int) -> tuple[int, int]:
    """Return how many steps back a quotation closed, and on one opens; 0 where none is near."""
    closed = opened = 0
    back = mark[max(0, at - SINCE_QUOTE) : at]
    if CLOSES in back:
        closed = back[::-1].index(CLOSES) + 1
    on = mark[at + 1 : at + 1 + TO_QUOTE]
    if OPENS in on:
        opened = on.index(OPENS) + 1
    return closed, opened


def _subject(passage: Passage, at: int, first: int) -> tuple[int, int]:
    """Return what may be the subject left of *at* and its distance.

    1 for a pronoun, 2 for a capital, 0 (and 0) for neither near by.
    """
    low, shape, quoted = passage.low, passage.shape, passage.quoted
    for to in range(at - 1, max(first, at - TO_SUBJECT) - 1, -1):
        if quoted[to]:
            break
        if low[to] in PRONOUNS:
            return 1, at - to
        if shape[to] in _NAMES:
            return 2, at - to
    return 0, 0


_NAMES = (CAPITAL, CAPITALS)


def _best_before(sentence: Sequence[int], found: Sequence[int], rates: Sequence[int]) -> list[int]:
    """Return for each candidate the best rate of those before it in its sentence."""
    best, here = 0, -1
    made: list[int] = []
    for at, rate in zip(found, rates, strict=True):
        if sentence[at] != here:
            best, here = 0, sentence[at]
        made.append(best)
        best = max(best, rate)
    return made
