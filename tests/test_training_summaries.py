"""The command that trains the weights of `news`: same data same bytes, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from brief.builtin.summarisers.news.weights import loaded
from brief.training.summaries.openings import openings
from brief.training.summaries.rouge import Reference, tokens

TEXTS = [
    "The mayor of Orlund has resigned over the harbour sale. Peter Aas told them. Buses ran.",
    "A storm has cut power to 4,000 homes in the Tarn valley. Crews worked. It rains on.",
    "The Holm dam will be drained after a crack was found. The dam was built in 1954. Trains run.",
]
SUMMARIES = [
    "Orlund mayor Peter Aas resigned over the sale of the harbour.",
    "Power was cut to 4,000 homes in the Tarn valley by a storm.",
    "A crack means that the Holm dam is drained and 300 households move.",
]


def written(path: Path, *, references: bool = True) -> Path:
    """Write the articles to *path*, with their summaries or as reports of one story."""
    rows = [
        {"text": text, "references": [told]}
        if references
        else {"text": text, "title": told, "story": "1"}
        for text, told in zip(TEXTS, SUMMARIES, strict=True)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def trained(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "brief.training.summaries", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    """Weights can be made again, byte by byte, and the summariser reads them."""
    pytest.importorskip("scipy", reason="training needs the extra train")
    people = written(tmp_path / "people.jsonl")
    reports = written(tmp_path / "reports.jsonl", references=False)
    files = [tmp_path / "one.json", tmp_path / "two.json"]

    done = [
        trained(
            people, "--articles", reports, "--stories", reports, "--weight", "people=2", "-o", file
        )
        for file in files
    ]

    assert [each.returncode for each in done] == [0, 0], done[0].stderr
    assert files[0].read_bytes() == files[1].read_bytes()
    assert loaded(str(files[0])).likeness <= 0 <= loaded(str(files[0])).new


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["missing.jsonl"], "missing.jsonl: No such file"),
        (["bare.jsonl"], "no articles with summaries to learn from"),
        (["broken.jsonl"], "broken.jsonl:1: no JSON"),
        (["people.jsonl", "--weight", "nobody=2"], "--weight nobody: no file of that name is read"),
        (["people.jsonl", "--weight", "people"], "must be NAME=NUMBER, as in writers=2"),
        (["people.jsonl", "--weight", "people=-1"], "must not be below 0"),
    ],
)
def test_what_cannot_be_learned_from_is_named(tmp_path: Path, args: list[str], said: str) -> None:
    """Exit 2 and one line that names the file or the weight."""
    written(tmp_path / "people.jsonl")
    written(tmp_path / "bare.jsonl", references=False)
    (tmp_path / "broken.jsonl").write_text("{\n", encoding="utf-8")
    given = [tmp_path / arg if arg.endswith(".jsonl") else arg for arg in args]

    done = trained(*given, "-o", tmp_path / "w.json")

    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert not (tmp_path / "w.json").exists()


def test_openings_are_told_by_their_words() -> None:
    """A word of first sentences counts for one, a word of the others against it."""
    pytest.importorskip("scipy", reason="training needs the extra train")
    told = ["The dam has been drained.", *("The dam was also old." for _ in range(6))]

    learned = openings([told] * 20)

    assert learned["has"] > 0 > learned["also"]
    assert "dam" in learned
    assert openings([]) == {}


def test_rouge_counts_words_and_pairs() -> None:
    """A copy scores 200, nothing shared 0, and half the words less than half."""
    reference = Reference("the dam is drained")

    assert reference.score(tokens("The dam is drained.")) == pytest.approx(200)
    assert reference.score(tokens("A mayor resigned")) == 0
    assert 0 < reference.score(tokens("the dam")) < 120
