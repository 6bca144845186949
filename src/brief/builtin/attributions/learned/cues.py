"""Find the words of a passage on which a statement may hang, and score them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

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


def clue(passage: Passage, at: int, left: int, right: int) -> Clue:
    """Return the clues to the candidate at token *at*.

    *left* and *right* say how often the likeliest other candidate on either side, in its
    sentence and outside quotations, is a cue (0 to 10, in tenths).
    """
    low, shape, quoted = passage.low, passage.shape, passage.quoted[at]
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
        *passage.kind[start:end],
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
            2 << 16 | quoted << 3 | closed,
            3 << 16 | (left * 11 + right) * 2 + quoted,
            4 << 16 | that * 2 + quoted,
            5 << 16 | (subject * 9 + away) * 2 + quoted,
            6 << 16 | opened * 2 + quoted,
            7 << 16 | min(at - first, 4) * 5 + min(last - at, 4),
            8 << 16 | (at in passage.scare),
        ),
        (
            quoted * 2 + (0 < closed < 4),
            8 | shape[at - 1] if at > first else 8,
            16 | shape[at + 1] if at + 1 < last else 16,
            24 + (left >= LIKELY),
            26 + (that > 0),
            32 + subject * 4 + min(away, 3),
            44 + (opened > 0),
        ),
        (before, after),
    )


def _steps(row: list[int] | list[str], wanted: int | str, way: range) -> int:
    """Return after how many steps on the *way* the *row* has what is *wanted*; 0 for never."""
    for number, at in enumerate(way, 1):
        if row[at] == wanted:
            return number
    return 0


def _subject(passage: Passage, at: int, first: int) -> tuple[int, int]:
    """Return what may be the subject left of *at* and its distance.

    1 for a pronoun, 2 for a capital, 0 (and 0) for neither near by.
    """
    quoted = passage.quoted
    for away in range(1, TO_SUBJECT + 1):
        to = at - away
        if to < first or quoted[to] != quoted[at]:
            break
        if passage.low[to] in PRONOUNS:
            return 1, away
        if passage.shape[to] in (CAPITAL, CAPITALS):
            return 2, away
    return 0, 0


def candidates(passage: Passage, often: Mapping[str, int]) -> list[tuple[int, Clue]]:
    """Return the tokens of *passage* that can be cues, with their clues, in order.

    *often* says of each word that can be one how often it is, in tenths. What a quotation
    says that somebody says is hearsay: no word in one is a cue.
    """
    low, quoted = passage.low, passage.quoted
    found = [at for at, word in enumerate(low) if word in often and not quoted[at]]
    if not found:
        return []
    rates = [often[low[at]] for at in found]
    left = _best_before(passage.sentence, found, rates)
    right = _best_before(passage.sentence, found[::-1], rates[::-1])[::-1]
    return [
        (at, clue(passage, at, before, after))
        for at, before, after in zip(found, left, right, strict=True)
    ]


# The weight of what is in no table, as often as it is asked for.
_NONE = (0,) * 16


class Cues:
    """Scores candidates: sums of weights, in hundredths of a logit."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        words, codes = weights.words, weights.codes
        self._lexicon = lexicon
        self._own = Own(weights, lexicon)
        self._words = [words[f"cue word {step}"].get for step in NEIGHBOURS]
        self._kinds = [codes[f"cue word {step}"].get for step in NEIGHBOURS]
        self._pairs = [words[f"cue pair {number}"].get for number in range(5)]
        self._codes = codes["cue"].get
        self._twos = [codes[f"cue clusters {step}"].get for step in (-1, 1)]
        self._groups = weights.groups["cue"].get
        self._beside = [words[f"cue beside {step}"].get for step in (-1, 1)]

    def score(self, found: Clue) -> int:
        """Return how likely a candidate is a cue: the sum of what its clues weigh."""
        low, *around = found.words
        own, *kinds = found.kinds
        total = self._own[low]
        for get, word in zip(self._words, around, strict=True):
            total += get(word, 0)
        for get_kind, kind in zip(self._kinds, kinds, strict=True):
            total += get_kind(kind, 0)
        for get, pair in zip(self._pairs, found.pairs, strict=True):
            total += get(pair, 0)
        total += sum(map(self._codes, found.codes, _NONE))
        left, right = kinds[2:4]
        total += self._twos[0](own * CLUSTERS + left, 0) + self._twos[1](own * CLUSTERS + right, 0)
        before, after = found.beside
        for group in self._lexicon.verb_groups(low):
            weigh = self._groups(group).get
            total += sum(map(weigh, found.with_verb, _NONE))
            total += weigh(CLUSTERS + left, 0) + weigh(2 * CLUSTERS + right, 0)
            total += self._beside[0](f"{group} {before}", 0)
            total += self._beside[1](f"{group} {after}", 0)
        return total


class Own(dict[str, int]):
    """What a candidate weighs in itself: its word, cluster, stem and ending."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._tables = [weights.words[f"cue {name}"] for name in ("word 0", "stem", "ending")]
        self._kinds = weights.codes["cue word 0"]

    def __missing__(self, low: str) -> int:
        # Candidates are words of the weights file: there is no end to other words only.
        keys = low, stem(low), low[-3:]
        made = sum(table.get(key, 0) for table, key in zip(self._tables, keys, strict=True))
        self[low] = made = made + self._kinds.get(self._lexicon.cluster(low), 0)
        return made


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
