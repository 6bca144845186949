"""Carry out `brief compare`: one story of the articles given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.digest.making import one_story
from brief.digest.reading import Desk
from brief.errors import NothingToDo, UsageError
from brief.inputs import EMPTY, NO_ARTICLE, NO_MATCH

from .digesting import Order, planned, watching
from .publishing import desk_cleared, publish
from .report import Report

if TYPE_CHECKING:
    from brief.digest.model import Digest

LEAST = 2


def compared(order: Order) -> int:
    """Print or save the story and return the exit code."""
    report = Report(quiet=order.quiet, verbose=order.verbose)
    run, targets, _ = planned(order, report)
    desks = (Desk("", order.sources),)
    try:
        with desk_cleared(targets) as product:
            watch = watching(order, run, desks, report)
            made = one_story(run, order.sources, order.moment, watch, order.plugins.files)
            report.hide()
            _refuse_too_few(made)
            publish(product, targets, run, made, order.sources)
    finally:
        report.close()
    noticed = any(r.brief.notices for s in made.stories for r in s.reports)
    return int(bool(made.troubles) or (order.recipe.flag("strict") and noticed))


def _refuse_too_few(made: Digest) -> None:
    reasons = {trouble.failure.reason for trouble in made.troubles}
    if not made.articles and reasons <= {EMPTY, NO_ARTICLE, NO_MATCH}:
        raise NothingToDo("no article in what was given")
    if made.articles < LEAST:
        raise UsageError(f"compare takes two articles or more, not {made.articles}")
