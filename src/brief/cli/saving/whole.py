"""Write a file whole or not at all: through a temporary file in the same folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from stat import S_IMODE, S_ISREG

from brief.errors import OutputError

from .leftovers import create, name_in


class Occupied(OutputError):
    """A file of that name is there already, and was not to be replaced."""

    def __init__(self, path: str, others: int = 0) -> None:
        more, them = (f", and so are {others} more", "them") if others else ("", "it")
        super().__init__(f"{path}: is there already{more}; --force overwrites {them}")


def write(
    path: str,
    pieces: Iterable[bytes],
    *,
    force: bool = False,
    keep: Callable[[], bool] = lambda: True,
) -> None:
    """Write *pieces* to *path*: at no time is a part of them there under that name.

    *keep* is asked once all is written; if not, *path* stays as it was. Without *force* a file
    that another run has made meanwhile raises `Occupied`. A link is followed: the file that it
    leads to is replaced, and keeps its permissions. What is no regular file (`/dev/stdout`, a
    FIFO) is written directly.
    """
    try:
        if os.path.exists(path) and not is_file(path):
            with open(path, "wb") as out:  # noqa: PTH123
                out.writelines(pieces)
            return
        target = os.path.realpath(path)
    except (OSError, ValueError) as exc:
        raise failed(path, exc) from exc
    # Known before the file is there: whatever comes between, it goes again.
    name = name_in(os.path.dirname(target))  # noqa: PTH120
    try:
        with os.fdopen(create(name), "wb") as out:
            out.writelines(pieces)
            out.flush()
            os.fsync(out.fileno())
            if os.name == "nt":
                out.close()  # Windows renames no open file.
            # Elsewhere while it is open and locked: it must not be taken for a leftover.
            if keep():
                _put(name, target, force=force)
    except FileExistsError as exc:
        raise Occupied(path) from exc
    except (OSError, ValueError) as exc:
        raise failed(path, exc) from exc
    finally:
        with suppress(OSError, ValueError):  # It has its name, or was never there.
            os.unlink(name)  # noqa: PTH108


def is_file(path: str) -> bool:
    """Tell whether a regular file has the name *path*, or a link that leads nowhere."""
    try:
        return S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return os.path.lexists(path)
    except (OSError, ValueError) as exc:
        raise failed(path, exc) from exc


def failed(path: str, exc: Exception) -> OutputError:
    """Return the error that says why *path* cannot be written."""
    if isinstance(exc, UnicodeError):
        return OutputError(f"{path}: cannot be written: the system cannot spell this name")
    why = getattr(exc, "strerror", None) or str(exc)
    return OutputError(f"{path}: cannot be written: {why.lower()}")


def _put(name: str, target: str, *, force: bool) -> None:
    """Give the temporary file *name* its name, over what is there only with *force*."""
    if not force:
        try:
            os.link(name, target)
        except FileExistsError:
            raise
        except OSError:
            pass  # No links on this file system: the check before has to do.
        else:
            return
    # What was private stays private.
    with suppress(FileNotFoundError):
        os.chmod(name, S_IMODE(os.stat(target).st_mode) & 0o777)  # noqa: PTH101, PTH116
    os.replace(name, target)  # noqa: PTH105
