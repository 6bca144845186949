"""Learn from articles, which need no summaries, how the sentence is worded that opens a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from brief.builtin.summarisers.news.alone import awkward
from brief.builtin.summarisers.news.terms import Terms
from brief.extractive import candidates
from brief.training.records import records
from brief.words import count

from .corpus import split

# Words that fewer sentences have tell of topics, which change.
COMMON = 0.01
# The first so many sentences of an article are compared, of articles that have so many.
MOST, FEWEST = 30, 7
# How much words are held down, as the variance of their prior.
WORDS = 0.1
DIGITS = 3


def with_openings(path: Path) -> list[list[str]]:
    """Return the sentences of each article of *path* that can stand alone."""
    found = []
    for record in records(path):
        brief = split(record)
        odd = awkward(brief.sentences)
        texts = [brief.sentences[place].text for place in candidates(brief) if not odd[place]]
        if len(texts) >= FEWEST:
            found.append(texts[:MOST])
    return found


def openings(articles: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return how much likelier each common word makes it that a sentence is the first.

    By logistic regression on which of the common words a sentence has, and on its length. That
    openings are free lessons for summaries: Zhu et al. 2021, Leveraging Lead Bias for Zero-shot
    Abstractive News Summarization.
    """
    reader = Terms("en")
    lines = [
        ([word for word in dict.fromkeys(reader.words(text)) if word.islower()], count(text), at)
        for texts in articles
        for at, text in enumerate(texts)
    ]
    uses = Counter(word for words, _, _ in lines for word in words)
    common = sorted(word for word, often in uses.items() if often >= COMMON * len(lines))
    if not common:
        return {}
    weights = _fitted(lines, {word: at for at, word in enumerate(common)})
    return {word: round(float(each), DIGITS) for word, each in zip(common, weights, strict=False)}


def _fitted(lines: Iterable[tuple[list[str], int, int]], known: Mapping[str, int]) -> Any:
    """Return the weights of *known* words, and behind them those of length and the bias."""
    import numpy as np  # training alone needs it
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    places: list[int] = []
    starts, sizes, firsts = [0], [], []
    for words, length, at in lines:
        places += [known[word] for word in words if word in known]
        starts.append(len(places))
        sizes.append(min(length, 40) / 20)
        firsts.append(0.0 if at else 1.0)
    size = len(known)
    x = csr_matrix((np.ones(len(places)), places, starts), shape=(len(sizes), size))
    across, y, long = x.T.tocsr(), np.array(firsts), np.array(sizes)
    z = np.stack([long, long * long, np.ones(len(long))], 1)

    def loss(theta: Any) -> tuple[float, Any]:
        own, found = theta[:size], x @ theta[:size] + z @ theta[size:]
        error = 1 / (1 + np.exp(-found)) - y
        lost = (np.logaddexp(0, found) - y * found).sum() + own @ own / (2 * WORDS)
        return float(lost), np.concatenate([across @ error + own / WORDS, z.T @ error])

    return minimize(loss, np.zeros(size + z.shape[1]), jac=True, method="L-BFGS-B").x
