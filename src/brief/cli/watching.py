"""Watch a run: count what comes of it, tell what failed, show how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from brief.contracts import Made
from brief.inputs import expand
from brief.model import Failure
from brief.plan import Plan
from brief.reading import willing
from brief.recipe import Recipe
from brief.run import Tally

from . import STOP
from .gathering import CLOCK
from .report import Report

# More sources than these are not counted beforehand.
MOST = 20_000


def watched(
    made: Iterator[Made | Failure], tally: Tally, report: Report, *, fail_fast: bool, live: bool
) -> Iterator[Made | Failure]:
    """Pass on the results, counting and telling; stop at the first failure if asked to.

    *live* says that they are written to a terminal, perhaps to the one that shows progress.
    """
    for result in made:
        STOP.check()
        tally.count(result)
        if isinstance(result, Failure):
            report.failure(result)
        for notice in tally.news:
            report.warning(notice)
        _tell(result, report)
        if live:
            report.hide()
        yield result
        failed = len(tally.failures)
        report.progress(tally.briefs + failed, failed, result.source)
        if fail_fast and isinstance(result, Failure):
            return


def tell_of(run: Plan, recipe: Recipe, report: Report) -> None:
    """Say under -v what the run is made of, and what was set."""
    if not report.verbose:
        return
    names = ", ".join(owned.record.name for owned in run.stages)
    format_, executor = run.renderer.record.name, run.executor.record.name
    report.detail(f"stages {names}; format {format_}; executor {executor}")
    for name, given in recipe.values.items():
        if given.origin != CLOCK:
            report.detail(f"{name} = {given.value!r} ({given.origin})")


def sources(run: Plan, inputs: tuple[str, ...]) -> list[str]:
    """Return the sources of a run, for counting; none where they are many."""

    def accepts(source: str, start: bytes) -> bool:
        return any(willing(owned, source, start) for owned in run.reading.loaders)

    found = list(islice(expand(inputs, accepts), MOST + 1))
    # What is no source fails at once, and counts all the same.
    names = [each.source + ".txt" if isinstance(each, Failure) else each for each in found]
    return names if len(names) <= MOST else ["-"]


def _tell(result: Made | Failure, report: Report) -> None:
    """Say under -v which article is done, with the codes of its notices."""
    if report.verbose and isinstance(result, Made):
        codes = ", ".join(notice.partition(" ")[0] for notice in result.notices)
        report.detail(f"{result.source}: briefed" + (f", notices {codes}" if codes else ""))
