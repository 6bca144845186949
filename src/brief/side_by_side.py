"""Read slow sources side by side, and hand out what they hold in the order they were given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from .model import Failure

T = TypeVar("T")

# So many sources are read at once, and so many items of each before they are asked for.
AT_ONCE = 10
READ_AHEAD = 4
# Sources that wait behind slow ones; a folder of a million files is not listed beforehand.
WINDOW = 64
# How long to wait, in seconds, before whoever looks on is told what is waited for.
PAUSE = 0.2

Source: TypeAlias = str | Failure
Read: TypeAlias = Callable[[Source], Iterator[T]]


def side_by_side(
    sources: Iterator[Source],
    read: Read[T],
    slow: Callable[[Source], bool],
    waiting: Callable[[str], None] | None = None,
) -> Iterator[T]:
    """Yield what *read* yields of each of the *sources*, in their order.

    Each of those that are *slow* is read in a thread of its own, ten at once, four items
    ahead of whoever takes them; the others when their turn comes. *waiting* is called every
    fifth of a second with the source that is waited for. What *read* raises is raised here.
    """
    due: deque[tuple[Source, _Thread[T] | None]] = deque()
    try:
        while True:
            _fill(due, sources, read, slow)
            if not due:
                return
            source, thread = due[0]
            if thread is None:
                yield from read(source)
            else:
                yield from thread.items(waiting)
            due.popleft()
    finally:
        for _, thread in due:
            if thread is not None:
                thread.stop()


def _fill(
    due: deque[tuple[Source, _Thread[T] | None]],
    sources: Iterator[Source],
    read: Read[T],
    slow: Callable[[Source], bool],
) -> None:
    """Start to read as many of the next slow *sources* as may be read at once."""
    running = sum(thread is not None for _, thread in due)
    while running < AT_ONCE and len(due) < WINDOW:
        source = next(sources, None)
        if source is None:
            return
        thread = _Thread(source, read) if slow(source) else None
        running += thread is not None
        due.append((source, thread))


class _End:
    """The end of a source, and what was raised there, if anything was."""

    def __init__(self, raised: BaseException | None = None) -> None:
        self.raised = raised


class _Thread(Generic[T]):
    """A thread that reads one source, a few items ahead of whoever takes them."""

    def __init__(self, source: Source, read: Read[T]) -> None:
        from queue import SimpleQueue  # only for sources that are waited for
        from threading import Semaphore, Thread

        from .builtin.executors.worker import signals_held

        self.source = source
        self._read = read
        self._queue: SimpleQueue[T | _End] = SimpleQueue()
        self._room = Semaphore(READ_AHEAD)
        self._stopped = False
        # Signals are for the main thread.
        with signals_held():
            Thread(target=self._serve, daemon=True).start()

    def items(self, waiting: Callable[[str], None] | None) -> Iterator[T]:
        """Yield the items as they come."""
        while True:
            item = self._next(waiting)
            if isinstance(item, _End):
                if item.raised is not None:
                    raise item.raised
                return
            self._room.release()
            yield item

    def stop(self) -> None:
        """Read no more; what is being read is left to come, or not."""
        self._stopped = True
        self._room.release()

    def _next(self, waiting: Callable[[str], None] | None) -> T | _End:
        from queue import Empty

        while True:
            try:
                return self._queue.get(timeout=PAUSE)
            except Empty:
                if waiting is not None:
                    waiting(str(self.source))

    def _serve(self) -> None:
        """Read an item whenever there is room for one. Runs in the thread."""
        end = _End()
        try:
            items = self._read(self.source)
            while self._room.acquire() and not self._stopped:
                item = next(items, end)
                if item is end:
                    break
                self._queue.put(item)
        except BaseException as exc:  # noqa: BLE001  # raised again where it is taken
            end = _End(exc)
        self._queue.put(end)
