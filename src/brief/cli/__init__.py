"""The command line: what users type, see and get back as an exit code."""

from __future__ import annotations

import gc
import signal
import sys

INTERRUPTED = 130
# Seconds after which a run that was told to end, and goes on, is told again.
AGAIN = 5.0
BUG = 3

# Where each command is defined, and what it does in a line. Only the one that runs is
# imported and built: building all of them takes as long as importing typer.
HOMES = {
    "run": ("run", "Print the briefs of articles, or save them with -o."),
    "digest": ("digest", "Print or save one page of many sources: each story once."),
    "compare": ("compare", "Print what several outlets make of one story."),
    "verify": (
        "verify",
        "Check that what a saved brief quotes is in its source, at the offsets it gives.",
    ),
    "stages": (
        "inspect",
        "List the stages in the order they run, with owner, options and where each was set.",
    ),
    "plugins": ("plugins", "List, show, check or start plugins."),
    "config": (
        "inspect",
        "Print every setting as in brief.toml, with where its value comes from.",
    ),
    "schema": ("inspect", "Print the JSON Schema of what -f json prints."),
}


class Stop:
    """What ends a run from outside: Ctrl-C, a job out of time, a terminal that was closed.

    Handles those signals as Python does Ctrl-C, so that temporary files and workers go too. But
    what Python raises can get lost, in an import above all: so *number* keeps the signal, and
    a run looks at it between articles.
    """

    number = 0

    @property
    def exit_code(self) -> int:
        """What a shell reports of a program that the signal ended."""
        return 128 + self.number if self.number else INTERRUPTED

    def __call__(self, number: int, _frame: object) -> None:
        """Handle a signal, and once more in a while if the run goes on.

        Lost inside an import, it may leave a lock behind that a thread of ours waits for, and we
        for the thread.
        """
        self.number = self.number or number
        if hasattr(signal, "setitimer") and number != signal.SIGALRM:
            signal.setitimer(signal.ITIMER_REAL, AGAIN)
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise `KeyboardInterrupt` if it was raised before and got lost."""
        if self.number:
            raise KeyboardInterrupt


# One for the process, as signals are.
STOP = Stop()


def _unless_stopped(lost: sys.UnraisableHookArgs) -> None:
    """Say nothing of an interruption that Python could not pass on: it is not lost."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)


def main() -> None:
    """Run the command line and exit. The only place where errors become words."""
    # Nothing that a start makes is garbage, and looking for some takes a tenth of it.
    # `gathering.registry` switches it on again before any article is read.
    gc.disable()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # `nohup` and shells that put a job in the background have them ignored.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, STOP)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, STOP)
    sys.unraisablehook = _unless_stopped
    try:
        from .app import invoke  # typer is imported there, after the names above are set

        code = invoke(sys.argv[1:])
        sys.exit(STOP.exit_code if STOP.number else code)
    except KeyboardInterrupt:  # before or after the command itself
        sys.exit(STOP.exit_code)
    finally:
        # The process ends: nothing is worth collecting any more.
        gc.freeze()
