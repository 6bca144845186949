"""Gather all who share a last word: the people that bear it, and the bodies that end in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from brief.value import NamedTuple

from .actors import Actor
from .bearers import agree, fullest, is_bearer
from .corporate import is_body
from .lists import is_place, places
from .names import is_person_like

if TYPE_CHECKING:
    from brief.data import Sex

    from .runs import Run

# More people of one surname than any article has: from there on only equal names are one.
MOST = 24


class Family(NamedTuple):
    """All that end in one word.

    *actors* are those named in full, *bearers* the people of them whom the word alone may
    mean; *alone* is where it stands alone, *polite* the genders it is addressed with there.
    """

    actors: list[Actor]
    bearers: list[Actor]
    alone: list[Run]
    polite: set[Sex]


def gather(
    runs: Sequence[Run], last: str, beside: Iterable[str], of: dict[int, Actor | None]
) -> Family:
    """Return the family of the word *last*, in which *runs* end, and enter its full names in *of*.

    *beside* are given names that share it with another ("Ben" of "Ben and Nora Hart").
    """
    size = last.count(" ") + 1
    people: list[Actor] = []
    others: dict[tuple[str, ...], Actor] = {}
    for run in runs:
        if len(run.name.words) > size:
            actor = of[run.start] = _place(run.name.words, people, others)
            actor.add(run)
    for name in beside:
        if people and not any(agree(one.words, (name, last)) for one in people):
            people.append(Actor((name, last), "person"))
    for one in people:
        one.settle()
    alone = [run for run in runs if len(run.name.words) == size]
    polite = {run.name.sex for run in alone if run.name.polite} - {""}
    bearers = [one for one in people if one.kind in {"person", "unknown"} and is_bearer(one)]
    return Family([*people, *others.values()], bearers, alone, polite)


def _place(
    words: tuple[str, ...], people: list[Actor], others: dict[tuple[str, ...], Actor]
) -> Actor:
    """Return whose full name *words* is, and enter who is new."""
    full = " ".join(words)
    if is_place(full):
        return others.setdefault(words, Actor(words, "place"))
    if is_body(words) or full in places().seats:
        return others.setdefault(words, Actor(words, "organisation"))
    if not is_person_like(words):
        return others.setdefault(words, Actor(words, "unknown"))
    found = next((one for one in people if agree(one.words, words)), None)
    if found is None and len(people) >= MOST:
        return others.setdefault(words, Actor(words, "unknown"))
    if found is None:
        found = Actor(words, "unknown")
        people.append(found)
    found.words = fullest(found, words)
    return found
