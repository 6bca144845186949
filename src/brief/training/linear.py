"""Train a yes or no: logistic regression with AdaGrad (Duchi, Hazan and Singer 2011), averaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

EPOCHS = 12
RATE = 0.05
BATCH = 64


def train(matrix: Any, answers: Any, seed: int) -> Any:
    """Return a weight for each column of *matrix*; *answers* are 0 or 1, one a row."""
    import numpy as np

    rows, columns = matrix.shape
    weights, summed = np.zeros(columns), np.zeros(columns)
    squares = np.full(columns, 1e-2)
    answers = np.asarray(answers, dtype=float)
    chance = np.random.default_rng(seed)
    for epoch in range(EPOCHS):
        order = chance.permutation(rows)
        for first in range(0, rows, BATCH):
            chosen = order[first : first + BATCH]
            batch = matrix[chosen]
            error = 1 / (1 + np.exp(-(batch @ weights))) - answers[chosen]
            seen = np.unique(batch.indices)
            slope = (batch.T @ error)[seen]
            squares[seen] += slope * slope
            weights[seen] -= RATE * slope / np.sqrt(squares[seen])
        if epoch >= EPOCHS // 2:
            summed += weights
    return summed / (EPOCHS - EPOCHS // 2)


def averaged(matrix: Any, answers: Any, seeds: Sequence[int]) -> Any:
    """Return the mean of what `train` makes with each of *seeds*."""
    return sum(train(matrix, answers, seed) for seed in seeds) / len(seeds)


def unseen(matrix: Any, answers: Any, folds: Any, seed: int, clear: Any = None) -> Any:
    """Return the score of each row by weights trained without its fold, and on *clear* rows only.

    *folds* are numbers, one a row.
    """
    import numpy as np

    clear = np.ones(len(folds), dtype=bool) if clear is None else clear
    scores = np.zeros(len(folds))
    for number in np.unique(folds):
        known, rest = clear & (folds != number), np.flatnonzero(folds == number)
        scores[rest] = matrix[rest] @ train(matrix[known], answers[known], seed)
    return scores


def calibrated(scores: Any, right: Any, rounds: int = 50) -> tuple[float, float]:
    """Return slope and offset that make a logit of each score (Platt 1999), by Newton's method."""
    import numpy as np

    columns = np.stack([scores, np.ones(len(scores))], axis=1)
    # Platt's targets: never quite sure, so that what is right without exception has an answer.
    goods = float(right.sum())
    wrongs = len(right) - goods
    targets = np.where(right, (goods + 1) / (goods + 2), 1 / (wrongs + 2))
    weights = np.array([1.0, 0.0])
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
        slope = columns.T @ (likely - targets)
        curve = (columns * (likely * (1 - likely))[:, None]).T @ columns
        weights = weights - np.linalg.solve(curve + 1e-6 * np.eye(2), slope)
    return float(weights[0]), float(weights[1])
