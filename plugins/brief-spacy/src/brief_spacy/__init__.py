"""Adds the extractor `spacy-attributions`: who says what, found with a spaCy parser."""

from __future__ import annotations

from brief import Phase, Stage, hookimpl

from .stage import SpacyAttributions

__all__ = ["SpacyAttributions", "brief_stages"]


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stage this plugin adds; it runs where it is asked for."""
    return [Stage("spacy-attributions", SpacyAttributions(), Phase.EXTRACT)]
