"""Turn what a feed holds of a text, HTML or not, into paragraphs."""

from __future__ import annotations

import re
from html import unescape

from brief.loading.tags import paragraphs_of

from .model import Paragraphs

LONGEST_TITLE = 2000
# A feed that keeps the rest back says so at the end.
KEPT_BACK = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|continue|see|view)\b.{0,60}|\b(?:more|weiterlesen|"
    r"lire la suite|leer más|continua a leggere)\W{0,4})$",
    re.IGNORECASE,
)
BRACKETED = ("[…]", "[...]", "[&#8230;]")
LAST = 3
# Shorter is a teaser, wherever it stands; so is a longer one in a paragraph or two that the
# feed does not call the content.
LEAST = 500
LEAST_DESCRIBED = 1000
LEAST_PARAGRAPHS = 3


def paragraphs(value: str, media_type: str) -> Paragraphs:
    """Return the paragraphs of *value*: HTML unless *media_type* says it is plain text."""
    if media_type == "text/plain" or "<" not in value:
        plain = media_type == "text/plain"
        lines = [
            " ".join(line.split()) for line in (value if plain else unescape(value)).splitlines()
        ]
        found = [each for each in re.split(r"\n\n++", "\n".join(lines).strip()) if each]
        # In HTML the end of a line means nothing, a blank line only that its author knows none.
        return tuple((each if plain else each.replace("\n", " "), False) for each in found)
    return tuple((each.text, each.heading) for each in paragraphs_of(value))


def title(value: str, media_type: str) -> str:
    """Return a title in one line: tags taken out, entities resolved once."""
    value = value[:LONGEST_TITLE]
    if media_type == "text/plain":
        return " ".join(value.split())
    return " ".join(" ".join(text for text, _ in paragraphs(value, media_type)).split())


def is_whole(story: Paragraphs, *, content: bool) -> bool:
    """Tell whether *story* is an article rather than a teaser, as far as can be told.

    *content* is whether the feed gives it as the content and not as a description.
    """
    told = [text for text, aside in story if not aside]
    content = content or len(told) >= LEAST_PARAGRAPHS
    if sum(map(len, told)) < (LEAST if content else LEAST_DESCRIBED):
        return False
    if any(each in text for text in told[-LAST:] for each in BRACKETED):
        return False
    return KEPT_BACK.search(told[-1][-120:]) is None
