"""Measure summarisers on sets of articles, learned ones by weights that saw none of them."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from summaries_bars import Result
from summaries_folds import Key, Split, folds, left_out
from summaries_rouge import Score, average
from summaries_rows import (
    FILLED,
    RAW,
    Row,
    asked,
    learns,
    others,
    printed,
    row,
    summarisers,
    weighted,
)
from summaries_sets import SETS, Example, examples
from summaries_stories import Report, Share, share
from summaries_training import STORY_SET, Trainer, kin

from brief.contracts import Context, Stage

CROSS, LEFT_OUT, SHIPPED = "cross", "left-out", "shipped"


class Learned(NamedTuple):
    """Weights, and the articles that may be scored with them: all, if there is no split."""

    weights: Path
    split: Split | None = None

    def scores(self, key: Key) -> bool:
        """Whether these weights may be held to the article *key*."""
        return self.split is None or key in self.split.scored


def learned(options: argparse.Namespace, folder: Path) -> list[Learned]:
    """Return the weights to measure with; none for those that are shipped."""
    if options.weights == SHIPPED:
        return []
    if options.weights not in (CROSS, LEFT_OUT):
        path = Path(options.weights)
        if not path.is_file():
            sys.exit(f"no file {options.weights!r}; weights are cross, left-out, shipped or a file")
        return [Learned(path)]
    groups = kin([_file_of(name) for name in SETS])
    splits = folds(groups) if options.weights == CROSS else left_out(groups)
    trained = Trainer(options.train, folder).all(splits, options.jobs)
    return [Learned(path, split) for path, split in zip(trained, splits, strict=True)]


def wanted(options: argparse.Namespace) -> dict[str, Stage]:
    """Return the summarisers asked for, else all there are."""
    known = {**summarisers(options.plugin), **others()}
    for name in options.only:
        if name not in known:
            sys.exit(f"no summariser {name!r}; there are {', '.join(known)}")
    return {name: each for name, each in known.items() if name in (options.only or known)}


def measured(
    name: str,
    options: argparse.Namespace,
    stages: dict[str, Stage],
    weights: Sequence[Learned],
) -> Iterator[Result]:
    """Yield what each of *stages*, and the leads, reach on a set, at each length."""
    found = examples(name, options.plugin, positions=not options.no_positions)
    known = {**summarisers(), **others()}
    stages = {"lead": known["lead"], FILLED: known[FILLED], **stages}
    for length in [options.depth] if options.depth else options.length:
        context = asked(length, options.depth)
        rows = {RAW: row(RAW, stages["lead"], found, context, raw=True)}
        for each, stage in stages.items():
            if each == FILLED and not length.endswith(("w", "%")):
                continue
            if options.raw:
                rows[each] = row(each, stage, found, context, raw=True)
            else:
                rows[each] = reached(stage, weights, name, found, context)
        yield Result(name, length, rows)


def reached(
    stage: Stage,
    weights: Sequence[Learned],
    name: str,
    examples: Sequence[Example],
    context: Context,
) -> Row:
    """Return what *stage* reaches on the set *name*, by weights for each article if it learns."""
    if weights and learns(stage):
        return _crossed(stage, weights, name, examples, context)
    return row(stage.name, stage, examples, context)


def _crossed(
    stage: Stage,
    weights: Sequence[Learned],
    name: str,
    examples: Sequence[Example],
    context: Context,
) -> Row:
    """Return what *stage* reaches with each article's own weights, the mean if it has several."""
    scores: dict[str, list[Score]] = defaultdict(list)
    seconds: list[float] = []
    for each in weights:
        mine = [one for one in examples if each.scores((_file_of(name), one.id))]
        if mine:
            made = row(stage.name, weighted(stage, each.weights), mine, context)
            seconds += made.seconds
            for article, score in made.scores.items():
                scores[article].append(score)
    return Row(stage.name, {one.id: average(scores[one.id]) for one in examples}, seconds)


def shares(
    stage: Stage, weights: Sequence[Learned], reports: Sequence[Report], length: str
) -> list[Share]:
    """Return what the summaries of *stage* have of what other outlets tell, by report."""
    context = asked(length)
    told: list[list[Share]] = [[] for _ in reports]
    for each in weights if weights and learns(stage) else [None]:
        one = weighted(stage, each.weights) if each else stage
        if callable(opens := getattr(one.run, "open", None)):
            opens(context)
        for at, report in enumerate(reports):
            if each is None or each.scores((STORY_SET, report.id)):
                told[at].append(share(report, printed(one, report.brief, context)))
    return [Share(*(sum(f) / len(found) for f in zip(*found, strict=True))) for found in told]


def _file_of(name: str) -> str:
    """Return the set whose file holds the set *name*, which may be a part of it."""
    return next(each for each in SETS if SETS[each][0] == SETS[name][0])
