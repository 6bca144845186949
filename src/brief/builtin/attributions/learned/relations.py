"""Judge a cue with the source and content found for it: a statement, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import Lexicon
from .passage import OPENS, Passage
from .path import CONTENT, SOURCE, runs
from .shapes import PRONOUNS
from .views import view

# Scores in steps of two thirds of a logit, from the lowest to the highest that is told apart.
STEPS = range(-4, 9)


class Candidate(NamedTuple):
    """A cue at the token *at*, what was found for it, and what stronger cues have taken.

    *score* and *found* are those of the cue and of its labels, in hundredths of a logit;
    *labels* start at the token *first*. *used* says of each token what a stronger cue took it
    for, *stronger* how many there are in the sentence (0 to 2).
    """

    at: int
    score: int
    found: int
    first: int
    labels: list[int]
    used: Sequence[int]
    stronger: int


def facts(passage: Passage, one: Candidate, lexicon: Lexicon) -> list[str]:
    """Return what speaks for or against a candidate, as features that are words."""
    low = passage.low
    sources, contents = runs(one.labels, SOURCE, one.first), runs(one.labels, CONTENT, one.first)
    look = view(passage, one.at)
    size = sum(last - first + 1 for first, last in contents)
    overlap = sum(1 for a, b in contents for at in range(a, b + 1) if one.used[at])
    speech = any(passage.quoted[a] or OPENS in passage.mark[a : b + 1] for a, b in contents)
    side, opening, gap_on = _content_side(passage, one.at, contents)
    who, speaker, gap = _source_side(passage, one.at, sources)
    tail = low[sources[-1][1]] if sources else "-"
    cue, found = _step(one.score), _step(one.found)
    inside, taken = passage.quoted[one.at], one.used[one.at]
    share = min(3, 4 * overlap // size) if size else 0
    kind, kind_of_opening = lexicon.cluster(look.low), lexicon.cluster(opening)
    made = [
        "always",
        f"cue {cue}",
        f"word {look.low}",
        f"found {found}",
        f"found {found} cue {cue}",
        f"who {who}{speaker}",
        f"said {side}{speaker}",
        f"opening {opening}",
        f"quoted {speech}{inside}{side}",
        f"size {min(size, 12) // 2}{speaker}",
        f"gap {gap}{who}",
        f"taken {taken}{share}",
        f"taken {taken}{inside}{speech}",
        f"stronger {one.stronger}{taken}",
        f"stronger {one.stronger} cue {cue}",
        f"frame {look.before} {look.after}",
        f"tail {tail}",
        f"nobody {not sources} cue {cue}",
        f"on {gap_on}",
        f"opening {opening} on {min(3, gap_on)}",
        f"pieces {min(3, len(sources))}{min(3, len(contents))}",
        f"kind {kind}",
        f"kind {kind} {side}{speaker}",
        f"kind {kind} opening {opening}",
        f"opening kind {kind_of_opening}",
        f"tail kind {lexicon.cluster(tail)}",
    ]
    for verb in lexicon.verb_groups(look.low):
        made += [
            f"{verb} cue {cue // 2}",
            f"{verb} {side}{speaker}",
            f"{verb} who {who}",
            f"{verb} opening {opening}",
            f"{verb} size {size > 3}",
            f"{verb} taken {taken}",
            f"{verb} on {min(3, gap_on)}",
            f"{verb} opening kind {kind_of_opening}",
        ]
    return made


def _step(score: int) -> int:
    return max(STEPS[0], min(STEPS[-1], score * 3 // 200))


def _content_side(
    passage: Passage, cue: int, contents: Sequence[tuple[int, int]]
) -> tuple[str, str, int]:
    """Return on which sides of the cue the content lies, its first word and how far on it is."""
    if not contents:
        return "", "-", -1
    first, last = contents[0][0], contents[-1][1]
    side = ("L" if first < cue else "") + ("R" if last > cue else "")
    return side, passage.low[first], min(6, first - cue) if first > cue else -1


def _source_side(
    passage: Passage, cue: int, sources: Sequence[tuple[int, int]]
) -> tuple[str, str, int]:
    """Return what the source looks like, on which side of the cue it is, and how far before."""
    if not sources:
        return "-", "-", 0
    first, last = sources[0]
    who = "p" if passage.low[first] in PRONOUNS else str(passage.shape[last])
    return who, "L" if first < cue else "R", min(6, cue - last) if first < cue else 0
