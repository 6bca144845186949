"""Print which plugins there are, what they add, and whether they keep the rules."""

from __future__ import annotations

from collections.abc import Iterator

from brief.discovery import Plugin, import_file, installed
from brief.errors import PluginError, in_a_line
from brief.near import did_you_mean
from brief.plugins import Wanted
from brief.registry import Owned, Record, Registry

from . import gathering
from .describing import plugin_page, record_page
from .listing import show, warn_of_broken
from .report import Report
from .tables import GROUPS, columns, table

# Descriptions in longer lines are hard to read.
WIDEST = 80


def print_plugins(wanted: Wanted) -> int:
    """Print one line a plugin."""
    registry = gathering.registry(wanted, to_look=True)
    rows: list[tuple[str, ...]] = [("PLUGIN", "VERSION", "FROM", "STATE", "ADDS")]
    for plugin in registry.plugins:
        adds = plugin.reason or _adds(registry, plugin)
        rows.append((plugin.name, plugin.version or "-", plugin.origin, plugin.state, adds))
    for clash in registry.clashes:
        Report().warning(clash)
    show(table(rows))
    return 0


def print_one(name: str, wanted: Wanted) -> int:
    """Print all about a plugin, or about a record of that name."""
    registry = gathering.registry(wanted, to_look=True)
    warn_of_broken(registry)
    width = min(columns() or WIDEST, WIDEST)
    pages = [
        list(plugin_page(plugin, _records(registry, plugin), width))
        for plugin in registry.plugins
        if plugin.name == name
    ]
    pages += [
        list(record_page(kind, owned, width))
        for kind, owned in _all(registry)
        if owned.record.name == name
    ]
    lines = [line for page in pages for line in ("", *page)][1:]
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
    for renderer in registry.digests.values():
        if renderer.record.takes == "digest":
            yield "digest format", renderer
    for executor in registry.executors.values():
        yield "executor", executor


def _records(registry: Registry, plugin: Plugin) -> dict[str, list[Owned[Record]]]:
    """Return what a plugin adds, by kind."""
    found: dict[str, list[Owned[Record]]] = {}
    for kind, owned in _all(registry):
        if owned.plugin == plugin.name:
            found.setdefault(kind, []).append(owned)
    return found


def _adds(registry: Registry, plugin: Plugin) -> str:
    """Return "stages lead, lexrank; format text"."""
    return GROUPS.join(
        f"{kind}{'s' if len(records) > 1 else ''} {', '.join(each.record.name for each in records)}"
        for kind, records in _records(registry, plugin).items()
    )
