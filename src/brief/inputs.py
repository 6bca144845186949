"""Turn the inputs of a command line into sources: files of folders, matches of patterns."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from stat import S_ISDIR, S_ISREG

from .model import Failure
from .patterns import is_pattern, matches

STDIN = "-"
# What fails because there was nothing to do, not because something went wrong.
NO_MATCH = "no file matches the pattern"
NO_ARTICLE = "no article in this folder that a loader reads"
EMPTY = "empty: no text to brief"

HEAD = 4096
# More names than these are not looked through for the one that was meant.
NAMES = 1000
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

Accepts = Callable[[str, bytes], bool]


def expand(
    inputs: Sequence[str], accepts: Accepts, known: Collection[str] = ()
) -> Iterator[str | Failure]:
    """Yield the sources that *inputs* name, each once, in order, as they are found.

    "-", URLs and files are sources as they stand. A folder stands for the files below it
    that *accepts* takes by name and first bytes, a pattern (`*`, `?`, `[...]`, `**`) for
    its matches; both sorted by path, without hidden files and links that lead out. What
    names nothing is a `Failure`; *known* are the words (the commands) it may have meant.
    """
    seen: set[str] = set()
    for each in inputs:
        for found in _sources(each, accepts, known):
            if isinstance(found, Failure):
                yield found
                continue
            key = found if _is_stream(found) else os.path.realpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def first_bytes(source: str) -> bytes:
    """Return the first bytes of *source*, 4,096 at most, without using them up.

    Nothing for a URL, and for what is no regular file or cannot be read. On standard input
    this waits for its first bytes.
    """
    if source == STDIN:
        peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
        return bytes(peek(HEAD)[:HEAD]) if peek else b""
    if _is_stream(source):
        return b""
    try:
        # A pipe or a device would block.
        if not S_ISREG(os.stat(source).st_mode):  # noqa: PTH116  # a Path drops a leading "./"
            return b""
        with open(source, "rb") as stream:  # noqa: PTH123
            return stream.read(HEAD)
    except (OSError, ValueError):
        return b""


def _sources(given: str, accepts: Accepts, known: Collection[str]) -> Iterator[str | Failure]:
    """Yield the sources that one input names."""
    if _is_stream(given):
        yield given
        return
    try:
        mode = os.stat(given).st_mode  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError, ValueError):
        if is_pattern(given):
            yield from _matches(given, accepts)
        else:
            yield Failure(given, "load", missing(given, known))
    except OSError as error:
        yield Failure(given, "load", (error.strerror or str(error)).lower())
    else:
        yield from _below(given, accepts) if S_ISDIR(mode) else [given]


def _matches(pattern: str, accepts: Accepts) -> Iterator[str | Failure]:
    """Yield the files that *pattern* matches, and those in the folders it matches."""
    found = matches(pattern)
    if not found:
        yield Failure(pattern, "load", NO_MATCH)
    for path in found:
        yield from _below(path, accepts) if os.path.isdir(path) else [path]


def _below(folder: str, accepts: Accepts) -> Iterator[str | Failure]:
    """Yield the files below *folder* that *accepts* takes, sorted by path."""
    root = os.path.realpath(folder)
    waiting = [folder if folder.endswith("/") else folder + "/"]
    nothing = True
    while waiting:
        path = waiting.pop()
        if not path.endswith("/"):
            if accepts(path, first_bytes(path)):
                nothing = False
                yield path
            continue
        try:
            waiting += sorted(_visible(path, root), reverse=True)
        except OSError as error:
            nothing = False
            yield Failure(path.rstrip("/") or "/", "load", (error.strerror or str(error)).lower())
    if nothing:
        yield Failure(folder, "load", NO_ARTICLE)


def _visible(folder: str, root: str) -> Iterator[str]:
    """Yield the files in *folder*, and its folders with a "/" at the end.

    Links to folders are left alone: inside *root* the folder is found without, and outside
    is not what was asked for.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = folder + entry.name
            # A link that leads in circles is nobody's article, and must not hide the others.
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield path + "/"
                elif entry.is_file() and (not entry.is_symlink() or _is_inside(path, root)):
                    yield path


def _is_inside(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)


def _is_stream(source: str) -> bool:
    return source == STDIN or URL.match(source) is not None


def missing(given: str, known: Collection[str] = ()) -> str:
    """Say that there is no file *given*, and what may have been meant."""
    from .near import nearest

    if os.path.exists(given):
        return "a folder, not a file" if os.path.isdir(given) else "not a regular file"
    folder, name = os.path.split(given)
    try:
        with os.scandir(folder or ".") as entries:
            files = sorted(entry.name for entry in entries)[:NAMES]
    except (OSError, ValueError):
        files = []
    near = nearest(name, [*files, *(() if folder else known)]) if name else None
    if near is None:
        return "no such file"
    if near in files:
        path = f"{folder.rstrip('/')}/{near}" if folder else near
        return f"no such file, did you mean {path!r}?"
    return f"no such file, did you mean the command {near!r}?"
