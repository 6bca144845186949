"""A process that works on articles: what the parent holds of it, and what runs inside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from brief.article import Article
from brief.contracts import Made
from brief.errors import BriefError
from brief.model import Failure

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from brief.protocols import Work

Item = Article | Failure


class Worker:
    """A process with the items it was given and has not answered yet."""

    def __init__(self, work: Work) -> None:
        from multiprocessing import get_context  # slow: only with more than one process

        spawn = get_context("spawn")
        self.pipe: Connection
        self.pipe, theirs = spawn.Pipe()
        self.process: BaseProcess = spawn.Process(target=_serve, args=(theirs, work), daemon=True)
        with signals_held():
            self.process.start()
        theirs.close()
        self.items: deque[tuple[int, Item]] = deque()
        self.ready = False

    def give(self, number: int, item: Item) -> None:
        """Hand over an item; *number* is its place in the order."""
        self.items.append((number, item))
        with suppress(OSError):  # It has just died: its pipe says so when it is read.
            self.pipe.send(item)

    def stop(self) -> None:
        """End the process and wait until it has."""
        self.pipe.close()
        self.process.kill()  # It holds nothing that would be lost, and may not listen yet.
        self.process.join()


# What ends a run: Ctrl-C, a job that is out of time, a terminal that is closed.
ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def signals_held() -> Iterator[None]:
    """Keep what ends a run from a process that starts, and from the parent meanwhile.

    A worker inherits what is held back here until it serves: Ctrl-C reaches the whole group,
    and one that has not yet said it ignores it would print a traceback. So would one whose
    parent ended half way through telling it what to do.
    """
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows has none
        yield
        return
    from multiprocessing import resource_tracker

    # Started by the first worker otherwise, and it lets go of the signals when it has.
    resource_tracker.ensure_running()
    signals = {getattr(signal, name) for name in ENDING}
    held = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _let_go() -> None:
    """Ignore Ctrl-C from now on, and die of what else ends a run. Runs in the worker."""
    import signal

    # Ctrl-C reaches the whole group: the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {getattr(signal, name) for name in ENDING})


def _serve(pipe: Connection, work: Work) -> None:
    """Answer items with results until the parent closes the pipe. Runs in the worker."""
    import gc
    from queue import SimpleQueue
    from threading import Thread

    _let_go()
    items: SimpleQueue[Item | None] = SimpleQueue()

    def read() -> None:
        # Reading never waits for the work: else both ends could block on a full pipe.
        try:
            while True:
                items.put(pipe.recv())
        except (EOFError, OSError):
            items.put(None)

    opens = getattr(work, "open", None)
    try:
        if callable(opens):
            opens()
    except BriefError as exc:  # what the user can mend: the parent tells it
        with suppress(OSError):
            pipe.send(exc)
        return
    # What every article needs stays: it need not be looked through again and again.
    gc.freeze()
    with suppress(OSError):  # The parent has gone.
        pipe.send(True)
        Thread(target=read, daemon=True).start()
        while (item := items.get()) is not None:
            pipe.send_bytes(_packed(work(item), item))


def _packed(result: Made | Failure, item: Item) -> bytes:
    """Pickle a result, or the failure to do so: a plugin may put anything into a brief."""
    from multiprocessing.reduction import ForkingPickler

    try:
        return bytes(ForkingPickler.dumps(result))
    except Exception as exc:  # noqa: BLE001  # whatever a plugin's objects raise
        reason = f"its brief cannot be sent from the worker: {exc}"
        return bytes(ForkingPickler.dumps(Failure(origin_of(item), "worker", reason)))


def origin_of(item: Item) -> str:
    """Return the source of an item, as failures name it."""
    return item.origin if isinstance(item, Article) else item.source
