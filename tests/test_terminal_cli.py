"""What people see: colours, widths, and nothing that acts on their terminal."""

from __future__ import annotations

import json
import os
import re
import signal
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
    folder: Path,
    *args: str,
    columns: int = 80,
    env: Mapping[str, str] | None = None,
    code: int = 0,
    until: str | None = None,
) -> str:
    """Return what `brief ARGS` prints on a terminal of *columns*, and check its exit code.

    It is interrupted, as by Ctrl-C, once it has printed *until*.
    """
    pty = pytest.importorskip("pty", reason="needs a terminal of the operating system")
    fcntl = pytest.importorskip("fcntl", reason="no file locks of this kind on this system")
    termios = pytest.importorskip("termios", reason="needs a terminal of the operating system")
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
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that nobody writes to it any more
                break
            if not piece:
                break
            printed += piece
            if until is not None and until.encode() in printed:
                process.send_signal(signal.SIGINT)
                until = None
        assert process.wait(PATIENCE) == code
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


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


@pytest.mark.parametrize("columns", [20, 40, 60, 100, 109, 110, 120, 300])
def test_terminal_is_as_wide_as_it_is(here: Path, columns: int) -> None:
    """Lines fit the terminal, from 40 columns on, and no text is too wide to read."""
    shown = SGR.sub("", on_terminal(here, "--depth", "full", "ferry.txt", columns=columns))

    longest = max(map(cells, shown.splitlines()))
    assert longest <= max(40, min(columns, 100 if columns < 110 else 125))
    if 40 <= columns <= 110:
        assert longest > columns - 15
    texts = [line.split("[ferry.txt")[0].rstrip() for line in shown.splitlines()]
    assert max(map(cells, texts)) <= 100


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


# Progress


BAR = re.compile(r"(\d+) of (\d+) articles")
ERASED = "\x1b[2K"
SHOW_CURSOR, HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
# Slow enough for a bar to be shown, however fast the machine.
SLOW = """\
import time
from brief import Phase, Stage, hookimpl


def nap(brief, context):
    time.sleep(0.4)
    return brief


@hookimpl
def brief_stages():
    return [Stage("nap", nap, Phase.FINISH)]
"""


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A folder with a file of six articles, and a stage that takes its time."""
    put(tmp_path / "slow.py", SLOW)
    put(tmp_path / "six.jsonl", records(6))
    return tmp_path


def test_whoever_waits_sees_how_far_a_run_is(slow: Path) -> None:
    """On a terminal a bar counts the articles, names the last, and is gone at the end."""
    shown = on_terminal(slow, "-p", "./slow.py", "six.jsonl", "-o", "out.txt")

    counts = [(int(done), int(whole)) for done, whole in BAR.findall(SGR.sub("", shown))]
    assert counts
    assert counts == sorted(counts)
    assert {whole for _, whole in counts} == {6}
    assert "six.jsonl#5" in shown
    assert shown.rindex(ERASED) > shown.rindex("articles")
    assert shown.rindex(SHOW_CURSOR) > shown.rindex(HIDE_CURSOR)


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["-q"], {}),
        ([], {"TERM": "dumb"}),
        (["-vv"], {}),
    ],
)
def test_progress_that_nobody_wants_is_not_shown(
    slow: Path, words: list[str], env: dict[str, str]
) -> None:
    """-q, a dumb terminal, and -vv, whose tracebacks would run into it, each take it away."""
    shown = on_terminal(slow, "-p", "./slow.py", *words, "six.jsonl", "-o", "out.txt", env=env)

    assert "of 6" not in shown
    assert "\x1b" not in shown


def test_short_runs_show_no_progress(here: Path) -> None:
    """Whoever need not wait sees no bar flash up, and rich is not imported for it."""
    put(here / "many.jsonl", records(2))

    shown = on_terminal(here, "many.jsonl", "-o", "out.txt")

    assert shown == ""


def test_failures_stand_above_the_bar(slow: Path) -> None:
    """An error is a line of its own, whole, while the bar goes on below."""
    put(slow / "six.jsonl", records(4) + "no record\n" + records(3))

    shown = on_terminal(
        slow, "-p", "./slow.py", "six.jsonl", "-o", "out.txt", "--color", "never", code=1
    )

    before, after = shown.split("brief: six.jsonl#5: ")
    assert before.removesuffix(SHOW_CURSOR).endswith(ERASED)
    assert after.split("\n")[1:] != [""]
    assert "1 failed" in after
    assert "1 failed" not in before
    assert set(SGR.findall(shown)) <= {"\x1b[0m", "\x1b[2m"}


def test_the_product_and_the_bar_share_a_terminal(slow: Path) -> None:
    """Where both go to one screen, no brief has a piece of the bar in it."""
    shown = on_terminal(slow, "-p", "./slow.py", "six.jsonl")

    assert BAR.search(SGR.sub("", shown))
    assert screen(shown) == brief("-p", "./slow.py", "six.jsonl", cwd=slow).out


def screen(shown: str) -> str:
    """Return what stands on a terminal after *shown*: what was erased is not there."""
    lines = [""]
    for piece in re.split(r"(\x1b\[[?0-9;]*[a-zA-Z]|\n|\r)", shown):
        if piece == "\n":
            lines.append("")
        elif piece == "\x1b[1A":
            lines.pop()
        elif piece == ERASED:
            lines[-1] = ""
        elif not piece.startswith(("\x1b", "\r")):
            lines[-1] += piece
    return "\n".join(lines)


def test_interrupted_progress_gives_the_terminal_back(slow: Path) -> None:
    """Ctrl-C takes the bar away, shows the cursor again, and writes no more."""
    shown = on_terminal(
        slow, "-p", "./slow.py", "six.jsonl", "-o", "out.txt", code=130, until="articles"
    )

    assert shown.rindex(SHOW_CURSOR) > shown.rindex(HIDE_CURSOR)
    assert shown.rindex(ERASED) > shown.rindex("articles")
    assert screen(shown).strip() == ""


def test_names_in_the_bar_are_harmless(tmp_path: Path) -> None:
    """A file cannot act on the terminal, or colour it, by what it is called."""
    put(tmp_path / "slow.py", SLOW)
    for number in range(5):
        put(tmp_path / "in" / f"{number}\x1b[2J[red]x[/red]\u202e.txt")

    shown = on_terminal(tmp_path, "-p", "./slow.py", "in", "-o", "out.txt")

    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown
    assert "[red]x[/red]" in shown
    assert re.search(r"4\D* of \D*5 articles", SGR.sub("", shown)) or BAR.search(SGR.sub("", shown))


def test_an_unknown_number_is_not_made_up(slow: Path) -> None:
    """A JSON document tells its number of articles at its end: till then there is no whole."""
    articles = [json.loads(line) for line in records(6).splitlines()]
    put(slow / "six.json", json.dumps(articles))

    shown = SGR.sub("", on_terminal(slow, "-p", "./slow.py", "six.json", "-o", "out.txt"))

    assert re.search(r"\d articles", shown)
    assert not BAR.search(shown)
    assert "left" not in shown


# What is told with -v and -vv


def test_more_is_told_of_a_run(here: Path) -> None:
    """-v says what the run is made of, what was set where, and what became of each article."""
    put(here / "short.txt", "Rain fell.")

    ran = brief(
        "-v", "-n", "2", "--no-plugins", "ferry.txt", "short.txt", cwd=here, env={"BRIEF_WHY": "1"}
    )

    assert ran.code == 0
    quiet = brief("-n", "2", "--no-plugins", "--why", "ferry.txt", "short.txt", cwd=here)
    assert ran.out == quiet.out
    assert ran.errors[0].startswith("brief: stages ")
    assert ran.errors[0].endswith("; format text; executor serial")
    assert "brief: length = '2' (--length)" in ran.errors
    assert "brief: why = True (BRIEF_WHY)" in ran.errors
    assert ran.errors[-3] == "brief: ferry.txt: briefed"
    assert re.fullmatch(r"brief: short\.txt: briefed(, notices B\d{3})?", ran.errors[-2])
    assert ran.errors[-1].startswith("brief: 2 briefed, 0 failed, ")


FAILING = """\
from brief import Loader, Phase, Stage, hookimpl


def rain(brief, context):
    raise ValueError("wet \\x1b[2J")


def snow(source, context):
    raise ValueError("cold")
    yield


@hookimpl
def brief_stages():
    return [Stage("rain", rain, Phase.FINISH)]


@hookimpl
def brief_loaders():
    return [Loader("snow", snow, lambda source, first: source.endswith(".snow"))]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_tracebacks_of_plugins_are_shown_on_request(here: Path, jobs: str) -> None:
    """-vv shows where a stage or loader failed; the product and the exit code stay the same."""
    put(here / "failing.py", FAILING)
    put(here / "a.snow", "x")
    words = ["-p", "./failing.py", "ferry.txt", "a.snow", "-j", jobs]

    quiet, told = brief(*words, cwd=here), brief("-vv", *words, cwd=here)

    assert (quiet.code, quiet.out) == (told.code, told.out) == (1, quiet.out)
    assert "Traceback" not in quiet.err
    assert told.err.count("Traceback (most recent call last):") == 2
    assert 'failing.py", line 5, in rain' in told.err
    assert 'failing.py", line 9, in snow' in told.err
    assert "tracing.py" not in told.err
    assert "\x1b" not in told.err


def test_a_file_that_is_not_there_is_no_traceback(here: Path) -> None:
    """What users can mend themselves is one line, however much is asked to be told."""
    ran = brief("-vv", "none.txt", cwd=here)

    assert "brief: none.txt: no such file" in ran.errors
    assert "Traceback" not in ran.err
