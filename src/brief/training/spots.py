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

    def runs(self, label: int) -> list[tuple[int, int]]:
        """Return the stretches of that *label*: each from, up to and with."""
        found: list[tuple[int, int]] = []
        for at, one in enumerate(self.labels, self.first):
            if one == label:
                start = found.pop()[0] if found and found[-1][1] == at - 1 else at
                found.append((start, at))
        return found


def fold(spot: Spot, folds: int) -> int:
    """Return in which of *folds* the article of *spot* is."""
    return spot.article % folds
