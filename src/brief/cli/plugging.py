"""Print which plugins there are, what they add, and whether they keep the rules."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from brief.discovery import Plugin, import_file, installed
from brief.errors import PluginError, in_a_line
from brief.near import did_you_mean
from brief.options import options_of
from brief.plugins import Wanted
from brief.registry import Owned, Record, Registry

from . import gathering
from .listing import show, table, toml, warn_of_broken
from .report import Report


def print_plugins(wanted: Wanted) -> int:
    """Print one line a plugin."""
    registry = gathering.registry(wanted, to_look=True)
    rows: list[tuple[str, ...]] = [("PLUGIN", "VERSION", "FROM", "STATE", "ADDS")]
    for plugin in registry.plugins:
        adds = plugin.reason or ", ".join(
            f"{kind} {owned.record.name}" for kind, owned in _records(registry, plugin)
        )
        rows.append((plugin.name, plugin.version or "-", plugin.origin, plugin.state, adds))
    for clash in registry.clashes:
        Report().warning(clash)
    show(table(rows))
    return 0


def print_one(name: str, wanted: Wanted) -> int:
    """Print all about a plugin, or about a record of that name."""
    registry = gathering.registry(wanted, to_look=True)
    warn_of_broken(registry)
    lines: list[str] = []
    for plugin in registry.plugins:
        if plugin.name == name:
            lines += [f"plugin {name} {plugin.version}".rstrip(), f"from: {plugin.origin}"]
            lines += [f"state: {plugin.state}{f' ({plugin.reason})' if plugin.reason else ''}"]
            lines += [f"adds: {k} {o.record.name}" for k, o in _records(registry, plugin)]
    for kind, owned in _all(registry):
        if owned.record.name == name:
            lines += [*([""] if lines else []), *_about(kind, owned)]
    if not lines:
        known = {plugin.name for plugin in registry.plugins}
        known |= {owned.record.name for _, owned in _all(registry)}
        raise PluginError(f"no plugin or stage {name!r}{did_you_mean(name, known)}")
    show(lines)
    return 0


def print_check(name: str) -> int:
    """Print what is wrong with a plugin; exit code 1 if anything is."""
    from brief.testing import problems  # imports sample articles

    module = _module(name)
    found = problems(module)
    show(found or [f"{name}: keeps the rules"])
    return 1 if found else 0


def _module(name: str) -> object:
    """Return the module or object of an installed plugin, or of the file of that name."""
    try:
        if name.endswith(".py"):
            return import_file(name)
        known = {found.plugin.name: found for found in installed()}
        if name not in known:
            raise PluginError(f"no plugin {name!r} is installed{did_you_mean(name, known)}")
        return known[name].load()
    except (PluginError, KeyboardInterrupt):
        raise
    except BaseException as exc:
        raise PluginError(f"plugin {name!r} cannot be imported: {in_a_line(exc)}") from exc


def _all(registry: Registry) -> Iterator[tuple[str, Owned[Record]]]:
    """Yield every record with the kind of thing it is."""
    for owned in registry.stages.values():
        yield "stage", owned
    for loader in registry.loaders.values():
        yield "loader", loader
    for renderer in registry.renderers.values():
        yield "format", renderer
    for executor in registry.executors.values():
        yield "executor", executor


def _records(registry: Registry, plugin: Plugin) -> Iterator[tuple[str, Owned[Record]]]:
    return ((kind, owned) for kind, owned in _all(registry) if owned.plugin == plugin.name)


def _about(kind: str, owned: Owned[Record]) -> Iterator[str]:
    """Yield what there is to know about a record: its docstring and its options."""
    record = owned.record
    yield f"{kind} {record.name} (plugin {owned.plugin} {owned.version})".replace(" )", ")")
    for name in ("phase", "after", "before", "honours", "suffix", "takes"):
        value = getattr(record, name, None)
        if value:
            shown = getattr(value, "value", value)
            yield f"{name}: {', '.join(shown) if isinstance(shown, tuple) else shown}"
    for option, value in options_of(record.run).items():
        yield f"option {option} = {toml(value)}"
    run = record.run
    yield ""
    yield inspect.cleandoc(inspect.getdoc(run) or "No description.")
