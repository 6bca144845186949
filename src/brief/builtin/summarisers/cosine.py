"""The likeness of two sentences as sumy's LexRank has it, the same under every hash seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

Weights = Mapping[str, float]


class Cosine:
    """Compares sentences by the weights of their words.

    sumy sums in the order of a set, so the last digits, and with them an edge of the graph,
    would depend on the hash seed; and it works out the norm of a sentence for each pair.
    """

    def __init__(self) -> None:
        self.norms: dict[int, float] = {}

    def __call__(
        self,
        _one: Sequence[str],
        _other: Sequence[str],
        tf: Weights,
        other_tf: Weights,
        idf: Weights,
    ) -> float:
        """Return the cosine of two sentences with the term frequencies *tf* and *other_tf*."""
        if tf.keys().isdisjoint(other_tf):
            return 0.0
        norms = self._norm(tf, idf) * self._norm(other_tf, idf)
        if not norms:
            return 0.0
        return (
            sum([tf[word] * other_tf[word] * idf[word] ** 2 for word in tf if word in other_tf])
            / norms
        )

    def _norm(self, tf: Weights, idf: Weights) -> float:
        # By identity: sumy keeps the weights of every sentence while it compares them.
        if id(tf) not in self.norms:
            self.norms[id(tf)] = sqrt(sum([(tf[word] * idf[word]) ** 2 for word in tf]))
        return self.norms[id(tf)]
