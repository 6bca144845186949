"""Carry out `brief digest`: make it, bring it out, and only then remember what was shown."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from brief.contracts import Made
from brief.digest.making import Wish, digest_of
from brief.digest.moments import moment_of, window_of
from brief.digest.reading import Desk, Watch
from brief.digest.state import opened
from brief.errors import BriefError, OutputError, UsageError
from brief.model import Failure
from brief.plan import Plan
from brief.plugins import Wanted
from brief.recipe import Recipe
from brief.settings import DIGEST, SECTIONS

from . import STOP, gathering
from .briefing import nothing_in
from .gathering import CLOCK
from .outputs import Target, beside, outputs, placed, targets, unheard
from .publishing import desk_cleared, publish
from .report import Report
from .watching import sources as counted
from .watching import tell_of

if TYPE_CHECKING:
    from datetime import datetime

    from brief.digest.model import Digest
    from brief.digest.state import State

NOTHING_NEW = 5


class Order(NamedTuple):
    """What the user asked `digest` to do, beside the recipe."""

    sources: tuple[str, ...]
    recipe: Recipe
    plugins: Wanted
    dry: bool = False
    send: bool = False
    exit_nothing_new: bool = False
    quiet: bool = False
    verbose: int = 0

    def setting(self, name: str) -> object:
        """Return the value of a setting of `[digest]`."""
        given = self.recipe.digest.get(name)
        return DIGEST[name].default if given is None else given.value

    @property
    def moment(self) -> datetime:
        """When the digest is made."""
        day = self.recipe.given("date")
        said = "" if day.origin == CLOCK else str(day.value)
        return moment_of(said, self.recipe.text("tz"), os.environ)


class Planned(NamedTuple):
    """A run resolved, where its digest goes, and the first *path* of that, also of a dry run."""

    run: Plan
    targets: tuple[Target, ...]
    path: str


def carry_out(order: Order) -> int:
    """Make the digest and return the exit code."""
    report = Report(quiet=order.quiet, verbose=order.verbose)
    desks = _desks(order)
    run, goals, path = planned(order, report)
    if order.send:
        from .sending import letter  # only with --send

        letter(order)  # what is missing is said before any work
    wish = _wish(order, desks)
    try:
        with _state(order, path, report) as state, desk_cleared(goals) as product:
            watch = watching(order, run, desks, report)
            made = digest_of(run, wish, state, watch, order.plugins.files)
            report.hide()
            publish(product, goals, run, made, _inputs(desks))
            if order.send and not order.dry:
                from .sending import letter, post

                for refused in post(letter(order), made):
                    report.warning(f"the mail server refused {refused}; others got the mail")
            _remember(state, made, wish.moment.isoformat())
    finally:
        report.close()
    return _exit_code(made, order, report)


def _remember(state: State, made: Digest, moment: str) -> None:
    """Move the state on; what is out already cannot be taken back where that fails."""
    try:
        state.commit(made, moment=moment)
    except BriefError as exc:
        raise OutputError(f"{exc}; the digest is out, and the next run tells it again") from exc


def planned(order: Order, report: Report) -> Planned:
    """Return what a run that ends in a digest is made of, with everything to be warned of told."""
    warnings.showwarning = lambda message, *_where: report.warning(str(message))
    registry = gathering.registry(order.plugins)
    broken = [f"B601 plugin {each.name!r} was left out: {each.reason}" for each in registry.broken]
    for warning in (*order.recipe.warnings, *broken):
        report.warning(warning)
    wanted = outputs(order.recipe, registry.digests)
    run, found = targets(order.recipe, registry, wanted, dry=order.dry)
    for warning in (*run.warnings, *(() if order.dry else unheard(order.recipe, wanted))):
        report.warning(warning)
    tell_of(run, order.recipe, report)
    return Planned(run, found, next((each.path for each in wanted if each.path), ""))


def _desks(order: Order) -> tuple[Desk, ...]:
    """Return the sections with their sources: those given, else those of `[digest]`."""
    if order.sources:
        return (Desk("", order.sources),)
    given = order.recipe.digest.get(SECTIONS)
    if given is None or not isinstance(given.value, tuple) or not given.value:
        raise UsageError(
            "nothing to read: give sources, or name them in brief.toml under [digest.sections]"
        )
    home = os.path.dirname(given.origin)  # noqa: PTH120  # a name
    return tuple(
        Desk(name, tuple(placed(home, source) for source in sources))
        for name, sources in given.value
    )


def _wish(order: Order, desks: tuple[Desk, ...]) -> Wish:
    moment = order.moment
    most = order.setting("max-stories")
    return Wish(
        desks,
        moment,
        window_of(str(order.setting("since")), moment),
        most if isinstance(most, int) else None,
        order.setting("stories") is not False,
        str(order.setting("title")),
    )


@contextmanager
def _state(order: Order, output: str, report: Report) -> Iterator[State]:
    """Open the state: the one that is named, the one beside *output*, or none that lasts."""
    path = beside(order.recipe, "state")
    if not path and output:
        path = f"{output.rstrip('/' + os.sep)}.state"
    if path:
        with opened(path, dry=order.dry, waiting=report.warning) as state:
            yield state
        return
    if order.setting("since") == "last":
        raise UsageError("--since last needs a state: give -o or --state FILE")
    from tempfile import TemporaryDirectory  # only where nothing is to be remembered

    with (
        TemporaryDirectory(prefix="brief-") as folder,
        opened(os.path.join(folder, "state")) as state,  # noqa: PTH118
    ):
        yield state


def watching(order: Order, run: Plan, desks: tuple[Desk, ...], report: Report) -> Watch:
    """Return who looks on: failures and warnings as they come, progress on a terminal."""
    done = failed = 0

    def result(made: Made | Failure, _briefed: bool) -> None:
        nonlocal done, failed
        STOP.check()
        if isinstance(made, Failure):
            failed += 1
            report.failure(made)
        else:
            done += 1
            report.detail(f"{made.source}: briefed")
        report.progress(done + failed, failed, made.source)

    report.expect(
        lambda: counted(run, _inputs(desks)), colour=order.recipe.text("color") != "never"
    )
    return Watch(report.waiting, result)


def _inputs(desks: tuple[Desk, ...]) -> tuple[str, ...]:
    return tuple(source for desk in desks for source in desk.sources)


def _exit_code(made: Digest, order: Order, report: Report) -> int:
    """Tell the counts, and return the exit code."""
    counts = {
        word: sum(story.status == word for story in made.stories)
        for word in ("new", "updated", "continuing")
    }
    told = ", ".join(f"{count} {word}" for word, count in counts.items())
    failed = len(made.troubles)
    report.say(
        f"{counted_in(made.articles, 'article')} in "
        f"{counted_in(len(made.stories) + made.left_out, 'story', 'stories')}: {told}, "
        f"{len(made.gone)} gone; {failed} failed"
    )
    noticed = made.notices or any(r.brief.notices for s in made.stories for r in s.reports)
    # A folder without an article is a quiet day; a source that cannot be read is none.
    if not made.articles and not all(nothing_in(each.failure) for each in made.troubles):
        return 1
    if order.recipe.flag("strict") and (failed or noticed):
        return 1
    if order.exit_nothing_new and not counts["new"] and not counts["updated"]:
        return NOTHING_NEW
    return 0


def counted_in(count: int, one: str, many: str = "") -> str:
    """Return "1 article", "2 articles"."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"
