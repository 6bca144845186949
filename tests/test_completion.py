"""What the shell offers on TAB, asked for as bash, zsh and fish ask."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import shellingham  # type: ignore[import-untyped]

from brief.cli.installing import detected
from brief.errors import UsageError
from cli_helpers import BRIEF, PATIENCE, Ran, brief, check_refused, environment, put, run

COMMANDS = {"compare", "digest", "run", "verify", "stages", "plugins", "config", "schema"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with files of several kinds."""
    put(tmp_path / "ferry.txt")
    put(tmp_path / "verse.txt")
    put(tmp_path / "news" / "orchard.txt")
    put(tmp_path / ".hidden.txt")
    return tmp_path


def offered(folder: Path, line: str) -> list[str]:
    """Return what bash is offered for the last word of *line*, folders without their slash."""
    ran = brief(cwd=folder, env={"_BRIEF_COMPLETE": "complete_bash", "COMP_LINE": line})
    assert (ran.code, ran.err) == (0, "")
    kind, *found = ran.out.splitlines()
    assert kind in {"files", "words"}
    return found


def test_first_word_may_be_a_command_or_a_file(here: Path) -> None:
    """An empty first word offers every command, and the files and folders that are here."""
    found = offered(here, "brief ")

    assert set(found[: len(COMMANDS)]) == COMMANDS
    assert found[len(COMMANDS) :] == ["ferry.txt", "news", "verse.txt"]


LINES: tuple[tuple[str, list[str]], ...] = (
    # Commands, and files that begin alike.
    ("brief st", ["stages"]),
    ("brief ver", ["verify", "verse.txt"]),
    ("brief fe", ["ferry.txt"]),
    ("brief plugins sh", ["show"]),
    ("brief plugins ", ["list", "show", "check", "new"]),
    # Files, where they can stand.
    ("brief ne", ["news"]),
    ("brief news/", ["news/orchard.txt"]),
    ("brief news/o", ["news/orchard.txt"]),
    ("brief ./fe", ["./ferry.txt"]),
    ("brief .h", [".hidden.txt"]),
    ("brief run fe", ["ferry.txt"]),
    ("brief ferry.txt ve", ["verse.txt"]),
    ("brief ferry.txt st", []),
    ("brief -f json fe", ["ferry.txt"]),
    ("brief run --why fe", ["ferry.txt"]),
    ("brief -o ne", ["news"]),
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
    ("brief --format tex", ["text"]),
    ("brief run -f j", ["json", "jsonl"]),
    ("brief --summariser le", ["lead", "lexrank"]),
    ("brief --skip furn", ["furniture"]),
    ("brief ferry.txt --skip rep", ["repeats"]),
    ("brief --depth ", ["tldr", "short", "full"]),
    ("brief --color=a", ["auto", "always"]),
    ("brief --loader te", ["text"]),
    ("brief --executor s", ["serial"]),
    ("brief --template fe", ["ferry.txt"]),
    ("brief -c fe", ["ferry.txt"]),
    ("brief --tz Europe/Lux", ["Europe/Luxembourg"]),
    ("brief plugins show lexr", ["lexrank"]),
    # Step by step, where a value has parts; bash keeps what stands before a `=`.
    ("brief --use spl", ["split="]),
    ("brief --use summarise=lexr", ["lexrank"]),
    ("brief --use=summarise=lexr", ["lexrank"]),
    ("brief --use executor=pro", ["processes"]),
    ("brief --set dep", ["depth="]),
    ("brief --set depth=t", ["tldr"]),
    ("brief --set why=", ["true", "false"]),
    ("brief --set sta", ["stage."]),
    ("brief --set stage.lead", ["stage.lead."]),
    ("brief --set stage.lead.s", ["stage.lead.sentences="]),
    ("brief stages --set stage.furniture.", ["stage.furniture.enabled="]),
    # Free text is nobody's to guess.
    ("brief --title fe", []),
    ("brief -n ", []),
    # Words as they are typed: quoted, escaped, or behind other words that are.
    ("brief 'fe", ["ferry.txt"]),
    ('brief "news/o', ["news/orchard.txt"]),
    ("brief --title 'A fine day' --dep", ["--depth"]),
    ("brief late\\ ferry.txt ve", ["verse.txt"]),
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
    """Zsh and fish get commands, options and values, and are told where files may stand."""
    for words, word, wanted in (
        ("brief", "ver", ["verify", ":files"]),
        ("brief", "--dep", ["--depth"]),
        ("brief\n-f", "j", ["json", "jsonl"]),
        ("brief\n--use", "summarise=lexr", ["summarise=lexrank"]),
        ("brief", "--use=summarise=lexr", ["--use=summarise=lexrank"]),
        ("brief\nferry.txt", "ne", [":files"]),
    ):
        ran = brief(
            cwd=here,
            env={
                "_BRIEF_COMPLETE": f"complete_{shell}",
                "_BRIEF_WORDS": words,
                "_BRIEF_WORD": word,
            },
        )

        found = [re.split(r"\t|(?<!^):", line)[0].strip() for line in ran.out.splitlines()]
        assert (ran.code, ran.err) == (0, "")
        assert found == wanted


def test_broken_config_breaks_no_completion(here: Path) -> None:
    """While a config file is being edited, TAB still works, and prints no error."""
    put(here / "brief.toml", "lenght = ")

    found = offered(here, "brief -f js")

    assert found == ["json", "jsonl"]


@pytest.mark.parametrize(
    "line", ["", "brief '", "brief \\", "brief --set", "brief --set =", "brief --use =", "\x1b["]
)
def test_odd_lines_break_no_completion(here: Path, line: str) -> None:
    """Whatever is typed when TAB is pressed, there is an answer, and no error."""
    offered(here, line)


def test_odd_instructions_are_refused(here: Path) -> None:
    """A script that asks in another way is told so."""
    check_refused(brief(cwd=here, env={"_BRIEF_COMPLETE": "complete_tcsh"}), 2, "complete_tcsh")


def test_a_completion_imports_nothing_slow(here: Path) -> None:
    """TAB answers at once: what summarises and draws is not imported for it."""
    code = (
        "import os, sys; from brief.cli.app import invoke; invoke([]); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )

    ran = run(
        [sys.executable, "-c", code],
        cwd=here,
        env={"_BRIEF_COMPLETE": "complete_bash", "COMP_LINE": "brief --summariser le"},
    )

    assert {"lead", "lexrank"} <= set(ran.out.split())
    assert not {"nltk", "sumy", "numpy", "rich", "punkt", "lxml"} & set(ran.err.split())


# Installing


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with nothing in it."""
    return tmp_path_factory.mktemp("home")


def shell_environment(home: Path) -> dict[str, str]:
    """Return what an interactive shell of a user with this home needs to find brief."""
    path = f"{os.path.dirname(BRIEF)}{os.pathsep}{os.environ['PATH']}"  # noqa: PTH120
    nowhere = {"XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "ZDOTDIR": str(home)}
    return {"HOME": str(home), "PATH": path, "TERM": "dumb", "LC_ALL": "C.UTF-8", **nowhere}


def installed(shell: str, home: Path, folder: Path) -> str:
    """Install completion from *shell* and return what that says."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    # The last word keeps the shell from becoming brief itself.
    command = [shell, "-c", "brief --install-completion; true"]
    ran = run(command, cwd=folder, env=shell_environment(home))
    assert ran.err == ""
    return ran.out


def typed(shell: list[str], lines: dict[str, str], home: Path, folder: Path) -> list[str]:
    """Type each of *lines* and TAB into an interactive shell; return those not completed."""
    pty = pytest.importorskip("pty", reason="needs a terminal of the operating system")
    ours, theirs = pty.openpty()
    env = environment(shell_environment(home))
    with subprocess.Popen(
        shell, cwd=folder, env=env, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    ) as process:
        os.close(theirs)
        try:
            missing = [
                line
                for line, wanted in lines.items()
                # Ctrl-U empties the line before the next one.
                if not answered(ours, f"\x15{line}\t", wanted)
            ]
        finally:
            process.kill()
            os.close(ours)
    return missing


def answered(terminal: int, keys: str, wanted: str) -> bool:
    """Send *keys* and tell whether *wanted* is shown before patience ends."""
    os.write(terminal, keys.encode())
    seen, end = "", time.monotonic() + PATIENCE
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            seen += re.sub(r"[\x07\r]|\x1b\[[?0-9;]*[a-zA-Z]", "", os.read(terminal, 4096).decode())
    return wanted in seen


# What is typed before TAB, and what then stands there.
TYPED = {
    "brief veri": "verify ",
    "brief --dep": "--depth ",
    "brief late": "late\\ ferry.txt ",
    "brief ne": "news/",
    "brief -f jsonl --skip furn": "furniture ",
    "brief --summariser lexr": "lexrank ",
    "brief --use summarise=lexr": "summarise=lexrank ",
    "brief --set stage.lead.sen": "stage.lead.sentences=",
    "brief plugins show key-": "key-positions ",
}


@pytest.mark.parametrize(
    ("shell", "command"),
    [("bash", ["bash", "-i"]), ("zsh", ["zsh", "-i"])],
)
def test_installed_completion_works_in_the_shell(
    here: Path, home: Path, shell: str, command: list[str]
) -> None:
    """After --install-completion a new shell fills in commands, options, values and files."""
    put(here / "late ferry.txt")
    said = installed(shell, home, here)

    missing = typed(command, TYPED, home, here)

    assert said.startswith(f"{shell} completion is in {home}")
    assert missing == []


def test_installed_completion_works_in_fish(here: Path, home: Path) -> None:
    """Fish, asked what it would offer, offers the same, each with what it means."""
    put(here / "late ferry.txt")
    installed("fish", home, here)

    found = {
        line: run(
            ["fish", "-c", "complete -C $argv[1]", line], cwd=here, env=shell_environment(home)
        ).out.splitlines()
        for line in TYPED
    }

    for line, wanted in TYPED.items():
        start = wanted.replace("\\", "").strip()
        assert any(each.partition("\t")[0] == start for each in found[line]), (line, found[line])
    assert any("\t" in each for each in found["brief veri"])


def test_installing_twice_changes_nothing_more(here: Path, home: Path) -> None:
    """What stands in a start-up file stays as it is, and our line comes once."""
    put(home / ".bashrc", "alias b=brief")

    installed("bash", home, here)
    first = (home / ".bashrc").read_bytes()
    installed("bash", home, here)

    assert first == (home / ".bashrc").read_bytes()
    assert first.startswith(b"alias b=brief\nsource ")
    assert first.count(b"\n") == 2


def test_a_home_that_cannot_be_written_is_told(here: Path, home: Path) -> None:
    """An error of the system is one line, and no traceback."""
    put(home / ".bash_completions", "a file where a folder should be")
    command = ["bash", "-c", 'brief --install-completion; exit "$?"']

    ran = run(command, cwd=here, env=shell_environment(home))

    check_refused(ran, 1, "completion cannot be installed: ")


@pytest.mark.parametrize(
    ("found", "variable", "wanted"),
    [
        ("tcsh", "/bin/tcsh", "no completion for the shell 'tcsh'"),
        ("", "", "cannot tell which shell this is"),
    ],
)
def test_an_unknown_shell_is_told(
    monkeypatch: pytest.MonkeyPatch, found: str, variable: str, wanted: str
) -> None:
    """Where no shell is recognised, one line says which there are, and the way out."""

    def detect() -> tuple[str, str]:
        if not found:
            raise shellingham.ShellDetectionFailure
        return found, found

    monkeypatch.setattr(shellingham, "detect_shell", detect)
    monkeypatch.setenv("SHELL", variable)

    with pytest.raises(UsageError) as caught:
        detected("--install-completion")

    assert str(caught.value).startswith(f"--install-completion: {wanted}; there is one for bash, ")
    assert str(caught.value).endswith("SHELL=bash brief --install-completion")


def test_the_users_shell_stands_in_for_one_that_is_not_recognised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """From a script of another shell, completion is for the shell that the user has."""
    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("dash", "dash"))
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")

    assert detected("--install-completion") == "zsh"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_the_shell(here: Path, shell: str) -> None:
    """Each shell gets a script that asks brief as that shell asks, and that it can read."""
    ran = brief(cwd=here, env={"_BRIEF_COMPLETE": f"source_{shell}"})

    assert (ran.code, ran.err) == (0, "")
    assert f"_BRIEF_COMPLETE=complete_{shell}" in ran.out
    if shutil.which(shell) is not None:
        put(here / "script", ran.out)
        assert run([shell, "-n", "script"], cwd=here) == Ran(0, "", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_script_is_shown_on_request(here: Path) -> None:
    """`brief --show-completion` prints the script of the shell it is typed in."""
    ran = run(["bash", "--norc", "-c", '"$0" --show-completion; exit "$?"', BRIEF], cwd=here)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == brief(cwd=here, env={"_BRIEF_COMPLETE": "source_bash"}).out
