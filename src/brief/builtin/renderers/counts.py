"""Say how many statements a reader does not see, and how to see them."""

from __future__ import annotations

from collections.abc import Sequence

from brief.contracts import Context
from brief.model import Brief, Position


def counted(number: int, kind: str = "") -> str:
    """Return "1 statement", or "5 more statements" of the *kind* "more "."""
    return f"{number} {kind}{'statement' if number == 1 else 'statements'}"


def rest(brief: Brief, context: Context) -> str:
    """Return how many statements are not shown: "and 5 more statements"; "" for none.

    With `--min-confidence`: "and 5 more statements, 2 of them less sure than 0.8".
    """
    hidden = [position for position in brief.positions if not position.shown]
    if not hidden:
        return ""
    told = less_sure(hidden, context.min_confidence)
    if len(hidden) == len(brief.positions):
        return f"{counted(len(hidden))} not shown{told}"
    return f"and {counted(len(hidden), 'more ')}{told}"


def less_sure(hidden: Sequence[Position], least: float) -> str:
    """Return ", 2 of them less sure than 0.8" of statements that are not shown, or nothing."""
    unsure = sum(position.confidence < least for position in hidden)
    of_them = "" if unsure == len(hidden) else f"{unsure} of them "
    return f", {of_them}less sure than {least:g}" if unsure else ""


def way_to_all(context: Context) -> str:
    """Return how to see every statement: "--depth full or -f json"."""
    limited = context.max_positions is not None or context.min_confidence
    return "-f json" if limited else "--depth full or -f json"
