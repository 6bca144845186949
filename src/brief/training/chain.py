"""Train a linear-chain conditional random field over three labels, with AdaGrad, averaged.

Lafferty, McCallum and Pereira 2001. Each feature has six weights: for a token in a source, in a
content, at the start of each, and right behind the end of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

EPOCHS = 7
RATE = 0.1
BATCH = 48
# Sequences of like length are trained together, so that little is padded, give or take this.
SHUFFLE = 6.0
FORBIDDEN = -1e6
# Which of a feature's six weights count on going from a label (row) to the next one (column).
FIELDS = (
    ((), (0, 2), (1, 3)),
    ((4,), (0,), (4, 1, 3)),
    ((5,), (5, 0, 2), (1,)),
)


class Chains(NamedTuple):
    """Sequences of tokens: a row of *matrix* for each token, and one number each in the others.

    *ends* has one entry more than there are sequences; *labels* are 0, 1 or 2; *cues* is 1 on
    the token of the cue, which has no label.
    """

    matrix: Any
    ends: Any
    labels: Any
    cues: Any

    def some(self, chosen: Any) -> Chains:
        """Return the sequences whose numbers are *chosen*."""
        import numpy as np

        rows = np.concatenate([np.arange(self.ends[one], self.ends[one + 1]) for one in chosen])
        ends = np.concatenate([[0], np.cumsum(np.diff(self.ends)[chosen])])
        return Chains(self.matrix[rows], ends, self.labels[rows], self.cues[rows])


class Model(NamedTuple):
    """*weights* has a row of six for each feature, *moves* nine scores from label to label."""

    weights: Any
    moves: Any


class Batch:
    """Some sequences side by side, padded to the longest."""

    def __init__(self, chains: Chains, chosen: Any) -> None:
        import numpy as np

        lengths = np.diff(chains.ends)[chosen]
        self.rows = np.concatenate(
            [np.arange(chains.ends[one], chains.ends[one + 1]) for one in chosen]
        )
        self.column = np.repeat(np.arange(len(chosen)), lengths)
        self.step = np.concatenate([np.arange(length) for length in lengths])
        self.shape = int(lengths.max()), len(chosen)
        self.matrix = chains.matrix[self.rows]
        self.cues = chains.cues[self.rows].astype(bool)
        self.real = self.padded(np.ones(len(self.rows), dtype=bool))

    def padded(self, values: Any) -> Any:
        """Return *values*, one a token, by step and sequence."""
        import numpy as np

        made = np.zeros((*self.shape, *values.shape[1:]), dtype=values.dtype)
        made[self.step, self.column] = values
        return made

    def energies(self, model: Model) -> Any:
        """Return the score of each step from each label to each."""
        import numpy as np

        scores = (self.matrix @ model.weights) @ _fields() + model.moves
        scores[np.ix_(self.cues, [1, 2, 4, 5, 7, 8])] = FORBIDDEN
        return self.padded(scores.reshape(-1, 3, 3))


def _fields() -> Any:
    """Return `FIELDS` as a matrix from six weights to nine scores."""
    import numpy as np

    made = np.zeros((6, 9))
    for before, row in enumerate(FIELDS):
        for label, fields in enumerate(row):
            for field in fields:
                made[field, before * 3 + label] = 1
    return made


def _log_sum(values: Any, axis: int) -> Any:
    import numpy as np

    most = values.max(axis)
    return most + np.log(np.exp(values - np.expand_dims(most, axis)).sum(axis))


def averaged(chains: Chains, seeds: Sequence[int]) -> Model:
    """Return the mean of what `train` makes with each of *seeds*: less is left to chance."""
    models = [train(chains, seed) for seed in seeds]
    weights = sum(model.weights for model in models) / len(models)
    return Model(weights, sum(model.moves for model in models) / len(models))


def train(chains: Chains, seed: int) -> Model:
    """Return the model that makes the labels of *chains* likeliest."""
    import numpy as np

    columns = chains.matrix.shape[1]
    model = Model(np.zeros((columns, 6)), np.zeros(9))
    squares = Model(np.full((columns, 6), 1e-2), np.full(9, 1e-2))
    summed = Model(np.zeros((columns, 6)), np.zeros(9))
    lengths = np.diff(chains.ends)
    chance = np.random.default_rng(seed)
    for epoch in range(EPOCHS):
        order = chance.permutation(len(lengths))
        order = order[np.argsort(lengths[order] + chance.uniform(0, SHUFFLE, len(order)))]
        batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        for number in chance.permutation(len(batches)):
            _learn(chains, batches[number], model, squares)
        if epoch >= EPOCHS // 2:
            summed.weights[:] += model.weights
            summed.moves[:] += model.moves
    count = EPOCHS - EPOCHS // 2
    return Model(summed.weights / count, summed.moves / count)


def _learn(chains: Chains, chosen: Any, model: Model, squares: Model) -> None:
    """Move *model* a step towards the labels of the *chosen* sequences."""
    import numpy as np

    batch = Batch(chains, chosen)
    error = _expected(batch, batch.energies(model))
    labels = chains.labels[batch.rows]
    before = np.concatenate([[0], labels[:-1]])
    before[batch.step == 0] = 0
    error[np.arange(len(error)), before * 3 + labels] -= 1
    seen = np.unique(batch.matrix.indices)
    slope = (batch.matrix.T @ (error @ _fields().T))[seen]
    squares.weights[seen] += slope * slope
    model.weights[seen] -= RATE * slope / np.sqrt(squares.weights[seen])
    moved = error.sum(0)
    squares.moves[:] += moved * moved
    model.moves[:] -= RATE * moved / np.sqrt(squares.moves)


def _expected(batch: Batch, energies: Any) -> Any:
    """Return how likely each token goes from each label to each: forward and backward."""
    import numpy as np

    steps, count = batch.shape
    real = batch.real[:, :, None]
    ahead = np.zeros((steps, count, 3))
    ahead[0] = energies[0, :, 0, :]
    for step in range(1, steps):
        moved = _log_sum(ahead[step - 1][:, :, None] + energies[step], 1)
        ahead[step] = np.where(real[step], moved, ahead[step - 1])
    behind = np.zeros((steps, count, 3))
    for step in range(steps - 2, -1, -1):
        moved = _log_sum(energies[step + 1] + behind[step + 1][:, None, :], 2)
        behind[step] = np.where(real[step + 1], moved, 0)
    whole = _log_sum(ahead[-1], 1)
    likely = np.zeros((steps, count, 3, 3))
    likely[1:] = np.exp(
        ahead[:-1][:, :, :, None]
        + energies[1:]
        + behind[1:][:, :, None, :]
        - whole[None, :, None, None]
    )
    likely[0, :, 0, :] = np.exp(energies[0, :, 0, :] + behind[0] - whole[:, None])
    return likely[batch.step, batch.column].reshape(-1, 9)
