"""What the shell offers on TAB, asked for as bash, zsh and fish ask."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cli_helpers import BRIEF, brief, put, run

COMMANDS = {"run", "verify", "stages", "plugins", "config", "schema"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with files of several kinds."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "verse.txt")
    put(tmp_path / "news" / "orchard.txt")
    put(tmp_path / ".hidden.txt")
    return tmp_path


def offered(folder: Path, line: str) -> list[str]:
    """Return what bash is offered for the last word of *line*."""
    words = line.split(" ")
    ran = brief(
        cwd=folder,
        env={
            "_BRIEF_COMPLETE": "complete_bash",
            "COMP_WORDS": "\n".join(words),
            "COMP_CWORD": str(len(words) - 1),
        },
    )
    assert (ran.code, ran.err) == (0, "")
    return [each for each in ran.out.splitlines() if each]


def test_first_word_may_be_a_command_or_a_file(here: Path) -> None:
    """An empty first word offers every command, and the files and folders that are here."""
    found = offered(here, "brief ")

    assert set(found[: len(COMMANDS)]) == COMMANDS
    assert found[len(COMMANDS) :] == ["ferry.txt", "news/", "verse.txt"]


LINES: tuple[tuple[str, list[str]], ...] = (
    # Commands, and files that begin alike.
    ("brief st", ["stages"]),
    ("brief ver", ["verify", "verse.txt"]),
    ("brief fe", ["ferry.txt"]),
    ("brief plugins sh", ["show"]),
    ("brief plugins ", ["list", "show", "check", "new"]),
    # Files, where they can stand.
    ("brief ne", ["news/"]),
    ("brief news/", ["news/orchard.txt"]),
    ("brief news/o", ["news/orchard.txt"]),
    ("brief ./fe", ["./ferry.txt"]),
    ("brief .h", [".hidden.txt"]),
    ("brief run fe", ["ferry.txt"]),
    ("brief ferry.txt ve", ["verse.txt"]),
    ("brief ferry.txt st", []),
    ("brief -f json fe", ["ferry.txt"]),
    ("brief run --why fe", ["ferry.txt"]),
    ("brief -o ne", ["news/"]),
    ("brief zz", []),
    # Options: run's need no command.
    ("brief --dep", ["--depth"]),
    ("brief --ver", ["--version", "--verbose"]),
    ("brief run --dep", ["--depth"]),
    ("brief ferry.txt --no-pos", ["--no-positions"]),
    ("brief verify --so", ["--source"]),
    ("brief stages --sk", ["--skip"]),
    ("brief plugins list --no", ["--no-plugins"]),
    # What an option may be.
    ("brief -f j", ["json", "jsonl"]),
    ("brief --format te", ["text"]),
    ("brief run -f j", ["json", "jsonl"]),
    ("brief --summariser l", ["lead", "lexrank"]),
    ("brief --skip furn", ["furniture"]),
    ("brief ferry.txt --skip rep", ["repeats"]),
)


@pytest.mark.parametrize(("line", "wanted"), LINES)
def test_words_that_are_offered(here: Path, line: str, wanted: list[str]) -> None:
    """Commands, options, their values and files, each where it can stand."""
    found = offered(here, line)

    assert sorted(set(found)) == sorted(wanted)


def test_every_option_of_run_is_offered(here: Path) -> None:
    """A dash offers what `brief --help` lists."""
    found = offered(here, "brief --")

    listed = {
        word.rstrip(",")
        for line in brief("--help", cwd=here).out.splitlines()
        for word in line.split()
        if line.startswith("  -") and word.startswith("--")
    }
    assert len(listed) > 25
    assert listed <= set(found)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_offered_the_same(here: Path, shell: str) -> None:
    """Zsh and fish hand over the line as it stands, and get commands, options and files."""
    for line, wanted in (
        ("brief ver", ["verify", "verse.txt"]),
        ("brief --dep", ["--depth"]),
        ("brief -f j", ["json", "jsonl"]),
        ("brief ferry.txt ne", ["news/"]),
    ):
        ran = brief(
            cwd=here,
            env={
                "_BRIEF_COMPLETE": f"complete_{shell}",
                "_TYPER_COMPLETE_ARGS": line,
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            },
        )

        assert (ran.code, ran.err) == (0, "")
        assert [each for each in wanted if each not in ran.out] == []
        assert "stages" not in ran.out


def test_broken_config_breaks_no_completion(here: Path) -> None:
    """While a config file is being edited, TAB still works, and prints no error."""
    put(here / "brief.toml", "lenght = ")

    found = offered(here, "brief -f js")

    assert found == ["json", "jsonl"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_the_shell(here: Path, shell: str) -> None:
    """Each shell gets a script that asks brief as that shell asks."""
    ran = brief(cwd=here, env={"_BRIEF_COMPLETE": f"source_{shell}"})

    assert (ran.code, ran.err) == (0, "")
    assert f"_BRIEF_COMPLETE=complete_{shell}" in ran.out


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_script_is_shown_on_request(here: Path) -> None:
    """`brief --show-completion` prints the script of the shell it is typed in."""
    ran = run(["bash", "--norc", "-c", '"$0" --show-completion; exit "$?"', BRIEF], cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip() == brief(cwd=here, env={"_BRIEF_COMPLETE": "source_bash"}).out.strip()


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes(here: Path) -> None:
    """Bash, with the script it is given, fills in commands, options and files with spaces."""
    put(here / "late ferry.txt")
    script = brief(cwd=here, env={"_BRIEF_COMPLETE": "source_bash"}).out
    put(here / "completion.sh", script)
    bin_folder = os.path.dirname(BRIEF)  # noqa: PTH120
    ask = (
        'source ./completion.sh; COMP_WORDS=(brief "$1"); COMP_CWORD=1; '
        '_brief_completion brief "$1" brief; printf "%s\\n" "${COMPREPLY[@]}"'
    )

    found = {
        word: run(
            ["bash", "--norc", "-c", ask, "bash", word],
            cwd=here,
            env={"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"},
        ).out.splitlines()
        for word in ("ver", "--dep", "fe", "late")
    }

    assert found == {
        "ver": ["verify", "verse.txt"],
        "--dep": ["--depth"],
        "fe": ["ferry.txt"],
        "late": ["late ferry.txt"],
    }
