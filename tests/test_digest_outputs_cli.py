"""Where `brief digest` writes: several outputs of one run, formats before a path, a whole site."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from cli_helpers import FERRY, ORCHARD, Ran, brief, check_refused, names, put
from test_digest_cli import digest, line, statuses


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two articles."""
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))
    return tmp_path


def told(folder: Path, *more: str) -> Ran:
    """Run a digest of the two articles on a day."""
    return digest(folder, "a.jsonl", "--date", "2026-03-02", *more)


def test_one_run_writes_every_output_and_tells_the_same_in_each(folder: Path) -> None:
    """The second output is not the second digest: what is new in one is new in all."""
    ran = told(folder, "-o", "page.json", "-o", "site/", "-o", "digest.md", "-o", "github:summary")

    assert ran.code == 0, ran.err
    page = json.loads((folder / "page.json").read_text("utf-8"))
    assert set(statuses(page).values()) == {"new"}
    for name in ("digest.md", "summary", "site/2026-03-02.html"):
        assert "2 stories: 2 new" in (folder / name).read_text("utf-8")
    assert names(folder) == [
        "a.jsonl", "digest.md", "page.json", "page.json.state", "page.json.state-lock", "site",
        "summary",
    ]  # fmt: skip


def test_a_digest_is_printed_beside_what_is_written(folder: Path) -> None:
    """`-o -` is one output among others, in a format of its own."""
    ran = told(folder, "-o", "page.html", "-o", "md:-")

    assert ran.out.startswith("# News digest")
    assert (folder / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_format_before_the_path_wins_over_suffix_and_option(folder: Path) -> None:
    """`-f` counts for outputs that name no format."""
    ran = told(folder, "-f", "md", "-o", "json:a.txt", "-o", "b.txt")

    assert ran.code == 0, ran.err
    assert json.loads((folder / "a.txt").read_text("utf-8"))["day"] == "2026-03-02"
    assert (folder / "b.txt").read_text("utf-8").startswith("# News digest")


def test_outputs_of_the_configuration_are_a_path_or_a_list(folder: Path) -> None:
    """`output` may be a list, from the folder of its file, whatever the run's own folder is."""
    put(
        folder / "desk" / "brief.toml",
        '[digest]\noutput = ["site/", "md:today"]\n[digest.sections]\nAll = ["../a.jsonl"]\n',
    )
    ran = brief("digest", "-c", "desk/brief.toml", cwd=folder)
    looked_for = brief("digest", cwd=folder / "desk")

    assert (ran.code, looked_for.code) == (0, 0), ran.err + looked_for.err
    assert names(folder / "desk") == [
        "brief.toml", "site", "site.state", "site.state-lock", "today",
    ]  # fmt: skip
    assert "2 continuing" in looked_for.err


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX files")
@pytest.mark.parametrize("order", [("page.html", "taken/b.md"), ("taken/b.md", "page.html")])
def test_where_one_output_cannot_be_written_nothing_was_shown(
    folder: Path, order: tuple[str, str]
) -> None:
    """The state moves on when all outputs are out, in whatever order they are named."""
    put(folder / "taken", "a file")
    outputs = [word for path in order for word in ("-o", path)]

    ran = told(folder, *outputs, "--state", "s")
    again = told(folder, "-f", "json", "--state", "s", "--dry-run")

    check_refused(ran, 1, "taken")
    assert set(statuses(again.document).values()) == {"new"}


def test_nothing_is_written_where_one_output_is_an_input(folder: Path) -> None:
    """What would be refused is known before the first file is written."""
    ran = told(folder, "-o", "page.html", "-o", "json:a.jsonl", "--state", "s")

    check_refused(ran, 1, "a.jsonl", "is an input")
    assert not (folder / "page.html").exists()


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (("markdown:a",), "no format 'markdown'"),
        (("jsn:a",), "did you mean 'json'"),
        (("github:",), "-o github: needs the name of a file"),
        (("",), "-o needs the name of a file"),
        (("a.md", "./a.md"), "./a.md is named twice"),
        (("-", "md:-"), "standard output is named twice"),
        (("{date}.md",), "no fields in braces"),
    ],
)
def test_outputs_that_cannot_be_are_said_in_a_line(
    folder: Path, outputs: tuple[str, ...], said: str
) -> None:
    """The line quotes the words that are wrong, and no file is made."""
    ran = told(folder, *(word for each in outputs for word in ("-o", each)))

    check_refused(ran, 2, said)
    assert names(folder) == ["a.jsonl"]


def test_a_format_named_for_a_site_is_warned_of(folder: Path) -> None:
    """A folder gets pages and feeds, and who asks for anything else there is told."""
    named, option = told(folder, "-o", "md:site/"), told(folder, "-f", "md", "-o", "site/")

    assert named.err.startswith("brief: warning: md: before site/ does nothing: a folder is a site")
    assert option.err.startswith("brief: warning: --format does nothing: a folder is a site")
    assert "2026-03-02.html" in names(folder / "site")


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks of POSIX")
def test_what_a_killed_run_left_goes_with_the_next(folder: Path) -> None:
    """A temporary file that nobody writes any more is removed from each folder written to."""
    for place in (folder, folder / "site"):
        put(place / ".brief-0123456789abcdef.tmp", "half a pa")

    told(folder, "-o", "site/", "-o", "page.md")

    left = [*names(folder), *names(folder / "site")]
    assert [name for name in left if name.endswith(".tmp")] == []
