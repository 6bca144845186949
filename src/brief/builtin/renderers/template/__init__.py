"""The format `template`: briefs through a Jinja2 template of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.builtin.renderers.stream import pieces
from brief.contracts import Context
from brief.errors import ConfigError
from brief.model import Brief, Failure
from brief.value import value


@value
class Template:
    """The template *file*, in Jinja2's sandbox; `docs/formats.md` says what it is given.

    A name that ends in `.html` or `.xml`, with `.j2` behind it or not, makes Jinja2 escape
    what it prints. It may include and extend templates of its own folder, and no others.
    """

    file: str = ""

    def __post_init__(self) -> None:
        if self.file:
            from .filling import check  # here and below: jinja2 is slow, and an extra

            check(self.file)

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield what the template makes of the briefs."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:  # noqa: ARG002  # Piecewise
        """Return what the template is given of one brief, as JSON."""
        from .given import given

        return given(brief)

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield what the template makes of all the briefs, whole: it sees every one of them."""
        if not self.file:
            raise ConfigError("format 'template' needs a template: --template FILE")
        from .filling import filled
        from .given import variables

        yield filled(self.file, variables(pieces))
