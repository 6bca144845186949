"""Values and named tuples: what Python's own promise, for less time at the start."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.value import NamedTuple, value


@value
class Tide:
    """A tide at a *port*."""

    port: str
    metres: float = 0.0
    marks: tuple[str, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.metres < 0:
            raise ValueError("no tide is below zero")


@value
class Spring(Tide):
    """A tide that has a day too."""

    day: str = ""


@dataclass(frozen=True, slots=True)
class Plain:
    """The same fields as a plain dataclass."""

    port: str
    metres: float = 0.0
    marks: tuple[str, ...] = field(default_factory=tuple)


ARGUMENTS = st.tuples(
    st.text(max_size=5), st.floats(0, 9, width=16), st.lists(st.text(max_size=3)).map(tuple)
)


class Berth(NamedTuple):
    """Where a ship lies."""

    quay: str
    metres: float = 0.0
    ships: tuple[Tide, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether there is no ship."""
        return not self.ships

    def __str__(self) -> str:
        """Its quay alone."""
        return self.quay


class PlainBerth(typing.NamedTuple):
    """The same fields as Python's own named tuple."""

    quay: str
    metres: float = 0.0
    ships: tuple[Tide, ...] = ()


@given(ARGUMENTS, ARGUMENTS)
def test_a_value_compares_as_a_frozen_dataclass_does(
    one: tuple[str, float, tuple[str, ...]], other: tuple[str, float, tuple[str, ...]]
) -> None:
    """Equal fields make equal values with one hash, printed field by field."""
    assert (Tide(*one) == Tide(*other)) == (Plain(*one) == Plain(*other))
    assert Tide(*one) == Tide(*one)
    assert hash(Tide(*one)) == hash(Tide(*one))
    assert repr(Tide(*one)) == repr(Plain(*one)).replace("Plain", "Tide")


def test_a_value_takes_arguments_as_a_dataclass_does() -> None:
    """By place or by name, with defaults made anew; too few are a `TypeError` that names them."""
    assert Tide("Orlund") == Tide(port="Orlund", metres=0.0, marks=())
    assert str(inspect.signature(Tide)).startswith("(port: 'str', metres: 'float' = 0.0, marks")
    with pytest.raises(TypeError, match="port"):
        Tide()  # type: ignore[call-arg]  # that is what is tested
    with pytest.raises(ValueError, match="below zero"):
        Tide("Orlund", -1)


@pytest.mark.parametrize("one", [Tide("Orlund", 2.5), Spring("Orlund", 2.5, ("low",), "Monday")])
def test_nothing_of_a_value_can_be_changed(one: Tide) -> None:
    """Neither a field nor another name is set or deleted, whatever class it was derived from."""
    with pytest.raises(FrozenInstanceError):
        one.metres = 3.0  # type: ignore[misc]  # that is what is tested
    with pytest.raises(FrozenInstanceError):
        del one.port
    with pytest.raises(FrozenInstanceError):
        one.other = 1  # type: ignore[attr-defined]  # that is what is tested
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("one", [Tide("Orlund", 2.5), Spring("Orlund", 2.5, ("low",), "Monday")])
def test_a_value_crosses_processes_and_is_copied(one: Tide) -> None:
    """Pickled between our own processes, or copied, it comes back equal and of its class."""
    for again in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):  # noqa: S301
        assert again == one
        assert type(again) is type(one)


def test_a_derived_value_has_the_fields_of_both() -> None:
    """`fields` and `replace` know all of them; a value equals none of another class."""
    spring = Spring("Orlund", 2.5, ("low",), "Monday")

    assert [each.name for each in fields(spring)] == ["port", "metres", "marks", "day"]
    assert replace(spring, day="Sunday") == Spring("Orlund", 2.5, ("low",), "Sunday")
    assert spring != Tide("Orlund", 2.5, ("low",))


def test_no_field_without_a_default_follows_one_that_has_one() -> None:
    """Neither in a value nor in a named tuple: the arguments would go to the wrong fields."""
    with pytest.raises(TypeError, match=r"Buoy\.colour has no default, but one before it has"):

        @value
        class Buoy:
            depth: int = 3
            colour: str  # type: ignore[misc]  # that is what is tested

    with pytest.raises(TypeError, match="Sound: a field without a default follows"):

        class Sound(NamedTuple):
            depth: int = 3
            colour: str  # type: ignore[misc]  # that is what is tested


def test_a_named_tuple_is_the_same_as_pythons_own() -> None:
    """Its fields, defaults, order and types, its methods, and what it prints."""
    berth = Berth("North Quay", ships=(Tide("Orlund"),))

    assert tuple(berth) == PlainBerth("North Quay", ships=(Tide("Orlund"),))
    assert (Berth._fields, Berth._field_defaults) == (
        PlainBerth._fields,
        PlainBerth._field_defaults,
    )
    assert str(inspect.signature(Berth)).startswith("(quay: 'str', metres: 'float' = 0.0, ships")
    assert typing.get_type_hints(Berth) == typing.get_type_hints(PlainBerth)
    assert (Berth.__module__, Berth.__qualname__, Berth.__doc__) == (
        __name__,
        "Berth",
        "Where a ship lies.",
    )
    assert repr(berth) == repr(PlainBerth(*berth)).replace("PlainBerth", "Berth")
    assert (str(berth), berth.is_free, Berth("North Quay").is_free) == ("North Quay", False, True)
    assert berth._replace(quay="South Quay").quay == "South Quay"


def test_a_named_tuple_crosses_processes_and_is_copied() -> None:
    """Pickled between our own processes, or copied, it comes back equal and of its class."""
    berth = Berth("North Quay", 2.5, (Tide("Orlund"),))

    for again in (pickle.loads(pickle.dumps(berth)), copy.copy(berth), copy.deepcopy(berth)):  # noqa: S301
        assert again == berth
        assert type(again) is Berth
