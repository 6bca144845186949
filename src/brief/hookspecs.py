"""The four hooks a plugin may implement. None takes an argument; each is called once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from .contracts import Executor, Loader, Renderer, Stage

PROJECT = "brief"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def brief_stages() -> Iterable[Stage]:  # type: ignore[empty-body]  # pluggy reads the name only
    """Return the stages the plugin adds to the pipeline."""


@hookspec
def brief_loaders() -> Iterable[Loader]:  # type: ignore[empty-body]
    """Return the loaders the plugin adds, for sources brief cannot read by itself."""


@hookspec
def brief_renderers() -> Iterable[Renderer]:  # type: ignore[empty-body]
    """Return the output formats the plugin adds."""


@hookspec
def brief_executors() -> Iterable[Executor]:  # type: ignore[empty-body]
    """Return the executors the plugin adds."""
