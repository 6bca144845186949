"""Show on a terminal how far a run is, once there is something to wait for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING

from brief.sanitise import shortened

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

# Whoever waits less than this many seconds, for no more articles than this, wants no progress.
PATIENCE, FEW = 1.0, 3
# Drawn no more often than the eye can follow, in seconds.
PAUSE = 0.1
NAME = 50
# Files that hold one article each, and those that hold one a line.
ONE = ("", ".txt", ".text", ".md", ".markdown", ".html", ".htm")
MANY = (".jsonl", ".ndjson")
# Counting more than that would itself be something to wait for.
LARGEST = 200_000_000


class Progress:
    """A bar on standard error that is gone whenever something else is written.

    *sources* says what is to be done, and is asked only when the bar is first shown.
    Nothing draws but `step` and `wait`, and neither does once `close` was called, so an
    interrupted run draws nothing. Any thread may call them.
    """

    def __init__(self, sources: Callable[[], list[str]], *, colour: bool = True) -> None:
        self._sources = sources
        self._colour = colour
        self._since = self._drawn = time.monotonic()
        self._done, self._failed = 0, 0
        self._total: int | None = None
        self._bar: Bar | None = None
        self._shown = self._closed = False
        # Reentrant: a signal may close what is being drawn.
        self._lock = RLock()

    def step(self, done: int, failed: int, name: str) -> None:
        """Show that *done* articles are done, *failed* of them failed, *name* the last."""
        self._done, self._failed = done, failed
        if done >= FEW:
            self._draw(name)

    def wait(self, source: str) -> None:
        """Show that *source* is waited for."""
        self._draw(f"waiting for {source}")

    def hide(self) -> None:
        """Take the bar away, and give the cursor back."""
        with self._lock:
            if self._shown and self._bar is not None:
                try:
                    self._bar.stop()
                finally:
                    self._bar.console.show_cursor()
                    self._shown = False

    def close(self) -> None:
        """Take the bar away for good."""
        with self._lock:
            self._closed = True
            self.hide()

    def _draw(self, name: str) -> None:
        """Draw the bar with what it says behind it, unless it is too early or too soon for it."""
        now = time.monotonic()
        with self._lock:
            if self._closed or now - self._since < PATIENCE or now - self._drawn < PAUSE:
                return
            self._drawn = now
            bar = self._bar = self._bar or self._made()
            # More than were counted: then the count was wrong, and no end is known.
            known = self._total if self._total is not None and self._total >= self._done else None
            done = f"{self._done} articles" if self._done != 1 else "1 article"
            bar.update(
                bar.task_ids[0],
                completed=self._done,
                total=known,
                of=done if known is None else f"{self._done} of {known} articles",
                failed=f"{self._failed} failed" if self._failed else "",
                name=shortened(name, NAME),
            )
            if not self._shown:
                # Said first: whoever is interrupted while it starts still gets the cursor back.
                self._shown = True
                bar.start()
            bar.refresh()

    def _made(self) -> Bar:
        """Return the bar, once it is known how much there is to do."""
        self._total = total(self._sources())
        made = _bar(self._colour, known=self._total is not None)
        made.add_task("", total=self._total, failed="", name="", of="")
        return made


def total(sources: list[str]) -> int | None:
    """Return how many articles *sources* hold, or None where that is not known beforehand."""
    count = 0
    for source in sources:
        suffix = os.path.splitext(source)[1].lower()  # noqa: PTH122  # as everywhere
        if suffix in ONE and source != "-" and "://" not in source:
            count += 1
        elif suffix in MANY:
            lines = _lines(source)
            if lines is None:
                return None
            count += lines
        else:
            return None
    return count


def _lines(path: str) -> int | None:
    """Return how many lines of a file hold something; None where that is not told quickly."""
    with suppress(OSError):
        if os.path.isfile(path) and os.path.getsize(path) <= LARGEST:
            with open(path, "rb") as file:  # noqa: PTH123  # a Path drops a leading "./"
                return sum(not line.isspace() for line in file)
    return None


def _bar(colour: bool, *, known: bool) -> Bar:
    """Return a bar of rich that draws only when it is told to."""
    from rich.console import Console  # slow: 0.1 s, and most runs are over before that
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    return Bar(
        BarColumn(20, style="dim", complete_style="cyan", finished_style="cyan"),
        TextColumn("{task.fields[of]}", markup=False),
        TextColumn("{task.fields[failed]}", style="red", markup=False),
        *((TimeRemainingColumn(), TextColumn("left")) if known else ()),
        # One line: what does not fit is left out.
        TextColumn(
            "{task.fields[name]}",
            style="dim",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1),
        ),
        console=Console(file=sys.stderr, highlight=False, no_color=not colour or None),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
        expand=True,
    )
