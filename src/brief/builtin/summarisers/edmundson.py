"""Summarise by Edmundson's method: cue words, words of the title, and the place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from brief.errors import ConfigError
from brief.value import value

from .classic import Classic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.contracts import Context
    from brief.model import Brief

    from .material import Ranking, Rates


@value
class Edmundson(Classic):
    """Picks the *sentences* (1 or more) that say what the title says, or what `--focus` asks for.

    Points of several kinds are added up, each kind times its weight, from 0 to 1000. Where no
    sentence stands out, the lead is printed, with notice B303.

    *title_weight* is for each word of the title in a sentence. *location_weight* is for each
    of these once more, for standing in the first or last paragraph, and for opening or closing
    a paragraph. *bonus_words* bring a point each. *stigma_words* cost a point each.
    *cue_weight* is for the points of bonus and stigma words. *key_weight* is for bonus words
    once more, if they are frequent. *focus_weight* is for each word of `--focus`, in the form
    that was asked for.

    Cost: grows with the words; all sentences are ranked.

    Source: Edmundson (1969), New Methods in Automatic Extracting. Through sumy.
    """

    cue_weight: float = 1.0
    key_weight: float = 0.0
    title_weight: float = 1.0
    location_weight: float = 1.0
    focus_weight: float = 10.0
    bonus_words: tuple[str, ...] = ()
    stigma_words: tuple[str, ...] = ()

    method: ClassVar[str] = "edmundson"
    most: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Classic.__post_init__(self)
        weights = [f"{name}_weight" for name in ("cue", "key", "title", "location", "focus")]
        for name in weights:
            self.check(name, fits=0 <= getattr(self, name) <= 1000, range="from 0 to 1000")
        if not any(getattr(self, name) for name in weights):
            raise ConfigError("stage.edmundson: one of its weights must be above 0")

    def open(self, context: Context) -> None:  # noqa: ARG002 - the contract of a stage
        """Import sumy before the first article."""
        # For its 0.2 s to pass before the first article; sumy ships no types.
        import sumy.summarizers.edmundson  # type: ignore[import-untyped]  # noqa: F401

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with what the method picks, and say if `--focus` found nothing."""
        made = Classic.__call__(self, brief, context)
        found = (dict(pick.why).get("focus") for pick in made.summary.sentences)
        if not context.focus or not self.focus_weight or any(found):
            return made
        return made.notice("B305", f"no sentence picked has a word of --focus {context.focus!r}")

    def ranking(self, brief: Brief, places: Sequence[int], context: Context) -> Ranking | None:
        """Return the ranking of the sentences at *places*, with the points of each kind."""
        from .material import Ranking, document, in_order, tied  # imports re for this alone

        told = document(brief, places, brief.article.title)
        why = {
            name: [weight * each for each in in_order(method.rate_sentences(told), told)]
            for name, weight, method in self._methods(brief, context)
            if weight
        }
        scores = [tied(sum(parts)) for parts in zip(*why.values(), strict=True)]
        return Ranking(scores, why) if len({*scores}) > 1 else None

    def _methods(self, brief: Brief, context: Context) -> Iterator[tuple[str, float, Rates]]:
        """Yield sumy's four methods, and one of them for the focus, with name and weight."""
        from sumy.nlp.stemmers import null_stemmer as plain  # type: ignore[import-untyped]
        from sumy.summarizers import edmundson as sumy

        from .material import Words, stop_words_of

        stop = stop_words_of(brief, context)
        bonus = {plain(word) for word in self.bonus_words}
        stigma = {plain(word) for word in self.stigma_words}
        focus = {plain(word) for word in Words().to_words(context.focus)}
        yield "cue", self.cue_weight, sumy.EdmundsonCueMethod(plain, bonus, stigma)
        yield "key", self.key_weight, sumy.EdmundsonKeyMethod(plain, bonus)
        yield "title", self.title_weight, sumy.EdmundsonTitleMethod(plain, stop)
        yield "location", self.location_weight, sumy.EdmundsonLocationMethod(plain, stop)
        if focus:
            # Who asks for "the who" alone shall have it.
            cues = sumy.EdmundsonCueMethod(plain, focus - stop or focus, frozenset())
            yield "focus", self.focus_weight, cues
