"""What plugin authors test with: briefs of a text, and the rules every plugin keeps."""

from __future__ import annotations

from brief.api import from_text
from brief.model import Brief

from .conformance import check_plugin, problems
from .samples import SAMPLES

__all__ = ["SAMPLES", "brief_of", "check_plugin", "problems"]


def brief_of(text: str, **settings: object) -> Brief:
    """Return the brief of *text* as the built-in stages alone make it.

    *settings* are those of `brief.from_text`; installed plugins are left out unless
    ``plugins=[...]`` names them.
    """
    return from_text(text, **{"plugins": [], **settings})
