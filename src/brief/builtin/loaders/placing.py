"""Put paragraphs on the lines they stood on, so that they are still told apart and hold together.

An editor opens `story.md:7` where brief says so. In plain text a paragraph is what stands between
blank lines, or looks wrapped by hand; in Markdown and HTML, markup says what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from brief.layout import PARAGRAPH_END, line_starts, paragraphs
from brief.spans import Span, trim


class Piece(NamedTuple):
    """A paragraph with the line it begins on, from 0; *aside* if it is not part of the story."""

    first: int
    lines: tuple[str, ...]
    aside: bool = False


def place(pieces: Sequence[Piece]) -> tuple[str, list[Span]]:
    """Return a text with *pieces* on their lines, and the spans of those that are asides.

    `brief.layout.paragraphs` finds each piece as a paragraph: where it would not, the lines of
    one are joined on the first, and a paragraph mark (U+2029) keeps those of two apart.
    """
    lines, owners = _laid(pieces)
    numbered = range(len(lines))
    for filled, run in groupby(numbered, key=lambda number: lines[number] != ""):
        if filled:
            _tell_apart(lines, owners, list(run))
    text = "\n".join(lines)
    starts = [*line_starts(text), len(text) + 1]
    spans = [
        trim(text, starts[number], starts[number + 1] - 1)
        for number in numbered
        if lines[number] and pieces[owners[number]].aside
    ]
    return text, [span for span in spans if span]


def _laid(pieces: Sequence[Piece]) -> tuple[list[str], list[int]]:
    """Return the lines of all *pieces*, and for each line the number of its piece."""
    count = max((piece.first + len(piece.lines) for piece in pieces), default=0)
    lines, owners = [""] * count, [-1] * count
    for owner, piece in enumerate(pieces):
        for number, line in enumerate(piece.lines, start=piece.first):
            words = " ".join(line.split())
            if words and owners[number] < 0:
                lines[number], owners[number] = words, owner
            elif words:
                lines[number] = f"{lines[number]} {words}"
    return lines, owners


def _tell_apart(lines: list[str], owners: list[int], run: list[int]) -> None:
    """Change *lines* so that each piece of the *run* of lines without a blank is a paragraph."""
    wanted = [number for number in run if number == run[0] or owners[number] != owners[number - 1]]
    if wanted == _firsts(lines, run):
        return
    for stretch in _stretches(owners, run):
        if len(_firsts(lines, stretch)) > 1:
            first, *rest = stretch
            lines[first] = " ".join(lines[number] for number in stretch)
            for number in rest:
                lines[number] = ""
        last = max(number for number in stretch if lines[number])
        lines[last] += PARAGRAPH_END


def _stretches(owners: list[int], run: list[int]) -> Iterator[list[int]]:
    for _, stretch in groupby(run, key=lambda number: owners[number]):
        yield list(stretch)


def _firsts(lines: list[str], run: list[int]) -> list[int]:
    """Return the lines of *run* on which a paragraph begins, as the layout of plain text has it."""
    text = "\n".join(lines[number] for number in run)
    starts = dict(zip(line_starts(text), run, strict=True))
    return [starts[span.start] for span in paragraphs(text)]
