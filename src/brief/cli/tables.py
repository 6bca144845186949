"""Line up the columns of a table: wrapped for a terminal, a row a line for `grep`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from brief.sanitise import one_line

from .streams import is_terminal

# The last column is not made narrower: below that, each row becomes a small block.
NARROWEST = 16
# What parts the groups of a last column; on a terminal each group starts a line.
GROUPS = "; "


def table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Return *rows* with their columns lined up.

    On a terminal the last column is wrapped, or stands below the others where it is narrow;
    else a row is a line, so that `grep` works.
    """
    # Asked at once: later, while lines are written, file descriptor 1 is another.
    return _lined_up(rows, columns())


def columns() -> int:
    """Return how wide the terminal is that standard output goes to; 0 if it goes elsewhere."""
    return os.get_terminal_size(1).columns if is_terminal(1) else 0


def _lined_up(rows: Iterable[tuple[str, ...]], width: int) -> Iterator[str]:
    cells = [tuple(one_line(cell) for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    margin = sum(widths[:-1]) + 2 * len(widths[:-1])
    if width and width - margin < min(NARROWEST, widths[-1]):
        yield from _blocks(cells, width)
        return
    for row in cells:
        first, *more = _wrapped(row[-1], width - margin) if width else [row[-1]]
        lined = (*row[:-1], first)
        yield "  ".join(c.ljust(w) for c, w in zip(lined, widths, strict=True)).rstrip()
        yield from (" " * margin + line for line in more)


def _blocks(cells: Iterable[tuple[str, ...]], width: int) -> Iterator[str]:
    """Yield each row as a line of its own with the last column below it."""
    for row in cells:
        yield from wrapped("  ".join(filter(None, row[:-1])), width, further="  ")
        if row[-1]:
            yield from (f"    {line}" for line in _wrapped(row[-1], width - 4))


def _wrapped(text: str, room: int) -> list[str]:
    """Return the groups of a cell, each from a line of its own on."""
    groups = text.replace(GROUPS, f"{GROUPS}\n").split("\n")
    return [line for group in groups for line in wrapped(group.strip(), room)] or [""]


def wrapped(text: str, room: int, *, first: str = "", further: str = "") -> list[str]:
    """Return the lines of *text*, at most *room* wide where its words allow it."""
    if len(first) + len(text) <= room:
        return [first + text]
    from textwrap import wrap  # slow: 2 ms, and few commands need it

    return wrap(
        text,
        room,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
