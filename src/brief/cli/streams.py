"""Keep standard output for the product: whatever else is printed goes to standard error."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from brief.errors import OutputError

# Enough to save calls, little enough to see a brief as soon as it is done.
BUFFER = 1 << 16


class ClosedPipe(Exception):  # no error: the reader has seen enough
    """Nobody reads our output any more."""


class Product:
    """Standard output as bytes; from then on file descriptor 1 leads to standard error.

    So a plugin, or a program it starts, that prints does not print into the product.
    """

    def __init__(self) -> None:
        try:
            self._out: BinaryIO = os.fdopen(os.dup(1), "wb", buffering=BUFFER)
        except OSError as exc:
            raise OutputError("standard output is closed; use -o FILE") from exc
        sys.stdout.flush()
        os.dup2(2, 1)

    def write(self, pieces: Iterable[str | bytes], *, live: bool = False) -> None:
        """Write *pieces* as they come, each at once if *live*.

        Raises `ClosedPipe` if the reader has gone, `OutputError` if it cannot be written.
        """
        for piece in pieces:
            try:
                self._out.write(piece.encode() if isinstance(piece, str) else piece)
                if live:
                    self._out.flush()
            except OSError as exc:
                raise self._failed(exc) from exc

    def close(self) -> None:
        """Write what is still held back."""
        try:
            self._out.close()
        except OSError as exc:
            raise self._failed(exc) from exc

    def _failed(self, exc: OSError) -> Exception:
        # Closing would try to write once more, and fail once more.
        self._out = open(os.devnull, "wb")  # noqa: SIM115, PTH123
        if isinstance(exc, BrokenPipeError) or exc.errno == errno.EPIPE:
            return ClosedPipe()
        return OutputError(f"standard output: cannot be written: {(exc.strerror or '').lower()}")


@contextmanager
def product_guarded() -> Iterator[None]:
    """Lead file descriptor 1 to standard error while plugins are imported, then back."""
    try:
        kept = os.dup(1)
    except OSError:  # closed: nothing to guard
        yield
        return
    sys.stdout.flush()
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


def is_terminal(descriptor: int) -> bool:
    """Tell whether *descriptor* leads to a terminal; a closed one does not."""
    try:
        return os.isatty(descriptor)
    except OSError:
        return False


def wants_colour(choice: str) -> bool:
    """Tell whether the output is coloured: the user's *choice*, else by what it goes to."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(1) and os.environ.get("TERM") != "dumb"
