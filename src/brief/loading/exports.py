"""Find the articles in what scrapers, feed readers and read-later tools export as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from brief.article import Notice
from brief.errors import LoadError
from brief.sanitise import shortened

from .decode import LARGEST
from .fields import plain_name

# Where tools put the text of an article, best first. Names are compared as in `fields`.
PLAIN = "maintext articlebody contenttext"
MARKED_UP = "contenthtml htmlcontent"
EITHER = "content body textcontent rawtext"
TEXTS = (*PLAIN.split(), *MARKED_UP.split(), *EITHER.split())
# As they are usually written, for the message that none is there.
USUAL = ("maintext", "articleBody", "content_text", "content_html", "content", "body")

# The lists that wrap articles, with what leads to them: an answer of an interface, a feed.
WRAPPERS = ("articles", "items", "entries", "results", "data", "@graph")
OUTER = ("_embedded", "response", "data")
MOST_OUTER = 4
# NewsAPI gives 200 characters of an article, and how many it keeps back.
KEPT_BACK = re.compile(r"(?:…|\.\.\.)?\s?\[\+(\d{1,9}) chars\]\s{0,9}$")
# Not the full stop of "Mr." or "No.".
SENTENCE_END = re.compile(r"[^\s.]{4}[.!?][\"”’)]?(?=\s)")
SHOWN_NAMES = 8


class Found(NamedTuple):
    """The text of a record, which of its paragraphs are asides, and what to say of it."""

    paragraphs: list[tuple[str, bool]]
    notices: tuple[Notice, ...] = ()


def wrapped(value: object) -> object:
    """Return the list of articles that *value* is a wrapper of, else *value* itself."""
    inner = value
    for _ in range(MOST_OUTER):
        if not isinstance(inner, Mapping) or "schema_version" in inner or has_text(inner):
            return value
        for name in WRAPPERS:
            found = inner.get(name)
            if isinstance(found, list):
                return [each for each in found if _is_article(each)] if name == "@graph" else found
        inner = next((inner[name] for name in OUTER if name in inner), None)
    return value


def has_text(value: Mapping[str, object]) -> bool:
    """Tell whether a record holds an article's text, whichever tool has written it."""
    return any(name == "text" or plain_name(name) in TEXTS for name in value)


def text_of_export(value: Mapping[str, object]) -> Found:
    """Return the text of a record without a `text`, from the first place that holds one.

    HTML loses its tags there. Raises `LoadError` where there is no text at all.
    """
    named = {plain_name(name): each for name, each in value.items()}
    there = [name for name in TEXTS if named.get(name) is not None]
    if not there:
        raise LoadError(_no_text(value))
    found = Found([])
    for name in there:
        found = _paragraphs(named[name], marked_up=name in MARKED_UP.split())
        if any(text.strip() for text, _ in found.paragraphs):
            break
    return found


def _paragraphs(value: object, *, marked_up: bool) -> Found:
    """Return the paragraphs of a text, a list of texts, or an object with rendered HTML."""
    if isinstance(value, Mapping):
        value, marked_up = value.get("rendered"), True
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        raise LoadError('the text is no string; a record is an object with a "text" string')
    if len(value) > LARGEST:
        raise LoadError(f"the text is longer than {LARGEST // 1_000_000} million characters")
    return _whole(value, marked_up=marked_up)


def _whole(value: str, *, marked_up: bool) -> Found:
    """Return the paragraphs of *value*; where it breaks off, its last words are an aside."""
    from .tags import looks_html, paragraphs_of  # few records hold HTML

    kept = KEPT_BACK.search(value, max(0, len(value) - 40))
    words = value[: kept.start()] if kept else value
    if marked_up or looks_html(words):
        paragraphs = [(each.text, each.heading) for each in paragraphs_of(words)]
    else:
        paragraphs = [(words, False)]
    if kept is None:
        return Found(paragraphs)
    missing = f"the export holds only the beginning: {int(kept[1]):,} characters are missing"
    return Found(_unbroken(paragraphs), (Notice("B107", missing),))


def _unbroken(paragraphs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return *paragraphs* with the sentence that breaks off at the end as an aside.

    Half a sentence, or half a quotation, must not be printed as a whole one.
    """
    *above, (last, heading) = paragraphs or [("", False)]
    ends = [match.end() for match in SENTENCE_END.finditer(last)]
    if not ends or heading:
        return paragraphs
    parts = ((last[: ends[-1]].rstrip(), False), (last[ends[-1] :].strip(), True))
    return [*above, *(part for part in parts if part[0])]


def _is_article(value: object) -> bool:
    """Tell whether *value* is an article among the things that a page says of itself."""
    return isinstance(value, Mapping) and has_text(value)


def _no_text(value: Mapping[str, object]) -> str:
    names = ", ".join(f'"{shortened(name, 30)}"' for name in list(value)[:SHOWN_NAMES])
    more = ", ..." if len(value) > SHOWN_NAMES else ""
    others = ", ".join(f'"{name}"' for name in USUAL)
    found = f"this one has {names}{more}" if names else "this one is empty"
    return f'no text; a record is an object with a "text" string (or {others}), {found}'
