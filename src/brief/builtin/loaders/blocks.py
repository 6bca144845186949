"""Read the paragraphs of a Markdown text, each on its line, and tell the story from the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.errors import LoadError

from .inline import lines_of
from .markdown_rules import DEEPEST, parser
from .placing import Piece
from .raw_html import pieces_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# A rule right under a paragraph makes a heading of it, by the letter; headings are shorter.
LONGEST_HEADING = 200
ENDS = (".", "!", "?", "”", '"')
# "1984. That was the year" is no list, whatever Markdown says.
LONGEST_NUMBER = 2
# So many words (an outlet's name, a byline) may stand above the headline.
MOST_WORDS_ABOVE = 60


TOO_DEEP = "quotes or lists are nested too deeply for an article"
QUOTES = r"(?m)^(?: {0,3}>){12}"


class Page(NamedTuple):
    """The paragraphs of a Markdown text, and the heading that is its headline, if one is."""

    pieces: list[Piece]
    title: str


def read(text: str) -> Page:
    """Return the paragraphs of the Markdown *text*; headings, tables, code and notes are asides.

    Raises `LoadError` where quotes or lists stand inside each other too deeply.
    """
    # Looked for first: the parser takes its time over each line of a quote so deep.
    if re.search(QUOTES, text):
        raise LoadError(TOO_DEEP)
    tokens = parser().parse(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        raise LoadError(TOO_DEEP)
    reading = _Reading()
    for token in tokens:
        reading.take(token)
    return Page(reading.pieces, reading.title())


class _Reading:
    """What has been read so far, token by token."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._headings: list[tuple[bool, str]] = []
        self._words = 0
        self._heading: Token | None = None
        self._cells: list[str] | None = None
        self._row = 0
        self._aside = ""  # the token that ends what is no part of the story
        self._number = ""

    def take(self, token: Token) -> None:
        """Take in the next *token*."""
        first = token.map[0] if token.map else 0
        if token.type == "inline":
            self._inline(first, lines_of(token.children or ()))
        elif token.type == "html_block":
            self.pieces += pieces_of(first, token.content)
        elif token.type == "fence":
            self._put(first + 1, token.content.split("\n"), aside=True)
        elif token.type in ("heading_open", "heading_close"):
            self._heading = token if token.nesting > 0 else None
        elif token.type == "list_item_open" and len(token.info) > LONGEST_NUMBER:
            self._number = f"{token.info}{token.markup} "
        elif token.type == "tr_open":
            self._cells, self._row = [], first
        elif token.type == "tr_close" and self._cells is not None:
            self._put(self._row, [" | ".join(self._cells)], aside=True)
            self._cells = None
        elif token.type == "footnote_open":
            self._aside = "footnote_close"
        elif token.type == self._aside:
            self._aside = ""

    def title(self) -> str:
        """Return the first heading of the first level near the top, else the first near it."""
        return next((text for first, text in self._headings if first), "") or next(
            (text for _, text in self._headings), ""
        )

    def _inline(self, first: int, lines: Sequence[tuple[str, bool]]) -> None:
        """Take in the words of a paragraph, a heading or a cell that begins on line *first*."""
        words = [line for line, _ in lines]
        words[0] = self._number + words[0]
        self._number = ""
        if self._cells is not None:
            self._cells.append(" ".join(words).strip())
        elif self._heading and _is_heading(self._heading, words):
            self._head(first, words)
        elif self._aside:
            self._put(first, words, aside=True)
        else:
            self._words += sum(line.count(" ") + 1 for line in words)
            for at, part in _parts(lines, words):
                self._put(first + at, part, aside=False)

    def _head(self, first: int, words: list[str]) -> None:
        heading = " ".join(" ".join(words).split())
        if heading and self._words <= MOST_WORDS_ABOVE and not self._aside:
            self._headings.append(
                (self._heading is not None and self._heading.tag == "h1", heading)
            )
        self._put(first, words, aside=True)
        # MarkDownload puts a page's description under this heading, above the story.
        if heading == "Excerpt" and self._heading and self._heading.level:
            self._aside = "blockquote_close"

    def _put(self, first: int, lines: Sequence[str], *, aside: bool) -> None:
        self.pieces.append(Piece(first, tuple(lines), aside))


def _parts(lines: Sequence[tuple[str, bool]], words: list[str]) -> list[tuple[int, list[str]]]:
    """Return the paragraphs in *words*, each with its first line: hard breaks part them.

    A break before a small letter parts nothing: mail programs put one on every line.
    """
    parts: list[tuple[int, list[str]]] = [(0, [])]
    for at, line in enumerate(words):
        if at and lines[at - 1][1] and not line.lstrip()[:1].islower():
            parts.append((at, []))
        parts[-1][1].append(line)
    return parts


def _is_heading(token: Token, words: list[str]) -> bool:
    """Tell whether a heading is one, and not a paragraph with a rule right under it."""
    text = " ".join(words).strip()
    if token.markup != "-":
        return len(text) <= LONGEST_HEADING
    return len(words) == 1 and len(text) <= LONGEST_HEADING and not text.endswith(ENDS)
