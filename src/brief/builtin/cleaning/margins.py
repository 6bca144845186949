"""Cut what stands above and below a story and is no sentence: menus, and titles of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .kept import kept_paragraphs
from .prompts import is_kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span

    from .kept import Paragraph

ENDS = ".?!…。！？．؟।۔:;,"
CLOSERS = "\"'”’»)] *"
BULLETS = "-–—•*·"
# A line above or below the story has no more words: what is longer may have lost its full stop.
LONGEST = 12
# What one of these stands in is a sentence, or the half of one, or a match.
_VERBS = (
    "am are be been can could did does had has have is may might said says was were will would "
    "v vs versus"
)
VERBS = frozenset(_VERBS.split())
# So many paragraphs of the story have an end mark, and so large a share of its words.
FEWEST = 4
USUAL = 0.7
# Looked at from either end.
MOST = 40


def margins(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts the lines above and below a story that have no end mark: menus, titles of others.

    Only where nearly all else has one. A list of the story stays: one with bullets at its end,
    or below a line that ends in a colon.
    """
    rows = kept_paragraphs(brief)
    if not rows or not any(_is_loose(rows[end].said) for end in (0, -1)):
        return brief
    said = [row.said for row in rows]
    if not _has_ends(said):
        return brief
    above = _above(said)
    below = _below(said)
    brief = brief.cut_spans(_parts(rows[:above]), reason="above the story")
    return brief.cut_spans(_parts(rows[len(rows) - below :]), reason="below the story")


def _parts(rows: Sequence[Paragraph]) -> list[Span]:
    return [part for row in rows for part in row.parts]


def _has_ends(said: Sequence[str]) -> bool:
    """Tell whether the paragraphs of the story end in end marks, nearly all of its words."""
    ended = [len(each.split()) for each in said if is_ended(each)]
    words = sum(len(each.split()) for each in said)
    return len(ended) >= FEWEST and sum(ended) >= USUAL * words


def is_ended(words: str) -> bool:
    """Tell whether *words* end as sentences do, or lead on to what follows."""
    return words.rstrip(CLOSERS)[-1:] in ENDS


def _above(said: Sequence[str]) -> int:
    """Return how many paragraphs stand above the story."""
    count = next((at for at, words in enumerate(said) if not _is_loose(words)), 0)
    # A sentence must come next: else they are the first lines of a list, or of a fact box.
    return count if count <= MOST and is_ended(said[count]) and not said[count][0].islower() else 0


def _below(said: Sequence[str]) -> int:
    """Return how many paragraphs stand below the story."""
    count = next((at for at, words in enumerate(reversed(said)) if not _is_loose(words)), 0)
    last = said[len(said) - 1 - count].rstrip(CLOSERS)
    # A list that something leads up to is the story's, and so are the last lines of one.
    return count if count <= MOST and is_ended(last) and not last.endswith((":", ",", ";")) else 0


def _is_loose(words: str) -> bool:
    """Tell whether *words* are a title or a label, and no sentence that lost its full stop.

    Where a number stands, it may be a result, a date or a sum that is the story's.
    """
    said = words.split()
    if len(said) > LONGEST or is_ended(words) or is_kept(words) or words[0].islower():
        return False
    if words[0] in BULLETS and len(said) > 4:
        return False
    return VERBS.isdisjoint(said) and not any(map(str.isdigit, words))
