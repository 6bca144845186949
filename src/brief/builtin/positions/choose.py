"""Choose the statements a reader sees: each party's surest and most telling ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.value import value

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Position

# Two statements that share this much of the shorter one's words are one.
NEAR = 0.8
# A stance tells more than that somebody spoke; a quotation more than a report.
WEIGHT_STANCE = 0.15
WEIGHT_QUOTED = 0.1
# Below this many words little is said.
TELLING = 6
# Reported in fewer words, it is no position ("around 10 p.m.").
LEAST = 4


@value
class KeyPositions:
    """Shows at most *per_party* statements of each party, none that repeats another.

    One each with depth "tldr", every statement with "full". A statement without a party is
    shown in full only.
    """

    per_party: int = 3

    def __post_init__(self) -> None:
        if self.per_party < 1:
            raise ConfigError(f"per_party must be 1 or more, not {self.per_party}")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with the key positions shown and no other."""
        if context.depth == "full":
            shown = {position.id for position in brief.positions}
        else:
            limit = 1 if context.depth == "tldr" else self.per_party
            shown = set(_key(brief, limit))
        return replace(
            brief, positions=tuple(replace(one, shown=one.id in shown) for one in brief.positions)
        )


def _key(brief: Brief, limit: int) -> Iterable[str]:
    """Yield the ids of the *limit* best statements of each party."""
    by_party: dict[str, list[Position]] = {}
    for position in brief.positions:
        if position.party:
            by_party.setdefault(position.party, []).append(position)
    for positions in by_party.values():
        # Sorting is stable: of equals the first in the article is kept.
        ranked = sorted(
            (
                one
                for one in positions
                if one.form != "indirect" or len(_words(brief, one)) >= LEAST
            ),
            key=lambda one: -_weight(brief, one),
        )
        kept: list[frozenset[str]] = []
        for position in ranked:
            words = _words(brief, position)
            if not any(_near(words, other) for other in kept):
                kept.append(words)
                yield position.id
            if len(kept) == limit:
                break


def _words(brief: Brief, position: Position) -> frozenset[str]:
    text = brief.text_of(position.content).casefold()
    return frozenset(word.strip("“”‘’\"'.,;:!?()") for word in text.split()) - {""}


def _near(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= NEAR * min(len(one), len(other))


def _weight(brief: Brief, position: Position) -> float:
    """Return how much *position* tells: about 0 to 1.25."""
    weight = position.confidence
    weight += WEIGHT_STANCE * (position.stance != "says")
    weight += WEIGHT_QUOTED * (position.form != "indirect")
    # A short denial is a position all the same.
    says_little = position.stance == "says" and len(_words(brief, position)) < TELLING
    return weight / 2 if says_little else weight
