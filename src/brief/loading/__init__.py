"""What loaders are made of: bytes of a file, their text, and what a record says of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# What reads more than text, for the errors of what does not.
WEB = "the plugin brief-web (pip install brief-web)"
DOCS = "the plugin brief-docs (pip install brief-docs)"
# Between the paragraphs of what was no plain text.
BETWEEN = "\n\n"


def joined(paragraphs: Sequence[tuple[str, bool]]) -> tuple[str, tuple[Span, ...]]:
    """Return the text that *paragraphs* make, and the spans of those that are no story in it.

    A paragraph is its text, without white space at its ends, and whether it is an aside (a
    heading, a table). Where all of them are asides none is: nothing but headings is read.
    """
    asides: list[Span] = []
    at = 0
    for text, aside in paragraphs:
        asides += [Span(at, at + len(text))] if aside else []
        at += len(text) + len(BETWEEN)
    if len(asides) == len(paragraphs):
        asides = []
    return BETWEEN.join(text for text, _ in paragraphs), tuple(asides)
