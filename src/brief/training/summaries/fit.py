"""Fit the weights of `news`: first the chances of words, then what makes a choice a good one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from brief.builtin.summarisers.news import lines, wording
from brief.builtin.summarisers.news.weights import Weights

from .corpus import Example
from .pupil import Pupil

# How much weights are held down: of words, as the variance of their prior; of choices.
WORDS, CHOICES = 0.3, 0.1
# By how many points of ROUGE a sentence must be better to be e times as good to imitate.
TEMPERATURE = 2.5
# Weights are kept with so many digits behind the point.
DIGITS = 4


class Lesson(NamedTuple):
    """Examples of one kind, and how much each counts.

    *choices*: whether the choice of sentences is learned from them too, and not only words.
    """

    examples: Sequence[Example]
    weight: float = 1.0
    choices: bool = False


def fit(lessons: Mapping[str, Lesson], openings: Mapping[str, float]) -> Weights:
    """Return the weights that *lessons*, by kind, teach; they go with *openings*."""
    bias, words = _fit_words(lessons)
    choices = [each for each in lessons.values() if each.choices]
    steps = _fit_choices(choices, bias, words, openings)
    *own, new, length, likeness_ = [round(float(each), DIGITS) for each in steps]
    return Weights(bias, words, tuple(own), new, length, likeness_, openings)


def _fit_words(lessons: Mapping[str, Lesson]) -> tuple[float, tuple[float, ...]]:
    """Fit the chance of a word to the share of texts that use it, by logistic regression.

    What others report is longer than summaries: what the kinds of lessons have in common are the
    weights; each kind has a bias of its own, and that of the summaries is returned.
    """
    import numpy as np  # training alone needs it
    from scipy.optimize import minimize

    names = sorted(lessons, key=lambda name: not lessons[name].choices)
    rows: list[Any] = []
    shares: list[float] = []
    weights: list[float] = []
    groups: list[int] = []
    group = {name: 0 if lessons[name].choices else 1 + at for at, name in enumerate(names)}
    for name in names:
        for example in lessons[name].examples:
            for term, known in example.words.items():
                rows.append(known)
                used = sum([term in terms for terms in example.terms])
                shares.append(used / len(example.terms))
                weights.append(lessons[name].weight)
                groups.append(group[name])
    x, y, w = np.array(rows), np.array(shares), np.array(weights)
    mean, spread = x.mean(0), x.std(0)
    # What is the same everywhere teaches nothing.
    spread[spread < 1e-6] = np.inf
    size = x.shape[1]
    x = np.hstack([(x - mean) / spread, np.eye(max(groups) + 1)[groups]])

    def loss(theta: Any) -> tuple[float, Any]:
        found = x @ theta
        error = w * (1 / (1 + np.exp(-found)) - y)
        slope = x.T @ error
        slope[:size] += theta[:size] / WORDS
        own = theta[:size] @ theta[:size] / (2 * WORDS)
        return float((w * (np.logaddexp(0, found) - y * found)).sum() + own), slope

    theta = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    weight = theta[:size] / spread
    bias = float(theta[size] - weight @ mean)
    return round(bias, DIGITS), tuple(round(float(each), DIGITS) for each in weight)


def _fit_choices(
    lessons: Sequence[Lesson], bias: float, words: Sequence[float], openings: Mapping[str, float]
) -> Any:
    """Fit what a choice goes by, such that it imitates one that knows the summaries.

    From a few beginnings of each summary every sentence is tried; the better the summary with
    it, the likelier it shall be chosen. Then once more, from the beginnings too that the first
    weights lead to. Imitation: Ross, Gordon and Bagnell 2011, A Reduction of Imitation Learning
    and Structured Prediction to No-Regret Online Learning (DAgger).
    """
    pupils = [
        Pupil(
            example,
            lesson.weight,
            lines.features(example.story, openings),
            wording.chances(example.words, words, bias),
        )
        for lesson in lessons
        for example in lesson.examples
    ]
    begun = [list(_beginnings(pupil.example)) for pupil in pupils]
    weights = _imitated(pupils, begun)
    for pupil, each in zip(pupils, begun, strict=True):
        each += [own for own in pupil.own(weights) if own not in each]
    return _imitated(pupils, begun)


def _imitated(pupils: Sequence[Pupil], begun: Sequence[Sequence[tuple[int, ...]]]) -> Any:
    """Return the weights that choose next, from what is *begun*, what makes it best.

    The softmax over candidates: Cao et al. 2007, Learning to Rank (ListNet).
    """
    import numpy as np  # training alone needs it
    from scipy.optimize import minimize

    rows: list[Any] = []
    targets: list[Any] = []
    weights: list[float] = []
    sizes: list[int] = []
    for pupil, tries in zip(pupils, begun, strict=True):
        for each in tries:
            left = pupil.left(each)
            if len(left) < 2:
                continue
            rows += pupil.steps(each, left)
            scores = np.array([pupil.example.score((*each, number)) for number in left])
            target = np.exp((scores - scores.max()) / TEMPERATURE)
            targets.append(target / target.sum())
            weights.append(pupil.weight * (1.0 if each else 1.5) / len(tries))
            sizes.append(len(left))
    x = np.array(rows)
    spread = x.std(0)
    # What is the same everywhere teaches nothing.
    spread[spread < 1e-9] = np.inf
    x /= spread
    starts = np.cumsum([0, *sizes])[:-1]
    of = np.repeat(np.arange(len(sizes)), sizes)
    target, weight = np.concatenate(targets), np.array(weights)[of]
    held = CHOICES * len(pupils)

    def loss(theta: Any) -> tuple[float, Any]:
        found = x @ theta
        found -= np.maximum.reduceat(found, starts)[of]
        total = np.add.reduceat(np.exp(found), starts)[of]
        slope = -x.T @ (weight * (target - np.exp(found) / total)) + held * theta
        lost = -(weight * target * (found - np.log(total))).sum() + held * (theta @ theta) / 2
        return float(lost), slope

    # New words never count against a sentence, and repeats never for it: the choice relies on it.
    bounds = [(None, None)] * (x.shape[1] - 3) + [(0, None), (None, None), (None, 0)]
    start = np.zeros(x.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x / spread


def _beginnings(example: Example) -> Iterator[tuple[int, ...]]:
    """Yield beginnings of summaries: none, the lead, the best sentence."""
    able = example.able
    best = sorted(able, key=lambda number: (-example.score((number,)), number))
    yield from dict.fromkeys([(), tuple(able[:1]), tuple(best[:1])])
