"""Everything that plugins offer, by name, with the plugin that owns it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from .contracts import Executor, Loader, Renderer, Stage
from .discovery import Plugin
from .errors import PluginError
from .near import did_you_mean

Record = Stage | Loader | Renderer | Executor
R_co = TypeVar("R_co", bound=Record, covariant=True)

BUILT_IN = "brief"


class Owned(NamedTuple, Generic[R_co]):
    """A record with the plugin it came from and that plugin's version."""

    record: R_co
    plugin: str
    version: str


class Registry(NamedTuple):
    """What the loaded plugins offer. *clashes* say which names two plugins claim.

    *renderers* take briefs, *digests* are the renderers that take a digest: a format may have
    one of each under its name.
    """

    stages: Mapping[str, Owned[Stage]]
    loaders: Mapping[str, Owned[Loader]]
    renderers: Mapping[str, Owned[Renderer]]
    digests: Mapping[str, Owned[Renderer]]
    executors: Mapping[str, Owned[Executor]]
    plugins: tuple[Plugin, ...]
    clashes: tuple[str, ...]

    @property
    def broken(self) -> tuple[Plugin, ...]:
        """The plugins that could not be loaded."""
        return tuple(plugin for plugin in self.plugins if plugin.state == "broken")

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of plugins that are installed but not loaded."""
        return tuple(plugin.name for plugin in self.plugins if plugin.state != "loaded")

    def whole(self) -> Registry:
        """Return the registry if no two plugins claim a name, else raise `PluginError`."""
        if self.clashes:
            raise PluginError(self.clashes[0])
        return self


def named(owned: Owned[Record]) -> str:
    """Return a record with its plugin, as errors name it."""
    return f"{owned.record.name!r} (plugin {owned.plugin!r})"


def find(kind: str, name: str, known: Mapping[str, Owned[R_co]], origin: str = "") -> Owned[R_co]:
    """Return the record called *name*; raises `PluginError` with a near name."""
    if name not in known:
        where = f"{origin}: " if origin else ""
        raise PluginError(f"{where}no {kind} {name!r}{did_you_mean(name, known)}")
    return known[name]
