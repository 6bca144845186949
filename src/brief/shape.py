"""Check the types of what a stage put into a brief: not every author has a type checker."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from operator import attrgetter
from typing import get_args

from .article import Notice
from .errors import StageError
from .model import (
    Form,
    Item,
    Kind,
    Note,
    Origin,
    Party,
    Pick,
    Position,
    Section,
    Sentence,
    Stance,
    Summary,
    Via,
)
from .spans import Cut

# The fields of each type that hold text, and those that hold tuples.
_TEXT: dict[type, tuple[str, ...]] = {
    Cut: ("reason", "stage"),
    Sentence: ("id", "text"),
    Party: ("id", "name", "role", "kind", "speaks_for"),
    Position: ("id", "sentence", "form", "via", "party", "stance", "target_party", "rule"),
    Pick: ("id", "text"),
    Summary: ("method",),
    Item: ("text", "label"),
    Section: ("key", "title", "origin"),
    Note: ("target", "key", "text", "stage"),
    Notice: ("code", "message"),
}
_TUPLES: dict[type, tuple[str, ...]] = {
    Sentence: ("parts",),
    Party: ("mentions", "pronouns"),
    Position: ("content", "disputes"),
    Pick: ("parts", "why"),
    Summary: ("sentences",),
    Item: ("spans", "children"),
    Section: ("items",),
}
_CHOICES: dict[type, dict[str, tuple[str, ...]]] = {
    Party: {"kind": get_args(Kind)},
    Position: {"form": get_args(Form), "via": get_args(Via), "stance": get_args(Stance)},
    Section: {"origin": get_args(Origin)},
}


def _held(kind: type) -> tuple[attrgetter[tuple[object, ...]], tuple[type, ...]]:
    """Return what gets the fields of a *kind* all at once, and their types."""
    texts, tuples = _TEXT[kind], _TUPLES.get(kind, ())
    return attrgetter(*texts, *tuples), (str,) * len(texts) + (tuple,) * len(tuples)


def _chosen(kind: type) -> tuple[attrgetter[object], frozenset[object]] | None:
    """Return what gets the words that a *kind* is a choice of, and what it may get.

    That is a word, or a tuple of words where there are several.
    """
    if kind not in _CHOICES:
        return None
    lists = [*_CHOICES[kind].values()]
    return attrgetter(*_CHOICES[kind]), frozenset(product(*lists) if lists[1:] else lists[0])


_SHAPES = {kind: (*_held(kind), _chosen(kind)) for kind in _TEXT}


def check_shape(values: Iterable[object], kind: type) -> None:
    """Raise `StageError` unless each of *values* is a *kind* whose fields have their types."""
    held, types, chosen = _SHAPES[kind]
    for value in values:
        # To look at field by field takes five times as long, and hardly ever finds anything.
        if (
            not isinstance(value, kind)
            or (*map(type, held(value)),) != types
            or (chosen is not None and chosen[0](value) not in chosen[1])
        ):
            _check_fields(value, kind)


def _check_fields(value: object, kind: type) -> None:
    """Raise with the field of *value* that is wrong; subclasses of text and tuples are not."""
    name = kind.__name__
    if not isinstance(value, kind):
        raise StageError(f"it made a {type(value).__name__} where a {name} should be")
    for field in _TEXT[kind]:
        _hold(isinstance(getattr(value, field), str), name, field, "text")
    for field in _TUPLES.get(kind, ()):
        _hold(isinstance(getattr(value, field), tuple), name, field, "a tuple")
    for field, words in _CHOICES.get(kind, {}).items():
        _hold(getattr(value, field) in words, name, field, f"one of {', '.join(words)}")


def _hold(fits: bool, kind: str, field: str, wanted: str) -> None:
    if not fits:
        raise StageError(f"{kind}.{field} must be {wanted}")
