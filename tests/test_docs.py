"""The docs say what the program does: generated parts are fresh, transcripts are run."""

from __future__ import annotations

import inspect
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import typer

import generate_docs
from brief import builtin
from brief.contracts import Phase, Stage
from brief.options import options_of
from brief.registry import Record
from brief.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
DOCS = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
BRIEF = Path(sysconfig.get_path("scripts")) / "brief"
RECORDS: list[Record] = [
    *builtin.brief_stages(),
    *builtin.brief_loaders(),
    *builtin.brief_renderers(),
    *builtin.brief_executors(),
]
SUMMARISERS = [each for each in builtin.brief_stages() if each.phase is Phase.SUMMARISE]


@pytest.mark.skipif(
    not typer.__version__.startswith("0.28"),
    reason="help pages are laid out by typer; the docs show those of the newest one allowed",
)
@pytest.mark.parametrize("path", sorted(generate_docs.pages()), ids=lambda path: path.name)
def test_generated_pages_are_fresh(path: Path) -> None:
    """Help pages, settings, hooks and phases in the docs are what the program says today."""
    assert path.read_text(encoding="utf-8") == generate_docs.pages()[path], (
        "run python tests/generate_docs.py"
    )


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_what_comes_with_brief_says_what_it_does_and_takes(record: Record) -> None:
    """A stage, loader, format or executor begins with what it does, and tells each option."""
    doc = inspect.getdoc(record.run) or ""
    page = (ROOT / "docs" / "stages.md").read_text(encoding="utf-8")

    assert not doc.startswith(("Return", "Yield", "TODO"))
    assert [name for name in options_of(record.run) if f"*{name}*" not in doc] == []
    assert f"\n| `{record.name}` |" in page


@pytest.mark.parametrize("stage", SUMMARISERS, ids=lambda stage: stage.name)
def test_a_summariser_tells_options_cost_and_source(stage: Stage) -> None:
    """`brief plugins show` says of each option what it means, and of each method what it is."""
    shown = subprocess.run(
        [BRIEF, "plugins", "show", stage.name, "--isolated", "--no-plugins"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout

    assert "\ncost: " in shown
    assert re.search(r"\nsource: .*\d{4}", shown)
    for name in options_of(stage.run):
        # That of `sentences` is what the page begins with.
        told = rf"\n  option {name} = .*\n      \S" if name != "sentences" else r"\n\nPicks"
        assert re.search(told, shown), name


def test_transcript_of_the_readme_is_real() -> None:
    """What the README shows is what the command prints."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(r"<!-- transcript -->\n```console\n\$ (.*)\n((?:.*\n)*?)```", readme)

    assert match is not None
    _, *args = match[1].split()
    done = subprocess.run(
        [BRIEF, *args, "--isolated", "--no-plugins", "--color", "never"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == match[2]


def test_every_notice_is_documented() -> None:
    """A code that the program gives has its line in the docs, and no line is left over."""
    homes = [ROOT / "src", *(ROOT / "plugins").glob("*/src")]
    files = [path for home in homes for path in home.rglob("*.py")]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    given = set(re.findall(r'["\']?\b(B[1-7]\d\d)\b', source))
    page = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| (B\d{3}) \|", page, re.MULTILINE)) == given


def test_every_setting_in_the_example_exists(tmp_path: Path) -> None:
    """The `brief.toml` that the configuration page shows is taken as it stands."""
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    path = tmp_path / "brief.toml"
    path.write_text(example[1].replace('plugins = ["figures"] ', ""), encoding="utf-8")

    done = subprocess.run(
        [BRIEF, "stages", "-c", str(path)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to a file of the project leads to a file that is there."""
    text = path.read_text(encoding="utf-8")

    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (path.parent / target).exists(), target


def test_exit_codes_are_those_of_the_errors() -> None:
    """The table of exit codes knows each code that an error ends with."""
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"^\| (\d+) \|", page, re.MULTILINE))
    source = (ROOT / "src" / "brief" / "errors.py").read_text(encoding="utf-8")

    assert set(re.findall(r"exit_code = (\d+)", source)) <= codes
    assert {"0", "3", "130"} <= codes


def test_settings_have_options_on_the_command_line() -> None:
    """Whatever a file can set, `run` can: each setting is an option or part of one."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    without_option = {"plugins", "cache-dir"}

    missing = [name for name in SETTINGS if f"--{name}" not in page]

    assert set(missing) <= without_option


def test_no_trace_of_where_this_was_made() -> None:
    """The repository speaks of the project alone."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    texts = {
        name: (ROOT / name).read_text(encoding="utf-8", errors="replace")
        for name in listed
        if name and (ROOT / name).is_file()
    }

    machine = re.compile(r"(^|[^\w.])/(work|farm|home|root)/")
    hosts = re.compile(r"files\.pythonhosted|registry\.npm|deb\.debian", re.IGNORECASE)

    assert [name for name, text in texts.items() if machine.search(text)] == []
    assert [
        name for name, text in texts.items() if hosts.search(text) and "test_docs" not in name
    ] == []
