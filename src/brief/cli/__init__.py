"""The command line: what users type, see and get back as an exit code."""

from __future__ import annotations

import gc
import signal
import sys

INTERRUPTED = 130
BUG = 3

# Where each command is defined, and what it does in a line. Only the one that runs is
# imported and built: building all of them takes as long as importing typer.
HOMES = {
    "run": ("run", "Print the briefs of articles, or save them with -o."),
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

# Commands that later versions will have: not to be taken for files.
LATER = ("digest", "compare")


def main() -> None:
    """Run the command line and exit. The only place where errors become words."""
    # Nothing that a start makes is garbage, and looking for some takes a tenth of it.
    # `gathering.registry` switches it on again before any article is read.
    gc.disable()
    # A CI job that ran out of time, a terminal that was closed: as Ctrl-C, so that temporary
    # files and workers go too.
    ended: list[int] = []

    def end(number: int, _frame: object) -> None:
        ended.append(number)
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, end)
    try:
        from .app import invoke  # typer is imported there, after the names above are set

        code = invoke(sys.argv[1:])
        sys.exit(128 + ended[0] if ended else code)
    except KeyboardInterrupt:  # before or after the command itself
        sys.exit(128 + ended[0] if ended else INTERRUPTED)
    finally:
        # The process ends: nothing is worth collecting any more.
        gc.freeze()
