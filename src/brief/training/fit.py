"""Train the models one after the other, each on what the one before gets wrong on unseen text.

Cue scores come out of five folds; the tagger learns from true cues, then again with what stronger
cues took as predicted out of two folds; the verdict learns from these predictions. Last, the
weightiest features are kept and trained again.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from brief.builtin.attributions.learned.codes import places
from brief.builtin.attributions.learned.lexicon import Lexicon
from brief.builtin.attributions.learned.path import CONTENT, SOURCE
from brief.builtin.attributions.learned.relations import Candidate, facts
from brief.builtin.attributions.learned.tagger import BETWEEN, CUE, TAKES
from brief.builtin.attributions.learned.views import view, window

from . import chain, linear
from .clues import Clue, candidates
from .corpus import Annotated
from .decoding import decode
from .features import of_cue, of_places, of_verdict
from .lexicon import heads, often, sorts
from .rows import Book, Rows, frequent, weightiest
from .spots import Labelled, Spot, fold
from .tokens import Tokens

SEED = 1
# What is shipped is the mean of as many models.
SEEDS = (1, 2, 3, 4)
CUE_FOLDS, TAGGER_FOLDS = 5, 2
# Training looks at less likely cues than the stage does.
LOOKED_AT = -130
# Added where a source starts if none is found otherwise, in logits.
BONUS = 6.0
# How many features are kept of the cue model, the tagger and the verdict.
KEPT = 20_000, 30_000, 8_000


class Linear(NamedTuple):
    """A weight for each feature."""

    features: list[str]
    weights: Any


class Fitted(NamedTuple):
    """Everything that the stage needs, in logits.

    *sure* is the slope and the offset that turn the verdict's score into the logit of being right.
    """

    lexicon: Lexicon
    cues: Linear
    tagger: Linear
    moves: Any
    verdict: Linear
    sure: tuple[float, float]


class Training:
    """The articles with what is found out about them on the way."""

    def __init__(
        self, articles: Sequence[Annotated], clusters: dict[str, int], log: Callable[[str], None]
    ) -> None:
        self.articles = articles
        self.log = log
        share = often(articles)
        tenths = {low: int(10 * value) for low, value in share.items()}
        self.lexicon = Lexicon(tenths, sorts(), clusters)
        self.heads: dict[Spot, int] = {}
        self.unclear: set[Spot] = set()
        for number, article in enumerate(articles):
            found, unclear = heads(article, share)
            self.heads |= {Spot(number, *place): gold for place, gold in found.items()}
            self.unclear |= {Spot(number, *place) for place in unclear}
        # Scores of all candidates, by article and passage, in hundredths of a logit.
        self.scores: dict[tuple[int, int], dict[int, int]] = {}

    def fit(self) -> Fitted:
        """Return the models."""
        cues = self.cues()
        true, spots = self.chains(self.heads)
        features, matrix = frequent(true.rows)
        labels = self.predicted(true.chains(matrix), spots, features)
        self.log(f"tagger, first round: {len(features)} features")
        again, _ = self.chains(self.heads, labels)
        features, matrix = frequent(again.rows)
        chains = again.chains(matrix)
        model = chain.train(chains, SEED)
        self.log(f"tagger, second round: {len(features)} features")
        features, matrix = weightiest(features, matrix, model.weights, KEPT[1])
        model = chain.averaged(chains._replace(matrix=matrix), SEEDS)
        self.log(f"tagger: {len(features)} features kept")
        verdict, sure = self.verdict(labels)
        tagger = Linear(features, model.weights)
        return Fitted(self.lexicon, cues, tagger, model.moves, verdict, sure)

    def cues(self) -> Linear:
        """Train the cue model; note how it scores articles that it has not seen."""
        import numpy as np

        rows = Rows(Book())
        spots: list[Spot] = []
        for spot, found in self.candidates():
            rows.add(of_cue(found, self.lexicon))
            spots.append(spot)
        features, matrix = frequent(rows)
        answers = np.array([spot in self.heads for spot in spots])
        clear = np.array([spot not in self.unclear for spot in spots])
        folds = np.array([fold(spot, CUE_FOLDS) for spot in spots])
        scores = linear.unseen(matrix, answers, folds, SEED, clear)
        for spot, score in zip(spots, scores.tolist(), strict=True):
            self.scores.setdefault(spot[:2], {})[spot.at] = round(100 * score)
        weights = linear.train(matrix[clear], answers[clear], SEED)
        features, matrix = weightiest(features, matrix, weights, KEPT[0])
        self.log(f"cues: {len(spots)} candidates, {len(features)} features kept")
        return Linear(features, linear.averaged(matrix[clear], answers[clear], SEEDS))

    def candidates(self) -> Iterator[tuple[Spot, Clue]]:
        """Yield every word that can be a cue, with its clues."""
        for number, article in enumerate(self.articles):
            for place, passage in enumerate(article.passages):
                for at, found in candidates(passage, self.lexicon):
                    yield Spot(number, place, at), found

    def chains(
        self,
        chosen: Container[Spot],
        taken: Mapping[Spot, Labelled] | None = None,
        book: Book | None = None,
    ) -> tuple[Tokens, list[Spot]]:
        """Return the tokens around each of the *chosen* cues, and the cues.

        *taken* is what other cues have taken, as far as it is known.
        """
        tokens, spots = Tokens(book or Book()), []
        for (article, place), scores in self.scores.items():
            passage = self.articles[article].passages[place]
            likely = frozenset(at for at, score in scores.items() if score > BETWEEN)
            for at in scores:
                spot = Spot(article, place, at)
                if spot not in chosen:
                    continue
                held = self.held(spot, taken) if taken else {}
                span = window(passage, at)
                seen = places(passage, at, span, likely, held)
                gold = self.articles[article].gold[self.heads[spot]] if spot in self.heads else None
                rows = of_places(passage, at, span[0], seen, self.lexicon)
                tokens.add(rows, at, span, gold)
                spots.append(spot)
        return tokens, spots

    def held(self, spot: Spot, taken: Mapping[Spot, Labelled]) -> dict[int, int]:
        """Return what stronger cues of the same sentence have taken."""
        scores = self.scores[spot.article, spot.passage]
        sentence = self.articles[spot.article].passages[spot.passage].sentence
        stronger = sorted(
            (-score, at)
            for at, score in scores.items()
            if score > max(scores[spot.at], TAKES) and sentence[at] == sentence[spot.at]
        )
        found: dict[int, int] = {}
        for _, at in stronger:
            labelled = taken.get(spot._replace(at=at))
            if labelled is None:
                continue
            found |= {to: one for to, one in enumerate(labelled.labels, labelled.first) if one}
            found[at] = CUE
        return found

    def predicted(
        self, true: chain.Chains, spots: list[Spot], features: list[str]
    ) -> dict[Spot, Labelled]:
        """Return what a tagger makes of each likely cue in articles that it has not seen."""
        import numpy as np

        asked = {
            Spot(*place, at)
            for place, scores in self.scores.items()
            for at, score in scores.items()
            if score >= LOOKED_AT
        }
        tokens, every = self.chains(asked, book=Book(features, closed=True))
        chains = tokens.chains(tokens.rows.matrix())
        found: dict[Spot, Labelled] = {}
        for number in range(TAGGER_FOLDS):
            known = np.flatnonzero([fold(spot, TAGGER_FOLDS) != number for spot in spots])
            rest = np.flatnonzero([fold(spot, TAGGER_FOLDS) == number for spot in every])
            model = chain.train(true.some(known), SEED)
            for at, labels, score in zip(
                rest.tolist(), *decode(chains.some(rest), model, BONUS), strict=True
            ):
                found[every[at]] = Labelled(tokens.firsts[at], labels, round(100 * score))
        return found

    def verdict(self, taken: Mapping[Spot, Labelled]) -> tuple[Linear, tuple[float, float]]:
        """Train the verdict on what the tagger made of articles that it had not seen.

        Also return how its score becomes the probability that speaker and content are right.
        """
        import numpy as np

        rows = Rows(Book())
        spots: list[Spot] = []
        for spot, one in self.judged(taken):
            if spot in self.unclear:
                continue
            passage = self.articles[spot.article].passages[spot.passage]
            rows.add(of_verdict(facts(passage, one, self.lexicon), self.lexicon))
            spots.append(spot)
        answers = np.array([spot in self.heads for spot in spots])
        features, matrix = frequent(rows)
        weights = linear.train(matrix, answers, SEED)
        features, matrix = weightiest(features, matrix, weights, KEPT[2])
        self.log(f"verdict: {len(spots)} candidates, {len(features)} features kept")
        folds = np.array([fold(spot, TAGGER_FOLDS) for spot in spots])
        scores = linear.unseen(matrix, answers, folds, SEED)
        right = np.array([self.is_right(spot, taken[spot]) for spot in spots])
        says = np.array([CONTENT in taken[spot].labels for spot in spots])
        sure = linear.calibrated(scores[says], right[says])
        return Linear(features, linear.averaged(matrix, answers, SEEDS)), sure

    def is_right(self, spot: Spot, found: Labelled) -> bool:
        """Tell whether somebody has marked what was found: half of the content, the speaker."""
        content = found.tokens(CONTENT)
        source = found.tokens(SOURCE)
        for gold in self.articles[spot.article].gold:
            shared = len(content & set(gold.content)) if gold.passage == spot.passage else 0
            if 4 * shared >= len(content) + len(gold.content):
                return bool(source & set(gold.source)) or not (source or gold.source)
        return False

    def judged(self, taken: Mapping[Spot, Labelled]) -> Iterator[tuple[Spot, Candidate]]:
        """Yield what the stage would judge, the strongest cue of a passage first."""
        for (article, place), scores in self.scores.items():
            passage = self.articles[article].passages[place]
            used = [0] * len(passage.low)
            stronger = [0] * len(passage.bounds)
            for at in sorted(scores, key=lambda at: (-scores[at], at)):
                spot = Spot(article, place, at)
                if spot not in taken:
                    continue
                labelled = taken[spot]
                sentence = passage.sentence[at]
                many = min(2, stronger[sentence])
                stretches = labelled.runs(SOURCE), labelled.runs(CONTENT)
                look = view(passage, at)
                yield spot, Candidate(at, look, scores[at], labelled.score, *stretches, used, many)
                if scores[at] > TAKES:
                    stronger[sentence] += 1
                    for to, label in enumerate(labelled.labels, labelled.first):
                        used[to] = label or used[to]
                    used[at] = CUE
