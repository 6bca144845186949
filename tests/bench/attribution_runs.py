"""Run any stage of the phase EXTRACT over annotated articles, and take its time."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from attribution_scores import Page, Range, Told

from brief.article import Article
from brief.config import from_assignments, from_table, gather
from brief.contracts import Phase
from brief.job import Job
from brief.law import check
from brief.model import Brief, Failure
from brief.pipeline import Pipeline
from brief.plan import Plan, plan
from brief.plugins import Wanted, load
from brief.spans import Span


class Wish(NamedTuple):
    """Which extractor: its stage, options as `--set` takes them, plugins by name or path.

    *whole* runs what a reader's brief comes from: headline and furniture are cut first, and
    the phase POSITIONS follows.
    """

    stage: str = "attributions"
    options: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    whole: bool = False


class Scored(NamedTuple):
    """An article with what is annotated (*gold*) and what was *found*, as words."""

    id: str
    page: Page
    gold: tuple[Told, ...]
    found: tuple[Told, ...]
    brief: Brief

    @property
    def outlet(self) -> str:
        """What its id starts with, as PolNeAR names its articles; else empty."""
        return self.id.partition("_")[0] if "_" in self.id else ""


class Speed(NamedTuple):
    """CPU seconds of a stage: to open it, for its first pass, for each later pass; and words."""

    opened: float
    first: float
    later: tuple[float, ...]
    words: int


def records(path: Path) -> list[dict[str, Any]]:
    """Return the annotated articles of *path*."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [{"id": f"{number}", **json.loads(line)} for number, line in enumerate(lines, 1)]


def planned(wish: Wish) -> Plan:
    """Return the plan of a run with the extractor wished for, whatever the user's settings."""
    files = tuple(each for each in wish.plugins if each.endswith(".py"))
    named = tuple(each for each in wish.plugins if not each.endswith(".py"))
    name = wish.stage.removeprefix("extract=")
    chosen = from_table({"use": {"extract": name}}, "--use")
    recipe = from_assignments(wish.options).over(chosen)
    return plan(gather(recipe, isolated=True), load(Wanted(only=named, files=files)))


def extracted(
    wish: Wish, articles: Sequence[dict[str, Any]], passes: int = 0
) -> tuple[list[Brief], Speed]:
    """Return the briefs of the articles with their statements, and what the stage took."""
    made = planned(wish)
    if wish.whole:
        return _whole(made, articles), Speed(0.0, 0.0, (), 0)
    context = replace(made.reading.context, language="en")
    splitting = [each for each in made.stages if each.record.phase is Phase.SPLIT]
    (extractor,) = [each for each in made.stages if each.record.phase is Phase.EXTRACT]
    split = Pipeline(splitting, context)
    split.open()
    briefs = [_made(split(each)) for each in _articles(articles)]
    stage = extractor.record
    opened = _took(lambda: getattr(stage.run, "open", lambda _: None)(context))
    found: list[Brief] = []
    first = _took(lambda: found.extend(stage.run(brief, context) for brief in briefs))
    later = tuple(
        _took(lambda: [stage.run(brief, context) for brief in briefs]) for _ in range(passes)
    )
    words = sum(len(brief.article.text.split()) for brief in briefs)
    checked = [check(*each, stage.phase) for each in zip(briefs, found, strict=True)]
    return checked, Speed(opened, first, later, words)


def _whole(made: Plan, articles: Sequence[dict[str, Any]]) -> list[Brief]:
    no_summary = [each for each in made.stages if each.record.phase is not Phase.SUMMARISE]
    job = Job(Pipeline(no_summary, made.reading.context))
    job.open()
    return [_made(job.brief(each)) for each in _articles(articles)]


def _articles(found: Iterable[dict[str, Any]]) -> Iterator[Article]:
    for each in found:
        yield Article(str(each["id"]), "bench", each["text"], language="en")


def _took(work: Any) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _made(result: Brief | Failure) -> Brief:
    if isinstance(result, Failure):
        raise SystemExit(f"{result.source}: {result.step}: {result.reason}")
    return result


def ranges(spans: Iterable[Span]) -> list[Range]:
    """Return *spans* as pairs."""
    return [(span.start, span.end) for span in spans]


def scored(record: dict[str, Any], brief: Brief) -> Scored:
    """Return an article ready to be counted."""
    page = Page(brief.article.text)
    gold = [
        page.told(each["content"], each["source"], number=number)
        for number, each in enumerate(record["attributions"])
    ]
    gold = [each._replace(groups=each.groups | {page.form(each)}) for each in gold]
    found = [
        page.told(
            ranges(each.content),
            ranges([each.speaker] if each.speaker else []),
            groups=(each.form, f"rule {each.rule or '?'}"),
            confidence=each.confidence,
            number=number,
        )
        for number, each in enumerate(brief.positions)
    ]
    return Scored(str(record["id"]), page, tuple(gold), tuple(found), brief)
