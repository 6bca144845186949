"""Resolve what a run asks for against what is installed: stages, loaders, format, executor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .chosen import stages
from .configured import check_options, configured, flagged
from .contracts import Context, Executor, Loader, Renderer, Stage, Takes
from .errors import ConfigError
from .options import options_of
from .recipe import Recipe
from .registry import Owned, Registry, find
from .told import context
from .value import NamedTuple


class Reading(NamedTuple):
    """What is needed to read articles and no more: it can be had when plugins clash."""

    loaders: tuple[Owned[Loader], ...]
    context: Context


class Plan(NamedTuple):
    """A run resolved: every record configured, every name found."""

    stages: tuple[Owned[Stage], ...]
    reading: Reading
    renderer: Owned[Renderer]
    executor: Owned[Executor]
    warnings: tuple[str, ...] = ()


def plan(recipe: Recipe, registry: Registry, takes: Takes = "briefs") -> Plan:
    """Return the plan of a run that ends in something that *takes* briefs or a digest.

    Raises `ConfigError` or `PluginError` before any article is read.
    """
    registry.whole()
    absent = tuple(check_options(recipe, registry))
    renderer = _renderer(recipe, registry, takes)
    executor = _executor(recipe, registry)
    steps = stages(recipe, registry)
    return Plan(
        tuple(steps),
        reading(recipe, registry),
        renderer,
        executor,
        (*absent, *_unheard(recipe, steps, renderer)),
    )


def reading(recipe: Recipe, registry: Registry) -> Reading:
    """Return how the sources of a recipe are read."""
    return Reading(tuple(_loaders(recipe, registry)), context(recipe))


def _loaders(recipe: Recipe, registry: Registry) -> Iterator[Owned[Loader]]:
    """Yield the loaders that may be asked: all, or the one the user named."""
    given = recipe.use("loader", "")
    name = str(given.value)
    known: Mapping[str, Owned[Loader]] = registry.loaders
    if name:
        known = {name: find("loader", name, known, given.origin)}
    for owned in known.values():
        yield flagged(configured("loader", owned, recipe), recipe, {"encoding": "encoding"})


RENDERER_FLAGS = {"why": "why", "show_removed": "show-removed", "with_text": "with-text"}


def _renderer(recipe: Recipe, registry: Registry, takes: Takes) -> Owned[Renderer]:
    given = recipe.given("format")
    name = str(given.value) or "text"
    shelf, other = registry.renderers, registry.digests
    if takes == "digest":
        shelf, other = other, shelf
    if name in other and name not in shelf:
        what = "briefs, not a digest" if takes == "digest" else "a digest, not for briefs"
        raise ConfigError(f"format {name!r} is for {what}; there are {', '.join(shelf)}")
    owned = find("format", name, shelf, given.origin if given.value else "")
    return flagged(_dressed(owned, recipe, takes), recipe, RENDERER_FLAGS)


def _dressed(owned: Owned[Renderer], recipe: Recipe, takes: Takes) -> Owned[Renderer]:
    """Return the renderer with its options: of a digest's, those alone that it knows.

    What `[renderer.html]` says is for pages of briefs first.
    """
    key = ("renderer", owned.record.name)
    if takes == "digest" and key in recipe.options:
        known = options_of(owned.record.run)
        own = {name: each for name, each in recipe.options[key].items() if name in known}
        recipe = replace(recipe, options={**recipe.options, key: own})
    return configured("renderer", owned, recipe)


def _executor(recipe: Recipe, registry: Registry) -> Owned[Executor]:
    given = recipe.use("executor", "serial" if recipe.number("jobs") == 1 else "processes")
    name = str(given.value)
    owned = find("executor", name, registry.executors, given.origin)
    return flagged(configured("executor", owned, recipe), recipe, {"jobs": "jobs"})


def _unheard(
    recipe: Recipe, stages: Iterable[Owned[Stage]], renderer: Owned[Renderer]
) -> Iterator[str]:
    """Say which flags nothing in this run listens to."""
    known = {*options_of(renderer.record.run), *renderer.record.honours}
    for option, name in RENDERER_FLAGS.items():
        if recipe.flag(name) and option not in known:
            origin = recipe.given(name).origin
            yield f"{origin} does nothing with the format {renderer.record.name!r}"
    heard = {name for owned in stages for name in owned.record.honours}
    for name in ("length", "depth", "focus", "trim", "max-positions", "min-confidence"):
        if name in recipe.values and name.replace("-", "_") not in heard:
            yield f"{recipe.given(name).origin} does nothing: no stage of this run goes by it"
