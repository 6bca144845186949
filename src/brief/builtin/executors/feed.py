"""Read ahead in a thread, so that whoever waits for the next article can do other things."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from .worker import Item, signals_held

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


# Read before they are asked for: as many as are handed out before the thread gets its turn.
READ_AHEAD = 4


class Feed:
    """The items of an iterator, numbered, a few read before they are asked for.

    A slow source (a pipe that somebody types into) keeps the thread waiting and nobody else:
    *pipe* has something to read when an item has come, as those of workers have when they
    are done. *ended* is whether there are no more.
    """

    def __init__(self, items: Iterator[Item]) -> None:
        from multiprocessing import Pipe  # slow: only with more than one process
        from threading import Semaphore, Thread

        self.pipe: Connection
        self.pipe, self._bell = Pipe(duplex=False)
        self.ended = False
        self._items = enumerate(items)
        self._room = Semaphore(READ_AHEAD)
        self._read: deque[tuple[int, Item] | BaseException | None] = deque()
        # Signals are for the main thread: one that comes here would come there at any moment,
        # also while it holds them back.
        with signals_held():
            Thread(target=self._serve, daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether an item has come, or the end, so that `take` need not wait."""
        return bool(self._read)

    def take(self) -> tuple[int, Item] | None:
        """Return the next item, none after the last one.

        Waits until it has come, and raises what reading it has raised.
        """
        self.pipe.recv_bytes()
        found = self._read.popleft()
        self._room.release()
        if isinstance(found, BaseException):
            raise found
        self.ended = found is None
        return found

    def close(self) -> None:
        """Read no more; an item that is being read is left to come, or not."""
        self.ended = True
        self._room.release()
        self.pipe.close()

    def _serve(self) -> None:
        """Read an item whenever there is room for one, and ring. Runs in the thread."""
        # Held on to: closing it while this thread still reads from it would be a fatal error
        # of the interpreter when it ends.
        held = sys.stdin
        more = True
        while more and self._room.acquire() and not self.ended:
            try:
                found: tuple[int, Item] | BaseException | None = next(self._items, None)
            except BaseException as exc:  # noqa: BLE001  # raised again where it is taken
                found = exc
            more = isinstance(found, tuple)
            self._read.append(found)
            with suppress(OSError):  # Nobody waits for it any more.
                self._bell.send_bytes(b"!")
        del held
