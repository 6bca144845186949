"""Summarise by Luhn's method: sentences in which frequent words stand close together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.value import value

from .classic import Classic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .material import Summarizer


@value
class Luhn(Classic):
    """Picks the *sentences* (1 or more) in which the article's frequent words are closest.

    A sentence is worth its best stretch: the square of the frequent words in it, by its
    length. Words that occur twice or more are frequent; *share* (above 0 to 1) looks only at
    the most frequent ones, so many as this share of all words that are no stop words. *gap*
    (1 or more) words without a frequent one end a stretch. Where no sentence stands out, the
    lead is printed, with notice B303.

    Cost: grows with the words; all sentences are ranked.

    Source: Luhn (1958), The Automatic Creation of Literature Abstracts. Through sumy.
    """

    gap: int = 4
    share: float = 1.0

    method: ClassVar[str] = "luhn"
    most: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Classic.__post_init__(self)
        self.check("gap", fits=self.gap >= 1, range="1 or more")
        self.check("share", fits=0 < self.share <= 1, range="above 0 and up to 1")

    def summarizer(self) -> Summarizer:
        """Return sumy's Luhn with these options."""
        # Slow: 0.3 s. sumy ships no types.
        from sumy.summarizers.luhn import LuhnSummarizer  # type: ignore[import-untyped]

        class Quick(LuhnSummarizer):  # type: ignore[misc]  # sumy ships no types
            """Looks words up in a set; in sumy's tuple, time would grow with their square."""

            def _get_significant_words(self, words: Sequence[str]) -> frozenset[str]:
                return frozenset(super()._get_significant_words(words))

        made = Quick()
        made.max_gap_size, made.significant_percentage = self.gap, self.share
        checked: Summarizer = made
        return checked
