"""What of spaCy's objects is read here, as types: spaCy itself is imported by its models alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol


class Token(Protocol):
    """A word with its place in the tree (CLEAR labels, as in spaCy's English models)."""

    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str

    @property
    def head(self) -> Token:
        """The word this one hangs on; that of the root is the root."""
        ...

    @property
    def children(self) -> Iterator[Token]:
        """What hangs on this word."""
        ...

    @property
    def left_edge(self) -> Token:
        """The first word of what hangs on this one, directly or not."""
        ...

    @property
    def right_edge(self) -> Token:
        """The last word of what hangs on this one, directly or not."""
        ...


class Doc(Protocol):
    """A parsed unit."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> Token: ...

    def __iter__(self) -> Iterator[Token]: ...


class Language(Protocol):
    """A loaded model."""

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """Yield each text parsed, in order."""
        ...

    def memory_zone(self) -> AbstractContextManager[object]:
        """Return a context after which the words met inside it are forgotten (spaCy 3.8)."""
        ...
