"""Put words that stand among like words into clusters, from raw text alone.

Positive pointwise mutual information with the words around, smoothed (Levy, Goldberg and Dagan
2015), reduced by a truncated singular value decomposition, then spherical k-means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

CLUSTERS = 200
# A rarer word says too little about itself.
LEAST = 8
CONTEXTS = 1500
DIMENSIONS = 60
ROUNDS = 30
SMOOTHING = 0.75
AROUND = (-1, 1, -2, 2)
# What stands before and after a paragraph.
EDGES = ("<", ">")


def clusters(rows: Iterable[list[str]], seed: int) -> dict[str, int]:
    """Return the number of the cluster, 0 to 199, of each frequent word without digits.

    *rows* are paragraphs as words in lower case.
    """
    import numpy as np

    paragraphs = [[EDGES[0], *row, EDGES[1]] for row in rows]
    counts = Counter(word for row in paragraphs for word in row)
    words = [word for word, count in counts.most_common() if count >= LEAST]
    vectors = _vectors(_around(paragraphs, words), seed)
    weights = np.sqrt([counts[word] for word in words])
    numbers = _means(vectors, weights)
    return {
        word: int(number)
        for word, number in zip(words, numbers, strict=True)
        if word not in EDGES and not any(letter.isdigit() for letter in word)
    }


def _around(paragraphs: list[list[str]], words: list[str]) -> Any:
    """Return how often each of *words* has each frequent word in each place around it."""
    import numpy as np
    from scipy.sparse import csr_matrix

    number = {word: at for at, word in enumerate(words)}
    rows: list[int] = []
    columns: list[int] = []
    for row in paragraphs:
        ids = [number.get(word, -1) for word in row]
        for at in range(1, len(ids) - 1):
            if ids[at] < 0:
                continue
            for where, step in enumerate(AROUND):
                beside = ids[at + step] if 0 <= at + step < len(ids) else -1
                if 0 <= beside < CONTEXTS:
                    rows.append(ids[at])
                    columns.append(where * CONTEXTS + beside)
    shape = len(words), len(AROUND) * CONTEXTS
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _vectors(counts: Any, seed: int) -> Any:
    """Return a vector of length 1 for each row of *counts*."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import svds

    total = counts.sum()
    rows = np.asarray(counts.sum(1)).ravel()
    columns = np.asarray(counts.sum(0)).ravel() ** SMOOTHING
    columns = columns / columns.sum() * total
    pairs = counts.tocoo()
    mutual = np.log(pairs.data * total / (rows[pairs.row] * columns[pairs.col]))
    kept = mutual > 0
    table = csr_matrix((mutual[kept], (pairs.row[kept], pairs.col[kept])), shape=counts.shape)
    left, size, _ = svds(table, k=min(DIMENSIONS, min(table.shape) - 1), random_state=seed)
    vectors = left * np.sqrt(size)
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _means(vectors: Any, weights: Any) -> Any:
    """Return the cluster of each vector; the weightiest words are the first centres."""
    import numpy as np

    centres = vectors[np.argsort(-weights, kind="stable")[:CLUSTERS]].copy()
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        for number in range(len(centres)):
            own = nearest == number
            if own.any():
                middle = (vectors[own] * weights[own, None]).sum(0)
                centres[number] = middle / (np.linalg.norm(middle) + 1e-9)
    return nearest
