"""What is known of words before anything is weighed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brief.value import NamedTuple

from .shapes import stem

# Clusters are numbered below this; words of none count as the last.
CLUSTERS = 512
NO_CLUSTER = CLUSTERS - 1


class Lexicon(NamedTuple):
    """Words that can be cues, and what sort of words there are.

    *often* says how often a word is a cue, 0 to 10 in tenths; *sorts* numbers the sorts of
    reporting verbs; *clusters* are words that stand among like words.
    """

    often: Mapping[str, int]
    sorts: Mapping[str, int]
    clusters: Mapping[str, int]

    def cluster(self, low: str) -> int:
        """Return the number of the cluster of *low*, `NO_CLUSTER` if it is in none."""
        return self.clusters.get(low, NO_CLUSTER)

    def verb_groups(self, low: str) -> tuple[str, ...]:
        """Return the groups of features of a cue: by its stem, and by its sort of reporting."""
        return _groups(low, self.sorts.get(low, NO_SORT))


NO_SORT = -1


@lru_cache(maxsize=4096)
def _groups(low: str, sort: int) -> tuple[str, ...]:
    own = f"stem {stem(low)}"
    return (own,) if sort == NO_SORT else (own, f"sort {sort} {low[-2:]}")
