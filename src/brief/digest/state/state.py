"""The state of a digest: what was shown, and the briefs kept, in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .clippings import Clippings
from .database import connected, in_words, transaction
from .showing import past_of, write_down
from .turn import turn

if TYPE_CHECKING:
    from sqlite3 import Connection

    from brief.digest.model import Digest
    from brief.model import Brief

    from .past import Past

# Seconds that a run waits for another one on the same state.
PATIENCE = 600.0


class State:
    """An open state. `brief` and `keep` may be used at any time, by any number of runs at once.

    From the first `past` on until it is closed, other runs wait at theirs: what they see then
    is what this run has shown.
    """

    def __init__(
        self,
        path: str,
        found: Connection,
        *,
        dry: bool,
        patience: float = PATIENCE,
        waiting: Callable[[str], None] | None = None,
    ) -> None:
        self.path = path
        self.dry = dry
        self._found = found
        self._patience, self._waiting = patience, waiting
        self._turn: Connection | None = None
        self._clippings = Clippings(found, dry=dry)

    def past(self) -> Past:
        """Return what earlier digests showed, when it is this run's turn (a dry one has none).

        Raises `OutputError` if other runs take longer than the patience of this one,
        `LoadError` if the file is damaged.
        """
        self._take_turn()
        with in_words(self.path):
            # One transaction: all of it is from before or after what another run writes.
            self._found.execute("BEGIN")
            try:
                return past_of(self._found)
            finally:
                self._found.execute("ROLLBACK")

    def commit(self, digest: Digest, *, moment: str) -> None:
        """Write down all that *digest* shows, as of *moment*: in one transaction, or not at all.

        To be called when the output is safely there. Where the state is dry, nothing is
        written. Raises `OutputError` if it cannot be written; it is then as it was before.
        """
        if self.dry:
            return
        self._take_turn()
        with in_words(self.path), transaction(self._found):
            write_down(self._found, digest, moment)

    def brief(self, key: str) -> Brief | None:
        """Return the brief kept under *key* (see `cache_key`), or nothing."""
        return self._clippings.get(key)

    def keep(self, key: str, brief: Brief) -> None:
        """Keep *brief* under *key*: it is written in a while, at the latest when closing.

        A brief that would not come back equal is not kept, nor any under an empty key.
        """
        self._clippings.put(key, brief)

    def close(self) -> None:
        """Write the briefs kept, and let other runs have their turn."""
        try:
            self._clippings.write()
        finally:
            self._found.close()
            if self._turn is not None:
                self._turn.close()

    def _take_turn(self) -> None:
        if self._turn is None and not self.dry:
            self._turn = turn(self.path, self._patience, self._waiting)


@contextmanager
def opened(
    path: str,
    *,
    dry: bool = False,
    patience: float = PATIENCE,
    waiting: Callable[[str], None] | None = None,
) -> Iterator[State]:
    """Open the state in the file *path*, made if it is not there, and close it at the end.

    With *dry*, nothing is changed and nobody waits. *patience* is how many seconds to wait for
    another run on it; *waiting* is told once if there is one. Raises `LoadError` for a file
    that is no state, is damaged, or is of a newer brief, `OutputError` where it cannot be
    written: before any work is done.
    """
    found = connected(path, dry=dry)
    state = State(path, found, dry=dry, patience=patience, waiting=waiting)
    try:
        yield state
    finally:
        state.close()
