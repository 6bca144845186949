"""Turn the options of a command line into a recipe, and into the plugins to load."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from os.path import isfile  # which never raises, unlike Path.is_file
from pathlib import Path

from brief.config import from_assignments, gather
from brief.errors import ConfigError, UsageError
from brief.inputs import missing
from brief.options import Given
from brief.plugins import Wanted, load
from brief.recipe import Recipe, with_values
from brief.registry import Registry
from brief.settings import DIGEST, SETTINGS, USES, checked

from .streams import product_guarded

# Where the day of the run comes from when nobody says it.
CLOCK = "the clock"
# Options that are short for --use.
SHORT = {"summariser": "summarise", "loader": "loader", "executor": "executor"}


def recipe(
    params: Mapping[str, object],
    *,
    config: str | None = None,
    isolated: bool = False,
    assignments: Sequence[str] = (),
    uses: Sequence[str] = (),
) -> Recipe:
    """Return the recipe of a command line; *params* are its options by their Python names."""
    flags = from_assignments(assignments)
    values: dict[str, Given] = {}
    for name, value in params.items():
        key = name.replace("_", "-")
        # An option of many values that is not given is none, [] or (), as typer's release has it.
        if key in SETTINGS and value is not None and value not in ([], ()):
            flag = f"--no-{key}" if value is False else f"--{key}"
            values[key] = Given(tuple(value) if isinstance(value, list | tuple) else value, flag)
    flags = with_values(flags, values)
    chosen = Recipe(uses=dict(_choice(each) for each in uses))
    for option, what in SHORT.items():
        picked = params.get(option)
        if picked is not None:
            chosen = Recipe(uses={**chosen.uses, what: Given(picked, f"--{option}")})
    path = Path(config) if config is not None else None
    if path is not None and not isfile(path):
        raise ConfigError(f"{path}: {missing(str(path))}")
    whole = gather(chosen.over(flags), config=path, isolated=isolated)
    if "date" not in whole.values:
        whole = with_values(whole, {"date": Given(_today(), CLOCK)})
    return whole


def with_digest(recipe: Recipe, given: Mapping[str, object]) -> Recipe:
    """Return *recipe* with what the options of `brief digest` say over `[digest]`."""
    found = {
        name: Given(checked(DIGEST[name], Given(value, f"--{name}")), f"--{name}")
        for name, value in given.items()
        if value is not None
    }
    return replace(recipe, digest={**recipe.digest, **found})


def without_digest(recipe: Recipe) -> Recipe:
    """Return *recipe* without what `[digest]` says, which is not for other commands."""
    return replace(recipe, digest={})


def wanted(recipe: Recipe, words: Sequence[str] | None, *, no_plugins: bool) -> Wanted:
    """Return which plugins to load; *words* are those of -p."""
    words = words or ()
    files = tuple(word for word in words if word.endswith(".py") or "/" in word or "\\" in word)
    for path in files:
        if not isfile(path):
            raise UsageError(f"-p {path}: {missing(path)}")
    only = recipe.names("plugins")
    return Wanted(
        only=() if no_plugins else only,
        without=tuple(word[3:] for word in words if word.startswith("no:")),
        required=tuple(w for w in words if not w.startswith("no:") and w not in files),
        files=files,
        origin=recipe.given("plugins").origin,
    )


def registry(wanted: Wanted, *, to_look: bool = False) -> Registry:
    """Return the registry; a plugin asked for that is broken is an error, but *to_look* at."""
    from brief.errors import PluginError

    with product_guarded():
        found = load(wanted)
    # What has been made so far stays: it need not be looked through again and again.
    gc.freeze()
    gc.enable()
    for plugin in () if to_look else found.broken:
        if plugin.name in wanted.required or plugin.origin in wanted.files:
            raise PluginError(f"plugin {plugin.name!r} cannot be loaded: {plugin.reason}")
    return found


def _choice(words: str) -> tuple[str, Given]:
    """Return phase and stage of a word such as `summarise=lexrank`."""
    from brief.near import did_you_mean

    what, equals, name = words.partition("=")
    if not equals or not name:
        raise UsageError(f"--use takes PHASE=NAME, such as summarise=lexrank, not {words!r}")
    if what not in USES:
        raise UsageError(f"--use: nothing called {what!r} to choose{did_you_mean(what, USES)}")
    return what, Given(name, "--use")


def _today() -> str:
    """Return the day of the run (UTC): `SOURCE_DATE_EPOCH` if set, else the clock, read once."""
    import time

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch) if epoch else None))
    except (ValueError, OverflowError, OSError) as exc:
        raise ConfigError(
            f"SOURCE_DATE_EPOCH must be a number of seconds, not {epoch[:40]!r}"
        ) from exc
