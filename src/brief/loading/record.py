"""Make one article of one JSON record, or say what is wrong with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from brief.article import Article, Notice
from brief.errors import LoadError
from brief.inputs import EMPTY
from brief.spans import squeeze

from . import joined
from .decode import LARGEST, sound
from .reading import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief.spans import Span

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

    A `text` is kept as it is, but for halves of surrogate pairs (notice B102); in records of
    other tools it stands elsewhere, and may be HTML. Raises `LoadError` for a record that is
    no object, has no text, or, beside a `text`, a field of the wrong type.
    """
    if not isinstance(value, dict):
        raise LoadError(f"not an article: {_kind(value)}, not an object")
    if "schema_version" in value and value.get("text") is None:
        raise LoadError("a brief, not an article; check it with 'brief verify'")
    text, furniture, said = _text(value)
    text, mended = sound(text)
    if not text or text.isspace():
        raise LoadError(EMPTY)
    fields = _fields(value)
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
        furniture=furniture,
        notices=(*notices, *mended, *said),
    )


def _text(value: Mapping[str, object]) -> tuple[str, tuple[Span, ...], tuple[Notice, ...]]:
    """Return the text of a record, what of it is no story, and what to say of it."""
    text = value.get("text")
    if text is None:
        return _text_of_export(value)
    if not isinstance(text, str):
        raise LoadError(f'"text" is {_kind(text)}, not a string')
    if len(text) > LARGEST:
        raise LoadError(f'"text" is longer than {LARGEST // 1_000_000} million characters')
    return text, (), ()


def _text_of_export(
    value: Mapping[str, object],
) -> tuple[str, tuple[Span, ...], tuple[Notice, ...]]:
    """Return what `_text` does for a record of another tool."""
    from .exports import text_of_export  # only for what other tools have written

    found = text_of_export(value)
    return (*joined(found.paragraphs), found.notices)


def _fields(value: Mapping[str, object]) -> dict[str, str]:
    """Return the fields of a record by our names, those of other tools where ours are missing."""
    own = value.get("text") is not None
    fields = {name: _field(value, name) if own else "" for name in KNOWN}
    from .fields import learn  # only records need it

    learned = learn(value)._asdict().items()
    return fields | {name: said for name, said in learned if not fields[name]}


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
