"""Summarise by KL-Sum: sentences that bring the summary's words close to the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .classic import Greedy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.contracts import Context

    from .material import Summarizer


class KL(Greedy):
    """Picks *sentences* (1 or more) one by one, each to bring the summary closer to the article.

    Closer is a smaller Kullback-Leibler divergence of their words. As sumy has it, it begins
    with a long sentence of frequent words and goes on with short ones. Where no sentence
    stands out, the lead is printed, with notice B303.

    Cost: grows with the sentences and with the square of those picked. Of a long article the
    first 400 sentences, or 10,000 words, are ranked, with notice B304; 80 sentences where
    more than 10 are to be picked or a length is given in words.

    Source: Haghighi and Vanderwende (2009), Exploring Content Models for Multi-Document
    Summarization. Through sumy.
    """

    __slots__ = ()

    method: ClassVar[str] = "kl"

    def limit(self, context: Context) -> int:
        """Return how many sentences are ranked at most."""
        # Cubic if all are ranked, for every step counts the words of the summary anew.
        return self.most if 0 < self.wanted(context) <= 10 else 80

    def worth(self, sumy: Summarizer) -> Callable[..., Sequence[float]]:  # noqa: ARG002
        """Return what tells the worth of each sentence: the lower the divergence, the better."""
        return lambda divergences: [-each for each in divergences]

    def summarizer(self) -> Summarizer:
        """Return sumy's KL-Sum."""
        # Slow: 0.2 s. sumy ships no types.
        from sumy.summarizers.kl import KLSummarizer  # type: ignore[import-untyped]

        made: Summarizer = KLSummarizer()
        return made
