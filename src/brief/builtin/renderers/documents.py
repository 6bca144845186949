"""Write briefs as JSON: one document of all of them, or one brief a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.contracts import Context
from brief.form import SCHEMA_VERSION, brief_form, failure_form, head
from brief.model import Brief, Failure
from brief.sanitise import json_text
from brief.value import value

from .indent import indented
from .stream import pieces


@value
class Json:
    """One JSON document however many articles; *with_text* adds each article's text."""

    with_text: bool = False

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the document brief by brief."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:  # noqa: ARG002  # Piecewise
        """Return the object of one brief, indented as it stands in the document."""
        return json_text(indented(brief_form(brief, self.with_text), depth=2))

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the document; what failed is kept for its end."""
        failures: list[Failure] = []
        first = "".join(f'  "{key}": {indented(each)},\n' for key, each in head().items())
        yield f'{{\n{first}  "briefs": ['
        between = "\n    "
        for piece in pieces:
            if isinstance(piece, Failure):
                failures.append(piece)
            else:
                yield between + piece
                between = ",\n    "
        failed = json_text(indented([failure_form(each) for each in failures], depth=1))
        end = "\n  ]" if between.startswith(",") else "]"
        yield f'{end},\n  "failures": {failed}\n}}\n'


@value
class Jsonl:
    """One brief a line, as it is made; *with_text* adds each article's text.

    A source that failed has no line.
    """

    with_text: bool = False

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the lines."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:  # noqa: ARG002  # Piecewise
        """Return the line of one brief."""
        import json  # slow: 2 ms, and text needs none

        form = {"schema_version": SCHEMA_VERSION, **brief_form(brief, self.with_text)}
        return json_text(json.dumps(form, ensure_ascii=False)) + "\n"

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the lines of the briefs."""
        return (piece for piece in pieces if not isinstance(piece, Failure))
