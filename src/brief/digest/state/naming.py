"""Give stories ids that stay the same from day to day and can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from .past import Past

# Of a title: what a reader tells it by, in an address or the name of a file.
LONGEST = 60
LOOKED_AT = 400
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['\u2019\u02bc]")


def story_ids(
    past: Past, day: str, stories: Sequence[tuple[str, Collection[str]]]
) -> tuple[str, ...]:
    """Return the id of each story, given as its title and the ids of its articles.

    A story with articles that were shown keeps the id of the story that most of them stood in
    (of two, the one first shown earlier). If two claim one id, it stays with the one that holds
    more of its articles. Others are named by *day* and title, with a number where that is
    taken: `2026-11-23-harbour-bridge-to-close`. The order of the stories plays no part, as long
    as each has an article of its own.
    """
    firsts = [min(members, default="") for _, members in stories]
    order = sorted(range(len(stories)), key=lambda place: (firsts[place], stories[place][0]))
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for place, name in _claims(past, stories, order):
        if place not in kept and name not in taken:
            kept[place] = name
            taken.add(name)
    taken.update(past.stories, (shown.story for shown in past.articles.values()))
    for place in order:
        if place not in kept:
            kept[place] = _free(f"{day}-{_slug(stories[place][0])}", taken)
            taken.add(kept[place])
    return tuple(kept[place] for place in range(len(stories)))


def _claims(
    past: Past, stories: Sequence[tuple[str, Collection[str]]], order: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield which story may have which earlier id, the best claim first."""
    claims = []
    for rank, place in enumerate(order):
        shown = [past.articles[name] for name in set(stories[place][1]) if name in past.articles]
        for name, count in Counter(each.story for each in shown).items():
            since = min(each.first for each in shown if each.story == name)
            if name in past.stories:
                since = past.stories[name].first
            claims.append((-count, since, name, rank))
    for _, _, name, rank in sorted(claims):
        yield order[rank], name


def _free(name: str, taken: Collection[str]) -> str:
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _slug(title: str) -> str:
    """Return the words of *title* in small letters with dashes, whole ones, "story" for none."""
    plain = normalize("NFKC", _APOSTROPHES.sub("", title[:LOOKED_AT])).lower()
    kept = ""
    for match in _WORD.finditer(plain):
        longer = f"{kept}-{match[0]}" if kept else match[0][:LONGEST]
        if len(longer) > LONGEST:
            break
        kept = longer
    return kept or "story"
