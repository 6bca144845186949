"""Keep the words of HTML inside Markdown on the lines they stand on."""

from __future__ import annotations

from html import unescape

from brief.loading.tags import BLOCKS, Hidden, pieces

from .placing import Piece


def pieces_of(first: int, html: str) -> list[Piece]:
    """Return the paragraphs of a block of *html* that begins on line *first* of its file."""
    lines, opening = [""], {0}
    hidden = Hidden()
    opens = True
    for name, piece in pieces(html):
        shown = hidden.shows(name)
        bare = name.removeprefix("/")
        if bare in BLOCKS or bare == "br":
            opens = True
        if name or not shown:
            lines[-1] += " "
            lines += [""] * piece.count("\n")
            continue
        for number, part in enumerate(piece.split("\n")):
            lines += [""] if number else []
            words = unescape(part).replace("\n", " ").replace("\r", " ")
            if opens and words.strip():
                opening.add(len(lines) - 1)
                opens = False
            lines[-1] += words
    starts = sorted(opening)
    ends = [*starts[1:], len(lines)]
    return [
        Piece(first + start, tuple(lines[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]
