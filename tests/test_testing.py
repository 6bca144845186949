"""What authors of plugins test with: `brief_of`, `check_plugin`, and the fixtures."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import brief.builtin
from brief import (
    Article,
    Brief,
    ConfigError,
    Context,
    Cut,
    Failure,
    Item,
    Loader,
    Phase,
    Renderer,
    Section,
    Stage,
    hookimpl,
)
from brief.errors import NothingToDo
from brief.protocols import Transform
from brief.testing import SAMPLES, brief_of, check_plugin, problems
from plugin_helpers import IMPORTS, Workshop, stage

# --- brief_of ---------------------------------------------------------------------------------


def test_brief_of_is_the_brief_of_a_text() -> None:
    """Sentences, positions and summary of a few lines, without a file."""
    made = brief_of('Rain fell on Monday. "It was wet," said Ada Moss.')

    assert [sentence.text for sentence in made.sentences] == [
        "Rain fell on Monday.",
        '"It was wet," said Ada Moss.',
    ]
    assert [party.name for party in made.parties] == ["Ada Moss"]
    assert [pick.id for pick in made.summary.sentences] == ["sentence-1", "sentence-2"]


def test_brief_of_takes_settings() -> None:
    """Settings are those of the configuration file, with underscores for dashes."""
    text = "Rain fell on Monday. The bridge is shut. Trains run. Buses do not."

    made = brief_of(text, length="2", title="Wet", stage={"lead": {"sentences": 4}})

    assert len(made.summary.sentences) == 2
    assert made.article.title == "Wet"


def test_brief_of_refuses_what_is_no_setting() -> None:
    """A typo in a test is an error, not a default."""
    with pytest.raises(ConfigError, match="no setting 'lenght', did you mean 'length'"):
        brief_of("Rain fell.", lenght="2")


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_brief_of_nothing_is_an_error(text: str) -> None:
    """There is no brief of a text without a word."""
    with pytest.raises(NothingToDo):
        brief_of(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_articles_that_the_built_in_stages_bear(name: str) -> None:
    """What the suite runs a plugin on has a brief, so a fault is the plugin's."""
    made = brief_of(SAMPLES[name])

    assert made.sentences
    assert not [notice for notice in made.notices if notice.code.startswith("B6")]


def test_brief_of_leaves_installed_plugins_out(tmp_path: Path) -> None:
    """A test says the same on a machine with more plugins; naming them lets them in."""
    shop = Workshop(tmp_path)
    shop.install("tides", stage("tides", "return brief"))
    code = (
        "from brief.testing import brief_of\n"
        "for more in ({}, {'plugins': ['tides']}):\n"
        "    made = brief_of('Rain fell.', **more)\n"
        "    print('tides' in [step.stage for step in made.trail])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], env=shop.environment(), capture_output=True, check=True
    )

    assert done.stdout.split() == [b"False", b"True"]


# --- check_plugin -----------------------------------------------------------------------------


def tides(brief: Brief, context: Context) -> Brief:
    """Add a section about tides."""
    del context
    return replace(brief, sections=(*brief.sections, Section("tides", "Tides", (Item("ebb"),))))


@dataclass(frozen=True, slots=True)
class Scale:
    """Cuts every match of *pattern*."""

    pattern: str = "Monday"
    times: int = 1
    words: tuple[str, ...] = ("a",)

    def open(self, context: Context) -> None:
        """Load nothing."""

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with the matches cut."""
        del context
        return brief.cut(self.pattern, reason="scale")


def load(source: str, context: Context) -> Iterator[Article | Failure]:
    """Read nothing."""
    del context
    yield Failure(source, "load", "no")


def accepts(source: str, start: bytes) -> bool:
    """Take what ends in .tides."""
    del start
    return source.endswith(".tides")


def page(items: object, context: Context) -> Iterator[str]:
    """Yield an empty page."""
    del items, context
    yield ""


def plugin(*stages: Stage) -> object:
    """Return a plugin with those stages."""

    def brief_stages() -> list[Stage]:
        return list(stages)

    return SimpleNamespace(brief_stages=hookimpl(brief_stages))


def finish(run: object) -> object:
    """Return a plugin with one stage of the last phase."""
    return plugin(Stage("odd", run, Phase.FINISH))  # type: ignore[arg-type]  # the point


def test_good_plugin_has_no_problems() -> None:
    """Stages of every kind, a loader and a renderer that keep the rules pass."""

    def brief_loaders() -> list[Loader]:
        return [Loader("tides", load, accepts)]

    def brief_renderers() -> list[Renderer]:
        return [Renderer("tides", page, ".tides")]

    whole = plugin(Stage("tides", tides, Phase.FINISH), Stage("scale", Scale(), Phase.CLEAN))
    whole.brief_loaders = hookimpl(brief_loaders)  # type: ignore[attr-defined]
    whole.brief_renderers = hookimpl(brief_renderers)  # type: ignore[attr-defined]

    assert problems(whole) == []
    check_plugin(whole)


def test_built_in_plugin_keeps_its_own_rules() -> None:
    """The stages that come with brief are held to what third-party stages are held to."""
    assert problems(brief.builtin) == []


def test_check_plugin_tells_all_problems_at_once() -> None:
    """An author mends everything in one go: one error, a line a problem."""

    def nothing(brief: Brief, context: Context) -> Brief:  # no docstring, cannot be pickled
        del brief, context
        raise ValueError("no\nway")

    with pytest.raises(AssertionError) as caught:
        check_plugin(finish(nothing))

    undescribed, unpicklable, raised = str(caught.value).splitlines()
    assert undescribed == "stage 'odd': it has no docstring: `brief plugins show` prints that"
    assert unpicklable.startswith("stage 'odd': it cannot be sent to a worker process (-j): ")
    assert raised == f"stage 'odd': ValueError: no way ({ALL})"


def without_docstring(brief: Brief, context: Context) -> Brief:  # noqa: D103  # the point
    del context
    return brief


def prints(brief: Brief, context: Context) -> Brief:
    """Print."""
    del context
    print("tides")
    return brief


def raises(brief: Brief, context: Context) -> Brief:
    """Fail."""
    raise ValueError(brief.article.text[:4] + context.depth[:0])


def exits(brief: Brief, context: Context) -> Brief:
    """Exit."""
    raise SystemExit(brief.article.text[:4] + context.depth[:0])


def recurses(brief: Brief, context: Context) -> Brief:
    """Never end."""
    return recurses(brief, context)


def returns_nothing(brief: Brief, context: Context) -> None:
    """Forget to return."""
    del brief, context


def rewrites(brief: Brief, context: Context) -> Brief:
    """Put another article in the brief's place."""
    del context
    return replace(brief, article=replace(brief.article, text="Forged."))


def rewrites_in_place(brief: Brief, context: Context) -> Brief:
    """Change the article behind the brief's back."""
    del context
    object.__setattr__(brief.article, "title", "Forged.")
    return brief


def cuts_late(brief: Brief, context: Context) -> Brief:
    """Cut in the last phase."""
    del context
    return brief.cut(r"\S", reason="late")


def cuts_beyond(brief: Brief, context: Context) -> Brief:
    """Cut what is not there."""
    del context
    return replace(brief, cuts=(*brief.cuts, Cut(0, 10**6, "all")))


def no_json(brief: Brief, context: Context) -> Brief:
    """Add what JSON cannot hold."""
    del context
    odd = Section("odd", "Odd", data={1, 2})  # type: ignore[arg-type]  # the point
    return replace(brief, sections=(*brief.sections, odd))


# Each problem is told once, with the samples that show it.
ALL = f"on the sample 'usual' and {len(SAMPLES) - 1} more"
CALLS: list[int] = []


def counts(brief: Brief, context: Context) -> Brief:
    """Say how often it was called."""
    del context
    CALLS.append(1)
    return replace(brief, sections=(*brief.sections, Section("odd", "Odd", data=len(CALLS))))


@pytest.mark.parametrize(
    ("run", "phase", "problem"),
    [
        (without_docstring, Phase.FINISH, "it has no docstring: `brief plugins show` prints that"),
        (prints, Phase.FINISH, f"it prints: standard output is for the product ({ALL})"),
        (raises, Phase.FINISH, "ValueError: Harb (on the sample 'usual')"),
        (exits, Phase.CLEAN, "SystemExit: Harb (on the sample 'usual')"),
        (recurses, Phase.MARK, f"RecursionError: it called itself too deeply ({ALL})"),
        (returns_nothing, Phase.FINISH, f"it returned NoneType, not Brief ({ALL})"),
        (rewrites, Phase.CLEAN, f"it changed the article ({ALL})"),
        (rewrites_in_place, Phase.FINISH, f"it changed in place what is frozen ({ALL})"),
        (cuts_late, Phase.FINISH, "it changed cuts, which a stage of FINISH may not"),
        (cuts_late, Phase.SUMMARISE, "it changed cuts, which a stage of SUMMARISE may not"),
        (cuts_beyond, Phase.CLEAN, "cut 0-1000000 lies outside the text of"),
        (no_json, Phase.FINISH, "data of section 'odd': no JSON value: a set"),
        (counts, Phase.FINISH, f"it says something else the second time ({ALL})"),
        (lambda brief, _: brief, Phase.FINISH, "it cannot be sent to a worker process (-j)"),
    ],
)
def test_fault_of_a_stage_is_found(run: Transform, phase: Phase, problem: str) -> None:
    """Each rule that the runner holds a stage to is one that its author can test."""
    found = problems(plugin(Stage("odd", run, phase)))

    assert any(each.startswith("stage 'odd': ") and problem in each for each in found)


# Whether cuts, sentences, positions and summary are there when a phase begins.
READY = {
    Phase.CLEAN: (False, False, False, False),
    Phase.SPLIT: (True, False, False, False),
    Phase.MARK: (True, True, False, False),
    Phase.EXTRACT: (True, True, False, False),
    Phase.POSITIONS: (True, True, True, False),
    Phase.SUMMARISE: (True, True, True, False),
    Phase.FINISH: (True, True, True, True),
}


@pytest.mark.parametrize("phase", Phase)
def test_stage_gets_what_its_phase_gets(phase: Phase) -> None:
    """A CLEAN stage is tried on an article without sentences, a FINISH stage on a whole brief."""
    seen: list[tuple[bool, ...]] = []

    def watch(brief: Brief, context: Context) -> Brief:
        del context
        fields = (brief.cuts, brief.sentences, brief.positions, brief.summary.sentences)
        seen.append(tuple(bool(each) for each in fields))
        return brief

    problems(plugin(Stage("odd", watch, phase)))

    assert seen[0] == READY[phase]
    assert len(seen) >= len(SAMPLES)


@dataclass
class Loose:
    """Its options can change."""

    times: int = 1

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* as it is."""
        del context
        return brief


@dataclass(frozen=True)
class Nested:
    """Has an option that no file can set."""

    table: dict[str, int] = field(default_factory=dict)

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* as it is."""
        del context
        return brief


@dataclass(frozen=True)
class Misspelt:
    """Has an option whose type nobody can read."""

    path: os.Nowhere = ""  # type: ignore[name-defined]  # the point

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* as it is."""
        del context
        return brief


@dataclass(frozen=True)
class Unopened:
    """Cannot be opened."""

    exits: bool = False

    def open(self, context: Context) -> None:
        """Fail."""
        del context
        if self.exits:
            raise SystemExit
        raise OSError("no weights")

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* as it is."""
        del context
        return brief


@pytest.mark.parametrize(
    ("run", "problem"),
    [
        (Loose(), "its options can be changed while it runs: make the dataclass frozen"),
        (Nested(), "option table is no number, text, flag or tuple of them"),
        (
            Scale(words=((1,),)),  # type: ignore[arg-type]  # the point
            "option words is no number, text, flag or tuple of them",
        ),
        (Misspelt(), "its option types cannot be read: AttributeError: "),
        (Unopened(), f"it could not be opened: OSError: no weights ({ALL})"),
        (Unopened(exits=True), f"it could not be opened: SystemExit ({ALL})"),
    ],
)
def test_fault_of_a_callable_with_options_is_found(run: object, problem: str) -> None:
    """Options that a user cannot set, and weights that do not load, are told."""
    assert any(problem in each for each in problems(finish(run)))


def hook(name: str, returned: object) -> object:
    """Return a plugin whose only hook returns *returned*, or raises it."""

    def call() -> object:
        if isinstance(returned, BaseException):
            raise returned
        return returned

    return SimpleNamespace(**{name: hookimpl(call)})


@pytest.mark.parametrize(
    ("module", "problem"),
    [
        (SimpleNamespace(), "no hook returns a record: is @hookimpl missing?"),
        (hook("brief_stages", []), "no hook returns a record: is @hookimpl missing?"),
        (hook("brief_stages", None), "brief_stages returned NoneType, not a list of Stage"),
        (hook("brief_stages", [7]), "brief_stages returned a list with int in it, not Stage"),
        (hook("brief_stages", OSError("no disk")), "OSError: no disk"),
        (hook("brief_stage", []), "no hook 'brief_stage', did you mean 'brief_stages'?"),
        (
            plugin(Stage("My Stage", tides, Phase.FINISH)),
            "brief_stages: a name is lower-case letters, digits and dashes, not 'My Stage'",
        ),
        (hook("brief_stages", SystemExit(3)), "SystemExit: 3"),
        (
            plugin(Stage("lead", tides, Phase.FINISH)),
            "stage 'lead': brief itself has one of that name",
        ),
        (
            plugin(*[Stage("tides", tides, Phase.FINISH)] * 2),
            "stage 'tides': there are 2 of that name",
        ),
    ],
)
def test_fault_of_a_hook_is_found(module: object, problem: str) -> None:
    """Each way in which a plugin would be broken, or clash, is told to its author."""
    assert problem in problems(module)


def test_loader_and_renderer_are_held_to_the_rules_too() -> None:
    """They are described and can be sent to a worker."""
    found = problems(hook("brief_renderers", [Renderer("page", lambda *_: iter(()))]))

    assert "renderer 'page': it has no docstring: `brief plugins show` prints that" in found
    assert any("renderer 'page': it cannot be sent to a worker" in each for each in found)


class Torn:
    """A page that cannot be made."""

    def __init__(self, *, fault: str) -> None:
        self.fault = fault

    def __call__(self, items: Iterable[Brief | Failure], context: Context) -> Iterator[object]:
        """Yield pieces until the fault."""
        del context
        if self.fault == "prints":
            print("page")
        for item in items:
            if self.fault == "exits":
                raise SystemExit(0)
            # A renderer that forgets that there are failures.
            yield {"number": 5, "surrogate": "\udc80"}.get(self.fault) or item.article.text  # type: ignore[union-attr]


class Pieces(Torn):
    """A page in pieces that cannot be made."""

    def each(self, brief: Brief, context: Context) -> object:
        """Return the piece of a brief."""
        del context
        return 5 if self.fault == "number" else brief.article.text

    def join(self, pieces: Iterable[object], context: Context) -> Iterator[object]:
        """Fail."""
        del pieces, context
        raise ValueError("torn")


@pytest.mark.parametrize(
    ("run", "problem"),
    [
        (Torn(fault="exits"), "SystemExit: 0"),
        (Torn(fault="prints"), "it prints: standard output is for the product"),
        (Torn(fault="number"), "it yields int, not text"),
        (Torn(fault="surrogate"), "UnicodeEncodeError: 'utf-8' codec can't encode character"),
        (Torn(fault=""), "AttributeError: 'Failure' object has no attribute 'article'"),
        (Pieces(fault="number"), "each() returns int, not text"),
        (Pieces(fault=""), "ValueError: torn"),
    ],
)
def test_fault_of_a_renderer_is_found(run: object, problem: str) -> None:
    """It is tried as a run uses it: on briefs and failures, piece by piece if it can."""
    found = problems(hook("brief_renderers", [Renderer("page", run)]))  # type: ignore[arg-type]

    assert any(each.startswith(f"renderer 'page': {problem}") for each in found)


def test_fault_of_a_loader_is_found() -> None:
    """A loader that breaks when asked would never be asked to read."""

    def brief_loaders() -> list[Loader]:
        return [Loader("tides", load, lambda _, start: start[0] == 0)]

    found = problems(SimpleNamespace(brief_loaders=hookimpl(brief_loaders)))

    assert found == ["loader 'tides': IndexError: index out of range"]


def test_stage_is_opened_once() -> None:
    """Weights are loaded once for all the samples, as in a run."""
    opened: list[Context] = []

    class Heavy:
        """Load much."""

        def open(self, context: Context) -> None:
            opened.append(context)

        def __call__(self, brief: Brief, context: Context) -> Brief:
            del context
            return brief

    problems(finish(Heavy()))

    assert len(opened) == 1


def test_stages_that_cannot_be_put_in_order_are_found() -> None:
    """What would stop every run is told to the author."""
    first = Stage("ebb", tides, Phase.FINISH, after=("flow",))
    second = Stage("flow", tides, Phase.FINISH, after=("ebb",))

    assert "stages wait for each other: ebb -> flow -> ebb" in problems(plugin(first, second))


def test_hook_that_prints_is_found() -> None:
    """A hook does no work, and prints nothing."""

    def brief_stages() -> list[Stage]:
        print("tides")
        return [Stage("tides", tides, Phase.FINISH)]

    found = problems(SimpleNamespace(brief_stages=hookimpl(brief_stages)))

    assert found == ["a hook prints: standard output is for the product"]


def test_import_that_slows_every_command_is_found(tmp_path: Path) -> None:
    """What a plugin imports at its top, every `brief --help` after it would pay for."""
    shop = Workshop(tmp_path)
    shop.write("site/slow.py", f"import nltk, numpy\n{IMPORTS}{stage('odd', 'return brief')}")
    # In a process of its own, so that this one stays as it was.
    code = "import slow, brief.testing; print(*brief.testing.problems(slow), sep=chr(10))"

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=shop.environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    for heavy in ("nltk", "numpy"):
        told = f"importing it imports {heavy}: import that inside the function that needs it"
        assert told in done.stdout.splitlines()


def test_module_made_by_hand_is_checked() -> None:
    """A module that no process can import again is held to all rules but that of its imports."""
    module = ModuleType("by_hand")
    vars(module).update(vars(plugin(Stage("tides", tides, Phase.FINISH))))

    assert problems(module) == []


# --- fixtures ---------------------------------------------------------------------------------


def test_fixtures_run_the_installed_command(tmp_path: Path) -> None:
    """An author imports `run_brief` into `conftest.py` and tests what users see."""
    (tmp_path / "conftest.py").write_text(
        "from brief.testing.fixtures import run_brief\n__all__ = ['run_brief']\n"
    )
    (tmp_path / "test_it.py").write_text(
        "import os\n"
        "def test_it(run_brief, tmp_path):\n"
        "    (tmp_path / 'a.txt').write_text('Rain fell. It was wet. It was cold.')\n"
        "    done = run_brief('a.txt', '-f', 'json')\n"
        "    assert (done.returncode, done.stderr) == (0, '')\n"
        "    assert 'Rain fell.' in done.stdout\n"
        "    assert run_brief('missing.txt').returncode == 1\n"
        "    piped = run_brief('-', '--no-plugins', input='Rain fell. It was wet.')\n"
        "    assert 'It was wet.' in piped.stdout\n"
        "    assert 'BRIEF_PLUGINS' not in os.environ\n"
    )

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_it.py"],
        cwd=tmp_path,
        env={**os.environ, "BRIEF_PLUGINS": "a-plugin-that-is-not-there"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
