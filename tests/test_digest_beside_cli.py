"""What `brief digest` says beside its stories: left out, how articles were read, a lost state."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli_helpers import FERRY, ORCHARD, check_refused, put
from test_digest_cli import digest, line, statuses

GALLERY = "Photo: Sanna Orr/Tarnby Times\n\nShare this article\n\nSubscribe to our newsletter\n"


def test_an_article_of_which_nothing_is_left_is_no_story(tmp_path: Path) -> None:
    """A gallery is named among the notices, is no failure, and is not remembered as shown."""
    put(tmp_path / "gallery.txt", GALLERY)
    put(tmp_path / "a.jsonl", line("1", FERRY))

    ran = digest(tmp_path, "gallery.txt", "a.jsonl", "-f", "json", "--state", "s")

    assert ran.code == 0, ran.err
    assert statuses(ran.document) == {"Ferry": "new"}
    assert ran.document["failures"] == []
    assert ran.document["notices"] == [
        {
            "code": "B701",
            "message": "left out, for cleaning left no sentence: 1 article: gallery.txt",
        }
    ]


def test_how_articles_were_read_is_said_once(tmp_path: Path) -> None:
    """A time without a zone is a line at the end with a count, not one in each story."""
    bare = "2026-03-02T08:00:00"
    lines = line("1", FERRY, published=bare, outlet="Coast Post")
    put(tmp_path / "a.jsonl", lines + line("2", ORCHARD, published=bare, outlet="Tarn News"))

    text = " ".join(digest(tmp_path, "a.jsonl").out.split())
    document = digest(tmp_path, "a.jsonl", "-f", "json").document

    said = "published time has no zone: read as UTC"
    assert text.count("published time has no zone") == 1
    assert f"{said} (2 articles: Coast Post, Tarn News) (B103)" in text
    for story in document["stories"]:
        assert [each["code"] for each in story["articles"][0]["notices"]] == ["B103"]


@pytest.mark.parametrize(
    ("source", "more", "code"),
    [
        ("empty", (), 0),
        ("empty", ("--exit-nothing-new",), 5),
        ("empty", ("--strict",), 1),
        ("nowhere/*.txt", (), 0),
        ("nowhere.txt", (), 1),
    ],
)
def test_a_day_on_which_nothing_came_is_no_failure(
    tmp_path: Path, source: str, more: tuple[str, ...], code: int
) -> None:
    """A folder without an article ends with 0 and a page that says so; a missing file with 1."""
    (tmp_path / "empty").mkdir()

    ran = digest(tmp_path, source, "-o", "page.md", *more)

    assert ran.code == code, ran.err
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "Nothing new." in page
    assert source.partition("/")[0] in page


def test_a_state_that_cannot_be_written_is_told_with_what_follows(tmp_path: Path) -> None:
    """The page is out and stays; one line says that the next run repeats it, and it does."""
    put(tmp_path / "a.jsonl", line("1", FERRY))
    assert digest(tmp_path, "a.jsonl", "-o", "first.md", "--state", "s").code == 0
    put(tmp_path / "a.jsonl", line("1", FERRY) + line("2", ORCHARD))
    refuse = "CREATE TRIGGER full BEFORE INSERT ON stories BEGIN SELECT RAISE(ABORT, 'full'); END"
    with closing(sqlite3.connect(tmp_path / "s")) as state:
        state.execute(refuse)

    ran = digest(tmp_path, "a.jsonl", "-o", "page.md", "--state", "s")
    with closing(sqlite3.connect(tmp_path / "s")) as state:
        state.execute("DROP TRIGGER full")
    again = digest(tmp_path, "a.jsonl", "-f", "json", "--state", "s")

    check_refused(ran, 1, "s: the state cannot be used", "the next run tells it again")
    assert "Frost takes half" in (tmp_path / "page.md").read_text("utf-8")
    assert statuses(again.document) == {"Ferry": "continuing", "Frost": "new"}
