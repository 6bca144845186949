"""Summarise by latent semantic analysis: sentences that weigh most in the main topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.value import value

from .classic import Classic

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from brief.contracts import Context
    from brief.model import Brief

    from .material import Document, Ranking, Summarizer

    Numbers = NDArray[np.float64]


@value
class Lsa(Classic):
    """Picks the *sentences* (1 or more) that weigh most in the article's topics.

    Topics are the dimensions of a singular value decomposition. *dimensions* (above 0 to 1) is
    the share of them that counts; *min_dimensions* (1 or more) is how many count at least.
    With all of them, as sumy has it, a sentence ranks by its number of different words, and
    long ones win; 0.1 keeps to the main topics. Where no sentence stands out, the lead is
    printed, with notice B303.

    Cost: grows with the words times the square of the sentences. Of a long article the first
    400 sentences, or 10,000 words, are ranked, with notice B304.

    Source: Steinberger and Jezek (2004), Using Latent Semantic Analysis in Text Summarization
    and Summary Evaluation. Through sumy.
    """

    dimensions: float = 1.0
    min_dimensions: int = 3

    method: ClassVar[str] = "lsa"

    def __post_init__(self) -> None:
        Classic.__post_init__(self)
        self.check("dimensions", fits=0 < self.dimensions <= 1, range="above 0 and up to 1")
        self.check("min_dimensions", fits=self.min_dimensions >= 1, range="1 or more")

    def ranking(self, brief: Brief, places: Sequence[int], context: Context) -> Ranking | None:
        """Return the ranking of the sentences at *places*, or none if none stands out."""
        import warnings

        from .material import one_thread

        one_thread()
        from numpy.linalg import LinAlgError  # slow: 0.14 s

        try:
            with warnings.catch_warnings():
                # sumy warns of fewer words than sentences; it is to rank them all the same.
                warnings.simplefilter("ignore")
                return Classic.ranking(self, brief, places, context)
        except LinAlgError:
            return None

    def summarizer(self) -> Summarizer:
        """Return sumy's LSA with these options."""
        from .material import one_thread

        one_thread()
        # Slow: 0.3 s. sumy ships no types.
        from sumy.summarizers.lsa import LsaSummarizer  # type: ignore[import-untyped]

        dimensions, at_least = self.dimensions, self.min_dimensions

        class Steady(LsaSummarizer):  # type: ignore[misc]  # sumy ships no types
            """Numbers words by the alphabet, not by the hash seed, which shows in last digits."""

            _compute_term_frequency = staticmethod(smoothed)

            def _create_dictionary(self, document: Document) -> dict[str, int]:
                words = super()._create_dictionary(document)
                return {word: row for row, word in enumerate(sorted(words))}

            def _compute_ranks(self, sigma: Numbers, topics: Numbers) -> list[float]:
                # sumy reads its own two limits from the class, where they would be everyone's.
                sigma[max(at_least, int(len(sigma) * dimensions)) :] = 0
                ranks: list[float] = super()._compute_ranks(sigma, topics)
                return ranks

        made: Summarizer = Steady()
        return made


def smoothed(counts: Numbers, smooth: float = 0.4) -> Numbers:
    """Return what sumy makes of the *counts* of words in sentences, without its loop over both."""
    most = counts.max(axis=0)
    said = most > 0
    counts[:, said] = smooth + (1.0 - smooth) * (counts[:, said] / most[said])
    return counts
