"""Open the SQLite file of a state, and say in one line what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from brief.errors import BriefError, LoadError, OutputError

if TYPE_CHECKING:
    from sqlite3 import Connection

# How long, in seconds, one transaction may wait for another: each takes a moment.
PATIENCE = 60.0
VERSION = 1
# "brif": what tells a state from the database of another program.
OURS = 0x62726966

# Texts are BLOBs where they hold what UTF-8 cannot write: a path may. When a brief was used
# stands apart, for a row is written whole.
_TABLES = """
CREATE TABLE said (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (id TEXT PRIMARY KEY, story TEXT NOT NULL, sha256 TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX articles_of ON articles (story);
CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT NOT NULL, first TEXT NOT NULL,
  last TEXT NOT NULL, gone INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE failing (source TEXT PRIMARY KEY, days INTEGER NOT NULL, last TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE briefs (key TEXT PRIMARY KEY, sha256 BLOB NOT NULL, brief BLOB NOT NULL);
CREATE TABLE uses (key TEXT PRIMARY KEY, used INTEGER NOT NULL, size INTEGER NOT NULL)
  WITHOUT ROWID;
"""


def connected(path: str, *, dry: bool) -> Connection:
    """Return the database *path*, new if there is none, with the tables of a state in it.

    With *dry*, nothing is written: where there is no file, the state is empty and in memory.
    Raises `LoadError` for a file that is no state, is damaged, or is of a newer version;
    `OutputError` where it cannot be written.
    """
    import sqlite3  # slow, and only a digest needs it

    with in_words(path):
        if dry and not os.path.lexists(path):
            return _in_memory()
        _check_place(path, dry=dry)
        uri = f"{Path(path).absolute().as_uri()}?mode={'rw' if dry else 'rwc'}"
        found = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(found, path, dry=dry)
            if not dry or _version(found, path):
                return found
        except BaseException:
            found.close()
            raise
        found.close()
        return _in_memory()


def _in_memory() -> Connection:
    """Return an empty state that leaves nothing behind."""
    import sqlite3

    found = sqlite3.connect(":memory:", isolation_level=None)
    _make(found)
    return found


def _check_place(path: str, *, dry: bool) -> None:
    if os.path.isdir(path):
        raise OutputError(f"{path}: is a folder, and a state is a file")
    folder = os.path.dirname(path) or "."  # noqa: PTH120  # a Path drops a leading "./"
    if not os.path.isdir(folder):
        raise OutputError(f"{path}: no folder {folder!r} to keep the state in; make it first")
    # SQLite says so when something is written, which is when the digest is out.
    for each in () if dry else (path, folder):
        if os.path.lexists(each) and not os.access(each, os.W_OK):
            raise OutputError(f"{path}: the state cannot be kept: {each!r} may not be written")


def _prepare(found: Connection, path: str, *, dry: bool) -> None:
    """See that *found* is a state, whole, and make it one if it is empty."""
    # In memory, so that a killed run leaves no other file than the journal that undoes it.
    found.execute("PRAGMA temp_store = MEMORY")
    found.execute("PRAGMA synchronous = FULL")
    if not dry and _version(found, path) == 0:
        with transaction(found):
            # Another run may have been first.
            if _version(found, path) == 0:
                _make(found)
    for (said,) in found.execute("PRAGMA quick_check(1)"):
        if said != "ok":
            raise LoadError(_damaged(path, str(said)))
    if dry:
        found.execute("PRAGMA query_only = ON")


def _make(found: Connection) -> None:
    for statement in _TABLES.split(";"):
        found.execute(statement)
    found.execute(f"PRAGMA application_id = {OURS}")
    found.execute(f"PRAGMA user_version = {VERSION}")


def _version(found: Connection, path: str) -> int:
    """Return the version of the state, 0 for an empty file."""
    (mark,) = found.execute("PRAGMA application_id").fetchone()
    (version,) = found.execute("PRAGMA user_version").fetchone()
    (tables,) = found.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark == 0 and version == 0 and tables == 0:
        return 0
    if mark != OURS or version < 1:
        raise LoadError(_foreign(path))
    if version > VERSION:
        raise LoadError(
            f"{path}: is the state of a newer brief (version {version}, and this one reads "
            f"{VERSION}); upgrade brief, or name another file"
        )
    return cast(int, version)


@contextmanager
def transaction(found: Connection) -> Iterator[None]:
    """Do everything inside in one transaction, or nothing of it."""
    found.execute("BEGIN IMMEDIATE")
    try:
        yield
        found.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself where the disk is full.
        if found.in_transaction:
            found.execute("ROLLBACK")
        raise


@contextmanager
def in_words(path: str) -> Iterator[None]:
    """Turn what SQLite raises of the file *path* into an error of ours, in one line."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as exc:
        raise _told(path, exc) from exc
    except (OSError, ValueError) as exc:
        raise OutputError(f"{path}: the state cannot be opened: {exc}") from exc


def _told(path: str, exc: Exception) -> BriefError:
    # Missing where it is the module that objects, and not SQLite.
    code = getattr(exc, "sqlite_errorname", "").removeprefix("SQLITE_").partition("_")[0]
    if code == "NOTADB":
        return LoadError(_foreign(path))
    if code in ("CORRUPT", "ERROR", "MISMATCH", ""):
        return LoadError(_damaged(path, str(exc)))
    reasons = {
        "BUSY": "another run is writing it; run again when that is done",
        "FULL": "no room is left on the disk; make room, and run again",
        "READONLY": "it may not be written, or its folder may not",
        "PERM": "it may not be written",
        "CANTOPEN": "it cannot be opened; may it and its folder be read and written?",
    }
    return OutputError(f"{path}: the state cannot be used: {reasons.get(code, exc)}")


def _foreign(path: str) -> str:
    return f"{path}: is not a state that brief has written; name another file"


def _damaged(path: str, why: str) -> str:
    return (
        f"{path}: the state is damaged ({' '.join(why.split())}); put back a copy of it, or remove "
        "it and start anew: every story is new then"
    )
