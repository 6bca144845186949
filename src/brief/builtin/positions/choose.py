"""Choose the statements a reader sees: each party's surest and most telling ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from brief.data import word_set
from brief.errors import ConfigError
from brief.value import value

from .ranking import Weighed, weighed
from .repeats import Told, repeats

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Position

# Reported in fewer words, it is no position ("around 10 p.m.").
LEAST = 4
# "He says" under no name tells a reader nothing; "a police spokesman says" does.
PRONOUNS = word_set("he she they it we i you who which that this one")


@value
class KeyPositions:
    """Shows the most telling statements of each party, none that repeats another.

    With depth "short" at most *per_party* each, and of many parties fewer, *in_all*; every
    party with something to say has one. One each with "tldr", every statement with "full".
    `--max-positions` beats all three. What is less sure than *least* (0 to 1) is shown in full
    only, what is less sure than `--min-confidence` never. Statements without a party are shown
    where no party has any, else in full only.
    """

    per_party: int = 3
    in_all: int = 16
    least: float = 0.8

    def __post_init__(self) -> None:
        for name, given in (("per_party", self.per_party), ("in_all", self.in_all)):
            if given < 1:
                raise ConfigError(f"{name} must be 1 or more, not {given}")
        if not 0 <= self.least <= 1:
            raise ConfigError(f"least must be 0 to 1, not {self.least}")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with the key positions shown and no other."""
        if not brief.positions:
            return brief
        shown = self._shown(brief, context)
        chosen = (
            one if one.shown == (one.id in shown) else replace(one, shown=not one.shown)
            for one in brief.positions
        )
        return replace(brief, positions=tuple(chosen))

    def _shown(self, brief: Brief, context: Context) -> set[str]:
        """Return the ids of the statements to show."""
        full = context.depth == "full"
        least = max(context.min_confidence, 0 if full else self.least)
        sure = [one for one in brief.positions if one.confidence >= least]
        if full and context.max_positions is None:
            return {one.id for one in sure}
        limit = context.max_positions
        if limit is None:
            limit = 1 if context.depth == "tldr" else self.per_party
        by_party: dict[str, list[Weighed]] = {}
        # In full those of no party are a group like any other.
        for each in weighed(brief, (one for one in sure if one.party or full)):
            if full or _tells(each):
                by_party.setdefault(each.position.party, []).append(each)
        found = [_best(statements, limit) for statements in by_party.values()]
        if not found:
            described = weighed(brief, (one for one in sure if _is_described(brief, one)))
            found = [_best(filter(_tells, described), limit)]
        in_all = self.in_all if context.max_positions is None else None
        return {each.position.id for each in _fair(found, in_all)}


def _tells(each: Weighed) -> bool:
    """Tell whether a statement says something by itself."""
    if each.position.form != "indirect":
        return True
    # A short denial is a position ("denied the claim"), "denied it" is none.
    return (
        len(each.told.words) >= LEAST if each.position.stance == "says" else bool(each.told.stems)
    )


def _is_described(brief: Brief, position: Position) -> bool:
    """Tell whether the article at least describes who speaks: "a police spokesman"."""
    speaker = position.speaker
    return speaker is not None and brief.text_of((speaker,)).casefold() not in PRONOUNS


def _best(statements: Iterable[Weighed], limit: int) -> list[Weighed]:
    """Return the *limit* best of one party's: the strongest of each stance, then the others."""
    # Sorting is stable: of equals the first in the article is kept.
    ranked = sorted(statements, key=lambda each: -each.weight)
    stances: set[str] = set()
    first: list[Weighed] = []
    later: list[Weighed] = []
    for each in ranked:
        (later if each.position.stance in stances else first).append(each)
        stances.add(each.position.stance)
    kept: list[Told] = []
    found: list[Weighed] = []
    for each in (*first, *later):
        if len(found) == limit:
            break
        if not repeats(each.told, kept):
            kept.append(each.told)
            found.append(each)
    return found


def _fair(found: Iterable[list[Weighed]], in_all: int | None) -> Iterator[Weighed]:
    """Yield the first of each party's, then others by their weight while there is room."""
    others: list[Weighed] = []
    count = 0
    for statements in found:
        yield from statements[:1]
        count += len(statements[:1])
        others += statements[1:]
    if in_all is None:
        yield from others
        return
    others.sort(key=lambda each: -each.weight)
    yield from others[: max(0, in_all - count)]
