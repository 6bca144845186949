"""Find the lines and paragraphs of plain text, whether or not its lines are wrapped by hand."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from operator import and_

from .spans import Span, trim

LINE = re.compile(r"[^\r\n]+")
BREAK = re.compile(r"\r\n|\r|\n")
# Unicode's own mark for it, which loaders put behind what is no wrapped line.
PARAGRAPH_END = "\u2029"

# Wider text is not wrapped by hand: each of its lines is a paragraph.
WIDEST_WRAP = 100
# A wrapped line may be this much shorter than the widest one needs.
SLACK = 4
NARROWEST_WRAP = 40


def lines(text: str) -> list[Span]:
    """Return the lines of *text* that hold more than white space."""
    if "\r" in text:
        found = (trim(text, match.start(), match.end()) for match in LINE.finditer(text))
        return [line for line in found if line is not None]
    # The usual text: to divide it takes half as long as to match its lines.
    out: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if bare := line.lstrip():
            start = at + len(line) - len(bare)
            out.append(Span(start, start + len(bare.rstrip())))
        at += len(line) + 1
    return out


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line of *text* starts, blank ones too.

    Lines are told apart as editors do: at CR LF, LF or a CR alone.
    """
    return [0, *(match.end() for match in BREAK.finditer(text))]


def blocks(text: str) -> list[list[Span]]:
    """Return the lines of *text* in groups with no blank line or paragraph mark inside."""
    groups: list[list[Span]] = []
    for line in lines(text):
        if groups and not _parted(text, groups[-1][-1].end, line.start):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _parted(text: str, end: int, start: int) -> bool:
    """Tell whether a blank line or a paragraph mark stands between *end* and *start*."""
    gap = text[end:start]
    if gap.count("\n") > 1 or PARAGRAPH_END in gap:
        return True
    return "\r" in gap and len(BREAK.findall(gap)) > 1


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text*: blocks between blank lines (or U+2029), or single lines.

    Lines of one block are joined where they are wrapped by hand, that is where the next
    line's first word would not have fitted; elsewhere each line is a paragraph.
    """
    # Remembered, for a dozen stages ask for the paragraphs of the article in hand.
    found: list[Span] = []
    for block in blocks(text):
        found += _joined(text, block)
    return tuple(found)


def _joined(text: str, block: list[Span]) -> list[Span]:
    """Join the lines of *block* that are wrapped by hand."""
    width = max(line.end - line.start for line in block)
    if len(block) == 1 or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return block
    full = [_is_full(text, line, after, width) for line, after in pairwise(block)]
    # Two lines of like length are as often two short paragraphs: a wrapped sentence goes on.
    mid_sentence = (text[line.end - 1] not in ".!?”’)\"'" for line in block[:-1])
    if sum(full) * 3 < len(full) * 2 or not any(map(and_, full, mid_sentence)):
        return block
    joined = [block[0]]
    for goes_on, line in zip(full, block[1:], strict=True):
        if goes_on:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _is_full(text: str, line: Span, after: Span, width: int) -> bool:
    """Tell whether the first word of the line *after* would not have fitted on *line*."""
    word = text[after.start : min(after.end, after.start + width)].split(None, 1)[0]
    return line.end - line.start + 1 + len(word) > width - SLACK
