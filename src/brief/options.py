"""Set the options of a record: the fields of the frozen dataclass that it calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, get_args, get_origin, get_type_hints

from .errors import BriefError, ConfigError, PluginError, in_a_line
from .near import did_you_mean
from .value import NamedTuple

_Run = TypeVar("_Run")


class Given(NamedTuple):
    """A value that a user set, and where: "brief.toml", "BRIEF_LENGTH", "--length"."""

    value: object
    origin: str


def options_of(run: object) -> dict[str, object]:
    """Return the options of *run* with their values; a plain function has none."""
    if isinstance(run, type) or not is_dataclass(run):
        return {}
    return {field.name: getattr(run, field.name) for field in fields(run) if field.init}


def configure(what: str, run: _Run, given: Mapping[str, Given]) -> _Run:
    """Return *run* with the *given* options; *what* names it in errors ("stage 'lead'"),
    or is empty where the origin says enough.

    Raises `ConfigError` for an option that does not exist or a value of another type.
    """
    if not given:
        return run
    known = options_of(run)
    for name, each in given.items():
        if name not in known:
            hint = did_you_mean(name, known) if known else "; it has none"
            raise ConfigError(f"{each.origin}: {what} has no option {name!r}{hint}")
    try:
        types = get_type_hints(type(run))
    except Exception as exc:  # a name, an attribute, or its grammar
        raise PluginError(
            f"{what}: its option types cannot be read: {in_a_line(exc)}; "
            "import them at the top of the module"
        ) from exc
    values = {name: _fitting(what, name, types[name], each) for name, each in given.items()}
    origins = ", ".join(dict.fromkeys(each.origin for each in given.values()))
    try:
        # `options_of` has shown that run is an instance of a dataclass.
        return replace(run, **values)  # type: ignore[type-var]
    except (BriefError, ValueError, TypeError) as exc:
        where = f"{origins}: {what}" if what else origins
        raise ConfigError(f"{where}: {exc}") from exc


def _fitting(what: str, name: str, wanted: object, given: Given) -> object:
    """Return the given value as the type the field wants, or raise `ConfigError`."""
    value = given.value
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if get_origin(wanted) is tuple and isinstance(value, (list, tuple)):
        inner = get_args(wanted)[0]
        if all(_is_a(each, inner) for each in value):
            return tuple(value)
    elif get_origin(wanted) is not tuple and _is_a(value, wanted):
        return value
    example = ' such as ["a", "b"]' if get_origin(wanted) is tuple else ""
    must = f"{type_name(wanted)}{example}"
    raise ConfigError(f"{given.origin}: {what}: {name} must be {must}, not {value!r}")


def _is_a(value: object, wanted: object) -> bool:
    """Tell whether *value* is of the type *wanted*: a class, a union or a Literal."""
    if isinstance(wanted, type) and get_origin(wanted) is None:
        return isinstance(value, wanted) and isinstance(value, bool) == (wanted is bool)
    args = get_args(wanted)
    return any(value == arg if not isinstance(arg, type) else _is_a(value, arg) for arg in args)


def type_name(wanted: object) -> str:
    """Return the name of a field's type as a user would say it."""
    plain = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
    if isinstance(wanted, type) and wanted in plain:
        return plain[wanted]
    if get_origin(wanted) is tuple:
        return "a list"
    return " or ".join(repr(arg) for arg in get_args(wanted)) or str(wanted)
