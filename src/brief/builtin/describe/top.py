"""Read the lines above a story: its headline, who wrote it, when, and the dateline."""

from __future__ import annotations

from datetime import date
from itertools import islice

from brief.layout import BREAK, LINE
from brief.spans import Span, trim

from .credits import Credit, below, credit, dotted
from .dateline import dateline
from .headline import after_title, is_headline, same
from .leftovers import is_leftover

# So many lines are looked at, and so many characters of each.
LINES = 8
WIDTH = 600
# A line of more words is a paragraph of the story, not a headline or a standfirst.
PARAGRAPH = 30

# The title, the byline, the time, and the spans that say so.
Above = tuple[str, str, date | None, list[Span]]


def above(text: str, title: str) -> Above:
    """Return what the top of *text* says; *title* is the title if that is known, else empty."""
    found = (trim(text, *match.span()) for match in LINE.finditer(text))
    lines = list(islice((line for line in found if line), LINES))
    heads = [text[line.start : min(line.end, line.start + WIDTH)] for line in lines]
    said, left = _credits(heads)
    if title:
        at = _named(heads, said, title)
    else:
        at = _headline(text, lines, said, left)
        title = " ".join(heads[at].split()).removesuffix(".") if at is not None else ""
    furniture = [line for i, line in enumerate(lines) if said[i] or i == at or i in left]
    byline = next((each[0] for each in said if each and each[0]), "")
    time = next((each[1] for each in said if each and each[1]), None)
    for i, (line, head) in enumerate(zip(lines, heads, strict=True)):
        if said[i] or i == at or i in left:
            continue
        start = 0
        end, name, day = dotted(head)
        if not end:
            end, day = dateline(head)
        if not end:
            start, end, name, day = below(head)
        if end:
            span = trim(text, line.start + start, line.start + end)
            furniture += [span] if span else []
            return title, byline or name, time or day, furniture
    return title, byline, time, furniture


def _credits(heads: list[str]) -> tuple[list[Credit | None], set[int]]:
    """Return what each line says of author and time, as far as the first full paragraph,
    and which lines up to there are left over from pictures and players.

    "By ..." further down is the story's, or somebody else's.
    """
    found: list[Credit | None] = []
    left: set[int] = set()
    told = False
    for i, head in enumerate(heads):
        if not told and is_leftover(head):
            left.add(i)
        found.append(None if told or i in left else credit(head))
        told = told or (found[-1] is None and i not in left and head.count(" ") >= PARAGRAPH)
    return found, left


def _named(heads: list[str], said: list[Credit | None], title: str) -> int | None:
    """Return which of the first three lines is the known *title*.

    If a time follows on the same line, *said* learns it.
    """
    for i, head in enumerate(heads[:3]):
        if same(head, title):
            return i
        rest = after_title(head, title)
        if rest and (found := credit(rest)):
            said[i] = found
            return i
    return None


def _headline(
    text: str, lines: list[Span], said: list[Credit | None], left: set[int]
) -> int | None:
    """Return which line is the headline: the first that is no credit, if that is sure."""
    story = [i for i, each in enumerate(said) if each is None and i not in left][:2]
    # Below a picture stands its caption.
    if (
        len(story) < 2
        or any(i < story[0] for i in left)
        or story[0] > 2
        or lines[story[0]].end - lines[story[0]].start > WIDTH
    ):
        return None
    at, below = story[0], lines[story[1]]
    line = lines[at]
    head = text[line.start : line.end]
    between = BREAK.findall(text, line.end, min(lines[at + 1].start, line.end + WIDTH))
    apart = len(between) > 1 or story[1] > at + 1
    if dateline(head)[0] or dotted(head)[0]:
        return None
    return at if is_headline(head, text[below.start : below.end], apart=apart) else None
