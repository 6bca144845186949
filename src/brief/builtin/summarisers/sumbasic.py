"""Summarise by SumBasic: sentences of frequent words, each word counting less once it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .classic import Greedy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .material import Summarizer


class SumBasic(Greedy):
    """Picks *sentences* (1 or more) one by one, each with the most frequent words on average.

    What is picked makes its words rarer, so the next one says something else. It leans towards
    short sentences. Where no sentence stands out, the lead is printed, with notice B303.

    Cost: grows with the words times the sentences picked. Of a long article the first 400
    sentences, or 10,000 words, are ranked, with notice B304.

    Source: Nenkova and Vanderwende (2005), The Impact of Frequency on Summarization. Through
    sumy.
    """

    __slots__ = ()

    method: ClassVar[str] = "sumbasic"

    def worth(self, sumy: Any) -> Callable[..., Sequence[float]]:  # noqa: ANN401  # sumy's own
        """Return what tells the worth of each sentence: the average frequency of its words."""
        average = sumy._compute_average_probability_of_words  # noqa: SLF001  # what it goes by
        return lambda frequencies, left: [average(frequencies, words) for words in left]

    def summarizer(self) -> Summarizer:
        """Return sumy's SumBasic."""
        # Slow: 0.2 s. sumy ships no types.
        from sumy.summarizers.sum_basic import SumBasicSummarizer  # type: ignore[import-untyped]

        made: Summarizer = SumBasicSummarizer()
        return made
