"""Cut links to other stories, and the lists of titles below "Related articles"."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from brief.spans import Span

from .kept import kept_paragraphs
from .links import RULES, THINGS
from .prompts import AFTER, BEFORE, is_kept, joined, prompts

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

_PLURAL = rf"(?:related|similar|recommended|more) (?:{THINGS}|on this story)"
# A page lists so many titles at most; what goes on longer is no list of links.
MOST_TITLES = 10
MOST_WORDS = 22
BULLETS = "-–•*·»>"
# So many paragraphs in a row that end in dots are no story's: no writer breaks off so often.
TEASERS = 3
DOTS = ("...", "…")


def related(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts links to other stories: "Read more: ...", "Watch ... »", "Scroll down for video".

    Below "Related articles" the list of titles goes too: short lines without a full stop. So do
    the beginnings of other stories, each cut off: "Every January, companies promise ..."
    """
    found = prompts(brief, RULES)
    if found:
        found += _titles(brief, found)
    if brief.article.text.count("...") + brief.article.text.count("…") >= TEASERS:
        found += _teasers(brief)
    return brief.cut_spans(joined(brief.article.text, found), reason="related link")


def _titles(brief: Brief, found: list[Span]) -> list[Span]:
    """Return the titles listed below those of *found* that are headings."""
    text = brief.article.text
    headings = {span.start for span in found if _lists(text[span.start : span.end])}
    if not headings:
        return []
    taken = {span.start for span in found}
    titles: list[Span] = []
    left, marked = 0, False
    for row in kept_paragraphs(brief):
        span = Span(row.parts[0].start, row.parts[-1].end)
        words = text[span.start : span.end]
        if span.start in headings:
            left, marked = MOST_TITLES + 1, False
        elif span.start not in taken:
            # Where the first has a bullet, what has none is no title. A question that comes
            # first may be an interviewer's.
            asks = left > MOST_TITLES and words.endswith("?")
            goes_on = _is_title(words) and (words[0] in BULLETS) >= marked and not asks
            left, marked = left - 1 if left and goes_on else 0, words[0] in BULLETS
            titles += [span] if left else []
    return titles


def _teasers(brief: Brief) -> list[Span]:
    """Return the beginnings of other stories: three paragraphs or more in a row, each cut off."""
    found: list[Span] = []
    for cut_off, rows in groupby(kept_paragraphs(brief), lambda row: row.said.endswith(DOTS)):
        run = [*rows] if cut_off else []
        found += [part for row in run for part in row.parts if len(run) >= TEASERS]
    return found


def _lists(words: str) -> bool:
    """Tell whether *words* stand above a list: "Read more:", "RELATED ARTICLES"."""
    bare = words.strip(BEFORE)
    if not bare.endswith(":"):
        return re.fullmatch(_PLURAL, bare.rstrip(AFTER), re.IGNORECASE) is not None
    return len(bare) < 60


def _is_title(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS and words[-1] not in ".!:;," and not is_kept(words)
