"""Frozen dataclasses that cost a fraction to define, for a command that starts often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[_T]) -> type[_T]:
    """Make *cls* a frozen dataclass with slots, compared and hashed by its fields.

    The same as ``@dataclass(frozen=True, slots=True)``, but of its methods only `__init__` is
    compiled, the others are closures: to compile them all takes twice as long, and a start
    defines 50 classes. What is derived from it must be a value too.
    """
    made: Any = dataclass(init=False, eq=False, repr=False)(cls)
    every = fields(made)
    names = [each.name for each in every]
    made = _with_slots(made, names)
    values = attrgetter(*names, "__class__")
    for method in (*_comparisons(names, values), *_frozen(made, names), _init(made, every)):
        setattr(made, method.__name__, method)
    checked: type[_T] = made
    return checked


def _with_slots(cls: type, names: Sequence[str]) -> type:
    """Return *cls* with a slot for each field that it does not inherit."""
    held = {name for base in cls.__mro__[1:-1] for name in getattr(base, "__slots__", ())}
    own = {name: each for name, each in vars(cls).items() if name not in names}
    for name in ("__dict__", "__weakref__"):
        own.pop(name, None)
    own["__slots__"] = tuple(name for name in names if name not in held)
    made = type(cls)(cls.__name__, cls.__bases__, own)
    made.__qualname__ = cls.__qualname__
    return made


def _comparisons(names: Sequence[str], values: Any) -> Sequence[Any]:  # noqa: ANN401
    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(values(self))

    def __repr__(self: object) -> str:  # noqa: N807
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return __eq__, __hash__, __repr__


def _frozen(cls: type, names: Sequence[str]) -> Sequence[Any]:
    """Return the methods that refuse changes, and those that pickle and copy in spite of it."""
    setters = [getattr(cls, name).__set__ for name in names]

    def __setattr__(_self: object, name: str, _value: object) -> None:  # noqa: N807
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(_self: object, name: str) -> None:  # noqa: N807
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self: object) -> list[object]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: Sequence[object]) -> None:  # noqa: N807
        for put, one in zip(setters, state, strict=True):
            put(self, one)

    return __setattr__, __delattr__, __getstate__, __setstate__


def _init(cls: type, every: Sequence[Field[Any]]) -> Any:  # noqa: ANN401
    """Return `__init__`, which puts its arguments into the slots by their descriptors."""
    known: dict[str, object] = {"_MISSING": MISSING}
    takes, lines = [], []
    for each in every:
        name, given = each.name, each.name
        known[f"_put_{name}"] = getattr(cls, name).__set__
        if each.default is not MISSING:
            known[f"_default_{name}"] = each.default
            takes.append(f"{name}=_default_{name}")
        elif each.default_factory is not MISSING:
            known[f"_make_{name}"] = each.default_factory
            takes.append(f"{name}=_MISSING")
            given = f"_make_{name}() if {name} is _MISSING else {name}"
        else:
            takes.append(name)
        lines.append(f" _put_{name}(self, {given})")
    lines += [" self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    code = f"def __init__(self, {', '.join(takes)}):\n" + "\n".join(lines or [" pass"])
    # What is compiled are names of fields, of classes of this package and of who uses it.
    exec(code, known)  # noqa: S102
    made: Any = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {each.name: each.type for each in every} | {"return": None}
    return made
