"""Count features and pack rows of them into sparse matrices."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

# A feature seen less often teaches nothing that holds elsewhere.
LEAST = 2


class Book:
    """Numbers features, in the order they come; a *closed* one forgets those it does not know."""

    def __init__(self, features: Iterable[str] = (), *, closed: bool = False) -> None:
        self.numbers = {feature: number for number, feature in enumerate(features)}
        self.closed = closed


class Rows:
    """Rows of features, numbered by a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._columns = array("i")
        self._ends = array("q", [0])

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._ends) - 1

    def add(self, features: Iterable[str]) -> None:
        """Append a row."""
        numbers = self.book.numbers
        if self.book.closed:
            self._columns.extend(numbers[one] for one in features if one in numbers)
        else:
            self._columns.extend(numbers.setdefault(one, len(numbers)) for one in features)
        self._ends.append(len(self._columns))

    def matrix(self) -> Any:
        """Return the rows as a sparse matrix of ones, a column for each feature of the book."""
        import numpy as np
        from scipy.sparse import csr_matrix

        columns = np.frombuffer(self._columns, np.int32)
        ends = np.frombuffer(self._ends, np.int64)
        shape = len(self), len(self.book.numbers)
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)


def frequent(rows: Rows, least: int = LEAST) -> tuple[list[str], Any]:
    """Return the features that *rows* have so often, and the matrix of these alone."""
    import numpy as np

    matrix = rows.matrix()
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    kept = np.flatnonzero(counts >= least)
    features = list(rows.book.numbers)
    return [features[number] for number in kept], matrix[:, kept].tocsr()


def weightiest(features: list[str], matrix: Any, weights: Any, most: int) -> tuple[list[str], Any]:
    """Return the *most* telling features and the matrix of these alone.

    Telling is a large weight on a feature that is not rare. Training again on these costs far
    less than cutting small weights out of what is trained already.
    """
    import numpy as np

    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    size = np.abs(weights.reshape(len(features), -1)).max(axis=1)
    order = np.argsort(-size * np.sqrt(np.minimum(counts, 400)), kind="stable")
    kept = np.sort(order[:most])
    return [features[number] for number in kept], matrix[:, kept].tocsr()
