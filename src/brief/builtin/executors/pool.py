"""Keep workers fed and their results in order, and replace a worker that dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief.contracts import Made
from brief.errors import BriefError
from brief.model import Failure

from .feed import Feed
from .worker import Item, Worker, origin_of

if TYPE_CHECKING:
    from brief.protocols import Work

# One at work and one waiting, so that no worker idles while the parent turns to another.
QUEUED = 2
# Results that wait for an earlier one, for each worker.
AHEAD = 8
# So many workers in a row that cannot start are no accident.
STILLBORN = 3


class Pool:
    """Workers, and the results that wait for an earlier one."""

    def __init__(self, work: Work, jobs: int) -> None:
        self.work = work
        self.jobs = jobs
        self.workers: list[Worker] = []
        # Workers that died before they were ready, one after the other.
        self.stillborn = 0
        self.done: dict[int, Made | Failure] = {}
        self.again: deque[tuple[int, Item]] = deque()
        self.window = AHEAD * jobs
        self.given = 0

    def map(self, items: Iterator[Item]) -> Iterator[Made | Failure]:
        """Yield the results in order, keeping every worker fed.

        What is done is handed on at once, however long the next item takes to come.
        """
        feed = Feed(items)
        told = 0
        try:
            while True:
                while self.again and self._has_room():
                    self._free_worker().give(*self.again.popleft())
                while feed.ready and self._wants(feed, told):
                    self._hand_out(feed.take())
                if feed.ended and told == self.given:
                    return
                if told not in self.done:
                    self._listen(feed if self._wants(feed, told) else None)
                while told in self.done:
                    yield self.done.pop(told)
                    told += 1
        finally:
            feed.close()

    def close(self) -> None:
        """End every worker."""
        for worker in self.workers:
            worker.stop()

    def _wants(self, feed: Feed, told: int) -> bool:
        """Tell whether another item is wanted, and may come."""
        return not feed.ended and self._has_room() and self.given - told < self.window

    def _has_room(self) -> bool:
        return len(self.workers) < self.jobs or any(len(w.items) < QUEUED for w in self.workers)

    def _free_worker(self) -> Worker:
        """Return a worker that can take an item: an idle one, a new one, the least busy one."""
        worker = min(self.workers, key=lambda each: len(each.items), default=None)
        if worker is None or (worker.items and len(self.workers) < self.jobs):
            worker = Worker(self.work)
            self.workers.append(worker)
        return worker

    def _listen(self, feed: Feed | None) -> None:
        """Take in what workers have to say, waiting for one if none has, or for a *feed*."""
        from multiprocessing.connection import wait

        pipes = {worker.pipe: worker for worker in self.workers}
        for pipe in wait([*pipes, *([feed.pipe] if feed else [])]):
            if pipe not in pipes:
                continue  # An item has come: it is handed out where there is room.
            worker = pipes[pipe]
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if isinstance(result, BriefError):  # its `open` says what the user can mend
                raise result
            if worker.ready:
                self.done[worker.items.popleft()[0]] = result
            worker.ready = True
            self.stillborn = 0

    def _hand_out(self, item: tuple[int, Item] | None) -> None:
        """Give an item that has come to a worker; none comes after the last one."""
        if item is not None:
            self.given += 1
            self._free_worker().give(*item)

    def _bury(self, worker: Worker) -> None:
        """Make the item a dead worker was at a failure; hand the others out again."""
        worker.process.join()
        code = worker.process.exitcode or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        if not worker.ready:
            self.stillborn += 1
            if self.stillborn >= STILLBORN:
                raise BriefError(f"a worker process {how} before it could start; try -j 1")
        elif worker.items:
            number, item = worker.items.popleft()
            self.done[number] = Failure(origin_of(item), "worker", f"the worker process {how}")
        self.again.extendleft(reversed(worker.items))
        worker.stop()
        self.workers.remove(worker)
