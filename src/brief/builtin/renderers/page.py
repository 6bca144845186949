"""Lay out the lines of one brief for a terminal: indents, places, colours."""

from __future__ import annotations

from collections.abc import Iterable

from brief.article import Places
from brief.model import Brief
from brief.sanitise import one_line
from brief.spans import Part, Span

from .wrap import cells, wrapped

# The only escape sequences that are ever printed (SGR, ECMA-48 8.3.117).
STYLES = {
    "title": "1",
    "heading": "1",
    "place": "2",
    "quiet": "2",
    "notice": "33",
    "says": "36",
    "supports": "32",
    "promises": "32",
    "opposes": "31",
    "denies": "31",
    "accuses": "31",
    "demands": "33",
    "warns": "33",
}


class Page:
    """The lines of *brief*, none wider than *width* cells save for a place that is wider.

    Whatever is put on it is made one line and safe for a terminal first.
    """

    def __init__(self, brief: Brief, width: int, colour: bool) -> None:
        self.text = brief.article.text
        self.width = width
        self.colour = colour
        self._places = Places(brief.article)
        self._origin = one_line(self._places.origin)
        self._lines: list[str] = []

    def __str__(self) -> str:
        """Return the page; it ends with a newline."""
        lines = self._lines
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join(lines) + "\n"

    def gap(self) -> None:
        """Leave a blank line, never two and none at the top."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def put(
        self,
        text: str,
        *,
        lead: str = "",
        indent: int = 0,
        spans: Iterable[Span] = (),
        style: str = "",
        lead_style: str = "",
    ) -> None:
        """Put *text* in *style* behind *lead*, further lines *indent* deep, then its place.

        *lead* is a bullet or a label of a few letters, safe as it is.
        """
        lead = lead.ljust(indent)
        body = self._wrapped(one_line(text), indent, len(lead))
        lines = [" " * indent + self.paint(each, style) for each in body]
        lines[0] = self.paint(lead, lead_style) + self.paint(body[0], style)
        used = cells(body[-1]) + (indent if len(body) > 1 else len(lead))
        self._lines += self._placed(lines, used, indent, self.place(spans))

    def paint(self, text: str, style: str) -> str:
        """Return *text* between escape sequences, if the page has colours."""
        if not self.colour or not text or style not in STYLES:
            return text
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m"

    def place(self, spans: Iterable[Span]) -> str:
        """Return "[talks.txt:7 @1043-1180]" for *spans*, those that touch as one; "" for none."""
        joined: list[tuple[int, int]] = []
        for span in spans:
            if isinstance(span, Part) and span.inserted:
                continue
            if joined and self._touch(joined[-1][1], span.start):
                joined[-1] = (joined[-1][0], span.end)
            else:
                joined.append((span.start, span.end))
        if not joined:
            return ""
        offsets = ",".join(f"{start}-{end}" for start, end in joined)
        return f"[{self._origin}:{self._places.line(joined[0][0])} @{offsets}]"

    def _touch(self, end: int, start: int) -> bool:
        """Tell whether nothing but a little white space stands between two spans."""
        return end == start or (end < start < end + 9 and self.text[end:start].isspace())

    def _wrapped(self, text: str, indent: int, lead: int) -> list[str]:
        """Wrap *text*, whose first line starts *lead* cells in, the others *indent*."""
        # A no-break filler stands for what the lead takes from the first line.
        filler = "\xa0" * (lead - indent)
        lines = wrapped(filler + text, self.width - indent)
        return [lines[0][len(filler) :], *lines[1:]]

    def _placed(self, lines: list[str], used: int, indent: int, place: str) -> list[str]:
        if not place:
            return [line.rstrip() for line in lines]
        size = cells(place)
        if used + 1 + size <= self.width:
            return [*lines[:-1], f"{lines[-1]} {self.paint(place, 'place')}"]
        # A place is never broken inside the parts that readers copy.
        broken = [place] if indent + size <= self.width else place.rsplit(" ", 1)
        return [*lines, *(" " * indent + self.paint(each, "place") for each in broken)]
