"""Take out of a tree what a reader of the page does not see, and remember what it said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .elements import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0{1,9})?\s*(?:;|!|$)"
    r"|text-indent\s*:\s*-\d{3,9}|(?<![\w-])(?:left|right|top|bottom)\s*:\s*-\d{4,9}px",
    re.IGNORECASE,
)
COLOUR = re.compile(
    r"(?<![\w-])(background(?:-color)?|color)\s*:\s*([#\w(),.% ]{1,40})", re.IGNORECASE
)
WHITE = frozenset(
    ("#fff", "#ffffff", "white", "rgb(255,255,255)", "rgba(255,255,255,1)", "transparent")
)
# Paths one by one: libxml takes three times as long for one with "or" in it.
LOOKED_AT = (
    "descendant::*/@style/.. | descendant::*/@hidden/.. | descendant::*/@aria-hidden/.."
    " | descendant::template"
)
LONGEST_STYLE = 2000
# Pages hide their story until a script has run, and fold up parts of it; so much of the words of
# the page, and of the story, is not hidden to deceive.
PAGE, FOLDED = 0.3, 0.15
# Of words that are a notice: helpers for screen readers and labels of menus have fewer.
MOST_LABEL = 12
SENTENCE_END = re.compile(r"[.!?][\"”’)]?(?:\s|$)")


def hidden_in(body: _Element) -> list[_Element]:
    """Return the elements of *body* that inline styles and attributes hide, outermost only.

    By `display`, `visibility`, `opacity`, a font size of 0, white on white, a place far off the
    screen, `hidden`, `aria-hidden` and `<template>`. What style sheets hide is not known. Of
    elements that hold a good part of the page's words none is meant: a script shows those.
    """
    suspects = [each for each in body.xpath(LOOKED_AT) if _is_hidden(each)]
    if not suspects:
        return []
    total = _size(body)
    found: dict[_Element, None] = {}
    for each in suspects:
        if not any(above in found for above in each.iterancestors()) and _size(each) < PAGE * total:
            found[each] = None
    return list(found)


def take_out(hidden: Sequence[_Element], story: _Element) -> tuple[str, ...]:
    """Take the *hidden* elements out of their tree, and return the passages that stood in *story*.

    Those in the story stay where they are a good part of it: pages fold up answers and ends of
    stories, and readers unfold them. A passage is more than a label: a sentence.
    """
    inside = [each for each in hidden if any(above is story for above in each.iterancestors())]
    folded = sum(map(_size, inside)) > FOLDED * _size(story)
    kept = set(inside if folded else ())
    passages: list[str] = []
    within = set(inside)
    for each in hidden:
        if each in kept or story is each or any(above is each for above in story.iterancestors()):
            continue
        words = " ".join(" ".join(each.itertext()).split())
        if each in within and len(words.split()) > MOST_LABEL and SENTENCE_END.search(words):
            passages.append(words)
        _drop(each)
    return tuple(passages)


def _drop(element: _Element) -> None:
    """Take *element* out of its tree, and leave the words behind it."""
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return
    if tail := element.tail:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            above.text = (above.text or "") + tail
    above.remove(element)


def _size(element: _Element) -> int:
    # The parser's own count of the characters, which makes no strings of them.
    return int(element.xpath("string-length()"))


def _is_hidden(element: _Element) -> bool:
    if element.tag == "template":
        # This kind is shown as soon as the page is read.
        return element.get("shadowrootmode") is None
    hidden = element.get("hidden")
    if hidden is not None and hidden.strip().lower() != "until-found":
        return True
    if (element.get("aria-hidden") or "").strip().lower() == "true" and element.tag in BLOCKS:
        return True
    style = (element.get("style") or "")[:LONGEST_STYLE]
    return ":" in style and (UNSEEN.search(style) is not None or _white_on_white(style))


def _white_on_white(style: str) -> bool:
    """Tell whether *style* writes in white without a darker background of its own."""
    if "color" not in style.lower():
        return False
    colours = {
        name.lower()[:10]: "".join(value.lower().split()) for name, value in COLOUR.findall(style)
    }
    return colours.get("color") in WHITE and colours.get("background", "white") in WHITE
