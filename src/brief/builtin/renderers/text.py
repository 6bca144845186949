"""Write briefs for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.article import Article
from brief.contracts import Context
from brief.errors import ConfigError
from brief.model import Brief, Failure
from brief.value import value

from .additions import Additions
from .page import USUAL_WIDEST, Page
from .statements import Statements
from .stream import pieces
from .wording import numbered, picked

NARROWEST = 40


@value
class Text:
    """Briefs as text for a terminal, each quotation with its place.

    Lines take at most *width* cells (40 or more); from 110 on, places stand in a column of
    their own. *colour* uses a few SGR sequences; *why* adds scores and how speakers were found;
    *show_removed* lists what was cut. What failed is not part of the text.
    """

    width: int = 80
    colour: bool = False
    why: bool = False
    show_removed: bool = False

    def __post_init__(self) -> None:
        if self.width < NARROWEST:
            raise ConfigError(f"width must be {NARROWEST} or more, not {self.width}")

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[str]:
        """Yield the briefs one after the other."""
        return self.join(pieces(self, items, context), context)

    def each(self, brief: Brief, context: Context) -> str:
        """Return the page of one brief."""
        page = Page(brief, self.width, self.colour)
        additions = Additions(page, brief)
        _head(page, brief.article)
        page.gap()
        order = numbered(brief)
        for pick in brief.summary.sentences:
            page.put(pick.text, lead="  • ", indent=4, spans=pick.parts)
            if self.why:
                page.put(f"why: {picked(brief, pick, order)}", indent=4, style="quiet")
            additions.notes_on(pick.id, indent=4)
        Statements(page, brief, context, additions, why=self.why).put()
        additions.put(self.show_removed)
        return str(page)

    def join(self, pieces: Iterable[str | Failure], context: Context) -> Iterator[str]:  # noqa: ARG002
        """Yield the pages with a rule between them."""
        rule = ""
        for piece in pieces:
            if not isinstance(piece, Failure):
                yield rule + piece
                rule = f"\n{'─' * min(self.width, USUAL_WIDEST)}\n\n"


def _head(page: Page, article: Article) -> None:
    """Put the title, and below it what else is known of the article."""
    page.put(article.title or article.origin, style="title")
    known = (article.outlet, article.byline, article.published, article.title and article.origin)
    page.put(" · ".join(filter(None, known)), style="quiet")
