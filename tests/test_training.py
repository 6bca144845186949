"""Training the extractor's weights: a command that gives the same bytes, and weights that work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import annotated
import brief
from brief.builtin.attributions.learned.weights import Weights

pytest.importorskip("scipy", reason="training needs brief-news[train]")


def train(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command and return what became of it."""
    command = [sys.executable, "-m", "brief.training", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the articles and the weights of one training."""
    folder = tmp_path_factory.mktemp("training")
    articles, weights = folder / "articles.jsonl", folder / "first.weights"
    annotated.write(articles)
    done = train(articles, "-o", weights)
    assert done.returncode == 0, done.stderr
    return articles, weights


def test_same_articles_give_the_same_bytes(trained: tuple[Path, Path], tmp_path: Path) -> None:
    """Trained again, in another process with another hash seed, the weights are the same."""
    articles, weights = trained
    again = tmp_path / "again.weights"

    done = train(articles, "-o", again)

    assert done.returncode == 0
    assert again.read_bytes() == weights.read_bytes()


def test_trained_weights_find_what_they_were_shown(trained: tuple[Path, Path]) -> None:
    """An extractor with one's own weights finds statements of the kind that was marked."""
    text = "Tom Cole insisted that the ferry would not sail again.\n\nRain fell all week.\n"

    found = brief.from_text(
        text,
        plugins=[],
        stage={"attributions": {"weights": str(trained[1]), "least": 0.5}},
    )

    told = [one for one in found.positions if one.speaker is not None]
    assert [found.text_of((one.speaker,)) for one in told if one.speaker] == ["Tom Cole"]


def test_outlets_can_be_left_out(trained: tuple[Path, Path], tmp_path: Path) -> None:
    """What `--without` names is not learned from: the weights say of how many articles they are."""
    articles, weights = trained
    fewer = tmp_path / "fewer.weights"

    done = train(articles, "--without", "paper-0", "-o", fewer)

    assert done.returncode == 0
    assert Weights(weights).about["articles"] == 40
    assert Weights(fewer).about["articles"] == 26


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No such file or directory"),
        ("{", "1: no JSON"),
        ('{"id": "a", "text": "x"}', "has no `attributions`"),
        ('["x"]', "1: has no `text`"),
        ("", "no articles"),
    ],
)
def test_bad_articles_are_told_in_a_line(tmp_path: Path, content: str | None, said: str) -> None:
    """One line that names file and line, exit code 2, and no weights."""
    articles, weights = tmp_path / "articles.jsonl", tmp_path / "x.weights"
    if content is not None:
        articles.write_text(content, encoding="utf-8")

    done = train(articles, "-o", weights)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not weights.exists()
