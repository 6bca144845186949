"""Read a page column by column where it was drawn line by line across its columns.

Most programs draw one column after the other, and the order of drawing is the order of reading.
Some draw as a typewriter does: pypdf then joins what stands side by side.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .lines import Line, mended

if TYPE_CHECKING:
    from pypdf import PageObject

SHOWS = (b"Tj", b"TJ", b"'", b'"')
# So many baselines on which the drawing goes on far to the right, at the same place.
LEAST_ROWS = 6
# A part of the page's width. A gap between words is less.
FAR = 0.2
MOST_SHOWS = 50_000
# Fewer words in a cell are a table's.
LEAST_WORDS = 4
LEAST_CELLS = 0.6
# Columns of a layout that are narrower, in characters, are none.
NARROWEST = 15
MOST_COLUMNS = 4
GAP = re.compile(r" {2,}")


def drawn_across(page: PageObject) -> bool:
    """Tell whether the lines of *page* were drawn across its columns.

    Baselines are followed in the order of drawing: the pen goes far to the right on one, to
    the same place each time, and back to the left on the next.
    """
    jumps: Counter[int] = Counter()
    rows = 1
    far = FAR * float(page.mediabox.width)
    for before, after in pairwise(_shows(page)):
        if abs(after[1] - before[1]) > 1:
            rows += 1
        elif after[0] - before[0] > far:
            jumps[round(after[0] / 4)] += 1
    most = max((jumps[place] + jumps[place + 1] for place in jumps), default=0)
    return most >= LEAST_ROWS and most * 3 >= rows


def lines_by_column(page: PageObject, number: int, size: float) -> list[Line]:
    """Return the lines of *page* column by column, nothing where no gap shows between columns.

    Where they stand is counted in characters and lines; their size is taken to be *size*.
    """
    text = page.extract_text(extraction_mode="layout")
    rows = [row.rstrip() for row in text.split("\n")]
    if not _is_prose(rows):
        return []
    found: list[Line] = []
    for place, row in enumerate(_in_columns(rows, MOST_COLUMNS)):
        words = mended(row)
        if words:
            indent = (len(row) - len(row.lstrip())) * size / 2
            found.append(Line(words, number, indent, -place * size * 1.2, size))
    return found


def _shows(page: PageObject) -> list[tuple[float, float]]:
    """Return where the pen stands before each stretch of text, in the order of drawing."""
    from pypdf import mult

    found: list[tuple[float, float]] = []

    def seen(operator: Any, _operands: Any, space: Any, matrix: Any) -> None:  # noqa: ANN401  # as pypdf types them
        if operator in SHOWS and len(found) < MOST_SHOWS:
            placed = mult(matrix, space)
            found.append((placed[4], placed[5]))

    page.extract_text(visitor_operand_before=seen)
    return found


def _is_prose(rows: list[str]) -> bool:
    """Tell whether what stands side by side are lines of text, not the cells of a table."""
    cells = [cell for row in rows if GAP.search(row.strip()) for cell in GAP.split(row.strip())]
    long = sum(len(cell.split()) >= LEAST_WORDS for cell in cells)
    return long >= LEAST_CELLS * len(cells)


def _in_columns(rows: list[str], most: int) -> list[str]:
    """Return *rows* with those left of the gap before those right of it.

    A row that runs across the gap, such as a headline, stays between what is above and below.
    """
    gap = _gap(rows) if most > 1 else 0
    if not gap:
        return rows
    found: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for row in rows:
        if not row[gap - 2 : gap].strip():
            left.append(row[:gap].rstrip())
            right.append(row[gap:])
            continue
        found += [*_in_columns(left, most - 1), *_in_columns(right, most - 1), row]
        left, right = [], []
    return [*found, *_in_columns(left, most - 1), *_in_columns(right, most - 1)]


def _gap(rows: list[str]) -> int:
    """Return where the column right of a gap in *rows* begins, 0 where none runs down them."""
    filled = [row for row in rows if row.strip()]
    width = max(map(len, filled), default=0)
    best, where = 0, 0
    for place in range(NARROWEST, width - NARROWEST):
        begins = sum(
            row[place - 2 : place] == "  " and row[place : place + 1].strip() != ""
            for row in filled
        )
        if begins > best:
            best, where = begins, place
    crossing = sum(row[where - 2 : where].strip() != "" for row in filled) if where else 0
    return where if best >= LEAST_ROWS and crossing * 3 < len(filled) else 0
