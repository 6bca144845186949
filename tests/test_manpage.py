"""The man page says what --help says, and man can read it."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.metadata import files

import pytest
import typer

import generate_man
from brief.cli import HOMES
from brief.cli.app import build
from brief.settings import SETTINGS

PAGE = generate_man.PAGE


@pytest.mark.skipif(
    not typer.__version__.startswith("0.28"),
    reason="options are worded by typer; the page shows those of the newest one allowed",
)
def test_the_man_page_is_fresh() -> None:
    """Whoever reads `man brief` reads about the brief that is installed."""
    assert PAGE.read_text(encoding="utf-8") == generate_man.page(), (
        "run python tests/generate_man.py"
    )


def test_the_man_page_names_everything() -> None:
    """Each command, option, exit code and variable has its place."""
    text = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    options = {flag for param in build("run").params for flag in param.opts if flag[0] == "-"}

    assert [name for name in HOMES if f"\\fB{name}\\fR" not in text] == []
    assert [flag for flag in options if not re.search(rf"[B ]{flag}\b", text)] == []
    assert [each.variable for each in SETTINGS.values() if each.variable not in text] == []
    assert [
        code for code in ("0", "1", "2", "3", "5", "130") if f"\\fB{code}\\fR" not in text
    ] == []


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="needs mandoc to lint the page")
def test_mandoc_has_nothing_against_the_page() -> None:
    """Not even a matter of style."""
    done = subprocess.run(
        ["mandoc", "-Tlint", "-Wstyle", str(PAGE)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a-b", "a\\-b"),
        (".starts with a dot", "\\&.starts with a dot"),
        ("'quoted'", "\\&\\(aqquoted\\(aq"),
        ("back\\slash", "back\\eslash"),
        ("`brief -f json`", "\\fBbrief \\-f json\\fR"),
    ],
)
def test_nothing_in_a_help_text_is_a_request(text: str, wanted: str) -> None:
    """A dot, a quotation mark or a backslash is what it is, for roff too."""
    assert generate_man.escaped(text) == wanted


def test_the_wheel_installs_the_page() -> None:
    """`man brief` finds it where pip has put it."""
    installed = [str(each) for each in files("brief-news") or ()]
    if not any(name.endswith("share/man/man1/brief.1") for name in installed):
        pytest.skip("installed in place: only a wheel carries the page")
    (page,) = [each for each in files("brief-news") or () if each.name == "brief.1"]

    assert page.read_text(encoding="utf-8") == PAGE.read_text(encoding="utf-8")
