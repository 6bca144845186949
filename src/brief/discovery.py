"""Find the plugins that are installed or given by path, and import one when it is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .errors import PluginError, in_a_line
from .value import NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

GROUP = "brief"


class Plugin(NamedTuple):
    """A plugin that was found: *state* says what became of it, *reason* why if it is broken."""

    name: str
    version: str
    origin: str
    state: Literal["loaded", "off", "broken"] = "loaded"
    reason: str = ""
    is_file: bool = False

    @property
    def way_out(self) -> str:
        """How to do without it: one given by path is left out by not giving it."""
        return f"leave out -p {self.origin}" if self.is_file else f"-p no:{self.name} leaves it out"


class Found(NamedTuple):
    """A plugin before it is imported: *load* does that."""

    plugin: Plugin
    load: Callable[[], object]


def installed() -> Iterator[Found]:
    """Yield the plugins that installed distributions name, without importing any."""
    if not _may_be_any():
        return
    from importlib.metadata import entry_points  # slow: 17 ms

    try:
        points = list(entry_points(group=GROUP))
    except Exception:  # noqa: BLE001  # one torn file must not end every command
        points = []
        for found in _one_by_one():
            if isinstance(found, Found):
                yield found
            else:
                points.append(found)
    own = {(each.name, _said(each.dist, "name"), each.value): each for each in points}
    for (name, distribution, _), point in sorted(own.items()):
        version = _said(point.dist, "version")
        yield Found(Plugin(name, version, distribution), point.load)


def _one_by_one() -> Iterator[EntryPoint | Found]:
    """Yield our entry points; for a distribution whose entry points are torn, what is broken."""
    from importlib.metadata import distributions

    homes: set[str] = set()
    for each in distributions():
        name = _said(each, "name")
        if name in homes:
            continue
        homes.add(name)
        try:
            yield from each.entry_points.select(group=GROUP)
        except Exception as exc:  # noqa: BLE001  # whatever the parser raises
            reason = f"its entry points cannot be read: {in_a_line(exc)}"
            yield Found(Plugin(name, _said(each, "version"), name), partial(_refuse, reason))


def _refuse(reason: str) -> object:
    raise PluginError(reason)


def _said(distribution: Distribution | None, what: Literal["name", "version"]) -> str:
    """Return what a distribution says of itself, or nothing: its metadata may be gone."""
    try:
        return str(getattr(distribution, what, "") or "")
    except Exception:  # noqa: BLE001  # depends on the version of Python
        return ""


def _may_be_any() -> bool:
    """Tell whether a plugin may be installed, without importing `importlib.metadata`.

    True in doubt: where an entry of the path is no plain folder, or a distribution names our
    group anywhere in its entry points.
    """
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                homes = [e.path for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
        except FileNotFoundError:
            continue
        except OSError:
            return True
        for home in homes:
            try:
                with open(f"{home}/entry_points.txt", "rb") as points:  # noqa: PTH123  # start-up
                    if f"[{GROUP}]".encode() in points.read():
                        return True
            except FileNotFoundError:
                continue
            except OSError:
                return True
    return False


def from_path(path: str) -> Found:
    """Return the plugin in the Python file at *path*, named after the file."""

    def load_file() -> object:
        return import_file(path)

    return Found(Plugin(Path(path).stem.replace("_", "-"), "", path, is_file=True), load_file)


def import_file(path: str) -> object:
    """Import the Python file at *path*, once per process, and return its module.

    It stays in `sys.modules`, so that what it defines can be pickled to a worker that
    imports the same file.
    """
    from importlib.util import module_from_spec, spec_from_file_location  # only with -p FILE
    from zlib import crc32

    # The path makes the name unique: two files may be called alike.
    stem = Path(path).stem.replace(".", "_")
    name = f"brief_plugin_{stem}_{crc32(os.path.abspath(path).encode()):08x}"  # noqa: PTH100
    if name in sys.modules:
        return sys.modules[name]
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not Path(path).is_file():
        raise PluginError(f"{path}: no such Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
