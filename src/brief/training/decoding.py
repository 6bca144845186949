"""Find the best labels of many chains at once, as the stage finds those of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from .chain import FORBIDDEN, Batch, Chains, Model


def decode(chains: Chains, model: Model, bonus: float) -> tuple[list[list[int]], list[float]]:
    """Return the best labels of each sequence, and by how much they beat none.

    As the stage does it: labels without a source give way to the best with one, unless they are
    better by more than *bonus*.
    """
    import numpy as np

    labels, scores = _viterbi(chains, model, _ANY)
    lost = np.array([at for at, one in enumerate(labels) if 1 not in one], dtype=int)
    if len(lost):
        again, worth = _viterbi(chains.some(lost), model, _SOURCE)
        for at, one, score in zip(lost.tolist(), again, worth, strict=True):
            labels[at] = one if score + bonus > scores[at] else labels[at]
    return labels, scores


class _States(NamedTuple):
    """The states of a way: the label of each, from which it *start*s, how many it may end in.

    *never* are pairs of states that do not follow each other.
    """

    labels: tuple[int, ...]
    start: int
    ends: int
    never: tuple[tuple[int, int], ...]


_ANY = _States((0, 1, 2), 0, 3, ())
# Nothing and content before the first source stand apart from the same behind it.
_SOURCE = _States(
    (0, 1, 2, 0, 2),
    3,
    3,
    (*((a, b) for a in range(3) for b in (3, 4)), (3, 0), (3, 2), (4, 0), (4, 2)),
)


def _viterbi(
    chains: Chains, model: Model, states: _States, size: int = 256
) -> tuple[list[list[int]], list[float]]:
    import numpy as np

    lengths = np.diff(chains.ends)
    order = np.argsort(lengths, kind="stable")
    found = np.zeros(int(chains.ends[-1]), dtype=np.int8)
    scores = np.zeros(len(lengths))
    for first in range(0, len(order), size):
        chosen = order[first : first + size]
        batch = Batch(chains, chosen)
        row, scores[chosen] = _best(batch, batch.energies(model), states)
        found[batch.rows] = row[batch.step, batch.column]
    pieces: Sequence[Any] = np.split(found, chains.ends[1:-1])
    return [piece.tolist() for piece in pieces], scores.tolist()


def _best(batch: Batch, energies: Any, states: _States) -> tuple[Any, Any]:
    import numpy as np

    steps, count = batch.shape
    labels = np.array(states.labels)
    energies = energies[:, :, labels][:, :, :, labels]
    for before, after in states.never:
        energies[:, :, before, after] = FORBIDDEN
    # A way comes from nothing: with a source still to come, from nothing before it.
    score = energies[0, :, states.start, :].copy()
    nothing = energies[0, :, states.start, states.start].copy()
    back = np.zeros((steps, count, len(labels)), dtype=np.int8)
    for step in range(1, steps):
        ways = score[:, :, None] + energies[step]
        real = batch.real[step]
        back[step] = np.where(real[:, None], ways.argmax(1), [range(len(labels))])
        score = np.where(real[:, None], ways.max(1), score)
        nothing += np.where(real, energies[step, :, states.start, states.start], 0)
    state = score[:, : states.ends].argmax(1)
    found = np.zeros((steps, count), dtype=np.int8)
    for step in range(steps - 1, -1, -1):
        found[step] = labels[state]
        state = back[step][np.arange(count), state]
    return found, score[:, : states.ends].max(1) - nothing
