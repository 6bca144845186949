"""Summarise by LexRank: sentences that many others resemble."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.value import value

from .classic import Classic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.model import Brief

    from .material import Ranking, Summarizer


@value
class LexRank(Classic):
    """Picks the *sentences* (1 or more) that the most others resemble.

    Two sentences resemble each other above a cosine of *threshold* (0 up to, not including,
    1), rare words counting more; ranks are refined until they change by less than *epsilon*
    (0.000001 to 1). Where no sentence stands out, the lead is printed, with notice B303.

    Cost: grows with the square of the sentences. Of a long article the first 400 sentences, or
    10,000 words, are ranked, with notice B304.

    Source: Erkan and Radev (2004), LexRank: Graph-based Lexical Centrality as Salience in Text
    Summarization. Through sumy.
    """

    threshold: float = 0.1
    epsilon: float = 0.1

    method: ClassVar[str] = "lexrank"

    def __post_init__(self) -> None:
        Classic.__post_init__(self)
        fits = 0 <= self.threshold < 1
        self.check("threshold", fits=fits, range="0 or more and less than 1")
        # Below that, rounding alone could keep the ranks moving for ever.
        self.check("epsilon", fits=1e-6 <= self.epsilon <= 1, range="from 0.000001 to 1")

    def ranking(self, brief: Brief, places: Sequence[int], context: Context) -> Ranking | None:
        """Return the ranking of the sentences at *places*, or none if none stands out."""
        from .material import one_thread

        one_thread()
        import numpy as np  # slow: 0.14 s

        # Sentences without a shared word make it divide by zero, and rate what is no number.
        with np.errstate(all="ignore"):
            return Classic.ranking(self, brief, places, context)

    def summarizer(self) -> Summarizer:
        """Return sumy's LexRank with these options."""
        from .cosine import Cosine
        from .material import one_thread

        one_thread()
        # Slow: 0.3 s. sumy ships no types.
        from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]

        made = LexRankSummarizer()
        made.threshold, made.epsilon = self.threshold, self.epsilon
        made.cosine_similarity = Cosine()
        checked: Summarizer = made
        return checked
