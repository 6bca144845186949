"""Check the types of what a stage put into a brief: not every author has a type checker."""

from __future__ import annotations

from collections.abc import Iterable
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


def check_shape(values: Iterable[object], kind: type) -> None:
    """Raise `StageError` unless each of *values* is a *kind* whose fields have their types."""
    name = kind.__name__
    for value in values:
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
