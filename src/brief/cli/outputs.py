"""Say where a digest goes, in which format: one run writes as many outputs as are asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from brief.errors import UsageError
from brief.inputs import URL
from brief.near import did_you_mean
from brief.options import Given
from brief.plan import Plan, plan
from brief.recipe import Recipe, with_values
from brief.registry import Owned, Registry

from .briefing import dressed
from .formats import with_format

if TYPE_CHECKING:
    from brief.contracts import Renderer

PRINTED = "-"
# "github:PATH". One letter would be a drive of Windows.
NAMED = re.compile(r"([a-z][a-z0-9_-]+):(?!//)(.*)", re.DOTALL)
# What a folder gets, beside its index: a page of each day, and feeds.
SITE = ("html", "atom", "jsonfeed")


class Output(NamedTuple):
    """Where a digest goes: the file or folder *path*, or standard output where it is empty.

    *named* is the format that was named with it, empty for that of -f or of the suffix.
    """

    path: str
    named: str = ""

    @property
    def is_site(self) -> bool:
        """Whether it is a folder."""
        return self.path.endswith(("/", os.sep)) or (bool(self.path) and os.path.isdir(self.path))


class Target(NamedTuple):
    """An output with the formats that are written there: of a folder, those of `SITE`."""

    path: str
    formats: tuple[Owned[Renderer], ...]

    @property
    def is_site(self) -> bool:
        """Whether it is a folder."""
        return len(self.formats) > 1


def placed(home: str, path: str) -> str:
    """Return *path* as one from the folder *home*, where the file stands that names it."""
    if URL.match(path) or path == PRINTED:
        return path
    whole = os.path.join(home, path)  # noqa: PTH118  # keeps "./", a Path does not
    if not os.path.isabs(home) or os.path.isabs(path):  # noqa: PTH117  # names
        return whole
    # A file that was looked for is known by its whole path, which is nobody's business and
    # another one tomorrow.
    try:
        return os.path.relpath(whole) + ("/" if path.endswith("/") else "")
    except ValueError:  # on another drive
        return whole


def beside(recipe: Recipe, name: str) -> str:
    """Return the path that `[digest]` has for *name*, or nothing."""
    given = recipe.digest.get(name)
    path = str(given.value) if given is not None else ""
    return placed(_home(given), path) if path else ""


def _home(given: Given | None) -> str:
    """Return the folder that a path is meant from: that of the file it stands in."""
    if given is None or given.origin.startswith("--"):
        return ""
    return os.path.dirname(given.origin)  # noqa: PTH120  # a name


def outputs(recipe: Recipe, formats: Collection[str]) -> tuple[Output, ...]:
    """Return what -o names, else `output` of `[digest]`, else standard output alone.

    *formats* may stand before a path. Raises `UsageError` for another one, and for one output
    that is named twice.
    """
    given = recipe.digest.get("output")
    home = _home(given)
    words = given.value if given is not None and isinstance(given.value, tuple) else ()
    found = [_output(str(each), home, formats) for each in words]
    places = [os.path.realpath(each.path) if each.path else "" for each in found]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise UsageError(f"-o: {found[number].path or 'standard output'} is named twice")
    return tuple(found) or (Output(""),)


def _output(words: str, home: str, formats: Collection[str]) -> Output:
    """Return the output that *words* name: PATH, or FORMAT:PATH."""
    match = NAMED.match(words)
    name, path = (match[1], match[2]) if match else ("", words)
    if name and name not in formats:
        raise UsageError(
            f"-o {words}: no format {name!r}{did_you_mean(name, formats)}; "
            f"a file of that name is ./{words}"
        )
    if not path:
        said = f"-o {words}".rstrip()
        raise UsageError(f"{said} needs the name of a file or folder, or '-' for standard output")
    if "{" in path:
        raise UsageError(f"-o {words}: a digest is one file, and its name has no fields in braces")
    return Output("" if path == PRINTED else placed(home, path), name)


def targets(
    recipe: Recipe, registry: Registry, wanted: Sequence[Output], *, dry: bool
) -> tuple[Plan, tuple[Target, ...]]:
    """Return the plan of a run that ends in a digest, and each output with its formats.

    *dry*, the first output alone is there, and is printed. The plan has the warnings of all.
    """
    wanted = wanted[:1] if dry else wanted
    plans = [_planned(recipe, registry, each, dry=dry) for each in wanted]
    warnings = dict.fromkeys(warning for each in plans for warning in each.warnings)
    found = [
        Target("" if dry else each.path, _formats(recipe, registry, each, made, dry=dry))
        for each, made in zip(wanted, plans, strict=True)
    ]
    return plans[0]._replace(warnings=tuple(warnings)), tuple(found)


def _planned(recipe: Recipe, registry: Registry, output: Output, *, dry: bool) -> Plan:
    if output.is_site and not dry:
        recipe = _with(recipe, SITE[0])
    elif output.named:
        recipe = _with(recipe, output.named)
    else:
        recipe = with_format(recipe, output.path or None, registry, "digest")
    made = plan(recipe, registry, "digest")
    return dressed(made, recipe, to_file=bool(output.path) and not dry)


def _formats(
    recipe: Recipe, registry: Registry, output: Output, made: Plan, *, dry: bool
) -> tuple[Owned[Renderer], ...]:
    if dry or not output.is_site:
        return (made.renderer,)
    feeds = (plan(_with(recipe, name), registry, "digest").renderer for name in SITE[1:])
    return (made.renderer, *feeds)


def _with(recipe: Recipe, format_: str) -> Recipe:
    return with_values(recipe, {"format": Given(format_, "-o")})


def unheard(recipe: Recipe, wanted: Sequence[Output]) -> Iterator[str]:
    """Yield what to warn of: a format that is named for what can only be a site."""
    nothing = "does nothing: a folder is a site, of pages and feeds"
    for each in wanted:
        if each.is_site and each.named not in ("", SITE[0]):
            yield f"{each.named}: before {each.path} {nothing}"
    said = recipe.values.get("format")
    if said and str(said.value) not in ("", SITE[0]) and all(each.is_site for each in wanted):
        yield f"{said.origin} {nothing}"
