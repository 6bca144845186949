"""What the callables in a plugin's records look like, for those who write and check them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from .article import Article
from .contracts import Context, Made
from .model import Brief, Failure


class Transform(Protocol):
    """What a stage does. May have `open(context)`, called once per process before it."""

    def __call__(self, brief: Brief, context: Context, /) -> Brief:
        """Return *brief* with what the stage found."""
        ...


class Load(Protocol):
    """What a loader does."""

    def __call__(self, source: str, context: Context, /) -> Iterator[Article | Failure]:
        """Yield the articles of *source* as they are read; a bad record is a `Failure`.

        Raises `LoadError` where the source as a whole cannot be read.
        """
        ...


class Accepts(Protocol):
    """How a loader says that a source is for it."""

    def __call__(self, source: str, first_bytes: bytes, /) -> bool:
        """Tell by the name and the first bytes (up to 4,096) alone; read nothing."""
        ...


class Render(Protocol):
    """What a renderer does."""

    def __call__(
        self, items: Iterable[Brief | Failure], context: Context, /
    ) -> Iterator[str | bytes]:
        """Yield the output piece by piece; all of it is one valid document."""
        ...


class Piecewise(Protocol):
    """A renderer whose briefs are rendered one by one, in the process that made them.

    A renderer's callable that has both methods is used through them alone, so only the
    finished text crosses from a worker, and `join` puts the pieces in a frame.
    """

    def each(self, brief: Brief, context: Context, /) -> str:
        """Return what one brief becomes."""
        ...

    def join(self, pieces: Iterable[str | Failure], context: Context, /) -> Iterator[str | bytes]:
        """Yield the output from the pieces, in order."""
        ...


Work = Callable[[Article | Failure], Made | Failure]


class Execute(Protocol):
    """What an executor does: an order-keeping map."""

    def __call__(
        self, work: Work, items: Iterable[Article | Failure], /
    ) -> Iterator[Made | Failure]:
        """Yield ``work(item)`` for each of *items*, in their order, as they are done.

        *items* is read as it is needed: at no time are more than a bounded number in
        flight. A worker that dies gives a `Failure` of the item it held, nothing more.
        *work* may have ``open()``, to be called once per process before the first item.
        """
        ...
