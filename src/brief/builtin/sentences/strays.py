"""Know the dots that scrapers put where a line had no end mark: "A crowd at the pier . Boats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.spans import trim

if TYPE_CHECKING:
    from brief.spans import Span

STRAY = " . "
# A slip or two is no tokeniser's work.
SLIPS = 2


def strays(text: str) -> int:
    """Return how many dots of *text* stand apart as the ends of lines.

    Where commas stand apart as well, a tokeniser was at work, and dots end sentences: 0.
    """
    count = text.count(STRAY) + text.rstrip().endswith(STRAY.rstrip())
    return count if count and text.count(" , ") <= SLIPS else 0


def without_line_end(text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the *parts* of a sentence without a dot that stands apart behind its words."""
    last = parts[-1]
    if text[last.end - 1] != "." or not text[last.end - 2 : last.end - 1].isspace():
        return parts
    bare = trim(text, last.start, last.end - 1)
    return (*parts[:-1], bare) if bare and text[bare.end - 1] not in ".?!…" else parts
