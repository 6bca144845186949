"""What the summarisers of sumy have in common: caps, the lead where they fail, and the length."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.errors import ConfigError
from brief.extractive import candidates, lead_scores, pick
from brief.value import value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brief.contracts import Context
    from brief.model import Brief

    from .material import Ranking, Summarizer


@value
class Classic:
    """Ranks sentences by a method of sumy; each method is a class of its own."""

    sentences: int = 3

    # The name of the stage.
    method: ClassVar[str]
    # How many sentences are ranked at most, and how many words they may have; 0 for all.
    most: ClassVar[int] = 400
    most_words: ClassVar[int] = 10_000

    def __post_init__(self) -> None:
        self.check("sentences", fits=self.sentences >= 1, range="1 or more")

    def check(self, option: str, *, fits: bool, range: str) -> None:  # noqa: A002 - says best
        """Raise `ConfigError` unless the value of *option* fits the *range* in words."""
        if not fits:
            given = getattr(self, option)
            raise ConfigError(f"stage.{self.method}.{option} must be {range}, not {given}")

    def open(self, context: Context) -> None:  # noqa: ARG002 - the contract of a stage
        """Import sumy before the first article."""
        # For its 0.3 s to pass before the first article.
        self.summarizer()

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with what the method picks as its summary."""
        places = candidates(brief)
        ranked = self._within(brief, places, context)
        made = self.ranking(brief, ranked, context) if len(ranked) > 1 else None
        if made is None:
            if len(places) > 1:
                brief = brief.notice("B303", "no sentence stands out: printed the lead")
            scores, why = lead_scores(brief), {}
        else:
            if len(ranked) < len(places):
                said = f"ranked the first {len(ranked)} of {len(places)} sentences"
                brief = brief.notice("B304", said)
            count = len(brief.sentences)
            # What is not ranked comes after what is.
            scores = _spread(made.scores, ranked, count, min(0.0, *made.scores))
            why = {name: _spread(each, ranked, count, 0.0) for name, each in made.why.items()}
        # Whoever reads which method chose, and by what score, must not be told one that did not.
        method = "lead" if made is None else self.method
        return pick(brief, context, scores, method=method, sentences=self.sentences, why=why)

    def summarizer(self) -> Summarizer:
        """Return sumy's own summariser with the options of this one."""
        raise NotImplementedError

    def ranking(self, brief: Brief, places: Sequence[int], context: Context) -> Ranking | None:
        """Return the ranking of the sentences at *places*, or none if none stands out."""
        from .material import document, ratings, stop_words_of  # imports re for these alone

        sumy = self.summarizer()
        sumy.stop_words = stop_words_of(brief, context)
        return ratings(sumy, document(brief, places))

    def limit(self, context: Context) -> int:  # noqa: ARG002 - for those that go by it
        """Return how many sentences are ranked at most; 0 for all."""
        return self.most

    def _within(self, brief: Brief, places: Sequence[int], context: Context) -> Sequence[int]:
        """Return those of *places* that are ranked: the first, up to the caps."""
        most = self.limit(context)
        if not most:
            return places
        from .material import Words

        words, left = Words(), self.most_words
        for count, place in enumerate(places[:most]):
            left -= len(words.to_words(brief.sentences[place].text))
            if left < 0:
                return places[:count]
        return places[:most]


def _spread(
    numbers: Sequence[float], places: Sequence[int], count: int, rest: float
) -> list[float]:
    """Return *numbers* at their *places* among *count*, and *rest* at all others."""
    spread = [rest] * count
    for place, number in zip(places, numbers, strict=True):
        spread[place] = number
    return spread


class Greedy(Classic):
    """Ranks sentences in the order in which a method chooses them."""

    __slots__ = ()

    def ranking(self, brief: Brief, places: Sequence[int], context: Context) -> Ranking | None:
        """Return a ranking whose scores fall from 1 with the order of choice."""
        from .material import Ranking, choices, document, stop_words_of  # imports re

        sumy = self.summarizer()
        sumy.stop_words = stop_words_of(brief, context)
        wanted = self.wanted(context) or len(places)
        chosen = choices(sumy, document(brief, places), self.worth(sumy), wanted)
        if chosen is None:
            return None
        scores = [0.0] * len(places)
        for order, at in enumerate(chosen):
            scores[at] = 1 / (1 + order)
        return Ranking(scores)

    def worth(self, sumy: Summarizer) -> Callable[..., Sequence[float]]:
        """Return what tells the worth of each sentence that is left at a step of *sumy*."""
        raise NotImplementedError

    def wanted(self, context: Context) -> int:
        """Return how many sentences will be picked, or 0 where only the lengths can tell."""
        if context.length is not None:
            return context.length.number if context.length.unit == "sentences" else 0
        return {"tldr": 1, "short": self.sentences, "full": 0}[context.depth]
