"""Gather the tokens around many cues, with features and labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brief.builtin.attributions.learned.path import CONTENT, SOURCE

from . import chain
from .corpus import Gold
from .rows import Book, Rows


class Tokens:
    """The rows of features of many chains, with their labels."""

    def __init__(self, book: Book) -> None:
        self.rows = Rows(book)
        self.firsts: list[int] = []
        self._ends = [0]
        self._labels: list[int] = []
        self._cues: list[int] = []

    def add(
        self, rows: Iterable[list[str]], cue: int, span: tuple[int, int], gold: Gold | None
    ) -> None:
        """Append the chain around *cue*; *gold* tells its labels."""
        for row in rows:
            self.rows.add(row)
        labels = dict.fromkeys(range(*span), 0)
        if gold is not None:
            labels |= {at: SOURCE for at in gold.source if at in labels}
            labels |= {at: CONTENT for at in gold.content if at in labels}
            labels[cue] = 0
        self.firsts.append(span[0])
        self._labels += labels.values()
        self._cues += [at == cue for at in labels]
        self._ends.append(len(self._labels))

    def chains(self, matrix: Any) -> chain.Chains:
        """Return the chains, with a *matrix* of their rows."""
        import numpy as np

        numbers = (np.array(each) for each in (self._ends, self._labels, self._cues))
        return chain.Chains(matrix, *numbers)
