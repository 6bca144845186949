"""Run brief, and kill it with SIGKILL just before the N-th thing that it does to a file.

    python tests/bench/digest_points.py N digest ARTICLES -o PATH

What counts is every call that opens, writes, brings to the disk, names or removes a file, or
hands SQLite a statement, in the order in which the run makes them. With N = 0 the run ends by
itself, and prints their number as the last line of standard error. brief knows nothing of it:
the interpreter tells of the calls.
"""

from __future__ import annotations

import os
import posix
import signal
import sys
from types import FrameType
from typing import Any

from brief.cli import main as brief

POSIX = {"open", "write", "fsync", "replace", "link", "unlink", "chmod", "mkdir"}
# Of files and databases, by the module of their types.
METHODS = {
    "_io": {"write", "writelines", "flush", "close"},
    "sqlite3": {"execute", "executemany", "close"},
}


class Kill:
    """Counts what a run does to files; the thing with the number *last* it does not live to do."""

    def __init__(self, last: int) -> None:
        self.last, self.count = last, 0

    def __call__(self, _frame: FrameType, event: str, called: Any) -> None:
        """Look at a call of a built-in function."""
        if event == "c_call" and _touches(called):
            self.count += 1
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)


def _touches(called: Any) -> bool:
    name, owner = called.__name__, called.__self__
    if owner is posix:
        return name in POSIX
    return name in METHODS.get(type(owner).__module__, ())


def main() -> None:
    """Run the command that stands behind N."""
    kill = Kill(int(sys.argv[1]))
    sys.argv = ["brief", *sys.argv[2:]]
    sys.setprofile(kill)
    try:
        brief()
    finally:
        sys.setprofile(None)
        print(kill.count, file=sys.stderr)


if __name__ == "__main__":
    main()
