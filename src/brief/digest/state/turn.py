"""Let runs on one state take turns, so that each sees what the one before has shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from brief.errors import OutputError

from .database import in_words

if TYPE_CHECKING:
    from sqlite3 import Connection

# Seconds between two looks at whether it is our turn: as long as Ctrl-C may have to wait.
LOOK = 0.2


def turn(path: str, patience: float, waiting: Callable[[str], None] | None = None) -> Connection:
    """Wait for the other runs on the state *path*, and return what holds the turn until closed.

    It is a lock of SQLite on the empty file `PATH-lock`, for the state itself is written in
    between: the system lets go of it however a run ends, and it works wherever the state does.
    *waiting* is told once that there is something to wait for. Raises `OutputError` after
    *patience* seconds.
    """
    import sqlite3  # slow, and only a digest needs it
    from time import monotonic

    # By whatever name the state is reached: one lock for all.
    held = f"{os.path.realpath(path)}-lock"
    until = monotonic() + patience
    with in_words(held):
        lock = sqlite3.connect(held, isolation_level=None, timeout=min(LOOK, patience))
        try:
            while True:
                try:
                    lock.execute("BEGIN EXCLUSIVE")
                    return lock
                except sqlite3.OperationalError as exc:
                    # The lowest byte says what it is, the others where it came up.
                    if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                        raise
                if monotonic() >= until:
                    raise OutputError(
                        f"{path}: another run has been at work on this state for "
                        f"{patience:.0f} seconds; run again when it is done"
                    )
                if waiting is not None:
                    waiting(f"waiting for another run on {path}")
                    waiting = None
        except BaseException:
            lock.close()
            raise
