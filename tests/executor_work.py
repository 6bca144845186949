"""Work for executors to do; a module of its own, so that workers can import it."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from brief import Article, Failure, Made


@dataclass
class Work:
    """Does what the article's text says: sleep, die, or come back with its length."""

    opened: bool = False

    def open(self) -> None:
        """Be ready."""
        self.opened = True

    def __call__(self, item: Article | Failure) -> Made | Failure:
        """Obey the text."""
        if isinstance(item, Failure):
            return item
        if item.text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if item.text == "exit":
            os._exit(7)
        if item.text.startswith("sleep"):
            time.sleep(float(item.text[5:]))
        return Made(item.source, str(len(item.text)) if self.opened else "never opened")


@dataclass
class DiesAtStart:
    """Ends its process before it is ready."""

    def open(self) -> None:
        """Die."""
        os._exit(3)

    def __call__(self, item: Article | Failure) -> Made | Failure:
        """Never be called."""
        return Made(str(item))


@dataclass
class Unpicklable:
    """Returns what cannot be sent."""

    def __call__(self, item: Article | Failure) -> Made | Failure:
        """Return a function inside the result."""
        return Made("x", piece=lambda: item)  # type: ignore[arg-type]  # the point


@dataclass
class DiesAtFirst(Work):
    """Ends its process while it starts, as often as the number in the file *left* says."""

    left: str = ""

    def __init__(self, left: str) -> None:
        super().__init__()
        self.left = left

    def open(self) -> None:
        """Die, if there is a death left to die."""
        path = Path(self.left)
        deaths = int(path.read_text(encoding="utf-8"))
        if deaths:
            path.write_text(str(deaths - 1), encoding="utf-8")
            os._exit(9)
        super().open()
