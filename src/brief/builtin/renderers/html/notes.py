"""Put notes on a page: a paragraph each, below the line they are about."""

from __future__ import annotations

from brief.builtin.renderers.extras import Notes
from brief.builtin.renderers.wording import note

from .safe import line

LONGEST_VALUE = 4000


def notes_on(target: str, notes: Notes) -> str:
    """Return the *notes* on *target* that were not taken yet."""
    taken = [line(note(each, LONGEST_VALUE)) for each in notes.on(target)]
    return "".join(f'<p class="note" dir="auto">{words}</p>' for words in taken)
