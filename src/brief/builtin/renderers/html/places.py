"""Link the lines of a brief with their places in the article's text, both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.article import Article, Places
from brief.builtin.renderers.stretches import offsets, places, stretches
from brief.spans import Span

from .safe import NUMBER


class Mark(NamedTuple):
    """A stretch of the article's text that *line* rests on: its words, a speaker or a cue."""

    start: int
    end: int
    line: int
    kind: str


class Links:
    """The lines of one brief, numbered from 1, and where each rests in the article.

    The first *reserved* numbers are for lines that others refer to before they are written.
    """

    def __init__(self, article: Article, reserved: int) -> None:
        self.marks: list[Mark] = []
        self.anchors: list[tuple[int, int]] = []
        self.last = reserved
        self._text = article.text
        self._places = Places(article)

    def line_of(self, offset: int) -> int:
        """Return the line of the source that *offset* stands on."""
        return self._places.line(offset)

    def line(
        self,
        spans: Iterable[Span],
        *,
        number: int = 0,
        speaker: Span | None = None,
        cue: Span | None = None,
    ) -> tuple[str, str]:
        """Return the id of a line that rests on *spans*, as an attribute, and its link there.

        The link reads "line 7 @1043-1180,1200-1210"; all of the spans, *speaker* and *cue*
        are marked when it is followed. Without a span both are empty.
        """
        spans = tuple(spans)
        own = places(spans)
        if not own:
            return "", ""
        if not number:
            self.last += 1
            number = self.last
        self.marks += [Mark(start, end, number, "c") for start, end in own]
        for kind, span in (("s", speaker), ("q", cue)):
            if span is not None:
                self.marks.append(Mark(span.start, span.end, number, kind))
        self.anchors.append((own[0][0], number))
        link = f' <a class="at" href="#{self.id(number)}">{self.words(spans)}</a>'
        return f' id="{self.back(number)}"', link

    @staticmethod
    def id(number: int) -> str:
        """Return the id of the place of a line."""
        return f"b{NUMBER}-{number}"

    @classmethod
    def back(cls, number: int) -> str:
        """Return the id of the line itself, where its place leads back to."""
        return f"{cls.id(number)}b"

    def words(self, spans: Sequence[Span]) -> str:
        """Return "line 7 @1043-1180" for *spans*, those that touch as one."""
        joined = stretches(self._text, spans)
        line = self.line_of(joined[0][0])
        return f"line\N{NO-BREAK SPACE}{line} @{offsets(joined)}"
