"""Cut the dots that scrapers put where a sentence runs over the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.spans import Span, merged

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


def breaks(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts each stray dot inside a sentence: "a woman who . claims"."""
    text = brief.article.text
    if " . " not in text:
        return brief
    from .breaks_strung import strung  # seldom needed

    found = strung(text, merged(brief.cuts))
    if found is None:
        return brief
    return brief.cut_spans((Span(dot, dot + 1) for dot in found.breaks), reason="line break")
