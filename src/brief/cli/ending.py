"""Turn what ended a command into one line on standard error and an exit code."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING

import typer

from brief.errors import BriefError
from brief.near import nearest

from . import BUG, INTERRUPTED
from .report import Report
from .streams import ClosedPipe

if TYPE_CHECKING:
    from typer.core import TyperCommand

# typer 0.28 carries its own click and 0.24 needs another: the class is found, not imported.
UsageProblem: type[Exception] = typer.BadParameter.__mro__[2]
# What an output can do to whoever writes to it.
FULL = (errno.ENOSPC, errno.EIO, errno.EPIPE, errno.EBADF, errno.EDQUOT, errno.EFBIG)


def ended(exc: BaseException, command: TyperCommand, *, traceback: bool) -> int:
    """Tell in a line what *exc* means and return the exit code; *traceback* is for bugs."""
    report = Report()
    message, code = _told(exc, command)
    if code == BUG and traceback:
        from traceback import print_exception

        print_exception(exc, file=sys.stderr)
    if message:
        report.error(message)
    return code


def _told(exc: BaseException, command: TyperCommand) -> tuple[str, int]:
    if isinstance(exc, UsageProblem):
        return usage(exc, command), 2
    if isinstance(exc, BriefError):
        return str(exc), exc.exit_code
    if isinstance(exc, ClosedPipe):
        return "", 0
    if isinstance(exc, (KeyboardInterrupt, typer.Abort)):
        return "", INTERRUPTED
    if isinstance(exc, OSError) and exc.errno in FULL:
        # What typer prints itself (help, versions) goes to a full disk as any output may.
        return f"standard output: cannot be written: {(exc.strerror or '').lower()}", 1
    return f"internal error: {type(exc).__name__}: {exc}; -vv shows where", BUG


def usage(exc: BaseException, command: TyperCommand) -> str:
    """Return what is wrong with the command line in one line, with a near name."""
    message = str(getattr(exc, "message", "") or exc).split("\n")[0].rstrip(".")
    name = getattr(exc, "option_name", None)
    param = getattr(exc, "param", None)
    if name is not None and message.startswith("No such option"):
        ctx = getattr(exc, "ctx", None)
        params = (ctx.command if ctx else command).params
        known = [flag for each in params for flag in (*each.opts, *each.secondary_opts)]
        near = nearest(name, known)
        message = f"no such option {name!r}" + (f", did you mean {near!r}?" if near else "")
    elif not message and param is not None:
        message = f"missing {param.human_readable_name}"
    elif hasattr(exc, "format_message"):
        message = str(exc.format_message()).split("\n")[0].rstrip(".")
    message = (message[:1].lower() + message[1:]).replace(". Did you mean", ", did you mean")
    return f"{message}; see 'brief --help'" if "did you mean" not in message else message
