"""What people see: colours, widths, and nothing that acts on their terminal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from brief.builtin.renderers.wrap import cells
from cli_helpers import BRIEF, PATIENCE, brief, check_refused, environment, put, records, run

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with an article."""
    put(tmp_path / "ferry.txt")
    return tmp_path


def on_terminal(
    folder: Path, *args: str, columns: int = 80, env: Mapping[str, str] | None = None
) -> str:
    """Return what `brief ARGS` prints on a terminal of *columns*."""
    pty = pytest.importorskip("pty")
    fcntl = pytest.importorskip("fcntl")
    termios = pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, size(columns))
    with subprocess.Popen(
        [BRIEF, *args],
        cwd=folder,
        env=environment({"TERM": "xterm-256color", **(env or {})}),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.STDOUT,
    ) as process:
        os.close(theirs)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that nobody writes to it any more
                break
            if not piece:
                break
            pieces.append(piece)
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def size(columns: int) -> bytes:
    """Return the size of a terminal as the system wants it: rows, columns, pixels."""
    return b"".join(each.to_bytes(2, sys.byteorder) for each in (24, columns, 0, 0))


def test_terminal_is_coloured_and_a_pipe_is_not(here: Path) -> None:
    """Colour is for eyes: on a terminal, not in a pipe, and the text is the same."""
    shown = on_terminal(here, "ferry.txt")

    piped = brief("ferry.txt", cwd=here).out
    assert SGR.search(shown)
    assert "\x1b" not in piped
    assert SGR.sub("", shown) == piped


@pytest.mark.parametrize(
    ("args", "env"),
    [
        ([], {"NO_COLOR": "1"}),
        ([], {"TERM": "dumb"}),
        (["--color", "never"], {}),
        (["--color=never"], {"FORCE_COLOR": "1"}),
    ],
)
def test_terminal_without_colour(here: Path, args: list[str], env: dict[str, str]) -> None:
    """NO_COLOR, a dumb terminal and --color never each take the colours away."""
    shown = on_terminal(here, *args, "ferry.txt", env=env)

    assert shown == brief("ferry.txt", cwd=here).out


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (["--color", "always"], {}),
        (["--color", "always"], {"NO_COLOR": "1"}),
        ([], {"FORCE_COLOR": "1"}),
    ],
)
def test_pipe_with_colour(here: Path, args: list[str], env: dict[str, str]) -> None:
    """--color always, which goes before NO_COLOR, and FORCE_COLOR colour a pipe too."""
    ran = brief(*args, "ferry.txt", cwd=here, env=env)

    assert SGR.search(ran.out)
    assert SGR.sub("", ran.out) == brief("ferry.txt", cwd=here).out


def test_no_colour_goes_before_force_colour(here: Path) -> None:
    """Where both variables are set, there is no colour."""
    ran = brief("ferry.txt", cwd=here, env={"NO_COLOR": "1", "FORCE_COLOR": "1"})

    assert "\x1b" not in ran.out


def test_empty_no_color_means_nothing(here: Path) -> None:
    """NO_COLOR that is set to nothing does not count (no-color.org)."""
    assert SGR.search(on_terminal(here, "ferry.txt", env={"NO_COLOR": ""}))


def test_json_is_never_coloured(here: Path) -> None:
    """JSON has no colours, whatever is asked for."""
    shown = on_terminal(here, "--color", "always", "-f", "jsonl", "ferry.txt")

    assert "\x1b" not in shown
    assert json.loads(shown)["schema_version"] == 1


def test_saved_text_is_never_coloured(here: Path) -> None:
    """A file gets no colours from a terminal that happens to be there."""
    on_terminal(here, "-o", "out.txt", "ferry.txt")

    assert (here / "out.txt").read_text(encoding="utf-8") == brief("ferry.txt", cwd=here).out


@pytest.mark.parametrize("columns", [20, 40, 60, 100, 300])
def test_terminal_is_as_wide_as_it_is(here: Path, columns: int) -> None:
    """Lines fit the terminal, from 40 to 100 columns."""
    shown = SGR.sub("", on_terminal(here, "--depth", "full", "ferry.txt", columns=columns))

    longest = max(map(cells, shown.splitlines()))
    assert longest <= max(40, min(columns, 100))
    if 40 <= columns <= 100:
        assert longest > columns - 15


HOSTILE = (
    "Ferry\x1b]0;owned\x07 suspended\x1b[2J again\n\n"
    "The \x1b[31mferry\x1b[0m was stopped\x9b1A on Monday after a fire\u202e in its room.\n\n"
    '"We will \x1b]8;;http://x.example\x1b\\not sail\x00\x08," said Ines \x1b[1mDahl\r\n'
)


@pytest.mark.parametrize(
    "args",
    [[], ["--why", "--show-removed"], ["-f", "json", "--with-text"], ["-f", "jsonl"]],
)
def test_escape_sequences_in_text_never_reach_the_terminal(tmp_path: Path, args: list[str]) -> None:
    """No article can move the cursor, set a title, hide words or turn them round."""
    put(tmp_path / "in.json", json.dumps({"text": HOSTILE, "title": HOSTILE, "outlet": "\x1b[5m"}))

    ran = brief(*args, "in.json", cwd=tmp_path)

    assert ran.code == 0
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.out)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.err)


def test_escape_sequences_in_names_never_reach_the_terminal(tmp_path: Path) -> None:
    """Nor can the name of a file, there or missing, in any command."""
    name = "a\x1b[2Jb\nbrief: all is well\u202e.txt"
    put(tmp_path / name)

    printed = brief(name, cwd=tmp_path)
    runs = [
        brief(f"x{name}", cwd=tmp_path),
        brief("-f", name, "x", cwd=tmp_path),
        brief(f"--{name}", cwd=tmp_path),
        brief("-o", f"{name}/x.txt", name, cwd=tmp_path),
        brief("-j", name, "x", cwd=tmp_path),
        brief("-c", name + "x", "x", cwd=tmp_path),
        brief("-p", f"./{name}.py", "x", cwd=tmp_path),
        brief("verify", name, cwd=tmp_path),
        brief("plugins", "show", name, cwd=tmp_path),
        brief("plugins", name, cwd=tmp_path),
    ]

    assert printed.code == 0
    assert "\x1b" not in printed.out
    assert "\u202e" not in printed.out
    assert "\nbrief: all is well" not in printed.out
    for each in runs:
        check_refused(each, each.code)
        assert each.code in {1, 2, 5}


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path, locale: str) -> None:
    """A locale that knows only ASCII neither breaks a run nor changes its bytes."""
    put(tmp_path / "pont.txt", "Le pont — « fermé » — rouvre à Valmorel dès lundi, dit Élise.")

    ran = brief(
        "pont.txt",
        "né.txt",
        cwd=tmp_path,
        env={"LC_ALL": locale, "LANG": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    )

    assert ran.code == 1
    assert "Le pont — « fermé » — rouvre à Valmorel" in ran.out
    assert len(ran.errors) == 1
    assert "no such file" in ran.err


def test_progress_stays_off_a_pipe(tmp_path: Path) -> None:
    """Nothing is told about progress where standard error is no terminal."""
    put(tmp_path / "many.jsonl", records(50))

    ran = run([BRIEF, "-o", "out.txt", "many.jsonl"], cwd=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, "", "")
