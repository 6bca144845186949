"""Whose turn it is: never more than two requests at once to a host, and none before its time."""

from __future__ import annotations

from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .deadline import Deadline

AT_ONCE = 2


class Turns:
    """The lines before all hosts, for the threads of one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}

    @contextmanager
    def turn(self, host: str, deadline: Deadline, *, delay: float = 0.0) -> Iterator[None]:
        """Wait for a place at *host*, and hold it. *delay* is the seconds between two requests.

        The wait is no part of *deadline*.
        """
        line = self._of(host)
        with deadline.paused():
            line.places.acquire()
        try:
            with deadline.paused():
                sleep(line.until_next(delay))
            yield
        finally:
            line.places.release()

    def rest(self, host: str, seconds: float) -> None:
        """Let no request to *host* begin for *seconds*."""
        self._of(host).rest(seconds)

    def _of(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())


class _Host:
    def __init__(self) -> None:
        self.places = BoundedSemaphore(AT_ONCE)
        self._lock = Lock()
        self._next = 0.0

    def until_next(self, delay: float) -> float:
        """Return the seconds to wait, and book the time after them."""
        with self._lock:
            now = monotonic()
            begin = max(now, self._next)
            self._next = begin + delay
            return begin - now

    def rest(self, seconds: float) -> None:
        with self._lock:
            self._next = max(self._next, monotonic() + seconds)
