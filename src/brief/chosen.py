"""Choose the stages of a run: every enabled one of a phase, or the one the user named."""

from __future__ import annotations

from collections.abc import Iterator

from .configured import configured
from .contracts import Phase, Stage
from .errors import ConfigError, PluginError
from .near import did_you_mean
from .order import OrderError, in_order
from .recipe import Recipe
from .registry import BUILT_IN, Owned, Registry

# Which stage runs in a phase that chooses, unless the user says otherwise.
DEFAULTS = {Phase.SPLIT: "sentences", Phase.EXTRACT: "attributions", Phase.SUMMARISE: "news"}
NONE = "none"


def stages(recipe: Recipe, registry: Registry) -> list[Owned[Stage]]:
    """Return the stages of the run, configured, in the order they run."""
    chosen = [configured("stage", owned, recipe) for owned in enabled(recipe, registry)]
    owners = {owned.record.name: owned for owned in chosen}
    try:
        return [owners[stage.name] for stage in in_order(owned.record for owned in chosen)]
    except OrderError as exc:
        plugins = sorted({owners[name].plugin for name in exc.names} - {BUILT_IN})
        if not plugins:
            raise
        whose = " and ".join(repr(plugin) for plugin in plugins)
        ways = [plugin.way_out for plugin in registry.plugins if plugin.name in plugins]
        message = f"{exc} (plugin {whose}); {', or '.join(ways)}"
        raise OrderError(message, exc.names) from exc


def enabled(recipe: Recipe, registry: Registry) -> Iterator[Owned[Stage]]:
    """Yield the stages that were not switched off: of a phase that chooses, the chosen one."""
    skipped = set(_skipped(recipe))
    wanted = {phase: _choice(phase, recipe, registry) for phase in DEFAULTS}
    quiet = set() if recipe.flag("positions") else {Phase.EXTRACT, Phase.POSITIONS}
    for name, owned in registry.stages.items():
        phase = owned.record.phase
        if phase in quiet or name in skipped or wanted.get(phase, name) != name:
            continue
        yield owned
    for phase, name in wanted.items():
        if phase is Phase.SPLIT and name in skipped:
            raise ConfigError(
                f"stage {name!r} cannot be left out; --use {phase.value}=NAME swaps it"
            )


def _choice(phase: Phase, recipe: Recipe, registry: Registry) -> str:
    """Return the name of the stage that runs in *phase*, or `NONE`."""
    given = recipe.use(phase.value, DEFAULTS[phase])
    name = str(given.value)
    if name == NONE and phase.optional:
        return name
    of_phase = {n: each for n, each in registry.stages.items() if each.record.phase is phase}
    if name not in of_phase:
        word = "summariser" if phase is Phase.SUMMARISE else f"{phase.value} stage"
        raise PluginError(f"{given.origin}: no {word} {name!r}{did_you_mean(name, of_phase)}")
    return name


def _skipped(recipe: Recipe) -> Iterator[str]:
    """Yield the names of stages that are switched off."""
    yield from recipe.names("skip") or ()
    for (kind, name), options in recipe.options.items():
        enabled = options.get("enabled") if kind == "stage" else None
        if enabled is not None and not isinstance(enabled.value, bool):
            raise ConfigError(f"{enabled.origin}: stage.{name}.enabled must be true or false")
        if enabled is not None and enabled.value is False:
            yield name
