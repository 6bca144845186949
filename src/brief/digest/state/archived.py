"""Write values of the project as JSON and read them back equal, without pickle."""

from __future__ import annotations

import json
from dataclasses import fields
from operator import attrgetter
from typing import TypeVar

from brief.article import Article, Notice
from brief.model import (
    Brief,
    Item,
    Note,
    Party,
    Pick,
    Position,
    Ran,
    Section,
    Sentence,
    Summary,
)
from brief.spans import Cut, Part, Span

_V = TypeVar("_V")

# What a value is written as starts with the place of its type in this list; 0 and 1 stand for
# a tuple and a list.
_KINDS: tuple[type, ...] = (
    *(tuple, list),
    *(Span, Cut, Part, Article, Notice, Sentence, Party, Position, Pick, Summary),
    *(Item, Section, Note, Ran, Brief),
)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_NAMES = {kind: [each.name for each in fields(kind)] for kind in _KINDS[2:]}
_FIELDS = {kind: attrgetter(*names) for kind, names in _NAMES.items()}
_PLAIN = frozenset({str, int, float, bool, type(None)})

# Changes with any field of any type: what was written before is then no longer asked for.
SHAPE = repr([(kind.__name__, names) for kind, names in _NAMES.items()])


class Unwritable(Exception):
    """A value that would not come back as it was, such as an object of a plugin's own class."""


def archived(value: object) -> bytes:
    """Return *value* as JSON in UTF-8: `restored` gives an equal value of the same types.

    Raises `Unwritable` for anything but values of `brief.model`, tuples, and what JSON holds:
    also for a subclass of these, whose own part would be lost.
    """
    try:
        text = json.dumps(_written(value), ensure_ascii=False, separators=(",", ":"))
    except (RecursionError, ValueError) as exc:
        raise Unwritable(str(exc)) from exc
    return text.encode("utf-8", "surrogatepass")


def restored(written: bytes, kind: type[_V]) -> _V | None:
    """Return the value that `archived` was given if it is a *kind*, else nothing."""
    try:
        value = _read(json.loads(written.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, IndexError, KeyError, AttributeError, RecursionError):
        return None
    return value if type(value) is kind else None


def _written(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, dict) and kind is dict:
        if all(type(key) is str for key in value):
            return {key: _written(each) for key, each in value.items()}
        raise Unwritable("a key that is no text")
    number = _NUMBERS.get(kind)
    if number is None:
        raise Unwritable(f"a {kind.__name__}")
    if isinstance(value, (tuple, list)):
        return [number, *[each if type(each) in _PLAIN else _written(each) for each in value]]
    parts = _FIELDS[kind](value)
    return [number, *[each if type(each) in _PLAIN else _written(each) for each in parts]]


def _read(written: object) -> object:
    if isinstance(written, list):
        number, *parts = written
        kind = _KINDS[number]
        read = [_read(each) if type(each) in (list, dict) else each for each in parts]
        return read if kind is list else tuple(read) if kind is tuple else kind(*read)
    if isinstance(written, dict):
        return {key: _read(each) for key, each in written.items()}
    return written
