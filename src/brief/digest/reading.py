"""Read the sources of a digest, and brief what was not briefed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from brief.article import Article
from brief.contracts import Made
from brief.job import Job
from brief.model import Brief, Failure
from brief.pipeline import Pipeline
from brief.reading import articles
from brief.run import worked

from .state import cache_key, maker

if TYPE_CHECKING:
    from brief.plan import Plan

    from .state import State


class Desk(NamedTuple):
    """A section of a digest, and the sources it is drawn from."""

    name: str
    sources: tuple[str, ...]


class Watch(NamedTuple):
    """Who looks on: told of each source that is *waited* for, and of each result."""

    waiting: Callable[[str], None] | None = None
    result: Callable[[Made | Failure, bool], None] | None = None


class Read(NamedTuple):
    """What was read: the articles with the desk each came to, and what failed."""

    articles: list[tuple[str, Article]]
    failures: list[Failure]


def read_all(plan: Plan, desks: Sequence[Desk], watch: Watch) -> Read:
    """Read all sources; an article that two of them hold counts once, where it came first."""
    read = Read([], [])
    known: set[str] = set()
    for desk in desks:
        for item in articles(plan.reading, desk.sources, waiting=watch.waiting):
            if isinstance(item, Failure):
                read.failures.append(item)
                if watch.result:
                    watch.result(item, False)
            elif item.id not in known:
                known.add(item.id)
                read.articles.append((desk.name, item))
    return read


def briefed(
    plan: Plan,
    found: Sequence[tuple[str, Article]],
    state: State | None,
    watch: Watch,
    files: tuple[str, ...],
) -> tuple[list[tuple[str, Brief]], list[Failure]]:
    """Return the brief of each article, those kept from earlier runs as they were."""
    made_by = maker(plan) if state is not None else ""
    keys = [cache_key(article, made_by) for _, article in found]
    briefs: list[Brief | Failure | None] = [
        state.brief(key) if state is not None and key else None for key in keys
    ]
    missing = [place for place, brief in enumerate(briefs) if brief is None]
    job = Job(Pipeline(plan.stages, plan.reading.context), files=files)
    results = worked(plan.executor, job, iter([found[place][1] for place in missing]))
    for place, result in zip(missing, results, strict=True):
        brief = result.brief if isinstance(result, Made) else result
        briefs[place] = brief
        if state is not None and isinstance(brief, Brief) and keys[place]:
            state.keep(keys[place], brief)
        if watch.result:
            watch.result(result, True)
    good = [
        (desk, brief)
        for (desk, _), brief in zip(found, briefs, strict=True)
        if isinstance(brief, Brief)
    ]
    return good, [each for each in briefs if isinstance(each, Failure)]
