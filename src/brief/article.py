"""The article as it was read: its text, where that came from, and what is known about it."""

from __future__ import annotations

from bisect import bisect_right

from .layout import line_starts
from .spans import Span
from .value import value


@value
class Article:
    """One news article. Its *text* is never changed once it is made.

    Unknown fields are empty, never guessed. *published* is an RFC 3339 time or a bare date
    (YYYY-MM-DD). *furniture* are the spans of headline, byline and dateline inside *text*.
    *record* is the line (JSONL) or the position (JSON array), from 1, in a file of many.
    *sha256* is of the text in UTF-8, *source_sha256* of the bytes it was read from.
    """

    id: str
    source: str
    text: str
    record: int | None = None
    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    sha256: str = ""
    source_sha256: str = ""
    furniture: tuple[Span, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def origin(self) -> str:
        """The source, with `#record` for one of many."""
        return self.source if self.record is None else f"{self.source}#{self.record}"


@value
class Notice:
    """Something the reader should know: a stable *code* (see `docs/notices.md`), a message
    in one line, and the span it is about, if any.
    """

    code: str
    message: str
    span: Span | None = None


class Places:
    """Turns offsets of one article into places that editors jump to, such as `talks.txt:7`."""

    def __init__(self, article: Article) -> None:
        self.origin = article.origin
        self._starts = line_starts(article.text)

    def line(self, offset: int) -> int:
        """Return the line, from 1, that *offset* stands on."""
        return bisect_right(self._starts, offset)

    def place(self, offset: int) -> str:
        """Return `SOURCE:LINE`, or `SOURCE#RECORD:LINE` in a file of many."""
        return f"{self.origin}:{self.line(offset)}"
