"""Name a candidate by where it stands, and hold what was found for it."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """A candidate: *article*, *passage* and token by number."""

    article: int
    passage: int
    at: int


class Labelled(NamedTuple):
    """The *labels* from the token *first* on, and their score in hundredths of a logit."""

    first: int
    labels: list[int]
    score: int

    def tokens(self, label: int) -> set[int]:
        """Return the tokens with that *label*."""
        return {at for at, one in enumerate(self.labels, self.first) if one == label}


def fold(spot: Spot, folds: int) -> int:
    """Return in which of *folds* the article of *spot* is."""
    return spot.article % folds
