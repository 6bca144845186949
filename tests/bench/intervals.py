"""How sure a figure is: intervals for shares, and for figures summed over articles."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Of 95 %: the quantile of the normal distribution on each side.
Z = 1.96
TIMES = 2000
SEED = 4

Counts4 = tuple[int, int, int, int]


def wilson(hits: int, size: int, z: float = Z) -> tuple[float, float]:
    """Return the 95 % interval (Wilson, 1927) of a share seen as *hits* of *size*."""
    if not size:
        return 0.0, 1.0
    share, square = hits / size, z * z
    middle = share + square / (2 * size)
    half = z * math.sqrt(share * (1 - share) / size + square / (4 * size * size))
    scale = 1 + square / size
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def f1_interval(counts: Sequence[Counts4]) -> tuple[float, float]:
    """Return the 95 % interval of an F1 in per cent, articles drawn again (bootstrap).

    *counts* are right, found, met and annotated of each article.
    """
    return _middle(_drawn(counts, _f1))


def share_interval(counts: Sequence[Counts4]) -> tuple[float, float]:
    """Return the same of a recall, in per cent."""
    return _middle(_drawn(counts, lambda sums: 100 * sums[:, 2] / sums[:, 3].clip(min=1)))


def f1_difference(one: Sequence[Counts4], other: Sequence[Counts4]) -> tuple[float, float, float]:
    """Return by how much the F1 of *one* is above that of *other*, with its 95 % interval.

    Paired: each draw takes the same articles for both.
    """
    drawn = _drawn(one, _f1) - _drawn(other, _f1)
    return float(drawn[0]), *_middle(drawn)


def _drawn(
    counts: Sequence[Counts4], figure: Callable[[NDArray[np.int64]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    """Return the figure of the articles as they are, then of each draw."""
    import numpy as np  # slow: 0.14 s

    size = len(counts)
    seeded = np.random.default_rng(SEED)
    often = seeded.multinomial(size, [1 / size] * size, size=TIMES)
    as_they_are = np.ones((1, size), dtype=often.dtype)
    return figure(np.vstack([as_they_are, often]) @ np.array(counts))


def _f1(sums: NDArray[np.int64]) -> NDArray[np.float64]:
    precision = sums[:, 0] / sums[:, 1].clip(min=1)
    recall = sums[:, 2] / sums[:, 3].clip(min=1)
    both = precision + recall
    f1: NDArray[np.float64] = 200 * precision * recall / both.clip(min=1e-9)
    return f1


def _middle(drawn: NDArray[np.float64]) -> tuple[float, float]:
    """Return what 95 % of the draws lie between; the first is none."""
    import numpy as np

    low, high = np.quantile(drawn[1:], [0.025, 0.975])
    return float(low), float(high)
