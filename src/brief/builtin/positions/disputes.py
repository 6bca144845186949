"""Link the statements in which two parties contradict each other on the same matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.languages import is_english, not_english, spoken

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


def disputes(brief: Brief, context: Context) -> Brief:
    """Links two statements of different parties where one denies what the other says.

    Both name each other. Sure signs only: the same telling words in both and a denial in one
    of the two, or an accusation and the answer of whom it is against. English only.
    """
    if len(brief.parties) < 2:
        return brief
    if not is_english(spoken(brief, context)):
        return not_english(brief, context)
    from .contradictions import contradictions  # few articles need it

    found: dict[str, list[str]] = {}
    for one, other in contradictions(brief):
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    if not found:
        return brief
    order = {position.id: place for place, position in enumerate(brief.positions)}
    return replace(
        brief,
        positions=tuple(
            replace(
                each,
                disputes=tuple(
                    sorted({*each.disputes, *found.get(each.id, ())}, key=order.__getitem__)
                ),
            )
            if each.id in found
            else each
            for each in brief.positions
        ),
    )
