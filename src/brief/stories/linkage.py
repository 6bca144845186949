"""Average linkage over few pairs: two clusters join while their articles are alike on average.

The mean similarity of two clusters (Sokal and Michener 1958) is the product of their summed
vectors, divided by how many pairs there are. So only pairs that are worth a join need to be known,
and the mean still counts those that were never compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

from .doubts import LONE, Circumstances, doubt

# What two lone clusters miss only because they are lone, they may reach when one has grown.
KEPT = min(LONE.values())

Vector = dict[int, float]


class Cluster:
    """Articles that are together, the sum of their vectors, and what is known of them."""

    __slots__ = ("about", "members", "near", "total")

    def __init__(self, member: int, total: Vector, about: Circumstances) -> None:
        self.members = [member]
        self.total = total
        self.about = about
        # The clusters it may still join, each with the sum of all similarities between the two.
        self.near: dict[int, float] = {}

    def take(self, other: Cluster) -> None:
        """Take in the articles of *other*."""
        small, large = sorted((self.total, other.total), key=len)
        for term, weight in small.items():
            large[term] = large.get(term, 0.0) + weight
        self.total = large
        self.members += other.members
        self.about.add(other.about)


def clustered(
    clusters: Sequence[Cluster], edges: Mapping[tuple[int, int], float], threshold: float
) -> list[list[int]]:
    """Return the members of *clusters* after all joins that reach *threshold*, each list sorted.

    *edges* are the similarities, without doubts, of the pairs of clusters that may join at all.
    """
    return _Joining(clusters, edges, threshold).run()


class _Joining:
    """Clusters that join, the most alike first."""

    def __init__(
        self, clusters: Sequence[Cluster], edges: Mapping[tuple[int, int], float], threshold: float
    ) -> None:
        self.there = dict(enumerate(clusters))
        self.next = len(clusters)
        self.threshold = threshold
        self.queue: list[tuple[float, int, int]] = []
        for (one, other), total in edges.items():
            self._meet(one, other, total)

    def run(self) -> list[list[int]]:
        """Join until nothing reaches the threshold."""
        while self.queue:
            _, one, other = heappop(self.queue)
            if one in self.there and other in self.there:
                self._join(one, other)
        return sorted(sorted(cluster.members) for cluster in self.there.values())

    def _join(self, one: int, other: int) -> None:
        left, right = self.there.pop(one), self.there.pop(other)
        around = [each for each in {**left.near, **right.near} if each not in (one, other)]
        left.take(right)
        totals = {each: self._sum(each, left, right) for each in sorted(around)}
        left.near = {}
        name, self.next = self.next, self.next + 1
        self.there[name] = left
        for each, total in totals.items():
            self.there[each].near.pop(one, None)
            self.there[each].near.pop(other, None)
            self._meet(each, name, total)

    def _sum(self, each: int, left: Cluster, right: Cluster) -> float:
        """Return the similarities of the cluster *each* to all of *left*, which has taken *right*.

        One that is too far from a part was forgotten there, and is counted again.
        """
        if each in left.near and each in right.near:
            return left.near[each] + right.near[each]
        return product(left.total, self.there[each].total)

    def _meet(self, one: int, other: int, total: float) -> None:
        """Remember two clusters that may join, now or once they have grown."""
        left, right = self.there[one], self.there[other]
        mean = total / (len(left.members) * len(right.members)) * doubt(left.about, right.about)
        if mean >= KEPT * self.threshold:
            left.near[other] = right.near[one] = total
        if mean >= self.threshold:
            heappush(self.queue, (-mean, one, other))


def product(one: Vector, other: Vector) -> float:
    """Return the scalar product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum([weight * get(term, 0.0) for term, weight in one.items()])


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the places 0 to *count* - 1 in lists that no pair leads out of, each sorted."""
    parent = list(range(count))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for place in range(count):
        found.setdefault(root(place), []).append(place)
    return list(found.values())
