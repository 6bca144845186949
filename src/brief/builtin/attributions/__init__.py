"""Find who says what: statements with speaker, cue and content, by rules that abstain in doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief import data

from .extract import extract

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


class Attributions:
    """Finds statements in the sentences: who says what, and the word that shows it.

    English only. A statement whose speaker is not beyond doubt is left out, a quotation of
    four words or more without a sure speaker has none.
    """

    def open(self, _context: Context) -> None:
        """Read the word lists before the first article."""
        data.cues()
        data.roles()

    def __call__(self, brief: Brief, _context: Context) -> Brief:
        """Return *brief* with the statements its sentences attribute."""
        return replace(brief, positions=extract(brief))
