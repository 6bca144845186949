"""Know captions and credits that stand in paragraphs of their own."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from brief.spans import Span

from .credits import agency_line, credit_start
from .kept import kept_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.model import Brief

# A caption is no longer, unless it says of itself what it is.
LONGEST = 320
FILED = 900
END = ".?!…:;,"
SIDES = ("pictured", "left", "right", "cent", "above", "below", "(L)", "(R)")
CLOSING = "\"'”’) ]"
# So many paragraphs that begin alike are a list of captions.
ALIKE = 2
SLIDES = 3
# What captions begin with that may end in a full stop: "Image caption", "FILE -", "1/12".
OPENERS = "FIMPE(0123456789th"
# With these what `_Patterns` knows begins: most lines meet no pattern.
PAGE = ("Image ", "Media ", "Enlarge ", "toggle ", "Hide ", "FILE", "File ")
PICTURED = ("Pictured", "(Pictured", "PICTURED")


def line_captions(brief: Brief) -> list[Span]:
    """Return the captions and credits among the paragraphs of *brief*, as their parts."""
    found: list[Span] = []
    agencies: list[Sequence[Span]] = []
    slides: list[Sequence[Span]] = []
    rows = kept_paragraphs(brief)
    follows = [*(row.said[0].islower() for row in rows[1:]), False]
    for row, goes_on in zip(rows, follows, strict=True):
        parts, said = row
        if row.size > FILED or _is_sentence(said):
            continue
        if is_caption(said, goes_on=goes_on):
            found += parts
        elif not goes_on and len(said) <= LONGEST and not _ends(said) and agency_line(said):
            agencies.append(parts)
        elif _patterns().slide.match(said):
            slides.append(parts)
        elif len(said) > LONGEST and (start := credit_start(said)):
            found += _credit(brief.article.text, parts[-1], said[start:])
    found += [part for row in agencies for part in row if len(agencies) >= ALIKE]
    found += [part for row in slides for part in row if len(slides) >= SLIDES]
    return found


def is_caption(said: str, *, goes_on: bool) -> bool:
    """Tell whether the paragraph *said* is a caption or a credit, and nothing else.

    *goes_on* is whether the next paragraph begins in small letters, as if a sentence ran on.
    """
    known = _patterns()
    if (said.startswith(PAGE) and known.page.match(said)) or (
        "Hide Caption" in said and known.hidden.search(said)
    ):
        return True
    if len(said) > LONGEST:
        return False
    pictured = known.pictured.match(said) if said.startswith(PICTURED) else None
    if pictured and (pictured[0].endswith((":", ",", " is", " are")) or not _ends(said)):
        return True
    if credit_start(said) is not None:
        return True
    shown = not goes_on and not _ends(said) and any(map(said.__contains__, SIDES))
    return shown and known.beside.search(said) is not None


def _is_sentence(said: str) -> bool:
    """Tell at a glance whether *said* is no caption: it begins and ends as stories do."""
    last = said[-2:]
    ended = last[-1] in ".?!" or (last[-1] in "\"”’'" and last[0] in ".?!")
    return ended and said[0] not in OPENERS


def _ends(said: str) -> bool:
    """Tell whether *said* ends as sentences do."""
    return said.rstrip(CLOSING)[-1:] in END


def _credit(text: str, part: Span, said: str) -> list[Span]:
    """Return where the credit *said* stands at the end of *part*, if it stands there whole."""
    pattern = r"\s+".join(map(re.escape, said.split()))
    near = max(part.start, part.end - 2 * LONGEST)
    match = re.compile(rf"{pattern}\Z").search(text, near, part.end)
    return [Span(*match.span())] if match else []


class _Patterns:
    """What captions begin with, end in and hold; each compiled when it is first needed."""

    @cached_property
    def page(self) -> re.Pattern[str]:
        named = r" [\"'“‘(@©]?[A-Z0-9]"
        return re.compile(
            rf"(?:Image copyright|Image caption|Media caption){named}"
            rf"|Image (?:source|caption|credit),{named}"
            r"|Enlarge this image(?! of\b)|toggle caption|Hide Caption\b"
            r"|FILE ?(?:[-–—] ?[A-Z0-9\"'“‘(]|PHOTO\b)"
            r"|File (?:photo|picture|image)(?= of\b| from\b| by\b| dated\b| ?[:.,(\[-]|\Z)"
        )

    @cached_property
    def hidden(self) -> re.Pattern[str]:
        return re.compile(r"Hide Caption \d+ of \d+\Z")

    @cached_property
    def pictured(self) -> re.Pattern[str]:
        return re.compile(
            r"(?:\(?Pictured|PICTURED)(?:[:,]| (?:is|are|above|below|left|right|on|here|outside)\b)"
        )

    @cached_property
    def beside(self) -> re.Pattern[str]:
        return re.compile(
            r"\((?:[^()]{0,30}\b)?(?:pictured|left|right|cent(?:re|er)|above|below)\b[^()]{0,30}\)|\([LRC]\)"
            r"|, (?:pictured|left|right|cent(?:re|er)),|, pictured\Z|\bis pictured\b"
        )

    @cached_property
    def slide(self) -> re.Pattern[str]:
        return re.compile(r"\d{1,3}/\d{1,3} [A-Z\"'“‘]")


@cache
def _patterns() -> _Patterns:
    return _Patterns()
