"""Tables of plugins and settings: wrapped for people, a row a line for programs."""

from __future__ import annotations

from pathlib import Path

from cli_helpers import brief
from test_terminal_cli import on_terminal


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

    (line,) = [each for each in ran.out.splitlines() if "stage lexrank" in each]
    assert line.startswith("brief ")


def test_a_narrow_terminal_wraps_by_itself(tmp_path: Path) -> None:
    """Where no room is left for the last column, it is not squeezed into a few letters."""
    shown = on_terminal(tmp_path, "plugins", "--isolated", columns=40).splitlines()

    assert not any(line.startswith(margin(shown[0])) for line in shown)
