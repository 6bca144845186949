"""Tables of plugins and settings: wrapped for people, a row a line for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_helpers import brief, put
from test_terminal_cli import on_terminal

KINDS = ("stages", "loaders", "formats", "executors")


def margin(header: str) -> str:
    """Return the white space before the last column, which depends on what is installed."""
    return " " * header.index("ADDS")


def test_last_column_is_wrapped_on_a_terminal(tmp_path: Path) -> None:
    """What a plugin adds stays in its column, and no line is wider than the terminal."""
    shown = on_terminal(tmp_path, "plugins", "--isolated", columns=72).splitlines()

    piped = brief("plugins", "--isolated", cwd=tmp_path).out
    wrapped = [line for line in shown if line.startswith(margin(shown[0]))]
    assert max(map(len, shown)) <= 72
    assert len(wrapped) > 2
    assert not any(line.removeprefix(margin(shown[0])).startswith(" ") for line in wrapped)
    assert " ".join(" ".join(shown).split()) == " ".join(piped.split())


def test_a_row_is_a_line_for_programs(tmp_path: Path) -> None:
    """`brief plugins | grep lexrank` finds the plugin, whatever the width of the terminal."""
    ran = brief("plugins", "--isolated", cwd=tmp_path, env={"COLUMNS": "40"})

    (line,) = [each for each in ran.out.splitlines() if "lexrank" in each]
    assert line.startswith("brief ")


def test_what_a_plugin_adds_is_grouped_by_kind(tmp_path: Path) -> None:
    """On a terminal stages, loaders, formats and executors each start a line of their own."""
    shown = on_terminal(tmp_path, "plugins", "--isolated", "--no-plugins", columns=100)

    starts = [line[shown.index("ADDS") :].split(" ")[0] for line in shown.splitlines()[1:]]
    assert [each for each in starts if each in KINDS] == list(KINDS)


@pytest.mark.parametrize("command", ["plugins", "stages"])
def test_a_narrow_terminal_gets_a_block_a_row(tmp_path: Path, command: str) -> None:
    """Where no room is left for the last column, it stands below the others."""
    shown = on_terminal(tmp_path, command, "--isolated", columns=40).splitlines()

    assert max(map(len, shown)) <= 40
    piped = brief(command, "--isolated", cwd=tmp_path).out
    assert " ".join(" ".join(shown).split()) == " ".join(piped.split())
    assert any(line.startswith("    ") for line in shown)


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("name", ["brief", "lexrank", "text", "furniture", "html", "processes"])
def test_a_page_on_one_thing_fits_the_terminal(tmp_path: Path, name: str, columns: int) -> None:
    """What is shown of a plugin, or of anything it adds, is wrapped between words."""
    shown = on_terminal(tmp_path, "plugins", "show", name, "--no-plugins", columns=columns)

    for line in shown.splitlines():
        assert len(line) <= columns or " " not in line.strip()
    assert "*" not in shown


def test_what_is_known_of_a_stage_is_told_as_facts(tmp_path: Path) -> None:
    """Phase, use, cost and source come first, then the description, then each option."""
    put(tmp_path / "tides.py", TIDES)

    page = brief("plugins", "show", "tides", "-p", "./tides.py", cwd=tmp_path).out

    assert page[page.index("stage tides (") :] == SHOWN


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("lexrank", "--summariser lexrank"),
        ("sentences", "--use split=sentences"),
        ("furniture", "runs by itself; --skip furniture leaves it out"),
        ("jsonl", "-f jsonl"),
        ("template", "--template FILE"),
        ("records", "--loader records"),
        ("processes", "--executor processes"),
    ],
)
def test_a_page_says_how_its_thing_is_used(tmp_path: Path, name: str, use: str) -> None:
    """Whoever has found something can use it without looking further."""
    page = brief("plugins", "show", name, "--no-plugins", cwd=tmp_path).out

    assert f"use: {use}" in page.splitlines()


def test_stages_left_out_in_a_file_stay_out(tmp_path: Path) -> None:
    """A list in brief.toml holds where the command line says nothing, and gives way to it."""
    put(tmp_path / "brief.toml", 'skip = ["repeats"]\n')

    by_file, by_flag = (
        brief("stages", *words, cwd=tmp_path).out.splitlines()
        for words in ([], ["--skip", "parties"])
    )

    assert [line for line in by_file if "repeats" in line and " no " in line]
    assert [line for line in by_file if "parties" in line and " yes" in line]
    assert [line for line in by_flag if "repeats" in line and " yes" in line]
    assert [line for line in by_flag if "parties" in line and "no (--skip)" in line]


TIDES = '''\
from dataclasses import dataclass
from brief import Phase, Stage, hookimpl


@dataclass(frozen=True)
class Tides:
    """Says when the tide turns.

    Only at the *places* named; *least* is the height in metres
    from which a tide counts.

    Cost: a look at each sentence, so twice the text takes twice the time, however many places
    there are.

    Source: The harbour office (1931), Tables of the tides.
    """

    places: tuple[str, ...] = ("quay",)
    least: float = 0.5

    def __call__(self, brief, context):
        return brief


@hookimpl
def brief_stages():
    return [Stage("tides", Tides(), Phase.MARK, honours=("focus",))]
'''

SHOWN = """\
stage tides (plugin tides)
phase: mark
honours: focus
use: runs by itself; --skip tides leaves it out
cost: a look at each sentence, so twice the text takes twice the time, however
      many places there are.
source: The harbour office (1931), Tables of the tides.

Says when the tide turns.

Only at the places named; least is the height in metres from which a tide
counts.

Options ([stage.tides] in brief.toml, or --set stage.tides.NAME=VALUE):
  option places = ["quay"] (a list)
      Only at the places named
  option least = 0.5 (a number)
      least is the height in metres from which a tide counts
"""
