"""The format `csv`: a row for each statement, for spreadsheets and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.builtin.renderers.stream import pieces
from brief.contracts import Context
from brief.model import Brief, Failure
from brief.value import value


@value
class Csv:
    """RFC 4180: every statement, shown or not, then what stages added; `docs/formats.md` has
    the columns.

    What a spreadsheet would take for a formula gets an apostrophe before it. *bom* puts a
    byte order mark first, which Excel needs to read UTF-8; *show_removed* adds a row for
    each cut. What failed has no row.
    """

    bom: bool = False
    show_removed: bool = False

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the head and the rows, brief by brief."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:  # noqa: ARG002  # Piecewise
        """Return the rows of one brief."""
        from .cells import lines  # here and below: no other format needs it
        from .rows import rows

        return lines(rows(brief, show_removed=self.show_removed))

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the head, then the rows."""
        from .cells import head

        yield ("\ufeff" if self.bom else "") + head()
        for piece in pieces:
            if not isinstance(piece, Failure):
                yield piece
