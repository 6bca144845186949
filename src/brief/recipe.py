"""What a run asks for, each value with where it was set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from .options import Given
from .settings import SETTINGS, checked
from .value import value


@value
class Recipe:
    """What a run asks for: *values* of settings, *uses* (phase to stage name) and *options*
    ((kind, name) to the options of that record). *digest* is what `[digest]` says, of its
    "sections" each name with its sources. Values that nobody set are not in it.
    """

    values: Mapping[str, Given] = field(default_factory=dict)
    uses: Mapping[str, Given] = field(default_factory=dict)
    options: Mapping[tuple[str, str], Mapping[str, Given]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    digest: Mapping[str, Given] = field(default_factory=dict)

    def given(self, name: str) -> Given:
        """Return the value of the setting *name* with where it was set."""
        return self.values.get(name) or Given(SETTINGS[name].default, "default")

    def use(self, what: str, default: str) -> Given:
        """Return the name chosen for a phase, "loader" or "executor", with where it was set."""
        return self.uses.get(what) or Given(default, "default")

    def text(self, name: str) -> str:
        """Return the value of a text or choice setting."""
        return str(self.given(name).value)

    def flag(self, name: str) -> bool:
        """Return the value of a flag."""
        return self.given(name).value is True

    def number(self, name: str) -> int:
        """Return the value of a number."""
        value = self.given(name).value
        return value if isinstance(value, int) else 0

    def names(self, name: str) -> tuple[str, ...] | None:
        """Return the value of a list of names; none if nobody set it and it has no default."""
        value = self.given(name).value
        return tuple(map(str, value)) if isinstance(value, tuple) else None

    def over(self, other: Recipe) -> Recipe:
        """Return *other* with everything this recipe sets laid over it."""
        options: dict[tuple[str, str], Mapping[str, Given]] = dict(other.options)
        for key, given in self.options.items():
            options[key] = {**options.get(key, {}), **given}
        return Recipe(
            {**other.values, **self.values},
            {**other.uses, **self.uses},
            options,
            (*other.warnings, *self.warnings),
            {**other.digest, **self.digest},
        )


def with_values(recipe: Recipe, values: Mapping[str, Given]) -> Recipe:
    """Return *recipe* with *values*, each checked, laid over it."""
    fit = {
        name: Given(checked(SETTINGS[name], given), given.origin) for name, given in values.items()
    }
    return replace(recipe, values={**recipe.values, **fit})
