"""What a worker does with one article: describe it, run the pipeline, render the brief."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .article import Article
from .builtin.describe import describe
from .contracts import Made
from .discovery import import_file
from .errors import in_a_line
from .model import Brief, Failure
from .pipeline import Pipeline
from .value import NamedTuple

if TYPE_CHECKING:
    from .protocols import Piecewise


class Job:
    """Work for an executor; picklable. *pieces* renders in the worker where that can be.

    *known* puts into an article what the user says of it. *files* are plugins
    given by path: a worker imports them before it can unpickle what they define.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        pieces: Piecewise | None = None,
        known: Known | None = None,
        files: tuple[str, ...] = (),
    ) -> None:
        self.pipeline = pipeline
        self.pieces = pieces
        self.known = known
        self.files = files

    def __getstate__(self) -> tuple[tuple[str, ...], bytes]:
        """Pickle what plugins define apart, so that their files can be imported first."""
        import pickle  # between our own processes, never from a file

        return self.files, pickle.dumps((self.pipeline, self.pieces, self.known))

    def __setstate__(self, state: tuple[tuple[str, ...], bytes]) -> None:
        """Import plugin files, then unpickle."""
        import pickle

        self.files, rest = state
        for path in self.files:
            import_file(path)
        self.pipeline, self.pieces, self.known = pickle.loads(rest)  # noqa: S301  # ours

    def open(self) -> None:
        """Load what the stages need, once per process."""
        self.pipeline.open()

    def __call__(self, item: Article | Failure) -> Made | Failure:
        """Return what became of *item*; never raises but on Ctrl-C."""
        if isinstance(item, Failure):
            return item
        try:
            brief = self.brief(item)
        except KeyboardInterrupt:
            raise
        except BaseException as exc:  # noqa: BLE001  # one article must not take the run down
            return Failure(item.origin, "describe", in_a_line(exc))
        if isinstance(brief, Failure):
            return brief
        article = brief.article
        made = Made(
            item.origin,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            notices=tuple([f"{each.code} {each.message}" for each in brief.notices]),
        )
        if self.pieces is None:
            return made._replace(brief=brief)
        try:
            return made._replace(piece=self.pieces.each(brief, self.pipeline.context))
        except KeyboardInterrupt:
            raise
        except BaseException as exc:  # noqa: BLE001
            return Failure(item.origin, "render", in_a_line(exc))

    def brief(self, article: Article) -> Brief | Failure:
        """Return the brief of *article*."""
        if self.known:
            article = self.known.told(article)
        return self.pipeline(describe(article, self.pipeline.context))


class Known(NamedTuple):
    """What the user says of an article: it goes before what the article says of itself.

    *pasted* is the day a text from standard input was published, if it names none.
    """

    title: str = ""
    outlet: str = ""
    pasted: str = ""

    def told(self, article: Article) -> Article:
        """Return *article* with what is known of it."""
        published = article.published or (self.pasted if article.source == "-" else "")
        return replace(
            article,
            title=self.title or article.title,
            outlet=self.outlet or article.outlet,
            published=published,
        )
