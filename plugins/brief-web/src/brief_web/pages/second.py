"""Ask trafilatura for its reading of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

# What trafilatura calls the parts of a text (the names are those of TEI).
BLOCKS = frozenset(
    ["p", "head", "list", "item", "quote", "table", "row", "cell", "code", "fw", "body", "div"]
)


def second_reading(body: _Element) -> list[tuple[str, bool]]:
    """Return the paragraphs that trafilatura finds, each with whether it is an aside.

    Its fast mode, without comments. None where it finds nothing, or fails: this is a second
    opinion, and its faults are not the user's. Nothing is kept between pages.
    """
    from lxml.etree import tostring
    from lxml.html import document_fromstring
    from trafilatura.core import bare_extraction

    # A tree of its own, of the kind that trafilatura takes.
    root = body.getroottree().getroot()
    try:
        page = document_fromstring(tostring(root, encoding="unicode", method="html"))
        found = bare_extraction(page, fast=True, include_comments=False)
    except Exception:  # noqa: BLE001  # hostile trees make it raise what it likes
        return []
    text = getattr(found, "body", None)
    return [] if text is None else list(_paragraphs(text))


def _paragraphs(body: _Element) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of the small tree that trafilatura makes."""
    from lxml.etree import iterwalk

    words: list[str] = []
    aside = 0
    for event, element in iterwalk(body, events=("start", "end")):
        block = element.tag in BLOCKS
        if block or element.tag == "lb":
            text = " ".join("".join(words).split())
            if text:
                yield text, aside > 0
            words = []
        if event == "start":
            aside += element.tag in ("head", "table")
            words.append(element.text or "")
        else:
            aside -= element.tag in ("head", "table")
            words.append(element.tail or "")
    text = " ".join("".join(words).split())
    if text:
        yield text, False
