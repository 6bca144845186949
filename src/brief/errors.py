"""What can go wrong in a way the user can mend, and the exit code each wrong thing ends with.

    BriefError           1
    |-- LoadError        1  a source cannot be read
    |-- StageError       1  a stage broke its contract on one article
    |-- OutputError      1  a brief cannot be written
    |-- VerifyError      1  a brief is not what its source says
    |-- UsageError       2  the command line is off
    |-- ConfigError      2  a setting is unknown or has a wrong value
    |-- PluginError      2  a plugin is missing, clashes or waits for itself
    `-- NothingToDo      5  no file matched, or every input was empty

Anything else that is raised is a bug in brief (exit code 3).
"""

from __future__ import annotations

# How much of what a plugin's exception says is told: some quote the whole article.
LONGEST = 300


class BriefError(Exception):
    """The base of all errors that are told to the user in one line."""

    exit_code = 1


class BriefWarning(UserWarning):
    """Something a program that calls brief should know: a plugin that is broken, a vain setting."""


class LoadError(BriefError):
    """A source cannot be read."""


class StageError(BriefError):
    """A stage broke its contract on one article."""


class OutputError(BriefError):
    """A brief cannot be written where it should go."""


class VerifyError(BriefError):
    """A brief file cannot be held against its source."""


class UsageError(BriefError):
    """The command line cannot be carried out as it stands."""

    exit_code = 2


class ConfigError(BriefError):
    """A setting is unknown or has a wrong value."""

    exit_code = 2


class PluginError(BriefError):
    """A plugin that was asked for is missing, or plugins contradict each other."""

    exit_code = 2


class NothingToDo(BriefError):
    """There is no article to brief."""

    exit_code = 5


def in_a_line(exc: BaseException) -> str:
    """Return what *exc* says in one line, with its type unless it is one of ours.

    Whatever a plugin raises: an exception may fail to say what it is.
    """
    try:
        words = " ".join(str(exc).split())
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  # a plugin's __str__ may exit
        words = "it cannot say why"
    if isinstance(exc, BriefError):
        return words
    if len(words) > LONGEST:
        words = f"{words[:LONGEST]}…"
    if isinstance(exc, RecursionError):
        return "RecursionError: it called itself too deeply"
    return f"{type(exc).__name__}: {words}" if words else type(exc).__name__
