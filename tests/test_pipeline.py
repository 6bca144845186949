"""The runner: guards each stage, keeps what others found, and says who failed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from brief import Article, Brief, Context, Failure, Item, Phase, Section, Stage
from brief.errors import BriefError, ConfigError, PluginError
from brief.pipeline import Pipeline
from brief.protocols import Transform
from brief.registry import Owned

TEXT = "Rain fell on Monday. The bridge is shut."


def run(*stages: Stage, text: str = TEXT) -> Brief | Failure:
    """Return what the stages make of a text."""
    pipeline = Pipeline([Owned(stage, "mine", "1.2") for stage in stages], Context())
    pipeline.open()
    return pipeline(Article("a", "a.txt", text))


def add(brief: Brief, context: Context) -> Brief:
    """Add a section."""
    del context
    return replace(brief, sections=(*brief.sections, Section("good", "Good", (Item("x"),))))


GOOD = Stage("good", add, Phase.FINISH)


def breaks(action: Callable[[Brief], object]) -> Transform:
    """Return a stage that does *action* and returns what that returns."""

    def stage(brief: Brief, context: Context) -> Brief:
        del context
        return action(brief)  # type: ignore[return-value]  # the point of these tests

    return stage


def raises(exc: BaseException) -> Callable[[Brief], object]:
    """Return an action that raises."""

    def action(brief: Brief) -> object:
        del brief
        raise exc

    return action


def recurse(brief: Brief) -> object:
    """Never end."""
    return recurse(brief)


def rewrite(brief: Brief) -> object:
    """Change the article in place."""
    object.__setattr__(brief.article, "text", "Forged.")
    return brief


def rewrite_and_raise(brief: Brief) -> object:
    """Change the brief and the article in place, then fail."""
    object.__setattr__(brief.article, "text", "Forged.")
    object.__setattr__(brief, "sections", ())
    raise ValueError("no")


WRONG = {
    "raises": (raises(ValueError("no\nway")), "ValueError: no way"),
    "exits": (raises(SystemExit(3)), "SystemExit: 3"),
    "recurses": (recurse, "RecursionError"),
    "returns nothing": (lambda _: None, "it returned NoneType, not Brief"),
    "returns text": (lambda _: "text", "it returned str, not Brief"),
    "changes the article": (
        lambda brief: replace(brief, article=replace(brief.article, text="Forged.")),
        "it changed the article",
    ),
    "changes it in place": (rewrite, "it changed in place what is frozen"),
    "changes it and raises": (rewrite_and_raise, "ValueError: no"),
    "writes another's field": (lambda brief: replace(brief, sentences=(None,)), "sentences"),
}


@pytest.mark.parametrize("name", WRONG)
def test_broken_stage_is_left_out_and_named(name: str) -> None:
    """The brief is what it would have been without the stage, and a notice says so."""
    action, reason = WRONG[name]
    bad = Stage("bad", breaks(action), Phase.FINISH)

    made = run(GOOD, bad, GOOD._replace(name="later", run=add_later))

    assert isinstance(made, Brief)
    assert made.article.text == TEXT
    assert [section.key for section in made.sections] == ["good", "later"]
    assert [step.stage for step in made.trail] == ["good", "later"]
    notice = made.notices[0]
    assert notice.code == "B602"
    assert notice.message.startswith("stage 'bad' was left out: ")
    assert reason in notice.message
    assert "(plugin 'mine')" in notice.message


def add_later(brief: Brief, context: Context) -> Brief:
    """Add another section."""
    del context
    return replace(brief, sections=(*brief.sections, Section("later", "Later")))


@pytest.mark.parametrize("phase", [Phase.SPLIT, Phase.EXTRACT, Phase.SUMMARISE])
def test_phase_that_is_needed_makes_a_failure(phase: Phase) -> None:
    """Without sentences, statements or a summary there is no brief worth the name."""
    made = run(Stage("bad", breaks(raises(ValueError("no"))), phase), GOOD)

    assert made == Failure("a.txt", "bad", "ValueError: no (plugin 'mine')")


def test_interrupt_is_never_swallowed() -> None:
    """Ctrl-C in a stage ends the run, not the stage."""
    with pytest.raises(KeyboardInterrupt):
        run(Stage("bad", breaks(raises(KeyboardInterrupt())), Phase.FINISH))


@dataclass(frozen=True, slots=True)
class Opens:
    """Counts how often it is opened, in a list it is given."""

    calls: list[str]
    broken: bool = False

    def open(self, context: Context) -> None:
        """Load what the stage needs."""
        self.calls.append(context.depth)
        if self.broken:
            raise OSError("weights are missing")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return the brief as it is."""
        del context
        return brief


def test_stage_is_opened_once_before_the_first_article() -> None:
    """`open(context)` is where weights are loaded: once, however many articles there are."""
    calls: list[str] = []
    pipeline = Pipeline([Owned(Stage("o", Opens(calls), Phase.MARK), "mine", "")], Context())

    pipeline.open()
    for _ in range(3):
        pipeline(Article("a", "a.txt", TEXT))

    assert calls == ["short"]


def test_stage_that_cannot_be_opened_is_left_out() -> None:
    """Missing weights are said in every brief, and the rest of the brief is there."""
    made = run(Stage("bad", Opens([], broken=True), Phase.MARK), GOOD)

    assert isinstance(made, Brief)
    assert "could not be opened: OSError: weights are missing" in made.notices[0].message
    assert [step.stage for step in made.trail] == ["good"]


@dataclass(frozen=True, slots=True)
class Asks:
    """Wants what the user has not got."""

    fault: BriefError

    def open(self, context: Context) -> None:
        """Ask for it."""
        del context
        raise self.fault

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return the brief as it is."""
        del context
        return brief


@pytest.mark.parametrize("kind", [ConfigError, PluginError])
def test_what_the_user_can_mend_ends_the_run(kind: type[BriefError]) -> None:
    """A model that has to be installed is told once and by name, not with every article."""
    stage = Stage("asks", Asks(kind("no model is installed")), Phase.EXTRACT)
    pipeline = Pipeline([Owned(stage, "mine", "")], Context())

    with pytest.raises(ConfigError, match=r"^stage 'asks': no model is installed$"):
        pipeline.open()


def test_cuts_carry_the_name_of_their_stage() -> None:
    """An author writes the reason; who cut is known."""

    def cut(brief: Brief, context: Context) -> Brief:
        del context
        return brief.cut("Rain", reason="weather")

    made = run(Stage("dry", cut, Phase.CLEAN))

    assert isinstance(made, Brief)
    assert [(each.start, each.end, each.reason, each.stage) for each in made.cuts] == [
        (0, 4, "weather", "dry")
    ]


@pytest.mark.parametrize(("share", "codes"), [("Rain fell on Monday.", ["B201"]), ("Rain", [])])
def test_much_cut_is_said(share: str, codes: list[str]) -> None:
    """More than 40 % of the text gone is worth a word: the story may be gone with it."""

    def cut(brief: Brief, context: Context) -> Brief:
        del context
        return brief.cut(share, reason="x")

    made = run(Stage("cutter", cut, Phase.CLEAN))

    assert isinstance(made, Brief)
    assert [notice.code for notice in made.notices] == codes


def test_recursion_limit_is_as_before() -> None:
    """A stage that recursed has not left the interpreter in another state."""
    limit = sys.getrecursionlimit()

    run(Stage("bad", breaks(recurse), Phase.FINISH))

    assert sys.getrecursionlimit() == limit
