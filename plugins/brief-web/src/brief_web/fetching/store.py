"""Keep answers in one SQLite file that two programs may use at once, and that may be lost."""

from __future__ import annotations

import os
import sqlite3
import sys
import weakref
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from warnings import warn

from brief import BriefWarning

from .answers import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "web.sqlite"
VERSION = 1
# Bytes of all answers together; the ones not used for the longest time go first.
LARGEST = 200_000_000
# Seconds to wait for another program that writes.
PATIENCE = 5.0
TABLE = """
CREATE TABLE IF NOT EXISTS answer (
    url TEXT PRIMARY KEY, used REAL, size INTEGER, status INTEGER, media_type TEXT,
    charset TEXT, etag TEXT, modified TEXT, location TEXT, fresh_until REAL, raw BLOB
) STRICT
"""
FIELDS = ", ".join(Answer._fields)
OVER = """
DELETE FROM answer WHERE url IN (
    SELECT url FROM (
        SELECT url, sum(size) OVER (ORDER BY used DESC, url ROWS UNBOUNDED PRECEDING) AS held
        FROM answer
    ) WHERE held > ?
)
"""


class Store:
    """The answers kept in *folder*; where they cannot be, one `BriefWarning`, and none are.

    May be used from any number of threads, and by any number of programs.
    """

    def __init__(self, folder: str = "", *, largest: int = LARGEST) -> None:
        self.path = Path(folder or default_folder()) / NAME
        self._largest = largest
        self._lock = Lock()
        self._held: sqlite3.Connection | None = None
        self._lost = False

    def get(self, url: str, now: float) -> Answer | None:
        """Return what is kept for *url*, and remember that it was used at *now*."""

        def found(held: sqlite3.Connection) -> Answer | None:
            row = held.execute(f"SELECT {FIELDS} FROM answer WHERE url = ?", (url,)).fetchone()  # noqa: S608  # our own names
            if row is None:
                return None
            held.execute("UPDATE answer SET used = ? WHERE url = ?", (now, url))
            return Answer(*row)

        return self._safely(found)

    def put(self, url: str, answer: Answer, now: float) -> None:
        """Keep *answer* for *url*, in the place of an earlier one and of the least used."""
        size = len(answer.raw) + len(url) + 500
        if size > self._largest:
            return

        def kept(held: sqlite3.Connection) -> None:
            marks = ", ".join("?" * (len(Answer._fields) + 3))
            held.execute(
                f"INSERT OR REPLACE INTO answer (url, used, size, {FIELDS}) VALUES ({marks})",  # noqa: S608  # our own names
                (url, now, size, *answer),
            )
            held.execute(OVER, (self._largest,))

        self._safely(kept)

    def drop(self, url: str) -> None:
        """Keep nothing for *url* any more."""

        def dropped(held: sqlite3.Connection) -> None:
            held.execute("DELETE FROM answer WHERE url = ?", (url,))

        self._safely(dropped)

    def _safely(self, act: Callable[[sqlite3.Connection], Answer | None]) -> Answer | None:
        """Return what *act* does with the file, or `None`, with a warning once, if it cannot."""
        with self._lock:
            if self._lost:
                return None
            try:
                held = self._opened()
                with held:
                    return act(held)
            except (sqlite3.Error, OSError, TypeError, ValueError) as error:
                self._lost = True
                why = " ".join(str(error).split())
        message = f"{self.path}: the cache is not used ({why}); delete it, or set --cache-dir"
        warn(message, BriefWarning, stacklevel=4)
        return None

    def _opened(self) -> sqlite3.Connection:
        if self._held is None:
            # What someone reads is no one else's business.
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = _opened(self.path)
            weakref.finalize(self, self._held.close)
        return self._held


def default_folder() -> str:
    """Return the folder of brief among the caches of this user."""
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or Path.home(), "brief", "cache")  # noqa: PTH118
    if sys.platform == "darwin":
        return str(Path.home() / "Library" / "Caches" / "brief")
    named = os.environ.get("XDG_CACHE_HOME", "")
    # The rule of XDG: a path that is not absolute is as good as none.
    return str((Path(named) if os.path.isabs(named) else Path.home() / ".cache") / "brief")  # noqa: PTH117


def _opened(path: Path) -> sqlite3.Connection:
    """Return the file opened, with its table. Raises `sqlite3.Error` for what is no such file."""
    held = sqlite3.connect(path, timeout=PATIENCE, check_same_thread=False)
    try:
        held.execute("PRAGMA journal_mode = WAL")
        held.execute("PRAGMA synchronous = NORMAL")
        with held:
            held.execute("BEGIN IMMEDIATE")
            _demand_version(held)
    except BaseException:
        held.close()
        raise
    return held


def _demand_version(held: sqlite3.Connection) -> None:
    """Make the table, anew where an earlier version of brief made it."""
    with closing(held.execute("PRAGMA user_version")) as cursor:
        version = cursor.fetchone()[0]
    if version > VERSION:
        raise sqlite3.DatabaseError("a later version of brief made it")
    if version < VERSION:
        held.execute("DROP TABLE IF EXISTS answer")
    held.execute(TABLE)
    held.execute(f"PRAGMA user_version = {VERSION}")
