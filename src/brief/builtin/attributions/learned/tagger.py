"""Read passages: cues, then source and content of each, the strongest first, then a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from pathlib import Path

from brief.value import NamedTuple

from .arguments import Arguments
from .cues import Cues
from .lexicon import Lexicon
from .passage import LONGEST, Passage
from .path import CONTENT, SOURCE
from .relations import Candidate, Verdict
from .statics import Statics
from .tables import Tables
from .views import view
from .weights import Weights

SHIPPED = Path(__file__).parents[3] / "data" / "attributions.en.weights"
# Cue scores, in hundredths of a logit: what is looked at again, what may take tokens from
# weaker cues, and what counts as another cue in between.
LOOKED_AT, TAKES, BETWEEN = -80, -60, -30
# So many cues of one sentence are looked at, the strongest.
MOST_CUES = 16
CUE = 3  # what a token is taken for, beside source and content


class Found(NamedTuple):
    """One statement: tokens of its cue, source and content, each from, up to and with.

    *confidence* is the probability, between 0 and 1, that speaker and content are right.
    """

    cue: int
    source: Sequence[tuple[int, int]]
    content: Sequence[tuple[int, int]]
    confidence: float


class Tagger:
    """Finds statements in passages with the weights it is made with."""

    def __init__(self, weights: Weights) -> None:
        words = weights.words
        self._lexicon = Lexicon(words["often"], words["sorts"], words["clusters"])
        self._cues = Cues(weights, self._lexicon)
        self._arguments = Arguments(weights, self._lexicon)
        self._tables = Tables(weights, self._lexicon)
        self._verdict = Verdict(weights, self._lexicon)
        # From the verdict's score to the logit of being right, all in hundredths.
        self._sure = weights.lists["sure"]

    def read(self, passage: Passage, least: float) -> list[Found]:
        """Return the statements of *passage* that are at least so likely, the likeliest first."""
        cues = self.cues(passage)
        if not cues:
            return []
        judged: list[Found] = []
        slope, offset = self._sure
        for one in self.candidates(passage, cues):
            if not one.contents:
                continue
            total = self._verdict.score(passage, one)
            confidence = 1 / (1 + exp(-(slope * total / 100 + offset) / 100))
            if confidence >= least:
                judged.append(Found(one.at, one.sources, one.contents, confidence))
        judged.sort(key=lambda found: (-found.confidence, found.cue))
        return _apart(judged, len(passage.low))

    def cues(self, passage: Passage) -> dict[int, int]:
        """Return the tokens worth a look, with their scores, the strongest first."""
        scored = sorted(
            (-score, at) for score, at in self._cues.scored(passage) if score >= LOOKED_AT
        )
        if not scored:
            return {}
        room = dict.fromkeys(range(len(passage.bounds)), MOST_CUES)
        chosen: dict[int, int] = {}
        for score, at in scored:
            number = passage.sentence[at]
            first, last = passage.bounds[number]
            if room[number] and last - first <= LONGEST:
                room[number] -= 1
                chosen[at] = -score
        return chosen

    def candidates(self, passage: Passage, cues: dict[int, int]) -> Iterator[Candidate]:
        """Yield each of *cues*, the strongest first, with the labels found for it."""
        likely = frozenset(at for at, score in cues.items() if score > BETWEEN)
        statics = Statics(self._tables, passage)
        used = [0] * len(passage.low)
        taken: dict[int, dict[int, int]] = {}
        stronger = [0] * len(passage.bounds)
        for at, score in cues.items():
            number = passage.sentence[at]
            look = view(passage, at)
            sources, contents, found = self._arguments.tag(
                statics, at, look, likely, taken.get(number, {})
            )
            yield Candidate(
                at, look, score, found, sources, contents, used, min(2, stronger[number])
            )
            if score <= TAKES:
                continue
            stronger[number] += 1
            mine = taken.setdefault(number, {})
            for label, stretches in ((SOURCE, sources), (CONTENT, contents)):
                for begin, end in stretches:
                    used[begin : end + 1] = [label] * (end + 1 - begin)
                    mine.update(dict.fromkeys(range(begin, end + 1), label))
            mine[at] = used[at] = CUE


class Reader(NamedTuple):
    """A tagger with the *least* confidence that is asked of what it finds."""

    tagger: Tagger
    least: float

    def read(self, passage: Passage) -> list[Found]:
        """Return the statements of *passage*, the likeliest first."""
        return self.tagger.read(passage, self.least)


def _apart(found: list[Found], size: int) -> list[Found]:
    """Return *found* without those whose content is mostly another's that is likelier."""
    if len(found) < 2:
        return found
    used = bytearray(size)
    kept: list[Found] = []
    for one in found:
        tokens = [at for first, last in one.content for at in range(first, last + 1)]
        if 2 * sum(used[at] for at in tokens) > len(tokens):
            continue
        for at in tokens:
            used[at] = 1
        kept.append(one)
    return kept


@cache
def tagger_of(path: Path = SHIPPED) -> Tagger:
    """Return the tagger with the weights in *path*, loaded once per process."""
    return Tagger(Weights(path))
