"""The format `md`: a brief as a Markdown document that reads well as source and rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.builtin.renderers.stream import pieces
from brief.contracts import Context
from brief.model import Brief, Failure
from brief.value import value


@value
class Markdown:
    """CommonMark: a heading and its brief for each article, a rule between them.

    Nothing of an article or a plugin becomes markup or a link, in GitHub's dialect neither.
    *why* adds scores and how speakers were found; *show_removed* lists what was cut. What
    failed is listed at the end.
    """

    why: bool = False
    show_removed: bool = False

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the document brief by brief."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:
        """Return the part of the document that one brief is."""
        from .whole import written  # here and below: no other format needs it

        return written(brief, context, why=self.why, show_removed=self.show_removed)

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the document; what failed is kept for its end."""
        failures: list[Failure] = []
        rule = ""
        for piece in pieces:
            if isinstance(piece, Failure):
                failures.append(piece)
            else:
                yield rule + piece
                rule = "\n---\n\n"
        if failures:
            from .whole import failed

            yield rule + failed(failures)
