"""Lay out the lines of one brief for a terminal: indents, places, colours."""

from __future__ import annotations

from collections.abc import Iterable

from brief.article import Places
from brief.model import Brief
from brief.sanitise import one_line
from brief.spans import Span

from .stretches import offsets, stretches
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
# From this width on, places stand in a column of their own, if what is left of them has room.
WIDE, ROOM = 110, 72
# The eye finds the next line in lines of at most so many cells.
MEASURE = 88
# How wide a page is where places are not put aside.
USUAL_WIDEST = 100
GAP = 2


class Page:
    """The lines of *brief*, none wider than *width* cells save for a place that is wider.

    Whatever is put on it is made one line and safe for a terminal first.
    """

    def __init__(self, brief: Brief, width: int, colour: bool) -> None:
        self.text = brief.article.text
        self.colour = colour
        self._places = Places(brief.article)
        self._origin = one_line(self._places.origin)
        self._lines: list[str] = []
        self._aside = self._column(width) if width >= WIDE else 0
        usual = min(width, USUAL_WIDEST) if width >= WIDE else width
        self.width = min(MEASURE, width - GAP - self._aside) if self._aside else usual
        if self._aside:
            # Room that the text leaves is for places of two spans.
            second = 2 * len(str(len(self.text))) + 2
            self._aside = min(width - GAP - self.width, self._aside + second)

    def _column(self, width: int) -> int:
        """Return how wide the column of places is beside a text on *width* cells; 0 for none."""
        size = len(str(len(self.text)))
        line, offsets = len(str(self._places.line(len(self.text)))), 2 * size + 3
        above = cells(self._origin) + line + 2
        for column in (above + 1 + offsets, max(above, offsets)):
            if width - GAP - column >= ROOM:
                return column
        return 0

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
        place = self.place(spans)
        if self._aside and place:
            sizes = [cells(each) + indent for each in body]
            sizes[0] += len(lead) - indent
            self._lines += self._beside(lines, sizes, place)
            return
        used = cells(body[-1]) + (indent if len(body) > 1 else len(lead))
        self._lines += self._placed(lines, used, indent, place)

    def paint(self, text: str, style: str) -> str:
        """Return *text* between escape sequences, if the page has colours."""
        if not self.colour or not text or style not in STYLES:
            return text
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m"

    def place(self, spans: Iterable[Span]) -> str:
        """Return "[talks.txt:7 @1043-1180]" for *spans*, those that touch as one; "" for none."""
        joined = stretches(self.text, spans)
        if not joined:
            return ""
        line = self._places.line(joined[0][0])
        return f"[{self._origin}:{line} @{offsets(joined)}]"

    def _wrapped(self, text: str, indent: int, lead: int) -> list[str]:
        """Wrap *text*, whose first line starts *lead* cells in, the others *indent*."""
        # A no-break filler stands for what the lead takes from the first line.
        filler = "\xa0" * (lead - indent)
        lines = wrapped(filler + text, self.width - indent)
        return [_no_command(each) for each in (lines[0][len(filler) :], *lines[1:])]

    def _placed(self, lines: list[str], used: int, indent: int, place: str) -> list[str]:
        if not place:
            return [line.rstrip() for line in lines]
        size = cells(place)
        if used + 1 + size <= self.width:
            return [*lines[:-1], f"{lines[-1]} {self.paint(place, 'place')}"]
        # A place is never broken inside the parts that readers copy.
        broken = [place] if indent + size <= self.width else place.rsplit(" ", 1)
        return [*lines, *(" " * indent + self.paint(each, "place") for each in broken)]

    def _beside(self, lines: list[str], sizes: list[int], place: str) -> list[str]:
        """Put *place* to the right of *lines*, which take *sizes*, from the first on."""
        parts = [place] if cells(place) <= self._aside else place.rsplit(" ", 1)
        if len(parts[-1]) > self._aside:
            # Many spans: a line each, broken where one ends.
            parts[-1:] = parts[-1].replace(",", ",\n").split("\n")
        height = max(len(lines), len(parts))
        lines += [""] * (height - len(lines))
        sizes += [0] * (height - len(sizes))
        parts += [""] * (height - len(parts))
        start = self.width + GAP
        return [
            (line + " " * (start - size) + self.paint(part, "place")) if part else line.rstrip()
            for line, size, part in zip(lines, sizes, parts, strict=True)
        ]


def _no_command(line: str) -> str:
    """Return *line* so that no CI job takes it for a command to it, as one in "::" would be."""
    return f": {line[1:]}" if line.startswith("::") else line
