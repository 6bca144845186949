"""What a template is given: briefs in their JSON form, safe for terminals, with their lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from brief.article import Places
from brief.form import Form, brief_form, failure_form, head
from brief.model import Brief, Failure, Json
from brief.sanitise import plain


def given(brief: Brief) -> str:
    """Return the form of *brief* with the article's text, as JSON text.

    To the form come the lines of what has offsets alone: items, cuts, notices.
    """
    form = brief_form(brief, with_text=True)
    places = Places(brief.article)
    for section in _dicts(form["sections"]):
        left = [*_dicts(section["items"])]
        while left:
            item = left.pop()
            spans = item["spans"]
            first = spans[0] if isinstance(spans, list) and spans else None
            item["line"] = places.line(_offset(first[0])) if isinstance(first, list) else None
            left += _dicts(item["children"])
    for key in ("cuts", "notices"):
        for each in _dicts(form[key]):
            start = each["start"]
            each["line"] = None if start is None else places.line(_offset(start))
    return json.dumps(_safe(form))


def variables(pieces: Iterable[str | Failure]) -> Mapping[str, object]:
    """Return the variables of a template: `briefs`, `failures` and `tool`."""
    briefs: list[object] = []
    failures: list[Json] = []
    for piece in pieces:
        if isinstance(piece, Failure):
            failures.append(_safe(failure_form(piece)))
        else:
            briefs.append(json.loads(piece))
    return {"briefs": briefs, "failures": failures, "tool": head()["tool"]}


def _dicts(value: Json) -> Iterator[Form]:
    return (each for each in (value if isinstance(value, list) else []) if isinstance(each, dict))


def _offset(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _safe(value: Json) -> Json:
    """Return *value* with no character in its texts that could act on a terminal."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [_safe(each) for each in value]
    if isinstance(value, dict):
        return {plain(key): _safe(each) for key, each in value.items()}
    return value
