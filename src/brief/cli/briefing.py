"""Carry out `brief run`: check what is asked, stream the briefs, tell what failed."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from os.path import isfile  # which never raises, unlike Path.is_file

from brief.contracts import Made
from brief.errors import NothingToDo, UsageError
from brief.inputs import EMPTY, NO_ARTICLE, NO_MATCH
from brief.job import Known
from brief.model import Failure
from brief.options import Given, configure, options_of
from brief.plan import Plan, plan
from brief.plugins import Wanted
from brief.recipe import Recipe
from brief.rendering import rendered
from brief.run import Tally, results
from brief.value import NamedTuple

from . import HOMES, gathering
from .formats import TEMPLATE, template_path, with_format
from .gathering import CLOCK
from .report import Report
from .streams import Product, is_terminal, product_guarded, wants_colour
from .watching import sources, tell_of, watched

NARROWEST, USUAL, WIDEST = 40, 80, 200
# What the text format makes of widths between: one column, not too wide to read.
ONE_COLUMN, TWO_COLUMNS = 100, 110


class Order(NamedTuple):
    """What the user asked `run` to do, beside the recipe."""

    inputs: tuple[str, ...]
    recipe: Recipe
    plugins: Wanted
    output: str | None
    force: bool
    title: str
    outlet: str
    quiet: bool
    verbose: int
    implied: bool

    @property
    def to_file(self) -> bool:
        """Whether the briefs are saved, not printed."""
        return self.output not in (None, "-")


def carry_out(order: Order) -> int:
    """Brief the inputs and return the exit code."""
    report = Report(quiet=order.quiet, verbose=order.verbose)
    # What a plugin warns of is told in a line: the place in its code is nobody's business.
    warnings.showwarning = lambda message, *_where: report.warning(str(message))
    inputs = _inputs(order)
    registry = gathering.registry(order.plugins)
    # First what may explain the error that comes next.
    broken = [f"B601 plugin {each.name!r} was left out: {each.reason}" for each in registry.broken]
    for warning in (*order.recipe.warnings, *broken):
        report.warning(warning)
    recipe = with_format(order.recipe, order.output if order.to_file else None, registry)
    run = dressed(plan(recipe, registry), recipe, to_file=order.to_file)
    for warning in run.warnings:
        report.warning(warning)
    warned = bool(broken or run.warnings)
    tell_of(run, recipe, report)
    if order.verbose > 1:
        from .tracing import traced  # only for who looks for a reason

        run = traced(run)
    tally = Tally()
    made = results(
        run,
        inputs,
        known=Known(order.title, order.outlet, _pasted(recipe)),
        files=order.plugins.files,
        commands=tuple(HOMES),
        waiting=report.waiting,
    )
    live = not order.to_file and is_terminal(1)
    made = watched(made, tally, report, fail_fast=recipe.flag("fail-fast"), live=live)
    report.expect(lambda: sources(run, inputs), colour=recipe.text("color") != "never")
    try:
        _deliver(order, run, inputs, made)
    finally:
        # However the run ends, the terminal gets its cursor back.
        report.close()
    return _exit_code(tally, report, strict=recipe.flag("strict"), warned=warned)


def _inputs(order: Order) -> tuple[str, ...]:
    """Return the inputs: those given, else standard input if something is piped into it."""
    if order.output == "":
        raise UsageError("-o needs the name of a file or folder, or '-' for standard output")
    if order.inputs:
        first = order.inputs[0]
        if order.implied and first in HOMES:
            raise UsageError(
                f"{first!r} is a command and goes first: brief {first} ...; "
                f"for a file of that name write ./{first}"
            )
        if "" in order.inputs:
            raise UsageError("an input is empty; give a file, a folder or '-'")
        return order.inputs
    if sys.stdin is None or is_terminal(0):
        raise UsageError("nothing to read: give a file, a folder or '-'; see 'brief --help'")
    return ("-",)


def dressed(run: Plan, recipe: Recipe, *, to_file: bool) -> Plan:
    """Return the plan with the renderer told about the terminal, where it wants to know."""
    record = run.renderer.record
    known = options_of(record.run)
    given: dict[str, Given] = {}
    if "colour" in known and not to_file and wants_colour(recipe.text("color")):
        given["colour"] = Given(True, "--color")
    if known.get("width") == USUAL and not to_file and is_terminal(1):
        columns = os.get_terminal_size(1).columns or USUAL
        columns = max(NARROWEST, min(columns, WIDEST))
        if ONE_COLUMN < columns < TWO_COLUMNS:
            columns = ONE_COLUMN
        given["width"] = Given(columns, "the terminal")
    if not given:
        return run
    dressed = record._replace(run=configure(f"renderer {record.name!r}", record.run, given))
    return run._replace(renderer=run.renderer._replace(record=dressed))


def _deliver(
    order: Order, run: Plan, inputs: tuple[str, ...], made: Iterator[Made | Failure]
) -> None:
    """Print or save the briefs."""
    if order.to_file and order.output is not None:
        from . import saving  # only with -o

        with product_guarded():
            kept = (*_read_too(order.recipe), *order.plugins.files)
            saving.save(order.output, run, made, inputs=inputs, force=order.force, kept=kept)
        return
    product = Product()
    product.write(rendered(run, made), live=True)
    product.close()


def _read_too(recipe: Recipe) -> Iterator[str]:
    """Yield the files that a run reads beside its inputs: its template, where it was set."""
    if recipe.text(TEMPLATE):
        yield template_path(recipe.given(TEMPLATE))
    given = [*recipe.values.values(), *recipe.uses.values()]
    given += [each for options in recipe.options.values() for each in options.values()]
    yield from sorted({each.origin for each in given if isfile(each.origin)})


def _pasted(recipe: Recipe) -> str:
    """Return the day of a text from standard input, if the user has said one."""
    given = recipe.given("date")
    return str(given.value) if given.origin != CLOCK else ""


def _exit_code(tally: Tally, report: Report, *, strict: bool, warned: bool) -> int:
    """Return 0 if every input was briefed, 5 if there was nothing to brief, else 1."""
    report.detail(f"{tally.briefs} briefed, {len(tally.failures)} failed, {tally.notices} notices")
    if not tally.briefs and all(nothing_in(each) for each in tally.failures):
        if not tally.failures:
            raise NothingToDo("no article in what was given")
        return NothingToDo.exit_code
    if tally.failures or (strict and (tally.notices or warned)):
        return 1
    return 0


def nothing_in(failure: Failure) -> bool:
    """Tell whether a source failed only because nothing is in it."""
    return failure.reason in (EMPTY, NO_MATCH, NO_ARTICLE)
