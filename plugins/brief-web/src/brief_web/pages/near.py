"""Find the lines near a headline that may tell the day of an article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from .days import LONGEST
from .tags import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

CHANGED = re.compile(r"updat|modif|edited|review|revis", re.IGNORECASE)
DIGIT = re.compile("[0-9]")
SAID = re.compile(r"publish|posted|date|time\b|byline|meta\b|entry-info", re.IGNORECASE)
# Of a line that may hold nothing but the day, or a byline and the day.
MOST_WORDS = 12
# Elements from the headline on in which the day may stand.
NEAR = 150


def near_title(tree: _Element, *, changed: bool = False) -> Iterator[str]:
    """Yield the lines around the headline that may tell a day, then those named for it.

    With *changed*, those that say they tell the day of a change; else the others.
    """
    heading = next(tree.iter("h1"), None)
    if heading is not None:
        before, after = _around(heading)
        for element in (*after, *before):
            for piece in (element.text, element.tail):
                words = " ".join((piece or "").split())
                if _may_tell(words):
                    said = f"{called(element)} {_context(element)} {words}"
                    if bool(CHANGED.search(said)) == changed:
                        yield words
    for tag in islice(tree.xpath("descendant::*[@class]"), 4000):
        if not _says(tag.get("class") or "") or not _may_tell(words := words_of(tag)):
            continue
        if bool(CHANGED.search(f"{called(tag)} {words}")) == changed:
            yield words


@lru_cache(maxsize=4096)  # pages call hundreds of elements alike
def _says(called: str) -> bool:
    return SAID.search(called) is not None


def _may_tell(words: str) -> bool:
    """Tell whether *words* are a line about a day, and no sentence that names one."""
    return (
        DIGIT.search(words) is not None and len(words) <= LONGEST and words.count(" ") < MOST_WORDS
    )


def _context(element: _Element) -> str:
    """Return the words that stand in front of those in *element*: "Page updated:"."""
    previous = element.getprevious()
    above = element.getparent()
    said = [words_of(previous)[-40:] if previous is not None else ""]
    said += [(above.text or "")[-40:] if above is not None else ""]
    return " ".join(said)


def _around(heading: _Element) -> tuple[list[_Element], list[_Element]]:
    """Return the elements shortly before and after *heading* on the page."""
    before: list[_Element] = []
    after: list[_Element] = []
    past = False
    for element in heading.getroottree().getroot().iter():
        if not isinstance(element.tag, str):
            continue
        past = past or element is heading
        (after if past else before).append(element)
        if len(after) > NEAR:
            break
    return before[:-30:-1], after


def called(tag: _Element) -> str:
    """Return what *tag* and the element around it call themselves."""
    above = tag.getparent()
    names = [tag.get("class"), tag.get("id"), tag.get("itemprop")]
    return " ".join([*filter(None, names), (above.get("class") or "") if above is not None else ""])
