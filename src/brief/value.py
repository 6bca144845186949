"""Frozen dataclasses and named tuples that cost a fraction to define: brief starts often."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

__all__ = ["NamedTuple", "value"]

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[_T]) -> type[_T]:
    """Make *cls* a frozen dataclass with slots, compared and hashed by its fields.

    The same as ``@dataclass(frozen=True, slots=True)``, but none of its methods is compiled for
    the class alone: that takes twelve times as long, and a start defines 50 classes. What is
    derived from it must be a value too.
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
    defaults: list[object] = []
    for at, each in enumerate(every):
        known[f"_put_{at}"] = getattr(cls, each.name).__set__
        known[f"_make_{at}"] = each.default_factory
        if each.default is not MISSING or each.default_factory is not MISSING:
            defaults.append(each.default)
        elif defaults:
            raise TypeError(f"{cls.__qualname__}.{each.name} has no default, but one before it has")
    made_anew = tuple([each.default_factory is not MISSING for each in every])
    shape = _shape(made_anew, then=hasattr(cls, "__post_init__"))
    code = shape.replace(co_varnames=("self", *[each.name for each in every]))
    made: Any = FunctionType(code, known, "__init__", tuple(defaults))
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__annotations__ = {each.name: each.type for each in every} | {"return": None}
    return made


@cache
def _shape(made_anew: tuple[bool, ...], *, then: bool) -> CodeType:
    """Return the code of an `__init__` that takes so many arguments, under names to replace.

    Compiling is most of what a class costs, and many classes have as many fields.
    """
    names = [f"_{at}" for at in range(len(made_anew))]
    lines = [
        f" _put{name}(self, " + (f"_make{name}() if {name} is _MISSING else " * anew) + f"{name})"
        for name, anew in zip(names, made_anew, strict=True)
    ]
    lines += [" self.__post_init__()"] if then else []
    code = f"def __init__({', '.join(['self', *names])}):\n" + "\n".join(lines or [" pass"])
    known: dict[str, FunctionType] = {}
    # What is compiled holds numbers alone, no name of anybody's.
    exec(code, known)  # noqa: S102
    return known["__init__"].__code__


if TYPE_CHECKING:
    from typing import NamedTuple  # what type checkers know
else:

    class _Named(type):
        """Makes a named tuple of each class that is derived from `NamedTuple`."""

        def __new__(cls, name, bases, own):  # noqa: ANN001, ANN204
            if not bases:
                return super().__new__(cls, name, bases, own)
            types = own.pop("__annotations__", {})
            preset = [each for each in types if each in own]
            if preset != [*types][len(types) - len(preset) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            defaults = [own.pop(each) for each in preset]
            module = own.pop("__module__")
            made = namedtuple(name, types, defaults=defaults, module=module)  # noqa: PYI024
            made.__annotations__ = made.__new__.__annotations__ = types
            for key, each in own.items():
                setattr(made, key, each)
            return made

    class NamedTuple(metaclass=_Named):
        """The same as `typing.NamedTuple`, but annotations that are text stay text.

        There, each is compiled when the class is defined: half of what a class costs.
        """
