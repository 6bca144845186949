"""Options are the fields of the callable: checked for name and type before anything runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pytest

from brief import ConfigError
from brief.options import Given, configure, options_of


@dataclass(frozen=True, slots=True)
class Sample:
    """Has an option of every type."""

    count: int = 3
    share: float = 0.5
    name: str = "a"
    on: bool = False
    words: tuple[str, ...] = ()
    side: Literal["left", "right"] = "left"
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError("count must be 1 or more")


def given(**values: object) -> dict[str, Given]:
    """Return values as if a file had set them."""
    return {name: Given(value, "brief.toml") for name, value in values.items()}


def test_options_are_the_fields_with_their_values() -> None:
    """What can be set is what the dataclass says; a function has no options."""
    assert options_of(Sample(count=4))["count"] == 4
    assert options_of(len) == {}


@pytest.mark.parametrize(
    "values",
    [
        {"count": 4},
        {"share": 1},
        {"share": 0.25},
        {"name": "b"},
        {"on": True},
        {"words": ["a", "b"]},
        {"side": "right"},
        {"limit": 9},
    ],
)
def test_fitting_value_is_set(values: dict[str, object]) -> None:
    """A value of the field's type is taken; lists become tuples, whole numbers numbers."""
    run = configure("stage 'sample'", Sample(), given(**values))

    name, value = next(iter(values.items()))
    assert getattr(run, name) == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"cuont": 4}, "brief.toml: stage 'sample' has no option 'cuont', did you mean 'count'?"),
        ({"count": "4"}, "brief.toml: stage 'sample': count must be a whole number, not '4'"),
        ({"count": True}, "brief.toml: stage 'sample': count must be a whole number, not True"),
        ({"on": 1}, "brief.toml: stage 'sample': on must be true or false, not 1"),
        ({"share": "x"}, "brief.toml: stage 'sample': share must be a number, not 'x'"),
        (
            {"words": "a"},
            "brief.toml: stage 'sample': words must be a list such as [\"a\", \"b\"], not 'a'",
        ),
        (
            {"words": [1]},
            'brief.toml: stage \'sample\': words must be a list such as ["a", "b"], not [1]',
        ),
        ({"side": "up"}, "brief.toml: stage 'sample': side must be 'left' or 'right', not 'up'"),
        ({"count": 0}, "brief.toml: stage 'sample': count must be 1 or more"),
    ],
)
def test_value_that_does_not_fit_is_named(values: dict[str, object], message: str) -> None:
    """The error says where it was set, what it is for, and what it must be."""
    with pytest.raises(ConfigError) as caught:
        configure("stage 'sample'", Sample(), given(**values))

    assert str(caught.value) == message


def test_function_takes_no_options() -> None:
    """A stage that is a plain function says so."""
    with pytest.raises(ConfigError, match="stage 'len' has no option 'x'; it has none"):
        configure("stage 'len'", len, given(x=1))
