"""Summarise news: the words people would use, the sentences that say them, nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.value import value

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief


@value
class News:
    """Picks *sentences* (1 or more) that together say what a person's summary would.

    A sentence counts by its place, by what later sentences take up, and by the words it adds
    that people's summaries are likely to use; length and repeats count against it. Questions,
    captions and halves of quotations are passed over, and so is who "He" is if nothing tells.
    With `--focus`, sentences about its terms come first; notice B305 if no sentence has one.

    *weights* is a file of weights to use instead of brief's own.

    Cost: grows with the words. Of a longer article the first 5,000 sentences are
    ranked, with notice B304.

    Source: word chances after Nenkova and Vanderwende (2005) and Hong and Nenkova (2014);
    what is taken up after Zheng and Lapata (2019), Sentence Centrality Revisited; the choice
    after Lin and Bilmes (2011). Weights learned from summaries that people wrote.
    """

    sentences: int = 3
    weights: str = ""

    def __post_init__(self) -> None:
        if self.sentences < 1:
            raise ConfigError(f"stage.news.sentences must be 1 or more, not {self.sentences}")

    def open(self, context: Context) -> None:  # noqa: ARG002 - the contract of a stage
        """Load the weights before the first article."""
        from .weights import loaded

        loaded(self.weights)

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with what tells most of it as its summary."""
        # Not needed where another summariser is chosen.
        from .summary import summary

        return summary(brief, context, sentences=self.sentences, weights=self.weights)
