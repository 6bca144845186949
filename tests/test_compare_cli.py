"""`brief compare`: one story of the articles given."""

from __future__ import annotations

from pathlib import Path

from cli_helpers import ORCHARD, brief, check_refused, names, put

OTHER = """\
Islanders cut off as boat burns
By Odd Lie

A fire on board has stopped the boat to Orlund, and nobody knows for how long.

About 1,400 people live on the island. Its mayor, Peter Aas, wants a second boat at once.

The owner of the boat, Nordsund Lines, says that divers will look at the hull on Wednesday.
"""


def test_two_reports_are_one_story(tmp_path: Path) -> None:
    """Whatever the articles tell, they are one story, and nothing is left behind on the disk."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", ORCHARD)

    ran = brief("compare", "--isolated", "a.txt", "b.txt", "-f", "json", cwd=tmp_path)

    assert ran.code == 0, ran.err
    assert [len(each["articles"]) for each in ran.document["stories"]] == [2]
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_what_two_outlets_say_stands_side_by_side(tmp_path: Path) -> None:
    """Both reports are named, and a line of each with the place where it stands."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", OTHER)

    ran = brief("compare", "--isolated", "a.txt", "b.txt", "-f", "text", cwd=tmp_path)

    assert ran.code == 0, ran.err
    assert "2 reports" in ran.out
    assert "a.txt, line " in ran.out
    assert "b.txt, line " in ran.out


def test_the_comparison_is_saved_by_its_suffix(tmp_path: Path) -> None:
    """-o page.html writes a page, and standard output stays empty."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", OTHER)

    ran = brief("compare", "--isolated", "a.txt", "b.txt", "-o", "page.html", cwd=tmp_path)

    assert (ran.code, ran.out) == (0, ""), ran.err
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_one_article_is_nothing_to_compare(tmp_path: Path) -> None:
    """A single article is refused in a line that says how many it takes."""
    put(tmp_path / "a.txt")

    ran = brief("compare", "--isolated", "a.txt", cwd=tmp_path)

    check_refused(ran, 2, "compare takes two articles or more, not 1")


def test_a_source_that_fails_is_told_and_counts(tmp_path: Path) -> None:
    """Two of three are compared; the third is named, and the exit code is 1."""
    put(tmp_path / "a.txt")
    put(tmp_path / "b.txt", OTHER)

    ran = brief("compare", "--isolated", "a.txt", "b.txt", "gone.txt", cwd=tmp_path)

    assert ran.code == 1
    assert "gone.txt" in ran.out
    assert "gone.txt" in ran.err
