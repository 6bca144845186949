"""Do slow work side by side, and hand out what comes of it in the order it was given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

AT_ONCE = 8


def ahead(work: Callable[[A], B], items: Iterable[A]) -> Iterator[tuple[A, B]]:
    """Yield each of the *items* with what *work* makes of it, in order, eight at once.

    Work begins when the first is asked for. What *work* raises is raised here. Whoever stops
    to ask waits for nothing: what has begun ends by itself.
    """
    waiting = iter(items)
    due = deque(_Work(work, each) for each in islice(waiting, AT_ONCE))
    while due:
        done = due.popleft()
        result = done.result()
        due.extend(_Work(work, each) for each in islice(waiting, 1))
        yield done.item, result


class _Work(Generic[A, B]):
    """A piece of work, done in a thread of its own from now on."""

    def __init__(self, work: Callable[[A], B], item: A) -> None:
        from threading import Thread  # only where there is something to wait for

        self.item = item
        self._work = work
        self._made: list[B] = []
        self._raised: BaseException | None = None
        # A daemon: nobody who interrupts a run wants to wait for a slow server.
        self._thread = Thread(target=self._do, daemon=True)
        self._thread.start()

    def result(self) -> B:
        """Return what came of the work, once it is done."""
        self._thread.join()
        if self._raised is not None:
            raise self._raised
        return self._made[0]

    def _do(self) -> None:
        try:
            self._made.append(self._work(self.item))
        except BaseException as exc:  # noqa: BLE001  # raised again where it is waited for
            self._raised = exc
