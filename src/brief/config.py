"""Read a recipe from its sources: defaults < config file < environment < flags."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from os.path import isfile  # which never raises, unlike Path.is_file
from pathlib import Path

from .errors import ConfigError
from .near import did_you_mean, nearest
from .options import Given
from .recipe import Recipe
from .settings import DIGEST, KINDS, SECTIONS, SETTINGS, USES, checked, from_words, setting

# Not `[tool.briefcase]`.
OURS = re.compile(r"^\s*\[+\s*tool\.brief\s*[.\]]", re.MULTILINE)


def from_table(table: Mapping[str, object], origin: str) -> Recipe:
    """Return the recipe that a table of settings means, nested as in `brief.toml`.

    Raises `ConfigError` for an unknown key or a value of another type.
    """
    values: dict[str, Given] = {}
    uses: dict[str, Given] = {}
    options: dict[tuple[str, str], dict[str, Given]] = {}
    digest: dict[str, Given] = {}
    for key, value in table.items():
        if key == "use":
            for phase, name in _table(value, f"{origin}: use").items():
                uses[_phase(phase, origin)] = Given(_name(name, phase, origin), origin)
        elif key in KINDS:
            for name, given in _table(value, f"{origin}: {key}").items():
                found = _table(given, f"{origin}: {key}.{name}")
                options[key, name] = {each: Given(found[each], origin) for each in found}
        elif key == "digest":
            digest = _digest(_table(value, f"{origin}: digest"), origin)
        else:
            wanted = setting(key, origin)
            values[key] = Given(checked(wanted, Given(value, origin)), origin)
    return Recipe(values, uses, options, digest=digest)


def from_file(path: Path) -> Recipe:
    """Return the recipe of a `brief.toml`, or of `[tool.brief]` in a `pyproject.toml`."""
    import tomllib  # only where there is a config file

    try:
        table: object = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as exc:
        raise ConfigError(f"{path}: cannot be read: {(exc.strerror or 'error').lower()}") from exc
    except UnicodeDecodeError as exc:
        raise ConfigError(f"{path}: not UTF-8 at byte {exc.start}; save it as UTF-8") from exc
    except (ValueError, RecursionError) as exc:
        raise ConfigError(f"{path}: not valid TOML: {exc}") from exc
    if path.name == "pyproject.toml":
        tools = _table(_table(table, str(path)).get("tool", {}), str(path))
        table = tools.get("brief", {})
    return from_table(_table(table, str(path)), str(path))


def find_file(folder: Path) -> Path | None:
    """Return the nearest `brief.toml`, or `pyproject.toml` that names brief, upwards."""
    for place in (folder, *folder.parents):
        if isfile(place / "brief.toml"):
            return place / "brief.toml"
        project = place / "pyproject.toml"
        # Only read as ours when it says so: a file of another tool is not our business, nor is
        # one that we may not read.
        with suppress(OSError):
            if OURS.search(project.read_text("utf-8", errors="replace")):
                return project
    return None


def from_environment(environ: Mapping[str, str]) -> Recipe:
    """Return the recipe of the `BRIEF_*` variables; a misspelt one is a warning."""
    known = {each.variable: each for each in SETTINGS.values()}
    values: dict[str, Given] = {}
    for variable, wanted in known.items():
        if variable in environ:
            given = Given(from_words(wanted, environ[variable]), variable)
            values[wanted.name] = Given(checked(wanted, given), variable)
    unknown = sorted(name for name in environ if name.startswith("BRIEF_") and name not in known)
    # Only what is nearly ours: a plugin's own variables may start with BRIEF_ too.
    words = {variable.removeprefix("BRIEF_"): variable for variable in (*known, "BRIEF_CONFIG")}
    near = {name: nearest(name.removeprefix("BRIEF_"), words, alike=0.8) for name in unknown}
    warnings = [
        f"{name} is no setting, did you mean {words[each]!r}?"
        for name, each in near.items()
        if each is not None and words[each] != name
    ]
    return Recipe(values, warnings=tuple(warnings))


def from_assignments(assignments: Iterable[str], origin: str = "--set") -> Recipe:
    """Return the recipe of `KEY=VALUE` words such as `stage.lead.sentences=4`."""
    recipe = Recipe()
    for each in assignments:
        key, equals, words = each.partition("=")
        if not equals or not key.strip():
            raise ConfigError(
                f"{origin} takes KEY=VALUE, such as stage.lead.sentences=4, not {each!r}"
            )
        path = key.strip().split(".")
        if path[0] in KINDS and len(path) != 3:
            raise ConfigError(f"{origin} {each}: write {path[0]}.NAME.OPTION=VALUE")
        value: object = _value(words)
        for part in reversed(path):
            value = {part: value}
        recipe = from_table(_table(value, origin), f"{origin} {key.strip()}").over(recipe)
    return recipe


def gather(
    flags: Recipe, *, config: Path | None = None, isolated: bool = False, folder: Path | None = None
) -> Recipe:
    """Return the whole recipe: *flags* over the environment over the config file.

    Without *config* (or `BRIEF_CONFIG`) the nearest file from *folder* upwards is read;
    *isolated* reads no file and no environment.
    """
    if isolated:
        return flags
    environ = os.environ
    path = config or (Path(environ["BRIEF_CONFIG"]) if environ.get("BRIEF_CONFIG") else None)
    path = path or find_file(folder or _here())
    recipe = from_file(path) if path else Recipe()
    return flags.over(from_environment(environ).over(recipe))


def _here() -> Path:
    """Return the working folder; raises `ConfigError` if it has been deleted under us."""
    try:
        return Path.cwd()
    except OSError as exc:
        raise ConfigError("the working folder is gone; go to another one") from exc


def _digest(table: Mapping[str, object], origin: str) -> dict[str, Given]:
    """Return what `[digest]` says; its sections as pairs of a name and the sources."""
    found: dict[str, Given] = {}
    for key, value in table.items():
        where = f"{origin}: digest"
        if key == SECTIONS:
            sections = _table(value, f"{where}.{SECTIONS}")
            pairs = tuple((name, _sources(each, name, where)) for name, each in sections.items())
            found[key] = Given(pairs, origin)
        elif key in DIGEST:
            found[key] = Given(checked(DIGEST[key], Given(value, where)), origin)
        else:
            known = [*DIGEST, SECTIONS]
            raise ConfigError(f"{where}: no setting {key!r}{did_you_mean(key, known)}")
    return found


def _sources(value: object, section: str, where: str) -> tuple[str, ...]:
    if isinstance(value, list) and value and all(isinstance(each, str) and each for each in value):
        return tuple(value)
    raise ConfigError(f"{where}.{SECTIONS}: {section!r} must be a list of sources, not {value!r}")


def _value(words: str) -> object:
    """Return *words* as a TOML value if they are one, else as they are."""
    import tomllib  # only with --set

    try:
        return tomllib.loads(f"value = {words}")["value"]
    except (ValueError, RecursionError):
        return words


def _table(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{where} must be a table, not {value!r}")
    return value


def _phase(phase: str, origin: str) -> str:
    if phase not in USES:
        raise ConfigError(
            f"{origin}: nothing called {phase!r} to choose{did_you_mean(phase, USES)}"
        )
    return phase


def _name(name: object, phase: str, origin: str) -> str:
    if not isinstance(name, str):
        raise ConfigError(f"{origin}: use.{phase} must be a name, not {name!r}")
    return name
