"""Find the story in a mail that passes it on, or that answers one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .facts import from_fields, is_forward
from .story import with_foot

if TYPE_CHECKING:
    from brief_docs.making import Facts

    from .story import Text

MARK = re.compile(
    r"(?:begin forwarded message:?|-{2,} ?(?:forwarded message|original message|"
    r"weitergeleitete nachricht|message transféré|mensaje reenviado) ?-{2,})",
    re.IGNORECASE,
)
FIELD = re.compile(r"\*?(from|date|sent|subject|to|cc|reply-to)\*?:\*? ?(.{0,500})", re.IGNORECASE)
WROTE = re.compile(
    r"(?:On|Am|Le|El|Il) .{5,200}(?:wrote|schrieb|a écrit|escribió|ha scritto).{0,80}:"
)
LEAST_FIELDS = 3
# A header that was read as text has no more lines.
MOST_FIELDS = 12


class Head(NamedTuple):
    """Where the mail that is passed on begins, where its text does, and its header lines."""

    start: int
    text: int
    fields: dict[str, str]


def passed_on(text: Text, facts: Facts, subject: str) -> tuple[Text, Facts]:
    """Return *text* with what is not its story as asides, and what is known of that story.

    In a mail that passes another on ("Begin forwarded message"), the other one is the story,
    and its own lines tell who has sent it and when. In an answer it is not.
    """
    head = _head(text)
    if head is not None and (is_forward(subject) or not _tells(text[: head.start])):
        rest = with_foot(text[head.text :])
        if any(not aside for _, aside in rest):
            above = [(said, True) for said, _ in text[: head.text]]
            return [*above, *rest], from_fields(head.fields, facts)
    end = head.start if head else len(text)
    end = min(end, next((n for n, (said, _) in enumerate(text) if WROTE.fullmatch(said)), end))
    if not _tells(text[:end]):
        end = len(text)
    answered = [(said, True) for said, _ in text[end:]]
    return [*with_foot(text[:end]), *answered], facts


def _tells(text: Text) -> bool:
    return any(not aside for _, aside in text)


def _head(text: Text) -> Head | None:
    """Return the header of the mail inside *text*, if it is passed on or quoted there."""
    for number, (said, _) in enumerate(text):
        marked = MARK.fullmatch(said.split("\n", 1)[0].strip()) is not None
        if not marked and not FIELD.match(said):
            continue
        start = number + (1 if marked and "\n" not in said else 0)
        after, fields = _fields(text, start)
        if marked or (len(fields) >= LEAST_FIELDS and {"from", "subject"} <= fields.keys()):
            return Head(number, max(after, number + 1), fields)
    return None


def _fields(text: Text, start: int) -> tuple[int, dict[str, str]]:
    """Return where the header lines end that begin at *start*, and what they say."""
    fields: dict[str, str] = {}
    for number in range(start, min(start + MOST_FIELDS, len(text))):
        lines = text[number][0].split("\n")
        found = [match for line in lines if (match := FIELD.match(line.strip()))]
        if not found:
            return number, fields
        for match in found:
            fields.setdefault(match[1].lower(), match[2].strip())
    return min(start + MOST_FIELDS, len(text)), fields
