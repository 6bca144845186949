"""Read the lines of a page with where they stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject

LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xA0: " ",
    0x2010: "-",
    0x2011: "-",
}
# Inside a word that was not divided after all.
SOFT_HYPHEN = re.compile("\xad(?!\\s*$)")
BOLD = ("bold", "black", "heavy", "semibold")


class Line(NamedTuple):
    """A line of a page, from 0, with its left end and its baseline in points.

    *y* grows upwards. *size* is that of most of its letters, 0 where nothing tells.
    """

    text: str
    page: int
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = False


class Piece(NamedTuple):
    """What one call of pypdf tells of a stretch of text."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


def lines_of(page: PageObject, number: int) -> list[Line]:
    """Return the lines of *page* in the order in which they are drawn."""
    pieces: list[Piece] = []

    def seen(text: str, space: list[float], matrix: list[float], font: Any, size: float) -> None:  # noqa: ANN401  # a dictionary of pypdf, or nothing
        pieces.append(_piece(text, space, matrix, font, size))

    page.extract_text(visitor_text=seen)
    return list(_lines(pieces, number))


def mended(text: str) -> str:
    """Return *text* with ligatures as letters, and without hyphens that nobody sees."""
    text = text if text.isascii() else SOFT_HYPHEN.sub("", text.translate(LIGATURES))
    return " ".join(text.split())


def _piece(text: str, space: list[float], matrix: list[float], font: Any, size: float) -> Piece:  # noqa: ANN401
    from pypdf import mult

    placed = mult(matrix, space)
    # The size of a letter is that of its font in the space where it is drawn.
    scale = (placed[2] ** 2 + placed[3] ** 2) ** 0.5
    name = str(font.get("/BaseFont", "")).lower() if isinstance(font, dict) else ""
    bold = any(each in name for each in BOLD)
    return Piece(text, placed[4], placed[5], round(abs(size) * scale, 1), bold)


def _lines(pieces: list[Piece], number: int) -> list[Line]:
    """Return the lines that *pieces* make; one ends where pypdf breaks it."""
    found: list[Line] = []
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for more in rest:
            found += _line(line, number)
            line = [piece._replace(text=more)]
    return found + _line(line, number)


def _line(pieces: list[Piece], number: int) -> list[Line]:
    text = mended("".join(piece.text for piece in pieces))
    shown = [piece for piece in pieces if piece.text.strip()]
    if not text or not shown:
        return []
    sizes: Counter[tuple[float, bool]] = Counter()
    for piece in shown:
        sizes[piece.size, piece.bold] += len(piece.text.strip())
    size, bold = max(sizes, key=lambda each: (sizes[each], each))
    return [Line(text, number, shown[0].x, shown[0].y, size, bold)]
