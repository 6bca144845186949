"""Print the stages of a run, and its settings with where each was set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from brief.chosen import DEFAULTS, NONE, enabled
from brief.chosen import stages as planned
from brief.configured import check_options
from brief.contracts import Phase, Stage
from brief.errors import BriefError
from brief.options import Given, options_of
from brief.order import OrderError
from brief.plugins import Wanted
from brief.recipe import Recipe
from brief.registry import Owned, Registry
from brief.sanitise import json_text, plain
from brief.settings import SECTIONS, SETTINGS

from . import gathering
from .report import Report
from .streams import Product
from .tables import table


def show(lines: Iterable[str]) -> None:
    """Print *lines* to standard output."""
    product = Product()
    product.write(f"{plain(line)}\n" for line in lines)
    product.close()


def warn_of_broken(registry: Registry) -> None:
    """Tell of plugins that could not be loaded and names that clash; nothing ends here."""
    report = Report()
    for plugin in registry.broken:
        report.warning(f"B601 plugin {plugin.name!r} was left out: {plugin.reason}")
    for clash in registry.clashes:
        report.warning(clash)


def print_stages(recipe: Recipe, wanted: Wanted) -> int:
    """Print the stages of a run in order, then those that are switched off."""
    registry = gathering.registry(wanted)
    warn_of_broken(registry)
    for warning in check_options(recipe, registry):
        Report().warning(warning)
    try:
        running = planned(recipe, registry)
    except OrderError as exc:
        Report().warning(f"{exc}; the order below is by phase and name")
        running = sorted(enabled(recipe, registry), key=by_phase)
    names = [owned.record.name for owned in running]
    off = sorted((o for n, o in registry.stages.items() if n not in names), key=by_phase)
    rows: list[tuple[str, ...]] = [("PHASE", "STAGE", "PLUGIN", "RUNS", "OPTIONS")]
    for owned in (*running, *off):
        stage = owned.record
        given = recipe.options.get(("stage", stage.name), {})
        options = ", ".join(_options(stage.run, given))
        runs = "yes" if stage.name in names else f"no ({why_off(owned, recipe)})"
        rows.append((stage.phase.value, stage.name, owned.plugin, runs, options))
    show(table(rows))
    return 0


def why_off(owned: Owned[Stage], recipe: Recipe) -> str:
    """Return where a stage was switched off: by name, by its options, or for another one."""
    stage = owned.record
    if stage.name in (recipe.names("skip") or ()):
        return recipe.given("skip").origin
    enabled_by = recipe.options.get(("stage", stage.name), {}).get("enabled")
    if enabled_by is not None and enabled_by.value is False:
        return enabled_by.origin
    if not recipe.flag("positions") and stage.phase in (Phase.EXTRACT, Phase.POSITIONS):
        return recipe.given("positions").origin
    chosen = recipe.use(stage.phase.value, DEFAULTS[stage.phase])
    instead = [] if chosen.value == NONE else [f"{chosen.value} runs"]
    return ", ".join([*instead, *([] if chosen.origin == "default" else [chosen.origin])])


def by_phase(owned: Owned[Stage]) -> tuple[int, str]:
    """Return where a stage stands among others: its phase, then its name."""
    return list(Phase).index(owned.record.phase), owned.record.name


def _options(run: object, given: Mapping[str, Given]) -> Iterator[str]:
    """Yield each option as `name=value`, with where it was set if it was."""
    for name, value in options_of(run).items():
        origin = f" ({given[name].origin})" if name in given else ""
        yield f"{name}={toml(value)}{origin}"


def print_config(recipe: Recipe) -> int:
    """Print every setting as TOML, with where its value comes from."""
    rows: list[tuple[str, str]] = []
    for name in SETTINGS:
        given = recipe.given(name)
        # A list that nobody limits has no value in TOML.
        shown = f"{name} = {toml(given.value)}" if given.value is not None else f"# {name} ="
        if given.origin == gathering.CLOCK:
            # Written down it would stay the same for ever.
            shown = f"# {shown}"
        rows.append((shown, f"# {given.origin}"))
    for phase, given in recipe.uses.items():
        rows.append((f"use.{phase} = {toml(given.value)}", f"# {given.origin}"))
    for (kind, name), options in recipe.options.items():
        for option, given in options.items():
            rows.append((f"{kind}.{name}.{option} = {toml(given.value)}", f"# {given.origin}"))
    for name, given in recipe.digest.items():
        rows += [
            (f"digest.{each} = {words}", f"# {given.origin}") for each, words in _of(name, given)
        ]
    for warning in (*recipe.warnings, *_vain(recipe)):
        Report().warning(warning)
    show(table(rows))
    return 0


def _of(name: str, given: Given) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of a setting of `[digest]`."""
    if name != SECTIONS or not isinstance(given.value, tuple):
        yield name, toml(given.value)
        return
    for section, sources in given.value:
        yield f"{name}.{toml(section)}", toml(sources)


def _vain(recipe: Recipe) -> Iterator[str]:
    """Yield what a run would say of names in the recipe; here nothing ends with it."""
    registry = gathering.registry(Wanted(only=recipe.names("plugins")), to_look=True)
    try:
        yield from check_options(recipe, registry)
        list(enabled(recipe, registry))
    except BriefError as exc:
        yield str(exc)


def toml(value: object) -> str:
    """Return *value* as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, str):
        import json  # TOML's escapes are JSON's

        return json_text(json.dumps(value, ensure_ascii=False))
    return str(value)
