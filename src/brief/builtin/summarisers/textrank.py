"""Summarise by TextRank: sentences that share many words with others that do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.value import value

from .classic import Classic

if TYPE_CHECKING:
    from .material import Summarizer


@value
class TextRank(Classic):
    """Picks the *sentences* (1 or more) that share the most words with others that do so too.

    What two sentences share counts less the longer they are. *damping* (0.01 to 0.99) is how
    much of a rank comes from other sentences, the rest being the same for all; ranks are
    refined until they change by less than *epsilon* (0.000001 to 1). Where no sentence stands
    out, the lead is printed, with notice B303.

    Cost: grows with the square of the sentences. Of a long article the first 400 sentences, or
    10,000 words, are ranked, with notice B304.

    Source: Mihalcea and Tarau (2004), TextRank: Bringing Order into Texts. Through sumy.
    """

    damping: float = 0.85
    epsilon: float = 0.0001

    method: ClassVar[str] = "textrank"

    def __post_init__(self) -> None:
        Classic.__post_init__(self)
        self.check("damping", fits=0.01 <= self.damping <= 0.99, range="from 0.01 to 0.99")
        # Below that, rounding alone could keep the ranks moving for ever.
        self.check("epsilon", fits=1e-6 <= self.epsilon <= 1, range="from 0.000001 to 1")

    def summarizer(self) -> Summarizer:
        """Return sumy's TextRank with these options."""
        from .material import by_shared_words, one_thread

        one_thread()
        # Slow: 0.3 s. sumy ships no types.
        from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-untyped]

        made = TextRankSummarizer()
        made.damping, made.epsilon = self.damping, self.epsilon
        return by_shared_words(made, alike=1.0)
