"""Briefs from Python: the same as from the command, with the same errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import brief
from brief import ConfigError, LoadError, PluginError
from brief.errors import NothingToDo

TEXT = (
    "Bridge to close for repairs\n\nThe old bridge will close on Monday. It needs new girders.\n\n"
    "“We cannot wait,” said Mayor Ines Holm. Trains will run.\n"
)


def test_text_gives_a_brief() -> None:
    """The summary and the positions are there, with the article described."""
    made = brief.from_text(TEXT)

    assert made.article.title == "Bridge to close for repairs"
    assert made.summary.method == "news"
    assert made.summary.sentences[0].text.startswith("The old bridge will")
    assert [party.name for party in made.parties] == ["Ines Holm"]


def test_file_gives_the_same_brief_as_its_text(tmp_path: Path) -> None:
    """What is read from a file is briefed as what is handed over."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    read, given = brief.read(str(path)), brief.from_text(TEXT)

    assert read.summary == given.summary
    assert read.positions == given.positions
    assert read.article.source == str(path)


def test_settings_are_those_of_the_configuration() -> None:
    """Underscores for dashes, tables as mappings; title and outlet as said."""
    made = brief.from_text(
        TEXT,
        title="Mine",
        outlet="The Tarnby Post",
        length="1",
        skip=["repeats"],
        stage={"key-positions": {"per_party": 1}},
        use={"summarise": "lexrank"},
    )

    assert made.article.title == "Mine"
    assert made.article.outlet == "The Tarnby Post"
    assert len(made.summary.sentences) == 1
    ran = [step.stage for step in made.trail]
    assert "lexrank" in ran
    assert "repeats" not in ran


def test_wrong_settings_are_errors() -> None:
    """A misspelt setting or summariser is named with the nearest one."""
    with pytest.raises(ConfigError, match="no setting 'lenght', did you mean 'length'"):
        brief.from_text(TEXT, lenght="1")
    with pytest.raises(PluginError, match="no summariser 'lexrnk', did you mean 'lexrank'"):
        brief.from_text(TEXT, use={"summarise": "lexrnk"})


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """A missing file, an empty text and a file of many each say what is wrong."""
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"text": TEXT}) + "\n" for _ in range(2)), encoding="utf-8")

    with pytest.raises(LoadError, match="no such file"):
        brief.read(str(tmp_path / "none.txt"))
    with pytest.raises(LoadError, match="more than one article"):
        brief.read(str(many))
    with pytest.raises(NothingToDo, match="empty"):
        brief.from_text(" \n")


def test_lone_surrogates_do_not_break_the_text() -> None:
    """What no text can hold is replaced, and the brief can be printed."""
    made = brief.from_text("Rain fell \ud800 on Monday. The bridge is shut.")

    assert made.article.text[10] == "\ufffd"
    assert made.summary.sentences[0].text.encode()


def test_example_in_the_docstring_is_true() -> None:
    """The first thing `help(brief)` shows works as it stands."""
    import doctest

    assert doctest.testmod(brief).failed == 0
