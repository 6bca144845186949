"""Judge a cue with the source and content found for it: a statement, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brief.value import NamedTuple

from .lexicon import CLUSTERS, NO_CLUSTER, Lexicon
from .passage import OPENS, Passage
from .shapes import PRONOUNS
from .views import View
from .weights import Weights

# Scores in steps of two thirds of a logit, from the lowest to the highest that is told apart.
STEPS = range(-4, 9)
# What a source looks like beside the shapes of words: nobody, or a pronoun.
NOBODY, PRONOUN, KINDS = 8, 9, 10
# On which side of the cue a source stands; a content may stand on both.
NOWHERE, LEFT, RIGHT, SIDES = 0, 1, 2, 3
# The tables of words, in the order of `Facts.words`.
WORDS = ("word", "opening", "frame", "tail", "opening on", "kind opening")
# A code names its kind above so many bits.
KIND = 20


class Candidate(NamedTuple):
    """A cue at the token *at*, what was found for it, and what stronger cues have taken.

    *look* is what the cue looks like.
    *score* and *found* are those of the cue and of its labels, in hundredths of a logit;
    *sources* and *contents* are tokens from, up to and with. *used* says of each token what a
    stronger cue took it for, *stronger* how many there are in the sentence (0 to 2).
    """

    at: int
    look: View
    score: int
    found: int
    sources: Sequence[tuple[int, int]]
    contents: Sequence[tuple[int, int]]
    used: Sequence[int]
    stronger: int


class Facts(NamedTuple):
    """What speaks for or against a candidate.

    *codes* are small facts by number, *words* a key for each of `WORDS`, *with_verb* numbers
    that count together with the verb of the cue, as does the content's first word, *opening*.
    """

    codes: tuple[int, ...]
    words: tuple[str, ...]
    with_verb: tuple[int, ...]
    opening: str


def facts(passage: Passage, one: Candidate, lexicon: Lexicon) -> Facts:
    """Return what speaks for or against a candidate."""
    sources, contents, used = one.sources, one.contents, one.used
    look = one.look
    size = overlap = 0
    speech = False
    for first, last in contents:
        length = last + 1 - first
        size += length
        overlap += length - used[first : last + 1].count(0)
        speech = speech or bool(passage.quoted[first]) or OPENS in passage.mark[first : last + 1]
    side, opening, on = _content_side(passage, one.at, contents)
    who, speaker, gap = _source_side(passage, one.at, sources)
    tail = passage.low[sources[-1][1]] if sources else "-"
    cue, found = _step(one.score), _step(one.found)
    taken, near = used[one.at], min(3, on)
    share = min(3, 4 * overlap // size) if size else 0
    cluster = lexicon.clusters.get
    kind, opens = cluster(look.low, NO_CLUSTER), cluster(opening, NO_CLUSTER)
    sides = side * SIDES + speaker
    codes = (
        0,
        1 << KIND | cue,
        2 << KIND | found,
        3 << KIND | found * len(STEPS) + cue,
        4 << KIND | who * SIDES + speaker,
        5 << KIND | sides,
        6 << KIND | speech << 2 | side,
        7 << KIND | min(size, 12) // 2 * SIDES + speaker,
        8 << KIND | gap * KINDS + who,
        9 << KIND | taken * 4 + share,
        10 << KIND | taken * 2 + speech,
        11 << KIND | one.stronger * 4 + taken,
        12 << KIND | one.stronger * len(STEPS) + cue,
        13 << KIND | (not sources) * len(STEPS) + cue,
        14 << KIND | on + 1,
        15 << KIND | min(3, len(sources)) * 4 + min(3, len(contents)),
        16 << KIND | kind,
        17 << KIND | kind * 4 * SIDES + sides,
        18 << KIND | opens,
        19 << KIND | cluster(tail, NO_CLUSTER),
    )
    words = (
        look.low,
        opening,
        f"{look.before} {look.after}",
        tail,
        f"{opening} {near}",
        f"{kind} {opening}",
    )
    with_verb = (
        cue // 2,
        16 | sides,
        32 | who,
        48 | (size > 3),
        52 | taken,
        56 | near + 1,
        CLUSTERS | opens,
    )
    return Facts(codes, words, with_verb, opening)


class Verdict:
    """Sums what the facts of a candidate weigh, in hundredths of a logit."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._codes = weights.codes["verdict"].get
        self._words = [weights.words[f"verdict {name}"].get for name in WORDS]
        self._opening = weights.words["verdict verb opening"].get
        self._groups = weights.groups["verdict"]
        self._together: dict[str, Mapping[int, int]] = {}

    def score(self, passage: Passage, one: Candidate) -> int:
        """Return how likely a candidate is a statement."""
        found = facts(passage, one, self._lexicon)
        low = found.words[0]
        together = self._together.get(low)
        groups = self._lexicon.verb_groups(low)
        if together is None:
            together = self._together[low] = self._groups.together(groups)
        total = sum(map(self._codes, found.codes, _NONE))
        total += sum(map(together.get, found.with_verb, _NONE))
        for get, word in zip(self._words, found.words, strict=True):
            total += get(word, 0)
        for group in groups:
            total += self._opening(f"{group} {found.opening}", 0)
        return total


# The weight of what is in no table, as often as it is asked for.
_NONE = (0,) * 20


_LOWEST, _HIGHEST = STEPS[0], len(STEPS) - 1


def _step(score: int) -> int:
    """Return the step of a score, from 0."""
    step = score * 3 // 200 - _LOWEST
    return 0 if step < 0 else min(step, _HIGHEST)


def _content_side(
    passage: Passage, cue: int, contents: Sequence[tuple[int, int]]
) -> tuple[int, str, int]:
    """Return on which sides of the cue the content lies, its first word and how far on it is."""
    if not contents:
        return NOWHERE, "-", -1
    first, last = contents[0][0], contents[-1][1]
    side = (LEFT if first < cue else 0) | (RIGHT if last > cue else 0)
    return side, passage.low[first], min(6, first - cue) if first > cue else -1


def _source_side(
    passage: Passage, cue: int, sources: Sequence[tuple[int, int]]
) -> tuple[int, int, int]:
    """Return what the source looks like, on which side of the cue it is, and how far before."""
    if not sources:
        return NOBODY, NOWHERE, 0
    first, last = sources[0]
    who = PRONOUN if passage.low[first] in PRONOUNS else passage.shape[last]
    return who, LEFT if first < cue else RIGHT, min(6, cue - last) if first < cue else 0
