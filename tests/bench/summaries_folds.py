"""Deal articles out into folds so that no summariser is scored on what it has learned from.

Articles that copy each other, and those of one story, stay together: agency texts stand in
several sets.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

FOLDS, REPEATS = 5, 2
# Runs of so many words are compared; who shares this much of the shorter text is a copy.
RUN, COPY = 8, 0.3
# A run in more texts than this is an outlet's furniture.
COMMON = 20

# Set and id of an article.
Key = tuple[str, str]


class Split(NamedTuple):
    """Articles to be *scored*, and those *held* back from training for it."""

    name: str
    scored: frozenset[Key]
    held: frozenset[Key]


class Text(NamedTuple):
    """A text, and the *story* it tells, if that is known."""

    text: str
    story: str = ""


def folds(kin: Sequence[Sequence[Key]], number: int = FOLDS, repeats: int = REPEATS) -> list[Split]:
    """Return *repeats* times *number* splits, by seed; of each set the same share in each."""
    found = []
    for repeat in range(repeats):
        chance = random.Random(repeat)  # noqa: S311  # the same every time
        dealt: list[set[Key]] = [set() for _ in range(number)]
        for _, each in sorted(_by_set(kin).items()):
            shuffled = chance.sample(each, len(each))
            for at, group in enumerate(shuffled):
                dealt[at % number].update(group)
        for at, keys in enumerate(dealt, 1):
            found.append(Split(f"{repeat + 1}-{at}", frozenset(keys), frozenset(keys)))
    return found


def left_out(kin: Sequence[Sequence[Key]]) -> list[Split]:
    """Return a split for each set: it is scored by what learned from the others."""
    found = []
    for name in sorted({key[0] for group in kin for key in group}):
        near = [group for group in kin if any(key[0] == name for key in group)]
        held = frozenset(key for group in near for key in group)
        found.append(Split(f"without-{name}", frozenset(k for k in held if k[0] == name), held))
    return found


def together(texts: Mapping[Key, Text]) -> list[list[Key]]:
    """Return the articles in groups: those of a story, and copies, stay together."""
    leader = {key: key for key in texts}

    def first(key: Key) -> Key:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for pair in (*_of_a_story(texts), *copies(texts)):
        earlier, later = sorted(map(first, pair))
        leader[later] = earlier
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in texts:
        groups[first(key)].append(key)
    return list(groups.values())


def copies(texts: Mapping[Key, Text]) -> list[tuple[Key, Key]]:
    """Return the pairs of texts of which one holds much of the other, word for word."""
    runs = {key: _runs(each.text) for key, each in texts.items()}
    holders: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key, found in runs.items():
        for run in found:
            holders[run].append(key)
    shared: dict[tuple[Key, Key], int] = defaultdict(int)
    for keys in holders.values():
        if len(keys) <= COMMON:
            for pair in combinations(sorted(keys), 2):
                shared[pair] += 1
    return sorted(
        (one, other)
        for (one, other), count in shared.items()
        if count > COPY * min(len(runs[one]), len(runs[other]))
    )


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _of_a_story(texts: Mapping[Key, Text]) -> Iterator[tuple[Key, Key]]:
    last: dict[str, Key] = {}
    for key, each in texts.items():
        if each.story:
            if each.story in last:
                yield last[each.story], key
            last[each.story] = key


def _by_set(kin: Sequence[Sequence[Key]]) -> dict[str, list[Sequence[Key]]]:
    """Return the groups by the set of their first article, in order."""
    found: dict[str, list[Sequence[Key]]] = defaultdict(list)
    for group in sorted(kin, key=lambda each: each[0]):
        found[group[0][0]].append(group)
    return found
