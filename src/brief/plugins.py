"""Find plugins, load each one by itself, and collect what they offer into a registry."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from typing import get_args

import pluggy

from . import __version__, builtin, hookspecs
from .contracts import Executor, Loader, Phase, Renderer, Stage, Takes
from .discovery import Found, Plugin, from_path, installed
from .errors import PluginError, in_a_line
from .near import did_you_mean, nearest
from .registry import BUILT_IN, Owned, Record, Registry
from .value import NamedTuple

# Where the built-in plugin comes from; no distribution can be called so.
HERE = "built in"
HOOKS: dict[str, type[Record]] = {
    "brief_stages": Stage,
    "brief_loaders": Loader,
    "brief_renderers": Renderer,
    "brief_executors": Executor,
}
SHELVES = ("stages", "loaders", "renderers", "digests", "executors")


class Wanted(NamedTuple):
    """Which plugins to load: *only* those (none: all installed), never those *without*;
    *required* ones must be there; *files* are plugins of one module, by path. *origin* is
    where *only* was set.
    """

    only: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    origin: str = "plugins"


def load(wanted: Wanted) -> Registry:
    """Return what the wanted plugins and the built-in ones offer.

    A plugin that cannot be imported or collected is `broken` in the registry, and the rest
    is loaded. Raises `PluginError` for a plugin that was asked for and is not installed.
    """
    files = [from_path(path) for path in wanted.files]
    named = {each.plugin.name for each in files}
    # A file takes the place of the installed plugin of its name: it is how one is worked on.
    others = [each for each in installed() if each.plugin.name not in named]
    found = sorted([*others, *files], key=lambda each: each.plugin.name)
    _check_names(wanted, {each.plugin.name for each in found})
    gathered = _Gathered()
    gathered.add(Found(Plugin(BUILT_IN, __version__, HERE), lambda: builtin))
    for each in found:
        if _is_off(each.plugin, wanted):
            gathered.plugins.append(each.plugin._replace(state="off"))
        else:
            gathered.add(each)
    return gathered.registry()


def collect(module: object, name: str = "plugin") -> list[Record]:
    """Return the records of one plugin object by itself; raises what its hooks raise."""
    gathered = _Gathered()
    return list(gathered.collect(Found(Plugin(name, "", ""), lambda: module)))


def _check_names(wanted: Wanted, known: Collection[str]) -> None:
    """Raise `PluginError` for a name in *wanted* that no installed plugin has."""
    if BUILT_IN in wanted.without and BUILT_IN not in known:
        raise PluginError(f"{BUILT_IN!r} itself cannot be left out; --skip leaves out a stage")
    asked = [*((name, "-p") for name in (*wanted.required, *wanted.without))]
    for name, origin in (*asked, *((name, wanted.origin) for name in wanted.only or ())):
        if name not in known:
            hint = did_you_mean(name, known)
            raise PluginError(f"{origin}: no plugin {name!r} is installed{hint}")


def _is_off(plugin: Plugin, wanted: Wanted) -> bool:
    if plugin.origin in wanted.files:
        return False
    if plugin.name in wanted.without:
        return True
    asked_for = plugin.name in wanted.required
    return wanted.only is not None and plugin.name not in wanted.only and not asked_for


class _Gathered:
    """The registry while plugins are added to it, one by one."""

    def __init__(self) -> None:
        self.manager = pluggy.PluginManager(hookspecs.PROJECT)
        self.manager.add_hookspecs(hookspecs)
        self.plugins: list[Plugin] = []
        self.clashes: list[str] = []
        self.shelves: dict[str, dict[str, Owned[Record]]] = {name: {} for name in SHELVES}

    def add(self, found: Found) -> None:
        """Load a plugin and collect its records; if anything goes wrong it is broken."""
        try:
            # A plugin that prints while it is imported must not print into the product.
            with redirect_stdout(sys.stderr):
                records = list(self.collect(found))
        except KeyboardInterrupt:
            raise
        except BaseException as exc:  # SystemExit too: a plugin must not end brief
            if found.plugin.origin == HERE:
                raise
            self.plugins.append(found.plugin._replace(state="broken", reason=in_a_line(exc)))
            return
        self.plugins.append(found.plugin)
        for record in records:
            self._claim(record, found.plugin)

    def collect(self, found: Found) -> Iterator[Record]:
        """Yield the records of a plugin, asking only its own implementations."""
        name = found.plugin.name
        if self.manager.has_plugin(name):
            raise PluginError(f"another plugin is called {name!r}")
        module = found.load()
        self.manager.register(module, name)
        try:
            self._check_spelling(module)
            for hook, kind in HOOKS.items():
                for impl in getattr(self.manager.hook, hook).get_hookimpls():
                    if impl.plugin is module:
                        yield from _typed(hook, kind, impl.function())
        except BaseException:
            self.manager.unregister(module)
            raise

    def _check_spelling(self, module: object) -> None:
        for caller in self.manager.get_hookcallers(module) or ():
            if not caller.has_spec():
                raise PluginError(f"no hook {caller.name!r}{did_you_mean(caller.name, HOOKS)}")
        # A hook without the marker is never called: say so rather than do nothing.
        for name, value in vars(module).items() if hasattr(module, "__dict__") else ():
            own = callable(value) and getattr(value, "__module__", "") == module_name(module)
            marked = hasattr(value, f"{hookspecs.PROJECT}_impl")
            if own and not marked and nearest(name, HOOKS, alike=0.9):
                raise PluginError(f"{name!r} lacks the mark @hookimpl")

    def _claim(self, record: Record, plugin: Plugin) -> None:
        """Take a record in, or note that its name is taken."""
        shelves = [self.shelves[name] for name in _shelves(record)]
        owner = next(filter(None, (shelf.get(record.name) for shelf in shelves)), None)
        if owner is None:
            for shelf in shelves:
                shelf[record.name] = Owned(record, plugin.name, plugin.version)
            return
        word, off = type(record).__name__.lower(), plugin.name
        both = (
            f"plugin {off!r} has two"
            if owner.plugin == off
            else f"plugins {owner.plugin!r} and {off!r} both have one"
        )
        self.clashes.append(f"{word} {record.name!r}: {both}; {plugin.way_out}")

    def registry(self) -> Registry:
        """Return what has been gathered, every mapping sorted by name."""
        by_name = {name: dict(sorted(each.items())) for name, each in self.shelves.items()}
        # Each shelf holds records of its own kind only: `_typed` has checked that.
        return Registry(**by_name, plugins=tuple(self.plugins), clashes=tuple(self.clashes))  # type: ignore[arg-type]


def _shelves(record: Record) -> Sequence[str]:
    """Return where a record goes: a renderer by what it takes."""
    if isinstance(record, Renderer):
        return {"briefs": ("renderers",), "digest": ("digests",)}.get(
            record.takes, ("renderers", "digests")
        )
    return ({Stage: "stages", Loader: "loaders", Executor: "executors"}[type(record)],)


def module_name(module: object) -> str:
    """Return the name of the module that a plugin object is, or is made in."""
    return str(getattr(module, "__name__", "") or type(module).__module__)


def _typed(hook: str, kind: type[Record], returned: object) -> Iterator[Record]:
    """Yield what a hook returned, checked: records of its kind with names users can type."""
    wanted = kind.__name__
    # A record alone is a tuple too.
    if not isinstance(returned, Iterable) or isinstance(returned, str | bytes | kind):
        raise PluginError(f"{hook} returned {type(returned).__name__}, not a list of {wanted}")
    for record in returned:
        # Not a subclass either: what it adds would be lost when options are set.
        if type(record) is not kind:
            raise PluginError(
                f"{hook} returned a list with {type(record).__name__} in it, not {wanted}"
            )
        name = record.name
        if not isinstance(name, str) or not name.replace("-", "").isalnum() or name != name.lower():
            raise PluginError(
                f"{hook}: a name is lower-case letters, digits and dashes, not {name!r}"
            )
        fault = next(faults(record), "")
        if fault:
            raise PluginError(f"{hook}: {name!r}: {fault}")
        yield record


# What flags of a run a stage can say that it goes by.
HONOURED = ("length", "depth", "focus", "trim", "max_positions", "min_confidence")


def faults(record: Record) -> Iterator[str]:
    """Yield what is wrong with the fields of a record."""
    if not callable(record.run):
        yield f"run cannot be called: {record.run!r}"
    if isinstance(record, Stage):
        yield from _faults_of_stage(record)
    elif isinstance(record, Loader) and not callable(record.accepts):
        yield f"accepts cannot be called: {record.accepts!r}"
    elif isinstance(record, Renderer):
        if not isinstance(record.suffix, str):
            yield f"suffix must be text, such as '.md', not {record.suffix!r}"
        if record.takes not in get_args(Takes):
            yield f"takes must be one of {', '.join(get_args(Takes))}, not {record.takes!r}"


def _faults_of_stage(record: Stage) -> Iterator[str]:
    if not isinstance(record.phase, Phase):
        yield f"phase must be a Phase, such as Phase.FINISH, not {record.phase!r}"
    for field in ("after", "before", "honours"):
        names = getattr(record, field)
        if not isinstance(names, tuple) or not all(isinstance(each, str) for each in names):
            yield f"{field} must be a tuple of names, not {names!r}"
        elif field == "honours":
            for name in set(names).difference(HONOURED):
                yield f"honours: no {name!r} to go by{did_you_mean(name, HONOURED)}"
