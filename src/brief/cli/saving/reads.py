"""Know the files that a run reads, by whatever name, so that none of them is overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from brief.errors import OutputError
from brief.inputs import STDIN, first_bytes
from brief.options import options_of
from brief.patterns import is_pattern, matches
from brief.plan import Plan
from brief.reading import willing

# What makes a file this one and no other, whatever it is called: device and number.
Identity = tuple[int, int]


class Reads:
    """The files that the inputs of a run stand for, and what else it reads.

    They are looked up once, when the first file to write is there already: most runs have none.
    """

    def __init__(self, run: Plan, inputs: Sequence[str], others: Sequence[str]) -> None:
        self._run = run
        self._inputs = inputs
        self._others = others

    def refuse(self, path: str, target: str) -> None:
        """Raise `OutputError` if *target*, the file that *path* leads to, is one the run reads."""
        found = _identity(target)
        if found in self._files:
            raise OutputError(f"{path}: is an input, and is not overwritten")
        if self._is_in_a_folder(target):
            raise OutputError(
                f"{path}: is an input, for its folder is one, and is not overwritten; "
                "save to another folder"
            )
        if found in self._settings:
            raise OutputError(f"{path}: is read by this run, and is not overwritten")

    def refuse_new(self, path: str) -> None:
        """Raise `OutputError` if a file *path* would be read as an article, now or next time."""
        if self._is_in_a_folder(path):
            raise OutputError(
                f"{path}: would be read as an article, for its folder is an input; "
                "save to another folder"
            )

    @cached_property
    def _given(self) -> list[str]:
        """The inputs, patterns as what they match."""
        given: list[str] = []
        for source in self._inputs:
            found = matches(source) if is_pattern(source) and not os.path.exists(source) else []
            given += found or [source]
        return given

    @cached_property
    def _files(self) -> set[Identity]:
        return set(_identities(self._given))

    @cached_property
    def _folders(self) -> set[Identity]:
        return set(_identities(filter(os.path.isdir, self._given)))

    @cached_property
    def _settings(self) -> set[Identity]:
        """Configuration, plugins, and files that an option names: templates, word lists."""
        run = self._run
        records = [
            *(owned.record.run for owned in run.stages),
            *(owned.record.run for owned in run.reading.loaders),
            run.renderer.record.run,
            run.executor.record.run,
        ]
        options = [option for each in records for option in options_of(each).values()]
        words = [option for option in options if isinstance(option, str) and option]
        return set(_identities([*self._others, *words]))

    def _is_in_a_folder(self, path: str) -> bool:
        """Tell whether *path* is below a folder that is an input, and read as a part of it."""
        if not self._folders:
            return False
        real = Path(path).resolve()
        for here in (real, *real.parents):
            if here.name.startswith("."):
                return False  # Hidden files are not read.
            if _identity(str(here.parent)) in self._folders:
                start = first_bytes(path)
                loaders = self._run.reading.loaders
                return any(willing(owned, path, start) for owned in loaders)
        return False


def _identities(paths: Iterable[str]) -> Iterator[Identity]:
    return (found for path in paths if (found := _identity(path)) is not None)


def _identity(path: str) -> Identity | None:
    """Return what file *path* is, links followed; none if it is none."""
    try:
        # What is piped in may be a file too: brief < article.txt -o article.txt
        found = os.fstat(0) if path == STDIN else os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
