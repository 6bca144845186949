"""Every setting of a run: its name, type, default and meaning."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from .contracts import Phase
from .errors import ConfigError
from .near import did_you_mean
from .options import Given
from .value import NamedTuple

Kind = Literal["text", "flag", "number", "count", "share", "names", "paths", "choice"]


class Setting(NamedTuple):
    """A setting: *name* is its key in `brief.toml` and, with dashes, its long option.

    *choices* are the values of a choice. The environment sets it as `BRIEF_NAME`.
    """

    name: str
    kind: Kind
    default: object
    help: str
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "BRIEF_" + self.name.replace("-", "_").upper()


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("format", "text", "", "output format; else by the suffix of -o, else text"),
        Setting("template", "text", "", "template (Jinja) to fill; sets the format to template"),
        Setting("length", "text", "", "summary length: 3 (sentences), 20% or 80w (words)"),
        Setting("depth", "choice", "short", "how much to say", ("tldr", "short", "full")),
        Setting("focus", "text", "", "terms the summary should lean towards"),
        Setting("trim", "flag", True, "leave 'However,' out of the summary, put names in"),
        Setting("lang", "text", "", "language of the articles, as a code of ISO 639-1 (en, de)"),
        Setting("date", "text", "", "the day of the run, YYYY-MM-DD; default today"),
        Setting("tz", "text", "UTC", "time zone of times that name none (IANA name)"),
        Setting("encoding", "text", "", "encoding of the inputs, instead of finding it out"),
        Setting("jobs", "number", 1, "how many articles are worked on at once"),
        Setting("positions", "flag", True, "find who takes which position"),
        Setting("max-positions", "count", None, "show at most so many statements of a party"),
        Setting("min-confidence", "share", 0.0, "show no statement that is less sure, 0 to 1"),
        Setting("skip", "names", (), "stages to leave out"),
        Setting("plugins", "names", None, "the only plugins to load; default all installed"),
        Setting("strict", "flag", False, "exit 1 on any notice"),
        Setting("fail-fast", "flag", False, "stop at the first input that fails"),
        Setting("why", "flag", False, "say why each line was chosen"),
        Setting("show-removed", "flag", False, "list what was cut from the article"),
        Setting("with-text", "flag", False, "put the article's text into JSON"),
        Setting("color", "choice", "auto", "colour the output", ("auto", "always", "never")),
        Setting("offline", "flag", False, "never use the network, whatever a plugin offers"),
        Setting("cache-dir", "text", "", "where plugins may keep what they fetched"),
        Setting("allow-private", "flag", False, "let plugins fetch from private addresses"),
    )
}

# What `[digest]` may set, beside its sections.
DIGEST = {
    setting.name: setting
    for setting in (
        Setting("title", "text", "", "what the digest is called"),
        Setting("since", "text", "", "how far back it looks: 24h, 7d, last, or a day"),
        Setting("max-stories", "number", None, "at most so many stories"),
        Setting("stories", "flag", True, "join articles about one event"),
        Setting("state", "text", "", "the file that remembers what was shown"),
        Setting("output", "paths", (), "the file or folder/ to write, or a list of them"),
        Setting("mail-to", "names", (), "who gets it with --send"),
        Setting("mail-from", "text", "", "who it is from"),
    )
}
SECTIONS = "sections"

# What `[use]` chooses by name: a stage for a phase, the loader of every input, the executor.
USES = (*(phase.value for phase in Phase if phase.chooses), "loader", "executor")
KINDS = ("stage", "loader", "renderer", "executor")


def setting(name: str, origin: str) -> Setting:
    """Return the setting of that *name*; raises `ConfigError` with a near name."""
    if name not in SETTINGS:
        known = [*SETTINGS, "use", *KINDS]
        raise ConfigError(f"{origin}: no setting {name!r}{did_you_mean(name, known)}")
    return SETTINGS[name]


def _number(kind: Kind, value: object) -> int | float | None:
    """Return *value* if it is a number of that *kind*, a share as a `float`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if kind == "share":
        return float(value) if 0 <= value <= 1 else None
    least = 1 if kind == "number" else 0
    return value if isinstance(value, int) and value >= least else None


def checked(wanted: Setting, given: Given) -> object:
    """Return the given value if it is one for *wanted*, names as a tuple.

    Raises `ConfigError` that says where the value was set and what it must be.
    """
    value, kind = given.value, wanted.kind
    value = (value,) if kind == "paths" and isinstance(value, str) else value
    if kind == "flag" and isinstance(value, bool):
        return value
    if kind in ("number", "count", "share"):
        number = _number(kind, value)
        if number is not None:
            return number
    elif kind in ("names", "paths") and isinstance(value, (list, tuple)):
        if all(isinstance(each, str) for each in value):
            return tuple(value)
    elif kind == "choice" and isinstance(value, str):
        if value in wanted.choices:
            return value
        hint = did_you_mean(value, wanted.choices)
        raise ConfigError(f"{given.origin}: no {wanted.name} {value!r}{hint}")
    elif kind == "text" and isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    elif kind == "text" and hasattr(value, "isoformat"):  # a date as TOML writes it
        return str(value.isoformat())
    needs = {
        "flag": "true or false",
        "number": "a whole number of at least 1",
        "count": "a whole number, 0 or more",
        "share": "a number from 0 to 1",
        "names": "a list of names",
        "paths": "a path or a list of paths",
        "choice": f"one of {', '.join(wanted.choices)}",
        "text": "text",
    }
    raise ConfigError(f"{given.origin}: {wanted.name} must be {needs[kind]}, not {value!r}")


def from_words(wanted: Setting, words: str) -> object:
    """Return the value that *words* mean where only text can be given (the environment)."""
    if wanted.kind == "flag":
        known = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        return known.get(words.strip().lower(), words)
    if wanted.kind in ("number", "count") and words.strip().isdecimal():
        return int(words)
    if wanted.kind == "share":
        with suppress(ValueError):
            return float(words)
    if wanted.kind == "names":
        return tuple(name.strip() for name in words.split(",") if name.strip())
    return words
