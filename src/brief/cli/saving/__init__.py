"""Save briefs: to one file, or to one each, under names people can read, never over an input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from brief.contracts import Made
from brief.model import Failure
from brief.plan import Plan
from brief.rendering import rendered

from .leftovers import clear
from .names import Names, is_many
from .reads import Reads
from .whole import Occupied, failed, is_file, write

__all__ = ["make_folder", "save", "settle"]


def save(
    output: str,
    run: Plan,
    made: Iterable[Made | Failure],
    *,
    inputs: Sequence[str],
    force: bool = False,
    kept: Sequence[str] = (),
) -> None:
    """Write the briefs to the file, folder or pattern *output*.

    Raises `OutputError` where it cannot be written, one of *inputs*, or of the other files
    *kept* that the run reads, would be overwritten, or a file is there already and *force*
    does not allow to replace it; `UsageError` for a pattern with an unknown field.
    """
    reads = Reads(run, inputs, kept)
    if is_many(output):
        names = Names(output, run.renderer.record.suffix)
        _save_each(names, run, made, reads, force=force)
    else:
        _save_all(output, run, made, reads, force=force)


def _save_all(
    path: str, run: Plan, made: Iterable[Made | Failure], reads: Reads, *, force: bool
) -> None:
    """Write one file with every brief, or none where there is no brief."""
    _check(path, reads, force=force)
    folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120  # a Path drops a leading "./"
    clear(folder)
    briefs = 0

    def counted() -> Iterator[Made | Failure]:
        nonlocal briefs
        for result in made:
            briefs += isinstance(result, Made)
            yield result

    # Where nothing could be briefed, what was there before is worth more than nothing.
    write(path, rendered(run, counted()), force=force, keep=lambda: briefs > 0)
    settle({folder})


def _save_each(
    names: Names, run: Plan, made: Iterable[Made | Failure], reads: Reads, *, force: bool
) -> None:
    """Write a file for each brief; a name that is taken costs its own brief and no other."""
    there: list[str] = []
    folders: set[str] = set()
    for result in made:
        path = names.path(result)
        if not path or isinstance(result, Failure):
            continue
        try:
            _check(path, reads, force=force)
            make_folder(os.path.dirname(path), folders)  # noqa: PTH120
            write(path, rendered(run, [result]), force=force)
        except Occupied:
            there.append(path)
    settle(folders)
    if there:
        raise Occupied(there[0], len(there) - 1)


def _check(path: str, reads: Reads, *, force: bool) -> None:
    """Raise `OutputError` if writing *path* would lose something, or be read by this very run."""
    # What is written is that file: a folder that is not there yet hides it behind a "..".
    target = os.path.realpath(path)
    if not (is_file(path) or is_file(target)):
        reads.refuse_new(path)
        return
    reads.refuse(path, target)
    if not force:
        raise Occupied(path)


def make_folder(folder: str, known: set[str]) -> None:
    """Make *folder* and those above it, and clear it of what killed runs have left."""
    if folder in known:
        return
    try:
        os.makedirs(folder or ".", exist_ok=True)  # noqa: PTH103
    except (OSError, ValueError) as exc:
        raise failed(folder, exc) from exc
    clear(folder or ".")
    known.add(folder)


def settle(folders: Iterable[str]) -> None:
    """See that new names outlive a power cut, once for each folder: it is slow.

    Not every system can do that for folders; the files are whole without it.
    """
    for folder in sorted(folders):
        with suppress(OSError):
            descriptor = os.open(folder or ".", os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
