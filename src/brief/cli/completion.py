"""Offer what a word on the command line may become: files, formats, stages, values."""

# No `from __future__ import annotations`: typer evaluates the signatures of what is offered.

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brief.registry import Owned, Record, Registry

# A word, and what a shell may say of it.
Offer = tuple[str, str]
# Said of a file or folder: shells know best how to complete those.
FILE = "a file"


def files(incomplete: str) -> list[Offer]:
    """Return the files and folders that *incomplete* may become, folders with a slash."""
    import os
    from pathlib import Path

    folder, start = os.path.split(incomplete)
    try:
        entries = sorted(Path(folder or ".").expanduser().iterdir())
        folders = {entry.name for entry in entries if entry.is_dir()}
    except (OSError, RuntimeError):
        return []
    hidden = start.startswith(".")
    return [
        (os.path.join(folder, entry.name) + ("/" if entry.name in folders else ""), FILE)  # noqa: PTH118  # as typed
        for entry in entries
        if entry.name.startswith(start) and (hidden or not entry.name.startswith("."))
    ]


def formats(incomplete: str) -> list[Offer]:
    """Return the formats that start with *incomplete*."""
    return _named(_registry().renderers, incomplete)


def digest_formats(incomplete: str) -> list[Offer]:
    """Return the formats of a digest that start with *incomplete*."""
    return _named(_registry().digests, incomplete)


def loaders(incomplete: str) -> list[Offer]:
    """Return the loaders that start with *incomplete*."""
    return _named(_registry().loaders, incomplete)


def executors(incomplete: str) -> list[Offer]:
    """Return the executors that start with *incomplete*."""
    return _named(_registry().executors, incomplete)


def stages(incomplete: str) -> list[Offer]:
    """Return the stages that start with *incomplete*."""
    return _named(_registry().stages, incomplete)


def summarisers(incomplete: str) -> list[Offer]:
    """Return the summarisers that start with *incomplete*."""
    return _named(_of_phase(_registry(), "summarise"), incomplete)


def plugins(incomplete: str) -> list[Offer]:
    """Return what -p takes: plugins, `no:` before each, and files of Python."""
    from brief.discovery import installed

    names = [found.plugin.name for found in installed()]
    words = [*names, *(f"no:{name}" for name in names)]
    found = [(word, "") for word in words if word.startswith(incomplete)]
    return found + [each for each in files(incomplete) if each[0].endswith((".py", "/"))]


def shown(incomplete: str) -> list[Offer]:
    """Return what `brief plugins show` knows: plugins, and what they add."""
    registry = _registry()
    found = [(plugin.name, "a plugin") for plugin in registry.plugins]
    found += [each for known in _kinds(registry).values() for each in _named(known, "")]
    return [each for each in dict(found).items() if each[0].startswith(incomplete)]


def checked(incomplete: str) -> list[Offer]:
    """Return what `brief plugins check` takes: installed plugins and files of Python."""
    return [each for each in plugins(incomplete) if not each[0].startswith("no:")]


def uses(incomplete: str) -> list[Offer]:
    """Return what --use takes: `summarise=`, then `summarise=lead`."""
    from brief.settings import USES

    what, equals, _ = incomplete.partition("=")
    if not equals:
        return [(f"{each}=", "") for each in USES if each.startswith(what)]
    registry = _registry()
    known = _kinds(registry).get(what) or _of_phase(registry, what)
    return [
        (f"{what}={name}", help_)
        for name, help_ in _named(known, "")
        if f"{what}={name}".startswith(incomplete)
    ]


def assignments(incomplete: str) -> list[Offer]:
    """Return what --set takes, a step at a time: `stage.`, `stage.lead.`, the option and `=`."""
    from brief.settings import KINDS, SETTINGS

    key, equals, _ = incomplete.partition("=")
    if equals and key in SETTINGS:
        kinds = {"flag": ("true", "false")}
        words = SETTINGS[key].choices or kinds.get(SETTINGS[key].kind, ())
        offers = [(f"{key}={word}", "") for word in words]
    elif equals or key.count(".") > 2:
        offers = []
    elif "." not in key:
        offers = [(f"{each.name}=", each.help) for each in SETTINGS.values()]
        offers += [(f"{kind}.", f"options of a {kind}") for kind in KINDS]
    else:
        offers = list(_options(*key.split(".")[:2], named=key.count(".") == 2))
    return [each for each in offers if each[0].startswith(incomplete)]


def zones(incomplete: str) -> list[Offer]:
    """Return the time zones that start with *incomplete*."""
    from zoneinfo import available_timezones

    return [(zone, "") for zone in sorted(available_timezones()) if zone.startswith(incomplete)]


def values(name: str) -> Callable[[str], list[str]]:
    """Return what offers the values of the setting *name*."""

    def offered(incomplete: str) -> list[str]:
        from brief.settings import SETTINGS

        return [each for each in SETTINGS[name].choices if each.startswith(incomplete)]

    return offered


def _registry() -> "Registry":
    """Return what the installed plugins offer; whatever they print stays away from the shell."""
    from brief.plugins import Wanted, load

    from .streams import product_guarded

    with product_guarded():
        return load(Wanted())


def _kinds(registry: "Registry") -> "dict[str, Mapping[str, Owned[Record]]]":
    """Return all records by the word for their kind in `brief.toml`."""
    return {
        "stage": registry.stages,
        "loader": registry.loaders,
        "renderer": registry.renderers,
        "executor": registry.executors,
    }


def _of_phase(registry: "Registry", phase: str) -> "Mapping[str, Owned[Record]]":
    stages = registry.stages.items()
    return {name: owned for name, owned in stages if owned.record.phase.value == phase}


def _named(known: "Mapping[str, Owned[Record]]", incomplete: str) -> list[Offer]:
    """Return the names that start with *incomplete*, each with what its docstring says first."""
    return [
        (name, first_line(owned.record.run))
        for name, owned in known.items()
        if name.startswith(incomplete)
    ]


def first_line(run: object) -> str:
    """Return what a docstring begins with, on one line and without marks, or nothing."""
    doc = (getattr(run, "__doc__", None) or "").strip()
    return " ".join(doc.partition("\n\n")[0].replace("*", "").split())


def _options(kind: str, name: str, *, named: bool) -> Iterable[Offer]:
    """Yield the records of a kind as `stage.lead.`, or the options of the one that is *named*."""
    from brief.options import options_of

    from .listing import toml

    known = _kinds(_registry()).get(kind, {})
    for each, owned in known.items():
        options = options_of(owned.record.run)
        if not named and (options or kind == "stage"):
            yield f"{kind}.{each}.", first_line(owned.record.run)
        elif named and each == name:
            yield from ((f"{kind}.{each}.{o}=", f"now {toml(v)}") for o, v in options.items())
            if kind == "stage":
                yield f"{kind}.{each}.enabled=", "now true"
