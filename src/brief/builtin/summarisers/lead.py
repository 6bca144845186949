"""Summarise by the first sentences: on news, the baseline that is hard to beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.extractive import lead_scores, pick
from brief.value import value

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


@value
class Lead:
    """Picks the first *sentences* (1 or more).

    With a length in words or per cent, it goes on from the top while they fit.

    Cost: next to none; nothing is ranked.

    Source: the baseline of news summaries. Nenkova (2005), Automatic Text Summarization of
    Newswire: Lessons Learned from the Document Understanding Conference.
    """

    sentences: int = 3

    def __post_init__(self) -> None:
        if self.sentences < 1:
            raise ConfigError(f"stage.lead.sentences must be 1 or more, not {self.sentences}")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with its first sentences as the summary."""
        return pick(
            brief,
            context,
            lead_scores(brief),
            method="lead",
            sentences=self.sentences,
            # A gap in the middle of an opening reads as if something had been said before.
            skipping=False,
        )
