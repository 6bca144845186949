"""The installed command says as many statements as were asked for, and only sure enough ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_helpers import brief, check_refused, put

TEXT = """\
Ferry to Orlund suspended after engine fire

"We will not sail until every valve has been checked," said Ines Dahl on Monday morning.

"The engine room had been inspected in the spring by the yard," Dahl said in the harbour.

Dahl denied that the crew had been warned of the smoke. "Nobody told the crew anything," she said.

Peter Aas said the island could not wait a week for another boat to come over from the mainland.
"""
ALONE = ("--no-plugins", "--isolated")


def shown(ran_in: Path, *options: str, env: dict[str, str] | None = None) -> list[int]:
    """Return how many statements of each party are shown, fewest first."""
    ran = brief("ferry.txt", "-f", "json", "--no-plugins", *options, cwd=ran_in, env=env).document[
        "briefs"
    ][0]
    counts = [
        sum(each["party"] == party["id"] and each["shown"] for each in ran["positions"])
        for party in ran["parties"]
    ]
    return sorted(counts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an article."""
    put(tmp_path / "ferry.txt", TEXT)
    return tmp_path


def test_at_most_so_many_of_a_party_are_shown(folder: Path) -> None:
    """One each with `--max-positions 1`, none with 0, whatever the depth; all stay in JSON."""
    usual = shown(folder)

    assert usual[-1] > 1
    assert shown(folder, "--max-positions", "1") == [1, 1]
    assert shown(folder, "--depth", "full", "--max-positions", "1") == [1, 1]
    assert shown(folder, "--max-positions", "0") == [0, 0]


def test_limits_are_settings(folder: Path) -> None:
    """A newsroom writes its limits down once, in brief.toml or the environment."""
    assert shown(folder, env={"BRIEF_MAX_POSITIONS": "1"}) == [1, 1]
    assert shown(folder, env={"BRIEF_MIN_CONFIDENCE": "1"}) == [0, 0]
    put(folder / "brief.toml", "max-positions = 1\n")
    assert shown(folder) == [1, 1]
    put(folder / "brief.toml", "min-confidence = 1\n")
    assert shown(folder) == [0, 0]
    assert shown(folder, "--min-confidence", "0")[-1] > 0


def test_what_is_too_unsure_is_counted(folder: Path) -> None:
    """A reader learns that statements are missing, and that it is for want of certainty."""
    ran = brief("ferry.txt", "--min-confidence", "1", *ALONE, cwd=folder)

    assert ran.code == 0
    assert "Positions" not in ran.out
    assert "statements not shown, less sure than 1; -f json shows all" in ran.out


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--max-positions", "-1", "max-positions must be a whole number, 0 or more, not -1"),
        ("--min-confidence", "1.5", "min-confidence must be a number from 0 to 1, not 1.5"),
        ("--min-confidence", "nan", "min-confidence must be a number from 0 to 1, not nan"),
    ],
)
def test_limit_that_is_none_is_refused(folder: Path, option: str, value: str, said: str) -> None:
    """A limit that cannot be meant ends the run before any article is read."""
    check_refused(brief("ferry.txt", option, value, *ALONE, cwd=folder), 2, option, said)


def test_limit_in_the_environment_is_checked(folder: Path) -> None:
    """The error names the variable and what it takes."""
    ran = brief("ferry.txt", "--no-plugins", cwd=folder, env={"BRIEF_MIN_CONFIDENCE": "high"})

    check_refused(ran, 2, "BRIEF_MIN_CONFIDENCE", "must be a number from 0 to 1, not 'high'")


def test_limit_that_nobody_hears_is_said(folder: Path) -> None:
    """Without the stage that chooses, a limit would do nothing: the user is told."""
    ran = brief(*("ferry.txt", "--max-positions", "1", "--no-positions"), *ALONE, cwd=folder)

    assert ran.code == 0
    assert "--max-positions does nothing: no stage of this run goes by it" in ran.err
