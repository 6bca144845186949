"""Print what each step takes over the articles of a file: loading, every stage, rendering.

    python tests/bench/stages.py ARTICLES.jsonl

Runs with the brief of the interpreter that runs it. The checks are those of what
each stage returned.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from brief import pipeline
from brief.config import gather
from brief.job import Job
from brief.model import Failure
from brief.options import Given
from brief.plan import Plan, plan
from brief.plugins import Wanted, load
from brief.reading import articles
from brief.recipe import Recipe, with_values
from brief.registry import Owned
from brief.rendering import piecewise


class Timed:
    """A callable that adds up the CPU time it takes, in seconds."""

    def __init__(self, run: Callable[..., Any]) -> None:
        self.run = run
        self.taken = 0.0

    def __call__(self, *args: object) -> Any:
        """Call it."""
        start = time.process_time()
        try:
            return self.run(*args)
        finally:
            self.taken += time.process_time() - start

    def open(self, context: object) -> None:
        """Open what is timed."""
        opens = getattr(self.run, "open", None)
        if callable(opens):
            opens(context)


def default_plan() -> Plan:
    """Return the plan of `brief -f jsonl` without any settings of the user's."""
    recipe = with_values(gather(Recipe(), isolated=True), {"format": Given("jsonl", "bench")})
    return plan(recipe, load(Wanted(only=())))


def timed(chosen: Plan, path: str) -> tuple[int, Mapping[str, Timed]]:
    """Brief the articles of *path*; return how many, and a timer for each step."""
    context = chosen.reading.context
    timers = {owned.record.name: Timed(owned.record.run) for owned in chosen.stages}
    stages = [
        Owned(owned.record._replace(run=timers[owned.record.name]), owned.plugin, owned.version)
        for owned in chosen.stages
    ]
    timers["(checks)"] = Timed(vars(pipeline)["check"])
    vars(pipeline)["check"] = timers["(checks)"]
    job = Job(pipeline.Pipeline(stages, context))
    job.open()
    pieces = piecewise(chosen.renderer.record.run)
    assert pieces is not None
    source = iter(articles(chosen.reading, [path]))
    load_next = timers["(load)"] = Timed(lambda: next(source, None))
    make = timers["(describe and all stages)"] = Timed(job.brief)
    render = timers["(render)"] = Timed(pieces.each)
    count = 0
    while (item := load_next()) is not None:
        made = item if isinstance(item, Failure) else make(item)
        if not isinstance(made, Failure):
            render(made, context)
        count += 1
    return count, timers


def main() -> None:
    """Run the default pipeline once and print a table, the slowest first."""
    chosen = default_plan()
    start = time.process_time()
    count, timers = timed(chosen, sys.argv[1])
    whole = time.process_time() - start
    print(f"{count} articles, {whole / count * 1000:.2f} ms each, start-up apart")
    print(f"{'':28}{'ms':>7} {'share':>6}")
    for name, timer in sorted(timers.items(), key=lambda pair: -pair[1].taken):
        print(f"{name:28}{timer.taken / count * 1000:7.3f} {timer.taken / whole:6.0%}")


if __name__ == "__main__":
    main()
