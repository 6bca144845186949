"""Cut links to other stories, and the lists of titles below "Related articles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.spans import Span

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


def related(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts links to other stories: "Read more: ...", "Watch ... »", "Scroll down for video".

    Below "Related articles" the list of titles goes too: short lines without a full stop.
    """
    found = prompts(brief, RULES)
    if not found:
        return brief
    found += _titles(brief, found)
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
    for paragraph in brief.paragraphs():
        span = Span(paragraph[0].start, paragraph[-1].end)
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


def _lists(words: str) -> bool:
    """Tell whether *words* stand above a list: "Read more:", "RELATED ARTICLES"."""
    bare = words.strip(BEFORE)
    if not bare.endswith(":"):
        return re.fullmatch(_PLURAL, bare.rstrip(AFTER), re.IGNORECASE) is not None
    return len(bare) < 60


def _is_title(words: str) -> bool:
    return len(words.split()) <= MOST_WORDS and words[-1] not in ".!:;," and not is_kept(words)
