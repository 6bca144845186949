"""Make temporary files that a later run can tell from those of a run that was killed."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from stat import S_ISREG
from time import sleep

# Hidden, and of one shape: what has it is ours to remove.
NAME = re.compile(r"\.brief-[0-9a-f]{16}\.tmp")
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
OLD = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def name_in(folder: str) -> str:
    """Return a path in *folder* for a new temporary file."""
    return os.path.join(folder, f".brief-{os.urandom(8).hex()}.tmp")  # noqa: PTH118


def create(path: str) -> int:
    """Return the new file *path*, open for writing.

    It is locked while it is open: the system lets go of the lock when the process ends,
    however it ends.
    """
    while True:
        # Permissions are what the umask, or the folder, leaves of these.
        descriptor = os.open(path, NEW, 0o666)
        if _locked(descriptor) and os.fstat(descriptor).st_nlink:
            return descriptor
        os.close(descriptor)
        # Another run came between the two steps, took it for a leftover, and removes it.
        while os.path.lexists(path):
            sleep(0.001)


def clear(folder: str) -> None:
    """Remove the temporary files in *folder* that nobody writes any more."""
    try:
        import fcntl  # noqa: F401  # not on Windows, where they stay
    except ImportError:
        return
    with suppress(OSError), os.scandir(folder) as entries:
        for path in [entry.path for entry in entries if NAME.fullmatch(entry.name)]:
            with suppress(OSError):
                _remove(path)


def _remove(path: str) -> None:
    descriptor = os.open(path, OLD)
    try:
        # A FIFO of that name is nothing of ours.
        if S_ISREG(os.fstat(descriptor).st_mode) and _locked(descriptor, otherwise=False):
            os.unlink(path)  # noqa: PTH108
    finally:
        os.close(descriptor)


def _locked(descriptor: int, *, otherwise: bool = True) -> bool:
    """Lock the file and tell whether that went; *otherwise* is said where there are no locks."""
    try:
        import fcntl
    except ImportError:
        return otherwise
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return otherwise
    return True
