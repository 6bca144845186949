"""Carry out a plan: read the inputs, hand articles to the executor, stream what comes back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from .article import Article
from .contracts import Executor, Made
from .errors import BriefError, PluginError, UsageError, in_a_line
from .job import Job, Known
from .model import Failure
from .pipeline import Pipeline
from .plan import Plan
from .reading import articles
from .registry import Owned, Record, named
from .rendering import piecewise


@dataclass(slots=True)
class Tally:
    """What a run has come to so far: how many briefs, which failures, which notices."""

    briefs: int = 0
    failures: list[Failure] = field(default_factory=list)
    notices: int = 0
    # What plugins failed at, each once: a broken stage says the same of every article.
    news: list[str] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def count(self, result: Made | Failure) -> None:
        """Take in the next result; `news` are then its plugin notices not seen before."""
        self.news = []
        if isinstance(result, Failure):
            self.failures.append(result)
            return
        self.briefs += 1
        self.notices += len(result.notices)
        for notice in result.notices:
            kind = notice.partition(":")[0]
            if notice.startswith("B6") and kind not in self._told:
                self._told.add(kind)
                self.news.append(notice)


def results(
    plan: Plan,
    inputs: Sequence[str],
    *,
    known: Known | None = None,
    files: tuple[str, ...] = (),
    commands: Sequence[str] = (),
    waiting: Callable[[str], None] | None = None,
) -> Iterator[Made | Failure]:
    """Yield what became of each article of *inputs*, in their order, as it is done.

    *commands* are words that a missing file may be a misspelling of; *waiting* is told now and
    then which address is waited for, from any thread. Raises `UsageError` for
    a title and several articles, `PluginError` where workers need what cannot be pickled, and
    `BriefError` that names an executor that does not do its work.
    """
    pieces = piecewise(plan.renderer.record.run)
    job = Job(Pipeline(plan.stages, plan.reading.context), pieces, known, files)
    if plan.executor.record.name != "serial":
        _check_pickles(plan)
    items = articles(plan.reading, inputs, commands, waiting)
    if known is not None and known.title:
        items = _one_alone(items)
    try:
        yield from worked(plan.executor, job, items)
    except (BriefError, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as exc:
        raise BriefError(f"executor {named(plan.executor)} raised {in_a_line(exc)}") from exc


def worked(
    executor: Owned[Executor], job: Job, items: Iterator[Article | Failure]
) -> Iterator[Made | Failure]:
    """Yield what *executor* makes of *items*, and see that it is a result for each."""
    due: deque[str] = deque()
    given = 0

    def taken() -> Iterator[Article | Failure]:
        for item in items:
            due.append(item.source if isinstance(item, Failure) else item.origin)
            yield item

    for result in executor.record.run(job, taken()):
        _check_result(executor, result, due)
        given += 1
        yield result
    if due:
        whole = given + len(due)
        raise BriefError(f"executor {named(executor)} gave {given} results for {whole} articles")


def _check_result(executor: Owned[Executor], result: object, due: deque[str]) -> None:
    """Raise `BriefError` unless *result* is one, and that of the article that is next."""
    if not isinstance(result, Made | Failure):
        raise BriefError(f"executor {named(executor)} gave {type(result).__name__}, not a result")
    if not due:
        raise BriefError(f"executor {named(executor)} gave more results than articles")
    source = due.popleft()
    # A failure may be of the executor's own making, and name its source as it likes.
    if isinstance(result, Made) and result.source != source:
        raise BriefError(
            f"executor {named(executor)} gave {result.source!r} where {source!r} was next"
        )


def _one_alone(items: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    """Return *items* if there is one; a title is not for several."""
    first = list(islice(items, 2))
    if len(first) > 1:
        raise UsageError("--title is for one article, and there are several")
    return iter(first)


def _check_pickles(plan: Plan) -> None:
    """Raise `PluginError` for the first record that cannot be sent to a worker."""
    import pickle  # only with more than one process

    records: list[Owned[Record]] = [*plan.stages, plan.renderer]
    for owned in records:
        try:
            pickle.dumps(owned.record.run)
        except Exception as exc:
            raise PluginError(
                f"{named(owned)} cannot be sent to a worker: "
                f"{in_a_line(exc)}; use -j 1, or define it at the top of a module"
            ) from exc
