"""Know the lists of players below a match report: "Alder: Finn; Lund, Roe, Moss (Bell 70)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.layout import WIDEST_WRAP

from .kept import kept_paragraphs

if TYPE_CHECKING:
    from brief.model import Brief
    from brief.spans import Span

# What only a team sheet says: who sat on the bench, kept goal, or came on in which minute.
BENCH = r"(?:subs?|substitutes|replacements)\b"
PLAYED = r"\((?:c|capt|captain|gk|[^()]{2,30} \d{1,3}(?:\+\d{1,2})?)\)"
# Who has an age, a score or an amount behind the name is no player in a sheet.
COUNTED = r"(?:^|[ ,;])\d+[%a-z]*(?=[.,;]|$)"
# So many names in rows are a team even where nothing else says so.
TEAM = 10


def team_sheets(brief: Brief) -> list[Span]:
    """Return the parts of the paragraphs that list players, and nothing else."""
    return [
        part
        for row in kept_paragraphs(brief)
        if row.size <= 9 * WIDEST_WRAP and is_team_sheet(row.said)
        for part in row.parts
    ]


def is_team_sheet(said: str) -> bool:
    """Tell whether *said* names a team and its players: commas, names and hardly a word besides.

    A sentence that lists people has small words between them, and no colon before them.
    """
    head, colon, names = said.partition(":")
    if not colon or not 1 <= len(head.split()) <= 6 or not head[:1].isupper():
        return False
    words = names.split()
    marks = names.count(",") + 2 * names.count(";")
    if len(words) < 6 or marks * 5 < len(words) * 2:
        return False
    small = sum(bool(re.match(r"[a-z]{2}", word)) for word in words)
    return small * 8 <= len(words) and _is_team(head, names)


def _is_team(head: str, names: str) -> bool:
    """Tell whether *names* are players: the dead, the winners and a firm's wares are listed too."""
    if re.match(BENCH, head, re.IGNORECASE):
        return True
    if re.search(COUNTED, names):
        return False
    rows = names.count(";")
    played = re.search(PLAYED, names, re.IGNORECASE) is not None
    return (rows > 0 and played) or (rows > 1 and rows + names.count(",") >= TEAM)
