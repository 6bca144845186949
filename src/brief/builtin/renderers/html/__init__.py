"""Write briefs as one page for a browser, the article below with every line linked to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from brief.value import value

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Failure


@value
class Html:
    """One page that needs nothing beside it: no script, no picture, nothing from the network.

    Every line links to its place in the article's text, which stands below it, whole.
    *why* adds scores and how speakers were found; *show_removed* lists what was cut and
    strikes it out. Several briefs share a page with a table of contents, which is written
    when the last brief is made.
    """

    why: bool = False
    show_removed: bool = False

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the page."""
        from brief.builtin.renderers.stream import pieces

        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:
        """Return the part of the page that is about one brief, its number left open."""
        from .sheet import sheet  # as below: only who asks for a page pays for it

        return sheet(brief, context, self.why, self.show_removed)

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the page around *pieces*, what failed at its end."""
        from .frame import framed

        return framed(pieces)
