"""Lay out the lines of one brief as Markdown: headings, bullets, and the places behind them."""

from __future__ import annotations

from collections.abc import Iterable

from brief.article import Places
from brief.builtin.renderers.stretches import offsets, stretches
from brief.model import Brief
from brief.spans import Span

from .escape import code

# Lists deeper than this are not indented further: every level costs the eye two characters.
DEEPEST = 8


class Sheet:
    """The lines of *brief*. What is put on it is Markdown already."""

    def __init__(self, brief: Brief) -> None:
        self.text = brief.article.text
        self._places = Places(brief.article)
        self._lines: list[str] = []
        self._in_list = False

    def __str__(self) -> str:
        """Return the document; it ends with a newline."""
        return "\n".join(self._lines) + "\n"

    def block(self, *lines: str) -> None:
        """Put a block of *lines* with a blank line before it."""
        self._lines += ["", *lines] if self._lines else lines
        self._in_list = False

    def heading(self, level: int, text: str) -> None:
        """Put a heading of the *level*, 1 for the title."""
        self.block(f"{'#' * level} {text}".rstrip())

    def bullet(self, text: str, spans: Iterable[Span] = (), depth: int = 0) -> None:
        """Put a line of a list, below the line before it by *depth*, with its place behind it."""
        if not self._in_list and self._lines:
            self._lines.append("")
        self._in_list = True
        # An empty bullet below a line would make that line a heading.
        line = " ".join(filter(None, (text, self.place(spans)))) or "—"
        self._lines.append(f"{'  ' * min(depth, DEEPEST)}- {line}")

    def place(self, spans: Iterable[Span]) -> str:
        """Return "`talks.txt:7 @1043-1180`" for *spans*, those that touch as one; "" for none."""
        joined = stretches(self.text, spans)
        if not joined:
            return ""
        return code(f"{self._places.place(joined[0][0])} @{offsets(joined)}")
