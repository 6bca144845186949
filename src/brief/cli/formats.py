"""Choose the output format: the one that is named, a template's, or that of the suffix of -o."""

from __future__ import annotations

import os
from dataclasses import replace
from os.path import isfile  # which never raises, unlike Path.is_file

from brief.contracts import Takes
from brief.errors import ConfigError, UsageError
from brief.inputs import missing
from brief.options import Given
from brief.recipe import Recipe, with_values
from brief.registry import Registry

TEMPLATE = "template"


def with_format(
    recipe: Recipe, output: str | None, registry: Registry, takes: Takes = "briefs"
) -> Recipe:
    """Return *recipe* with the format of a run whose product goes to the file or folder *output*.

    The product is what its renderer *takes*: briefs, or a digest.
    """
    if recipe.text(TEMPLATE):
        recipe = _with_template(recipe)
    if "format" in recipe.values or not output:
        return recipe
    from .saving.names import suffix_of  # only with -o

    suffix = suffix_of(output)
    if not suffix:
        return recipe
    known_formats = registry.digests if takes == "digest" else registry.renderers
    suffixes = {owned.record.suffix: name for name, owned in known_formats.items()}
    if suffix in suffixes:
        return with_values(recipe, {"format": Given(suffixes[suffix], "the suffix of -o")})
    known = ", ".join(sorted(filter(None, suffixes)))
    raise UsageError(
        f"-o {output}: no format has the suffix {suffix!r}; known: {known}; -f NAME decides"
    )


def _with_template(recipe: Recipe) -> Recipe:
    """Return *recipe* with the format that fills its template, unless one set later is another.

    Raises `ConfigError` where both were said in one breath, or the file is not there.
    """
    template, format_ = recipe.given(TEMPLATE), recipe.given("format")
    name = str(format_.value)
    if name not in ("", TEMPLATE):
        if _strength(format_.origin) > _strength(template.origin):
            return recipe
        if _strength(format_.origin) == _strength(template.origin):
            raise ConfigError(
                f"{template.origin}: the format is {name} ({format_.origin}); "
                "a template has a format of its own, so leave one of the two out"
            )
    path = template_path(template)
    if not isfile(path):
        where = "" if template.origin == "--template" else f"{template.origin}: "
        raise ConfigError(f"{where}template {path}: {missing(path)}")
    recipe = with_values(recipe, {"format": Given(TEMPLATE, template.origin)})
    options = dict(recipe.options.get(("renderer", TEMPLATE), {}))
    options["file"] = Given(path, template.origin)
    return replace(recipe, options={**recipe.options, ("renderer", TEMPLATE): options})


def template_path(template: Given) -> str:
    """Return where the template is: one that a config file names stands beside that file."""
    path = str(template.value)
    if _strength(template.origin):
        return path
    return os.path.join(os.path.dirname(template.origin), path)  # noqa: PTH118, PTH120  # start-up


def _strength(origin: str) -> int:
    """Return how late a value was set: in a file, in the environment, on the command line."""
    return 2 if origin.startswith("-") else int(origin.startswith("BRIEF_"))
