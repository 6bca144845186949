"""Summarise by LexRank (Erkan and Radev, 2004): sentences that many others resemble."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isfinite, sqrt
from typing import TYPE_CHECKING

from brief.errors import ConfigError
from brief.extractive import candidates, lead_scores, pick
from brief.value import value

if TYPE_CHECKING:
    from typing import Protocol

    from brief.contracts import Context
    from brief.model import Brief

    class Info(Protocol):
        """What sumy says of a sentence."""

        order: int
        rating: float


# Compiled at the first use: most runs use another summariser.
WORD = r"[^\W\d_][\w'’-]*"
# Every sentence is held against every other: 400 take about a second.
MOST = 400


@value
class LexRank:
    """Picks the *sentences* (1 or more) that rank highest, through sumy.

    Two sentences resemble each other above a cosine of *threshold* (0 up to, not including,
    1); ranks are refined until they change by less than *epsilon* (0.000001 to 1). Where no
    sentence stands out, the lead is printed, with notice B303; of a very long article only
    the first 400 sentences are ranked, with notice B304.
    """

    sentences: int = 3
    threshold: float = 0.1
    epsilon: float = 0.1

    def __post_init__(self) -> None:
        if self.sentences < 1:
            raise ConfigError(f"stage.lexrank.sentences must be 1 or more, not {self.sentences}")
        if not 0 <= self.threshold < 1:
            raise ConfigError(
                f"stage.lexrank.threshold must be 0 or more and less than 1, not {self.threshold}"
            )
        # Below that, rounding alone could keep the ranks moving for ever.
        if not 1e-6 <= self.epsilon <= 1:
            raise ConfigError(
                f"stage.lexrank.epsilon must be from 0.000001 to 1, not {self.epsilon}"
            )

    def open(self, context: Context) -> None:  # noqa: ARG002 - the contract of a stage
        """Import sumy before the first article."""
        # Imported for its 0.3 s to pass before the first article; sumy ships no types.
        import sumy.summarizers.lex_rank  # type: ignore[import-untyped]  # noqa: F401

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with its most central sentences as the summary."""
        places = candidates(brief)
        if len(places) > MOST:
            said = f"ranked the first {MOST} of {len(places)} sentences"
            brief = brief.notice("B304", said)
        texts = [brief.sentences[place].text for place in places[:MOST]]
        language = context.language or brief.article.language or "en"
        ratings = self.ratings(texts, language)
        if ratings is None:
            if len(texts) > 1:
                brief = brief.notice("B303", "no sentence stands out: printed the lead")
            scores = lead_scores(brief)
        else:
            scores = [0.0] * len(brief.sentences)
            for place, rating in zip(places, ratings, strict=False):
                scores[place] = rating
        return pick(brief, context, scores, method="lexrank", sentences=self.sentences)

    def ratings(self, texts: Sequence[str], language: str) -> list[float] | None:
        """Return what sumy rates each of the different *texts*, or none if it cannot tell."""
        if len(texts) < 2:
            return None
        import numpy as np  # slow: 0.14 s
        from sumy.models.dom import (  # type: ignore[import-untyped]  # sumy ships no types
            ObjectDocumentModel,
            Paragraph,
            Sentence,
        )
        from sumy.summarizers.lex_rank import LexRankSummarizer  # slow: 0.3 s

        sumy = LexRankSummarizer()
        sumy.threshold, sumy.epsilon = self.threshold, self.epsilon
        sumy.stop_words = stop_words(language)
        sumy.cosine_similarity = cosine
        words = Words()
        document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in texts])])
        rated: dict[int, float] = {}

        def count(infos: Sequence[Info]) -> Sequence[Info]:
            rated.update((info.order, float(info.rating)) for info in infos)
            return infos

        # Sentences without a shared word make it divide by zero, which is told apart below.
        with np.errstate(all="ignore"):
            sumy(document, count)
        # Rounded: what is equal but for the order of a sum is a tie, on every machine.
        found = [round(rated[place], 6) for place in range(len(texts))]
        return found if all(map(isfinite, found)) and len(set(found)) > 1 else None


class Words:
    """The tokenizer sumy asks for; its own needs NLTK's data files."""

    def to_words(self, text: str) -> list[str]:
        """Return the words of *text* that start with a letter."""
        return re.findall(WORD, text.replace("’", "'"))

    def to_sentences(self, text: str) -> list[str]:
        """Return *text* as one sentence: it has been split already."""
        return [text]


def stop_words(language: str) -> frozenset[str]:
    """Return the words of *language* (ISO 639) that say little, or none if sumy has no list."""
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]  # sumy ships no types

    try:
        return frozenset(get_stop_words(language.replace("_", "-").split("-")[0]))
    except LookupError:
        return frozenset()


def cosine(
    _one: Sequence[str],
    _other: Sequence[str],
    tf: Mapping[str, float],
    other_tf: Mapping[str, float],
    idf: Mapping[str, float],
) -> float:
    """Return the similarity of two sentences by the weights of their words, as sumy does.

    sumy sums in the order of a set, so the last digits, and with them an edge of the graph,
    would depend on the hash seed.
    """
    if tf.keys().isdisjoint(other_tf):
        return 0.0
    shared = sum(tf[word] * other_tf[word] * idf[word] ** 2 for word in tf if word in other_tf)
    norms = [sum((each[word] * idf[word]) ** 2 for word in each) for each in (tf, other_tf)]
    return shared / (sqrt(norms[0]) * sqrt(norms[1])) if all(norms) else 0.0
