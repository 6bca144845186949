"""The lexicon of cues is sound: every line can be read, and by its readers alike."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from brief import data
from brief.data import cues, rows, senses
from brief.model import Stance

STANCES = set(get_args(Stance))
FRAMES = {"bare", "clause", "tell", "quote", "claim", "object", "to", "noun", "-"}
SLOTS = {
    *("-", "object", "backed", "matter", "claim", "blame", "asked", "ordered", "told"),
    *("that", "to", "verb", "light", "drop"),
}
LINES = list(rows("cues.en.txt"))


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line[0]}-{line[2]}-{line[-1]}")
def test_a_line_has_stance_frame_slot_and_forms(line: list[str]) -> None:
    """A slip in the file is found here, not in somebody's brief."""
    stance, frame, slot, *forms = line

    assert stance in STANCES
    assert frame in FRAMES
    assert slot in SLOTS or frame == "noun"
    assert forms.count("|") <= 1
    assert all(form == form.lower() for form in forms)
    assert [form for form in forms if form != "|"]


def test_no_form_stands_twice_with_one_meaning() -> None:
    """A form that two lines claim in the same way has one of them in vain."""
    claims = [
        (form.rstrip("*"), line[1] == "noun", line[2] == "verb")
        for line in LINES
        for form in line[3:]
        if form != "|" and (line[0] != "says" or "+" in form)
    ]

    assert sorted(claims) == sorted(set(claims))


def test_rules_read_the_forms_before_the_bar() -> None:
    """What stands behind the bar has a stance, and is no cue of the rules."""
    assert cues()["called for"] == ("demands", "object", False)
    assert "lambasted" not in cues()
    assert [sense.stance for sense in senses("lambasted")] == ["opposes"]


def test_longer_forms_come_first() -> None:
    """A cue is read as far as it goes, and an infinitive is tried before a noun."""
    lengths = [len(sense.more) for sense in senses("agreed")]

    assert lengths == sorted(lengths, reverse=True)
    assert [sense.slot for sense in senses("agreed") if sense.more == ("to",)] == ["verb", "-"]


def test_a_word_that_only_says_has_no_senses() -> None:
    """Most cues are of this kind; the words around them need not be read."""
    assert senses("said") == ()
    assert senses("bridge") == ()


def test_the_file_says_where_it_is_from() -> None:
    """Whoever ships brief can tell on whose work the list rests."""
    text = (Path(data.__file__).parent / "cues.en.txt").read_text(encoding="utf-8")

    assert "by hand" in text.split("\n\n")[0]
