"""The table of word counts: made by a command, the same bytes each time, and small to read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import brief
from brief.stories.background import background

ARTICLES = [
    {"title": "Ferry aground", "text": "The ferry ran aground off Pellworth with 212 aboard."},
    {"title": "Ferries", "text": "The ferries' owner said the coastguard had 1,200 calls in 2026."},
    {"text": "A mayor denied the charge."},
]


def count(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command and return what became of it."""
    command = [sys.executable, "-m", "brief.training.background", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_words_are_counted_by_article(tmp_path: Path) -> None:
    """A word counts once in an article, its plural with it; rare words and numbers are left out."""
    articles, table = tmp_path / "articles.jsonl", tmp_path / "table.txt"
    articles.write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")

    done = count(articles, "-o", table)

    assert done.returncode == 0, done.stderr
    lines = [row for row in table.read_text("utf-8").splitlines() if not row.startswith("#")]
    assert lines == ["articles 3", "2 ferry", "3 the"]


def test_same_articles_give_the_same_table(tmp_path: Path) -> None:
    """Counted again, with another hash seed and in another order, the bytes are the same."""
    tables = []
    for number, records in enumerate((ARTICLES, ARTICLES[::-1])):
        articles, table = tmp_path / f"{number}.jsonl", tmp_path / f"{number}.txt"
        articles.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        count(articles, "-o", table)
        tables.append(table.read_bytes())

    assert tables[0] == tables[1]


@pytest.mark.parametrize(("content", "said"), [("", "no articles"), ("{", "1: no JSON")])
def test_bad_articles_are_told_in_a_line(tmp_path: Path, content: str, said: str) -> None:
    """One line, exit code 2, and no table."""
    articles, table = tmp_path / "articles.jsonl", tmp_path / "table.txt"
    articles.write_text(content, encoding="utf-8")

    done = count(articles, "-o", table)

    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not table.exists()


def test_rare_words_are_worth_more_than_common_ones() -> None:
    """The table that comes with brief knows what every article has."""
    table = background()

    assert table.of("the") < table.of("minister") < table.of("pellworth")
    assert "the" in table.common
    assert "minister" not in table.common


def test_table_of_the_real_articles_is_the_one_that_is_shipped(data: Path, tmp_path: Path) -> None:
    """From the files that its card names the table comes out byte for byte."""
    files = (
        "headlines/bbc attributions/polnear-train attributions/polnear-dev summaries/cnndm "
        "summaries/writers html/dev"
    )
    table = tmp_path / "table.txt"

    done = count(*(data / f"{name}.jsonl" for name in files.split()), "-o", table)

    assert done.returncode == 0, done.stderr
    shipped = Path(brief.__file__).parent / "data"
    assert table.read_bytes() == (shipped / "background.en.txt").read_bytes()
