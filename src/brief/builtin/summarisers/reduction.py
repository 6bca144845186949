"""Summarise by reduction: the sentences that share the most words with all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .classic import Classic

if TYPE_CHECKING:
    from .material import Summarizer


class Reduction(Classic):
    """Picks the *sentences* (1 or more) that share the most words with all others together.

    It is TextRank without the ranks of the others, and so leans towards long sentences. Where
    no sentence stands out, the lead is printed, with notice B303.

    Cost: grows with the square of the sentences. Of a long article the first 400 sentences, or
    10,000 words, are ranked, with notice B304.

    Source: Adam Fabish (2011), Reduction, a Ruby library. Through sumy.
    """

    __slots__ = ()

    method: ClassVar[str] = "reduction"

    def summarizer(self) -> Summarizer:
        """Return sumy's reduction."""
        # Slow: 0.3 s. sumy ships no types.
        from sumy.summarizers.reduction import ReductionSummarizer  # type: ignore[import-untyped]

        from .material import by_shared_words

        return by_shared_words(ReductionSummarizer(), alike=0.0)
