"""Learn title, byline and date of a PDF or a Word file, where what it says of itself is sensible.

Programs fill these fields in by themselves: the title with the name of a template, the author
with whoever has paid for the program, the date with the day of printing. So a title counts if
its words stand in the document, an author if the name does, a date if the text names the day.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .making import line

if TYPE_CHECKING:
    from datetime import datetime

# How far into the text the title, the author and the day are looked for.
OPENING = 3000
MADE_UP = re.compile(
    r"(?:microsoft |powerpoint|untitled|document ?\d|about:|slide ?\d|dokument ?\d|file:)"
    r"|\.(?:docx?|pdf|indd|qxp|odt|rtf|pages|html?|txt|tex|dvi|ps)$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W_]+")
LEAST_SHARE = 0.6
LONGEST = 300
NAMES = "january february march april may june july august september october november december"
MONTHS = tuple(NAMES.split())


def title_of(said: str, text: str) -> str:
    """Return the title *said*, if its words stand at the beginning of *text*; else ""."""
    title = line(said[: LONGEST * 2])
    words = WORD.findall(title.casefold())
    if len(words) < 2 or len(title) > LONGEST or MADE_UP.search(title):
        return ""
    there = set(WORD.findall(text[:OPENING].casefold()))
    return title if sum(word in there for word in words) >= LEAST_SHARE * len(words) else ""


def author_of(said: str, text: str) -> str:
    """Return the author *said*, if that is a name that stands at the beginning of *text*."""
    name = line(said[:LONGEST])
    if len(name.split()) < 2 or any(map(str.isdigit, name)) or "@" in name:
        return ""
    return name if name.casefold() in line(text[:OPENING]).casefold() else ""


def day_of(said: datetime | None, text: str) -> str:
    """Return the day *said* (YYYY-MM-DD), if the beginning of *text* names it."""
    if said is None:
        return ""
    month = MONTHS[said.month - 1]
    named = rf"(?:{month}|{month[:3]}\.?)"
    day, year = f"0?{said.day}(?:st|nd|rd|th)?", said.year
    spelt = rf"\b(?:{day} {named},? {year}|{named} {day},? {year}|{said:%Y-%m-%d})\b"
    return f"{said:%Y-%m-%d}" if re.search(spelt, line(text[:OPENING]), re.IGNORECASE) else ""
