"""Run summarisers over articles and score what they print."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

import summaries_lede
from summaries_rouge import Score, average, scored
from summaries_sets import Example, wished

from brief.contracts import Context, Phase, Stage
from brief.extractive import lead_scores, pick
from brief.length import parse_length
from brief.model import Brief
from brief.plugins import load

RAW, FILLED, LEAD, LEDE = "lead raw", "lead filled", "lead", "lede"


@dataclass(frozen=True)
class Row:
    """What a summariser reached on a set: the score of each article by its id, and seconds."""

    name: str
    scores: Mapping[str, Score]
    seconds: Sequence[float]

    @property
    def mean(self) -> Score:
        """The mean over articles."""
        return average(self.scores.values())

    @property
    def milliseconds(self) -> float:
        """What an article takes."""
        return 1000 * mean(self.seconds)


def asked(length: str, depth: str = "") -> Context:
    """Return the context of a *length* as users write it, or of a depth."""
    if depth:
        return Context(depth="tldr" if depth == "tldr" else "full" if depth == "full" else "short")
    return Context(length=parse_length(length))


def summarisers(plugins: Sequence[str] = ()) -> dict[str, Stage]:
    """Return every stage that writes summaries, by name, the lead first."""
    known = load(wished(plugins)).stages
    found = {n: each.record for n, each in known.items() if each.record.phase is Phase.SUMMARISE}
    return {name: found[name] for name in sorted(found, key=lambda each: (each != LEAD, each))}


def others() -> dict[str, Stage]:
    """Return what is measured beside the summarisers of brief: a lead that fills, and lede."""
    found = {FILLED: Stage(FILLED, filled, Phase.SUMMARISE)}
    lede = summaries_lede.stage()
    return {**found, LEDE: lede} if lede else found


def filled(brief: Brief, context: Context) -> Brief:
    """Return *brief* with its first sentences; what does not fit is skipped, not the rest too."""
    return pick(brief, context, lead_scores(brief), method=FILLED)


def row(
    name: str, stage: Stage, examples: Iterable[Example], context: Context, *, raw: bool = False
) -> Row:
    """Return what *stage* reaches on *examples*."""
    opens = getattr(stage.run, "open", None)
    if callable(opens):
        opens(context)
    scores, seconds = {}, []
    for example in examples:
        brief = example.raw if raw else example.cleaned
        start = time.perf_counter()
        lines = printed(stage, brief, context)
        seconds.append(time.perf_counter() - start)
        scores[example.id] = scored(lines, example.references)
    return Row(name, scores, seconds)


def printed(stage: Stage, brief: Brief, context: Context) -> tuple[str, ...]:
    """Return the lines of the summary that *stage* makes of *brief*."""
    made = stage.run(brief, replace(context, language=brief.article.language))
    return tuple(each.text for each in made.summary.sentences)


def weighted(stage: Stage, weights: Path) -> Stage:
    """Return *stage* with the weights of another file."""
    return stage._replace(run=replace(stage.run, weights=str(weights)))  # type: ignore[type-var]


def learns(stage: Stage) -> bool:
    """Whether *stage* goes by weights that can be given to it."""
    return hasattr(stage.run, "weights")
