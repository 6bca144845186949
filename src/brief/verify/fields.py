"""Read values of a wanted type out of JSON, or say what stands there instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brief.errors import VerifyError

Form = Mapping[str, object]
Pair = tuple[int, int]

# No text is so long: a greater number is not worth printing.
GREATEST = 10**15


def value_of(form: Form, key: str, where: str) -> object:
    """Return the value at *key*; each of these raises `VerifyError` that names *where*."""
    if key not in form:
        raise VerifyError(f"{where}: {key!r} is missing")
    return form[key]


def text_of(form: Form, key: str, where: str) -> str:
    """Return the string at *key*."""
    value = value_of(form, key, where)
    if not isinstance(value, str):
        raise VerifyError(f"{where}: {key!r} must be a string, not {kind_of(value)}")
    return value


def list_of(form: Form, key: str, where: str) -> list[object]:
    """Return the list at *key*."""
    value = value_of(form, key, where)
    if not isinstance(value, list):
        raise VerifyError(f"{where}: {key!r} must be a list, not {kind_of(value)}")
    return value


def objects_of(form: Form, key: str, where: str) -> Iterator[tuple[int, Form]]:
    """Yield the objects of the list at *key*, numbered from 1."""
    for number, each in enumerate(list_of(form, key, where), 1):
        yield number, object_of(each, f"{where}, {key!r} {number}")


def object_of(value: object, where: str) -> Form:
    """Return *value*, an object."""
    if not isinstance(value, Mapping):
        raise VerifyError(f"{where}: must be an object, not {kind_of(value)}")
    return value


def ends_of(form: Form, where: str) -> Pair:
    """Return the "start" and "end" of *form*."""
    return whole(value_of(form, "start", where), where), whole(value_of(form, "end", where), where)


def pair_of(value: object, where: str) -> Pair:
    """Return *value*, a list of two offsets."""
    if not isinstance(value, list) or len(value) != 2:
        raise VerifyError(f"{where}: a span must be two offsets, not {kind_of(value)}")
    return whole(value[0], where), whole(value[1], where)


def line_of(form: Form, where: str) -> int | None:
    """Return the "line" of *form*, if it has one."""
    line = form.get("line")
    return None if line is None else whole(line, f"{where}, 'line'")


def flag_of(form: Form, key: str, where: str) -> bool:
    """Return the boolean at *key*, which may be left out where it is false."""
    value = form.get(key, False)
    if not isinstance(value, bool):
        raise VerifyError(f"{where}: {key!r} must be a boolean, not {kind_of(value)}")
    return value


def whole(value: object, where: str) -> int:
    """Return *value*, a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise VerifyError(f"{where}: must be a whole number, not {kind_of(value)}")
    return value


def digits(number: int) -> str:
    """Return *number* as it is printed."""
    return str(number) if abs(number) < GREATEST else "…"


def kind_of(value: object) -> str:
    """Return what JSON calls the type of *value*."""
    names = {bool: "a boolean", int: "a number", float: "a number", str: "a string"}
    names |= {list: "a list", dict: "an object", type(None): "null"}
    return names.get(type(value), f"a {type(value).__name__}")
