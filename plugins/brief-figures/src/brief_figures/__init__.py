"""Adds the section "Figures" to every brief: what the article puts in numbers, and where."""

from __future__ import annotations

from brief import Phase, Stage, hookimpl

from .stage import Figures

__all__ = ["Figures", "brief_stages"]


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stage this plugin adds."""
    return [Stage("figures", Figures(), Phase.FINISH)]
