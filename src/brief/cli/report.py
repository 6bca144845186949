"""Tell people on standard error what went wrong, one line each, and how far a run is."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from brief.sanitise import shortened

from .streams import is_terminal

if TYPE_CHECKING:
    from brief.model import Failure

# Whoever waits less than this wants no progress.
PATIENCE = 1.0
# A name may be as long as the system allows, and an error still has to be read.
LONGEST = 2000


class Report:
    """Standard error: errors always, warnings unless *quiet*, progress on a terminal only."""

    def __init__(self, *, quiet: bool = False, verbose: int = 0) -> None:
        self.verbose = verbose
        self.quiet = quiet
        self._progress = is_terminal(2) and not is_terminal(1) and not quiet
        self._since = time.monotonic()
        self._shown = False

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

    def failure(self, failure: Failure) -> None:
        """Print why a source gave no brief."""
        step = "" if failure.step == "load" else f"{failure.step}: "
        self._line(f"{failure.source}: {step}{failure.reason}")

    def progress(self, done: int) -> None:
        """Show how many articles are done, if someone is waiting."""
        if self._progress and time.monotonic() - self._since > PATIENCE:
            sys.stderr.write(f"\r{done} articles ")
            sys.stderr.flush()
            self._shown = True

    def done(self) -> None:
        """Take the progress away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False

    def _line(self, message: str) -> None:
        self.done()
        # One line whatever a file is called: names are not ours.
        sys.stderr.write(f"brief: {shortened(message, LONGEST)}\n")
        sys.stderr.flush()
