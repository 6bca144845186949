"""Make one article of one JSON record, or say what is wrong with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from brief.article import Article, Notice
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.spans import squeeze

from .decode import LARGEST, sound
from .reading import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN = ("id", "title", "byline", "outlet", "url", "language", "published")
KINDS = {dict: "an object", list: "an array", str: "a string", bool: "a truth value"}


def parsed(text: str) -> object:
    """Return the JSON value of *text*. Raises `LoadError` for what is no JSON."""
    import json  # plain text needs none

    try:
        value: object = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise LoadError(f"not valid JSON: {error.msg.lower()} at {place}") from error
    except RecursionError as error:
        raise LoadError("not an article: nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise LoadError(f"not an article: {error}") from error
    return value


def article_of(
    value: object,
    source: str,
    record: int | None,
    source_sha256: str,
    notices: tuple[Notice, ...] = (),
) -> Article:
    """Return the article that *value*, a parsed record, describes.

    Its text is kept as it is, but for halves of surrogate pairs (notice B102). Raises
    `LoadError` for a record that is no object, has no text, or a field of the wrong type.
    """
    if not isinstance(value, dict):
        raise LoadError(f"not an article: {_kind(value)}, not an object")
    text, mended = sound(_text(value))
    if not text or text.isspace():
        raise LoadError(EMPTY)
    fields = {name: _field(value, name) for name in KNOWN}
    origin = source if record is None else f"{source}#{record}"
    return Article(
        id=fields["id"] or fields["url"] or origin,
        source=source,
        text=text,
        record=record,
        title=fields["title"],
        byline=fields["byline"],
        outlet=fields["outlet"],
        url=fields["url"],
        language=fields["language"],
        published=fields["published"],
        sha256=digest(text.encode()),
        source_sha256=source_sha256,
        notices=(*notices, *mended),
    )


def _text(value: Mapping[str, object]) -> str:
    if "text" not in value and "schema_version" in value:
        raise LoadError("a brief, not an article; check it with 'brief verify'")
    text = value.get("text")
    if text is None:
        raise LoadError('no text; a record is an object with a "text" string')
    if not isinstance(text, str):
        raise LoadError(f'"text" is {_kind(text)}, not a string')
    if len(text) > LARGEST:
        raise LoadError(f'"text" is longer than {LARGEST // 1_000_000} million characters')
    return text


def _field(value: Mapping[str, object], name: str) -> str:
    """Return the field *name* in one line, empty where it is absent or null."""
    found = value.get(name)
    if found is None:
        return ""
    if isinstance(found, str):
        return sound(squeeze(found))[0]
    if name == "id" and isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    raise LoadError(f'"{name}" is {_kind(found)}, not a string')


def _kind(value: object) -> str:
    if value is None:
        return "null"
    return KINDS.get(type(value), "a number")


def _refuse(name: str) -> NoReturn:
    raise LoadError(f"not valid JSON: {name} is no JSON value")
