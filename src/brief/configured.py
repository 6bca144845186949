"""Give records the options that a recipe holds for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from .near import nearest
from .options import configure, options_of
from .recipe import Recipe
from .registry import Owned, Record, Registry, find

_R = TypeVar("_R", bound=Record)


def check_options(recipe: Recipe, registry: Registry) -> Iterator[str]:
    """Check that every record with options exists and takes them, whether it is chosen or not.

    Yield a warning where it may belong to a plugin that is off or broken: a config file is
    written for all of them, and must not stand in the way of leaving one out.
    """
    known: dict[str, Mapping[str, Owned[Record]]] = {
        "stage": registry.stages,
        "loader": registry.loaders,
        "renderer": {**registry.digests, **registry.renderers},
        "executor": registry.executors,
    }
    for (kind, name), options in recipe.options.items():
        origin = next(iter(options.values())).origin if options else ""
        if name not in known[kind] and registry.absent:
            yield _absent(kind, name, origin, registry, known[kind])
        else:
            configured(kind, find(kind, name, known[kind], origin), recipe)
    given = recipe.given("skip")
    for name in recipe.names("skip") or ():
        if name not in registry.stages and registry.absent:
            yield _absent("stage", name, given.origin, registry, registry.stages)
        else:
            find("stage", name, registry.stages, given.origin)


def _absent(kind: str, name: str, origin: str, registry: Registry, known: Iterable[str]) -> str:
    near = nearest(name, known)
    hint = f"; or did you mean {near!r}?" if near else ""
    off = ", ".join(registry.absent)
    return f"{origin}: no {kind} {name!r} in this run; plugins left out: {off}{hint}"


def configured(kind: str, owned: Owned[_R], recipe: Recipe) -> Owned[_R]:
    """Return the record with the options the recipe gives it."""
    record = owned.record
    given = dict(recipe.options.get((kind, record.name), {}))
    if kind == "stage":
        given.pop("enabled", None)
    if not given:
        return owned
    run = configure(f"{kind} {record.name!r}", record.run, given)
    # Every kind of record has a field `run`; the type of the union is too wide to see it.
    return owned._replace(record=record._replace(run=run))  # type: ignore[arg-type]


def flagged(owned: Owned[_R], recipe: Recipe, flags: Mapping[str, str]) -> Owned[_R]:
    """Return the record with those *flags* (option to setting) that it has an option for."""
    record = owned.record
    known = options_of(record.run)
    given = {
        option: recipe.given(name)
        for option, name in flags.items()
        if option in known and name in recipe.values
    }
    if not given:
        return owned
    run = configure("", record.run, given)
    return owned._replace(record=record._replace(run=run))  # type: ignore[arg-type]
