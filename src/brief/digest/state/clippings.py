"""Keep briefs that were made, so that an article that stays as it is is briefed once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from brief.model import Brief

from .archived import Unwritable, archived, restored
from .database import transaction

if TYPE_CHECKING:
    from sqlite3 import Connection

# Bytes of all briefs kept, as they are stored; of one, as it is read back.
ROOM = 256 * 2**20
LARGEST = 64 * 2**20
# So many are written at once: each writing waits for the disk.
BATCH = 64


class Clippings:
    """The briefs kept in a state, in transactions of their own.

    Nothing here may fail a run, for what is not found is made anew: a file that is damaged or
    cannot be written ends the keeping, and no more. The oldest in use go first where there is
    no room.
    """

    def __init__(self, found: Connection, *, dry: bool, room: int = ROOM) -> None:
        self._found = found
        self._room = room
        self._reads = self._writes = True
        self._dry = dry
        self._new: dict[str, tuple[bytes, bytes]] = {}
        self._used: set[str] = set()

    def get(self, key: str) -> Brief | None:
        """Return the brief kept under *key*, if there is one and it is as it was written."""
        import sqlite3  # slow, and only a digest needs it

        packed = self._new.get(key)
        if packed is None and key and self._reads:
            try:
                row = self._found.execute(
                    "SELECT sha256, brief FROM briefs WHERE key = ?", (key,)
                ).fetchone()
            except sqlite3.Error:
                self._reads = False
                return None
            packed = row
        brief = _unpacked(*packed) if packed is not None else None
        if brief is not None:
            self._used.add(key)
        return brief

    def put(self, key: str, brief: Brief) -> None:
        """Keep *brief* under *key*, unless it holds what would not come back as it was."""
        if not key or self._dry or not self._writes:
            return
        try:
            self._new[key] = _packed(brief)
        except Unwritable:
            return
        if len(self._new) >= BATCH:
            self.write()

    def write(self) -> None:
        """Write what was put here and not written yet."""
        import sqlite3

        if self._dry or not self._writes or not (self._new or self._used):
            return
        try:
            with transaction(self._found):
                self._write()
        except sqlite3.Error:
            self._writes = False
        self._new.clear()
        self._used.clear()

    def _write(self) -> None:
        found = self._found
        (latest,) = found.execute("SELECT coalesce(max(used), 0) FROM uses").fetchone()
        new = [(key, *each) for key, each in self._new.items()]
        found.executemany("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", new)
        uses = [(key, latest + 1, len(packed)) for key, _, packed in new]
        found.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", uses)
        used = [(latest + 1, key) for key in sorted(self._used)]
        found.executemany("UPDATE uses SET used = ? WHERE key = ?", used)
        (size,) = found.execute("SELECT coalesce(sum(size), 0) FROM uses").fetchone()
        if size > self._room:
            self._clear(size - self._room)

    def _clear(self, excess: int) -> None:
        """Remove the briefs used longest ago until *excess* bytes are free."""
        going = []
        for key, size in self._found.execute("SELECT key, size FROM uses ORDER BY used, key"):
            if excess <= 0:
                break
            going.append((key,))
            excess -= size
        for table in ("briefs", "uses"):
            self._found.executemany(f"DELETE FROM {table} WHERE key = ?", going)  # noqa: S608


def _packed(brief: Brief) -> tuple[bytes, bytes]:
    """Return *brief* compressed, with the digest that a damaged file is found out by."""
    from zlib import compress  # only where briefs are kept

    text = archived(brief)
    return sha256(text).digest(), compress(text, 1)


def _unpacked(told: object, packed: object) -> Brief | None:
    from zlib import decompressobj, error

    if not isinstance(packed, bytes):
        return None
    try:
        text = decompressobj().decompress(packed, LARGEST)
    except error:
        return None
    return restored(text, Brief) if sha256(text).digest() == told else None
