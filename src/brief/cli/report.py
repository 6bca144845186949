"""Tell people on standard error what went wrong, one line each, and how far a run is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from brief.sanitise import shortened

from .streams import is_terminal

if TYPE_CHECKING:
    from brief.model import Failure

    from .progress import Progress

# A name may be as long as the system allows, and an error still has to be read.
LONGEST = 2000


class Report:
    """Standard error: errors always, warnings unless *quiet*, progress on a terminal only."""

    def __init__(self, *, quiet: bool = False, verbose: int = 0) -> None:
        self.verbose = verbose
        self.quiet = quiet
        self._bar: Progress | None = None

    def expect(self, sources: Callable[[], list[str]], *, colour: bool) -> None:
        """Get ready to show progress, if somebody is there to see it; *sources* are to be done."""
        # Tracebacks come from wherever something fails, and would run into the bar.
        shown = not self.quiet and self.verbose < 2
        if shown and is_terminal(2) and os.environ.get("TERM") != "dumb":
            from .progress import Progress  # for people alone

            self._bar = Progress(sources, colour=colour)

    def error(self, message: str) -> None:
        """Print one error line."""
        self._line(message)

    def warning(self, message: str) -> None:
        """Print one warning line, unless the user wants quiet."""
        if not self.quiet:
            self._line(f"warning: {message}")

    def detail(self, message: str) -> None:
        """Print one line for those who asked for more with -v."""
        if self.verbose:
            self._line(message)

    def say(self, message: str) -> None:
        """Print one line that is no warning, unless the user wants quiet."""
        if not self.quiet:
            self._line(message)

    def failure(self, failure: Failure) -> None:
        """Print why a source gave no brief."""
        step = "" if failure.step == "load" else f"{failure.step}: "
        self._line(f"{failure.source}: {step}{failure.reason}")

    def progress(self, done: int, failed: int, name: str) -> None:
        """Show how many articles are done, if someone is waiting."""
        if self._bar is not None:
            self._bar.step(done, failed, name)

    def waiting(self, source: str) -> None:
        """Show which address is waited for; may be called from any thread."""
        if self._bar is not None:
            self._bar.wait(source)

    def close(self) -> None:
        """Take the progress away for good."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def hide(self) -> None:
        """Take the progress away: something else is about to be written."""
        if self._bar is not None:
            self._bar.hide()

    def _line(self, message: str) -> None:
        self.hide()
        # One line whatever a file is called: names are not ours.
        sys.stderr.write(f"brief: {shortened(message, LONGEST)}\n")
        sys.stderr.flush()
