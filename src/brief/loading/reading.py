"""Open a file or standard input for its bytes, or say in one line why that cannot be done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from stat import S_ISDIR, S_ISREG
from typing import Any, BinaryIO

from brief.errors import LoadError

STDIN = "-"


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """Open *source*, a regular file or "-", for its bytes, and close it afterwards.

    Raises `LoadError` for what is neither, may not be read, or fails while it is read.
    Standard input stays open.
    """
    try:
        if source == STDIN:
            yield _standard_input()
            return
        _demand_file(source)
        with open(source, "rb") as stream:  # noqa: PTH123  # a Path costs an import
            yield stream
    except OSError as error:
        raise LoadError(f"{source}: {(error.strerror or str(error)).lower()}") from error


def take(stream: BinaryIO, source: str, most: int, advice: str) -> bytes:
    """Return all that is left of *stream*, *most* bytes or fewer.

    Raises `LoadError`, with *advice*, where there is more.
    """
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise LoadError(f"{source}: larger than {most // 1_000_000} MB; {advice}")
    return raw


def lines_of(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield the lines of *stream* as they come.

    Of one longer than *most* bytes only the first *most* + 1 are given.
    """
    while line := stream.readline(most + 1):
        yield line
        while len(line) > most and not line.endswith(b"\n"):
            line = stream.readline(most + 1)


def digest(raw: bytes) -> str:
    """Return the SHA-256 of *raw* in hexadecimal digits."""
    found: str = _sha256()(raw).hexdigest()
    return found


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Return the hash as Python 3.12, or 3.11, has it by itself.

    `hashlib` brings OpenSSL along, which takes 5 ms; it is for a Python that has neither.
    """
    made: Callable[[bytes], Any] | None = None
    for module in ("_sha2", "_sha256", "hashlib"):
        with suppress(ImportError):
            made = made or import_module(module).sha256
    if made is None:
        raise ImportError("this Python has no SHA-256")
    return made


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise LoadError("-: there is no standard input; name a file")
    return sys.stdin.buffer


def _demand_file(source: str) -> None:
    """Raise `LoadError` for what would block, or has no bytes of its own."""
    try:
        mode = os.stat(source).st_mode  # noqa: PTH116  # a Path costs an import
    except ValueError as error:  # a NUL in the name
        raise LoadError(f"{source!r}: {error}") from error
    if S_ISDIR(mode):
        raise LoadError(f"{source}: a folder, not a file; name the files in it")
    if not S_ISREG(mode):
        raise LoadError(f"{source}: not a regular file; hand it in with: brief - < FILE")
