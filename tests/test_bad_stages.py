"""Stages that raise, break a rule, print or cannot be sent: each costs its result, no more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from plugin_helpers import (
    ARTICLE,
    HOOK,
    IMPORTS,
    JSON,
    PRINTED,
    PRINTS,
    Workshop,
    briefs,
    section,
    stage,
    without_word,
)

Done = CompletedProcess[str]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A folder with an article."""
    made = Workshop(tmp_path)
    made.write("a.txt")
    return made


# --- stages that go wrong ---------------------------------------------------------------------

# Name: (phase, what it does, why it is left out).
WRONG = {
    "raises": ("FINISH", "raise ValueError('no\\nway')", "ValueError: no way"),
    "exits": ("FINISH", "raise SystemExit('bye')", "SystemExit: bye"),
    "recurses": ("FINISH", "return work_recurses(brief, context)", "RecursionError: it called"),
    "cannot-say": (
        "FINISH",
        "raise type('Odd', (Exception,), {'__str__': lambda _: 1 / 0})",
        "Odd: it cannot say why",
    ),
    "exits-when-asked": (
        "FINISH",
        "raise type('Odd', (Exception,), {'__str__': lambda _: exit()})",
        "Odd: it cannot say why",
    ),
    "quotes-it-all": (
        "FINISH",
        "raise ValueError(9 * brief.article.text)",
        "… (plugin 'odd')",
    ),
    "returns-nothing": ("FINISH", "return None", "it returned NoneType, not Brief"),
    "returns-text": ("FINISH", "return 'brief'", "it returned str, not Brief"),
    "returns-its-own": (
        "MARK",
        "return type('Mine', (Brief,), {})(**{n: getattr(brief, n) for n in FIELDS})",
        "it returned Mine, not Brief",
    ),
    "replaces-article": (
        "CLEAN",
        "return replace(brief, article=replace(brief.article, text='Forged.'))",
        "it changed the article",
    ),
    "forges-in-place": (
        "CLEAN",
        "object.__setattr__(brief.article, 'text', 'Forged.')\nreturn brief",
        "it changed in place what is frozen",
    ),
    "deletes-in-place": (
        "MARK",
        "object.__delattr__(brief, 'sections')\nreturn brief",
        "it changed in place what is frozen",
    ),
    "forges-and-raises": (
        "MARK",
        "object.__setattr__(brief, 'sentences', ())\nraise ValueError('no')",
        "ValueError: no",
    ),
    "writes-sentences": (
        "CLEAN",
        "return replace(brief, sentences=(Sentence('s', (Span(0, 5),), 'Ferry', 0),))",
        "it changed sentences, which a stage of CLEAN may not",
    ),
    "writes-summary": (
        "FINISH",
        "return replace(brief, summary=replace(brief.summary, sentences=()))",
        "it changed summary, which a stage of FINISH may not",
    ),
    "cuts-late": (
        "FINISH",
        "return brief.cut('ferry', reason='late')",
        "it changed cuts, which a stage of FINISH may not",
    ),
    "takes-back-cuts": ("CLEAN", "return replace(brief, cuts=())", "it took back cuts"),
    "forges-trail": (
        "FINISH",
        "return replace(brief, trail=())",
        "it changed trail, which a stage of FINISH may not",
    ),
    "cuts-beyond": (
        "CLEAN",
        "return replace(brief, cuts=(*brief.cuts, Cut(0, 10**6, 'all')))",
        "cut 0-1000000 lies outside the text",
    ),
    "spans-beyond": (
        "FINISH",
        section("x", items="Item('a', (Span(5, 10**6),)),"),
        "section 'x' 5-1000000 lies outside the text",
    ),
    "takes-back-sections": (
        "FINISH",
        "return replace(brief, sections=())",
        "it took back sections of earlier stages",
    ),
    "takes-a-section-twice": ("FINISH", section("good"), "two of its section ids are 'good'"),
    "no-json": ("FINISH", section("x", "{1, 2}"), "no JSON value: a set"),
    "no-number": ("FINISH", section("x", "float('nan')"), "the number nan"),
    "unpicklable": ("FINISH", section("x", "lambda: 1"), "no JSON value: a function"),
    "bottomless": (
        "FINISH",
        "rings = []\nrings.append(rings)\n" + section("x", "rings"),
        "no JSON value: nested deeper than 100",
    ),
    "no-section": (
        "FINISH",
        "return replace(brief, sections=(*brief.sections, {'key': 'x'}))",
        "it made a dict where a Section should be",
    ),
    "no-item": ("FINISH", section("x", items="'a',"), "it made a str where a Item should be"),
    "one-item": ("FINISH", section("x", items="Item('a')"), "Section.items must be a tuple"),
    "list-of-sections": (
        "FINISH",
        "return replace(brief, sections=[*brief.sections])",
        "sections must be a tuple, not list",
    ),
    "notes-nothing": (
        "FINISH",
        "return replace(brief, notes=(*brief.notes, Note('sentence-99', 'mood', 'glad')))",
        "a note is about 'sentence-99', which is no part of the brief",
    ),
    # A number where a text goes would cost the whole article when it is printed.
    "no-text": ("FINISH", section("x", items="Item(5),"), "Item.text must be text"),
    "no-label": ("FINISH", section("x", items="Item('a', label=5),"), "Item.label must be text"),
    "no-title": (
        "FINISH",
        "return replace(brief, sections=(*brief.sections, Section('x', None)))",
        "Section.title must be text",
    ),
    "no-key": (
        "FINISH",
        "return replace(brief, sections=(*brief.sections, Section(None, 'X')))",
        "Section.key must be text",
    ),
    "no-origin": (
        "FINISH",
        "return replace(brief, sections=(*brief.sections, Section('x', 'X', origin='mine')))",
        "Section.origin must be one of extracted, generated",
    ),
    "note-key": (
        "FINISH",
        "return replace(brief, notes=(*brief.notes, Note('sentence-1', 5)))",
        "Note.key must be text",
    ),
    "note-text": (
        "FINISH",
        "return replace(brief, notes=(*brief.notes, Note('sentence-1', 'mood', text=9)))",
        "Note.text must be text",
    ),
    "notice-code": ("FINISH", "return brief.notice(900, 'word')", "Notice.code must be text"),
    "notice-message": ("MARK", "return brief.notice('X1', None)", "Notice.message must be text"),
}


def plugin_of_stages(wrong: dict[str, tuple[str, str, str]]) -> str:
    """Return the code of a plugin with the stage `a-good` and the wrong ones."""
    code = []
    records = ["Stage('a-good', good, Phase.FINISH)"]
    # After what they take back or repeat.
    after = {"CLEAN": "('repeats', 'furniture')", "FINISH": "('a-good',)", "MARK": "()"}
    for name, (phase, body, _) in {"good": ("", section("good", "1"), ""), **wrong}.items():
        function = "good" if name == "good" else f"work_{name.replace('-', '_')}"
        lines = "".join(f"    {line}\n" for line in body.splitlines())
        code.append(f"def {function}(brief, context):\n{lines}\n")
        if name != "good":
            records.append(f"Stage('{name}', {function}, Phase.{phase}, after={after[phase]})")
    fields = "FIELDS = tuple(Brief.__dataclass_fields__)\n"
    return fields + "".join(code) + f"{HOOK}    return [{', '.join(records)}]\n"


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, Done, Done]:
    """The runs of two articles with one good stage, and with all the wrong ones beside it."""
    shop = Workshop(tmp_path_factory.mktemp("stages"))
    shop.write("a.txt")
    shop.write("b.txt", ARTICLE.replace("winter", "summer").replace("Lena", "Anna"))
    shop.install("odd", plugin_of_stages({}), site="good")
    shop.install("odd", plugin_of_stages(WRONG))
    return shop, shop.run(*BOTH, sites=("good",)), shop.run(*BOTH)


BOTH = ("a.txt", "b.txt", "-f", "json")


@pytest.mark.parametrize("name", WRONG)
def test_stage_that_breaks_a_rule_is_left_out_and_named(
    stages: tuple[Workshop, Done, Done], name: str
) -> None:
    """Each brief carries one notice that gives the stage, the rule and the plugin."""
    _, _, done = stages
    start = f"stage {name!r} was left out: "

    for brief in briefs(done.stdout):
        (notice,) = [each for each in brief["notices"] if each["message"].startswith(start)]
        assert notice["code"] == "B602"
        assert WRONG[name][2] in notice["message"]
        assert notice["message"].endswith("(plugin 'odd')")
        assert name not in [step["stage"] for step in brief["trail"]]


def test_wrong_stages_change_nothing_but_the_notices(stages: tuple[Workshop, Done, Done]) -> None:
    """What the others found is what they find without the wrong ones; exit code 0."""
    _, plain, done = stages

    assert (done.returncode, plain.returncode) == (0, 0)
    assert [without_word(each) for each in briefs(done.stdout)] == [
        without_word(each) for each in briefs(plain.stdout)
    ]
    assert [each["sections"][0]["key"] for each in briefs(done.stdout)] == ["good", "good"]


def test_wrong_stage_is_told_once_a_run(stages: tuple[Workshop, Done, Done]) -> None:
    """A stage that breaks on every article has one line on standard error, not thousands."""
    lines = stages[2].stderr.splitlines()

    told = [line.partition(" stage ")[2].partition(" was left out")[0] for line in lines]
    assert sorted(told) == sorted(repr(name) for name in WRONG)
    assert all(line.startswith("brief: warning: B602 ") for line in lines)


def test_wrong_stages_are_contained_in_workers(stages: tuple[Workshop, Done, Done]) -> None:
    """Two processes print, byte for byte, what one prints; `--strict` makes it an error."""
    shop, _, serial = stages

    done = shop.run(*BOTH, "-j", "2", "--strict")

    assert (done.returncode, done.stdout) == (1, serial.stdout)
    assert sorted(done.stderr.splitlines()) == sorted(serial.stderr.splitlines())


def test_wrong_stages_can_be_skipped(stages: tuple[Workshop, Done, Done]) -> None:
    """`--skip` leaves a stage out and keeps the rest of its plugin."""
    shop, plain, _ = stages

    done = shop.run(*BOTH, *[word for name in WRONG for word in ("--skip", name)])

    assert (done.returncode, done.stdout, done.stderr) == (0, plain.stdout, "")


@pytest.mark.parametrize("phase", ["split", "extract", "summarise"])
def test_broken_stage_that_was_chosen_is_a_failure(shop: Workshop, phase: str) -> None:
    """No brief is better than one without its sentences, statements or summary."""
    shop.install("odd", stage("odd", "raise ValueError('no')", phase.upper()))

    done = shop.run(*JSON, "--use", f"{phase}=odd")

    assert done.returncode == 1
    assert done.stderr == "brief: a.txt: odd: ValueError: no (plugin 'odd')\n"
    document = json.loads(done.stdout)
    assert document["briefs"] == []
    assert document["failures"] == [
        {"source": "a.txt", "step": "odd", "reason": "ValueError: no (plugin 'odd')"}
    ]


def test_broken_stage_that_was_not_chosen_does_not_run(shop: Workshop) -> None:
    """A summariser that is installed runs when it is asked for."""
    shop.install("odd", stage("odd", "raise ValueError('no')", "SUMMARISE"))

    done = shop.run("a.txt", "--strict")

    assert (done.returncode, done.stderr) == (0, "")


def test_what_a_stage_prints_is_no_part_of_the_product(shop: Workshop) -> None:
    """Standard output carries the brief alone, and the rest goes to standard error.

    So it is in this process, in workers, and where the brief is saved.
    """
    shop.install("odd", stage("odd", PRINTS + "return brief"))
    plain = shop.run("a.txt", "-p", "no:odd").stdout

    here, workers = shop.run("a.txt"), shop.run("a.txt", "-j", "2")
    saved = shop.run("a.txt", "-o", "out.txt")

    assert [done.returncode for done in (here, workers, saved)] == [0, 0, 0]
    assert (here.stdout, workers.stdout, saved.stdout) == (plain, plain, "")
    assert (shop.folder / "out.txt").read_text(encoding="utf-8") == plain
    for done in (here, workers, saved):
        assert sorted(done.stderr.splitlines()) == PRINTED


# --- several processes ------------------------------------------------------------------------


def test_stage_that_cannot_be_sent_to_a_worker_is_named(shop: Workshop) -> None:
    """A lambda runs with -j 1; with -j 2 it is an error before any article is read."""
    shop.install("odd", HOOK + "    return [Stage('odd', lambda b, c: b, Phase.FINISH)]\n")

    one, two = shop.run("a.txt"), shop.run("missing.txt", "-j", "2")

    assert (one.returncode, one.stderr) == (0, "")
    assert (two.returncode, two.stdout) == (2, "")
    assert two.stderr.startswith("brief: 'odd' (plugin 'odd') cannot be sent to a worker: ")
    assert "use -j 1" in two.stderr


def test_stage_that_kills_its_process_costs_one_article(shop: Workshop) -> None:
    """A crash in a worker is the failure of the article it held, and of no other."""
    shop.install(
        "odd", stage("odd", "import os\nif 'Hail' in brief.article.text: os._exit(9)\nreturn brief")
    )
    names = [
        shop.write(f"{n}.txt", f"{word} fell on Monday. It was wet.\n")
        for n, word in enumerate(["Rain", "Hail", "Snow", "Sleet"])
    ]

    done = shop.run(*names, "-f", "json", "-j", "2")

    assert done.returncode == 1
    assert [each["article"]["source"] for each in briefs(done.stdout)] == [
        "0.txt",
        "2.txt",
        "3.txt",
    ]
    assert done.stderr == "brief: 1.txt: worker: the worker process ended with exit code 9\n"


def test_brief_that_cannot_be_sent_back_is_a_failure(shop: Workshop) -> None:
    """A class that only exists inside a function cannot cross: said, not lost."""
    local = "class Local(str):\n    pass\n" + section("x", items="Item(Local('a')),")
    shop.install("odd", stage("odd", local))
    shop.install(
        "even",
        "def render(items, context):\n    for item in items:\n        yield type(item).__name__\n"
        "@hookimpl\ndef brief_renderers():\n    return [Renderer('page', render)]\n",
    )

    done = shop.run("a.txt", "-f", "page", "-j", "2")

    assert (done.returncode, done.stdout) == (1, "Failure")
    assert "a.txt: worker: its brief cannot be sent from the worker" in done.stderr


OPENS = f"""\
class Scale:
    '''Say how often it was opened in this process.'''
    def __init__(self, fault=None):
        self.fault = fault
    def open(self, context):
        with open("opened", "a") as file:
            file.write(context.depth + chr(10))
        if self.fault:
            raise self.fault
    def __call__(self, brief, context):
        return brief
{HOOK}    return [
        Stage("odd", Scale(), Phase.FINISH),
        Stage("no-weights", Scale(OSError('no weights')), Phase.FINISH),
        Stage("exits", Scale(SystemExit()), Phase.FINISH),
    ]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stage_is_opened_once_in_each_process(shop: Workshop, jobs: str) -> None:
    """Weights are loaded as often as there are processes, however many articles.

    A stage that cannot be opened is a notice in each brief, and the rest of it is there.
    """
    shop.install("odd", OPENS)
    names = [shop.write(f"{n}.txt", f"Rain fell on day {n}. It was wet.\n") for n in range(8)]

    done = shop.run(*names, "-j", jobs, "--depth", "full", "-f", "json")

    assert done.returncode == 0
    assert (shop.folder / "opened").read_text() == "full\n" * 3 * int(jobs)
    told = [
        f"B602 stage {name!r} was left out: it could not be opened: {reason} (plugin 'odd')"
        for name, reason in (("exits", "SystemExit"), ("no-weights", "OSError: no weights"))
    ]
    for brief in briefs(done.stdout):
        notices = [f"{each['code']} {each['message']}" for each in brief["notices"]]
        assert [each for each in notices if each.startswith("B6")] == told
        assert "odd" in [step["stage"] for step in brief["trail"]]
    assert done.stderr.splitlines() == [f"brief: warning: {each}" for each in told]


ASKS = f"""\
from brief import ConfigError
class Reader:
    '''Find statements with a model that has to be installed.'''
    def open(self, context):
        raise ConfigError("no model is installed; pip install one")
    def __call__(self, brief, context):
        return brief
{HOOK}    return [Stage("reader", Reader(), Phase.EXTRACT)]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_missing_model_ends_the_run_before_the_first_brief(shop: Workshop, jobs: str) -> None:
    """What the user can mend is one line, and no article is called a failure for it."""
    shop.install("reader", ASKS)
    names = [shop.write(f"{n}.txt", f"Rain fell on day {n}. It was wet.\n") for n in range(4)]

    done = shop.run(*names, "-j", jobs, "--use", "extract=reader")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "brief: stage 'reader': no model is installed; pip install one\n"


def test_missing_model_is_raised_in_python(shop: Workshop) -> None:
    """A program is told what a command says: the same error, with the same words."""
    shop.install("reader", ASKS)
    code = (
        "import brief\n"
        "try:\n    brief.from_text('Rain fell.', use={'extract': 'reader'})\n"
        "except brief.ConfigError as exc:\n    print(exc)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=shop.environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout == "stage 'reader': no model is installed; pip install one\n"


def test_stage_that_was_not_chosen_asks_for_nothing(shop: Workshop) -> None:
    """An extractor without its model stands in the way of those alone who want it."""
    shop.install("reader", ASKS)
    shop.write("a.txt")

    done = shop.run("a.txt")

    assert (done.returncode, done.stderr) == (0, "")


# --- files and options ------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stage_is_tried_from_a_file(shop: Workshop, jobs: str) -> None:
    """`-p ./stage.py` needs no package, and reaches workers too."""
    shop.write("tide_table.py", IMPORTS + stage("tides", section("tides", "[1]")))

    done = shop.run(*JSON, "-p", "./tide_table.py", "-j", jobs)

    assert (done.returncode, done.stderr) == (0, "")
    (brief,) = briefs(done.stdout)
    assert [each["data"] for each in brief["sections"]] == [[1]]
    assert {"stage": "tides", "plugin": "tide-table", "version": ""} in brief["trail"]


SCALE = f"""\
@dataclass(frozen=True)
class Scale:
    '''Say the options.'''
    times: int = 1
    words: tuple[str, ...] = ()
    share: float = 0.5
    def __call__(self, brief, context):
        section = Section("scale", "Scale", data=[self.times, *self.words, self.share])
        return replace(brief, sections=(*brief.sections, section))
{HOOK}    return [Stage("scale", Scale(), Phase.FINISH)]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_options_of_a_stage_come_from_file_and_flags(shop: Workshop, jobs: str) -> None:
    """`brief.toml` sets them, `--set` goes before it, and workers have them too."""
    shop.install("odd", SCALE)
    shop.write("brief.toml", '[stage.scale]\ntimes = 2\nwords = ["a", "b"]\nshare = 1\n')

    done = shop.run(*JSON, "-j", jobs, "--set", "stage.scale.times=3")

    assert (done.returncode, done.stderr) == (0, "")
    data = {each["key"]: each["data"] for each in briefs(done.stdout)[0]["sections"]}
    assert data["scale"] == [3, "a", "b", 1.0]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("stage.scale.time=3", "stage 'scale' has no option 'time', did you mean 'times'?"),
        ("stage.scale.times=often", "stage 'scale': times must be a whole number, not 'often'"),
        ("stage.scale.times=true", "stage 'scale': times must be a whole number, not True"),
        (
            "stage.scale.words=[1]",
            'stage \'scale\': words must be a list such as ["a", "b"], not [1]',
        ),
        ("stage.scales.times=3", "no stage 'scales', did you mean 'scale'?"),
        ("stage.furniture.x=3", "stage 'furniture' has no option 'x'; it has none"),
    ],
)
def test_wrong_option_is_an_error_before_any_article_is_read(
    shop: Workshop, words: str, error: str
) -> None:
    """The error gives where it was set, what is wrong, and the near name: exit 2."""
    shop.install("odd", SCALE)
    key = words.partition("=")[0]

    done = shop.run("missing.txt", "--set", words)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"brief: --set {key}: {error}\n"


def test_wrong_option_in_the_file_is_named_with_the_file(shop: Workshop) -> None:
    """The error leads to the line that is to be changed."""
    shop.install("odd", SCALE)
    shop.write("brief.toml", "[stage.scale]\ntime = 2\n")

    done = shop.run("a.txt")

    assert done.returncode == 2
    assert "brief.toml: stage 'scale' has no option 'time', did you mean 'times'?" in done.stderr
