"""Hold what plugins hand over against what JSON can hold."""

from __future__ import annotations

from math import isfinite

from .errors import OutputError
from .model import Json

# Far deeper than any sensible value, far from the interpreter's own limit.
DEEPEST = 100


def json_value(value: object, where: str, depth: int = 0) -> Json:
    """Return *value*, tuples made lists, if JSON can hold it.

    Else raises `OutputError` that starts with *where*: for objects of other types, keys that
    are no strings, numbers that are not finite, and nesting deeper than `DEEPEST`.
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and isfinite(value):
        return value
    if depth < DEEPEST:
        if isinstance(value, (list, tuple)):
            return [json_value(each, where, depth + 1) for each in value]
        if isinstance(value, dict) and all(isinstance(key, str) for key in value):
            return {key: json_value(each, where, depth + 1) for key, each in value.items()}
    raise OutputError(f"{where}: no JSON value: {_fault(value, depth)}")


def _fault(value: object, depth: int) -> str:
    if isinstance(value, float):
        return f"the number {value}"
    if depth >= DEEPEST:
        return f"nested deeper than {DEEPEST}"
    if isinstance(value, dict):
        return "a key that is no string"
    return f"a {type(value).__name__}"


def finite(number: float, where: str) -> float:
    """Return *number* to six places; raises `OutputError` that starts with *where* for NaN."""
    if not isfinite(number):
        raise OutputError(f"{where}: no JSON value: the number {number}")
    return round(number, 6)
