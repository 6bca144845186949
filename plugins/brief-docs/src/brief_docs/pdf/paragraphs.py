"""Make paragraphs of the lines of a document again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .hyphens import Words, before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

# A line further below than so many usual steps begins a paragraph.
STEP = 1.35
# So much further right, in sizes of a letter, too.
INDENT = 0.7
# Letters that differ in size by more belong to different paragraphs.
ALIKE = 0.08
# A line that is shorter than this part of the full ones, with the next word too, is the last of
# its paragraph, if a sentence ends there.
SHORT = 0.85
# One that is shorter than this ends one in any case: a byline, a line of an address.
SHORTEST = 0.55
DROP_CAP = 1.7
ENDS = re.compile(r"[.!?:…][\"”’»)\]]*$")
BULLET = re.compile(r"(?:[•◦▪‣●○■*–—-]|\(?\d{1,2}[.)])(?:\s|$)")
OPENS_LOW = re.compile(r"[\"“‘(]?[^\W\d_]")


class Block(NamedTuple):
    """A paragraph: its *text*, and its first line for the place and the size of its letters."""

    text: str
    first: Line
    lines: int


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the paragraphs that *lines*, in the order of reading, make up.

    One ends where more space follows than between lines, the next line is indented or set in
    another size, or a line is left short at the end of a sentence. At the end of a column or
    page it goes on unless a sentence ends there.
    """
    lines = _with_capitals(lines)
    words = Words(line.text for line in lines)
    step = _usual_step(lines)
    widths = _widths(lines)
    groups: list[list[Line]] = []
    for line in lines:
        group = groups[-1] if groups else []
        if group and _goes_on(group, line, step, widths):
            group.append(line)
        else:
            groups.append([line])
    return [Block(_text(group, words), group[0], len(group)) for group in groups]


def _text(group: Sequence[Line], words: Words) -> str:
    """Return the lines of one paragraph in one line."""
    joined = [before(above.text, below.text, words) for above, below in pairwise(group)]
    return "".join([*joined, group[-1].text])


def _goes_on(
    group: Sequence[Line], line: Line, step: float, widths: dict[tuple[int, float], int]
) -> bool:
    """Tell whether *line* belongs to the paragraph that *group* has begun."""
    last = group[-1]
    if not _alike(last, line) or BULLET.match(line.text):
        return False
    down = last.y - line.y
    if line.page != last.page or down < 0 or down > 20 * step:
        return not ENDS.search(last.text) or _opens_low(line.text)
    if down > STEP * max(step, last.size):
        return False
    if line.x > last.x + INDENT * line.size and not BULLET.match(group[0].text):
        # The second line of a list hangs; so does what stands behind a drop cap.
        return len(group) == 1 and _opens_low(line.text) and not ENDS.search(last.text)
    return not _is_last(last, line, widths)


def _alike(one: Line, other: Line) -> bool:
    if one.bold != other.bold and (ENDS.search(one.text) or not _opens_low(other.text)):
        return False
    return abs(one.size - other.size) <= ALIKE * max(one.size, other.size)


def _is_last(line: Line, after: Line, widths: dict[tuple[int, float], int]) -> bool:
    """Tell whether *line* was left short because its paragraph ends there."""
    if _opens_low(after.text):
        return False
    width = widths.get((line.page, round(line.x / 10)), 0)
    share = SHORT if ENDS.search(line.text) else SHORTEST
    return len(line.text) + 1 + len(after.text.split(None, 1)[0]) < share * width


def _opens_low(text: str) -> bool:
    match = OPENS_LOW.match(text)
    return match is not None and match[0][-1].islower()


def _usual_step(lines: Sequence[Line]) -> float:
    """Return how far apart the lines of the text are, in points."""
    steps = Counter(
        round(above.y - below.y, 1)
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.y - below.y < 100
    )
    return max(steps, key=lambda each: (steps[each], -each)) if steps else 12.0


def _widths(lines: Sequence[Line]) -> dict[tuple[int, float], int]:
    """Return how many letters the fuller lines hold, for each page and place of a left end."""
    found: dict[tuple[int, float], list[int]] = {}
    for line in lines:
        found.setdefault((line.page, round(line.x / 10)), []).append(len(line.text))
    # The widest may be a heading that runs across.
    return {place: sorted(each)[len(each) * 4 // 5] for place, each in found.items()}


def _with_capitals(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with a capital that is set over several lines before its word."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and len(last.text) == 1
            and last.text.isupper()
            and last.size > DROP_CAP * line.size
        ):
            found[-1] = line._replace(text=last.text + line.text)
        else:
            found.append(line)
    return found
