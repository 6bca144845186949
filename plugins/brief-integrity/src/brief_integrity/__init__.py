"""Warns of text that is not what it seems: mangled, disguised, hidden, or meant for machines."""

from __future__ import annotations

from brief import Phase, Stage, hookimpl

from .stage import Integrity, ai_lines

__all__ = ["Integrity", "ai_lines", "brief_stages"]


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stages this plugin adds."""
    return [
        # While its lines are in one piece, and before a copy of one is cut as such.
        Stage("ai-lines", ai_lines, Phase.CLEAN, after=("furniture",), before=("repeats",)),
        Stage("integrity", Integrity(), Phase.FINISH),
    ]
