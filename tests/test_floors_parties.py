"""How the statements are drawn that a reader judges, and which verdicts still stand."""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brief.testing import brief_of

if TYPE_CHECKING:
    from party_sample import Shown

BENCH = Path(__file__).parent / "bench"
NAMES = ("Ines Holm", "Tove Lind", "Arvid Falk", "Maja Strand", "Olaf Berg")


@pytest.fixture(autouse=True)
def _benches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests import the benches, as these import each other."""
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])


def story(number: int) -> str:
    """Return an article in which five people say two things each."""
    return "\n\n".join(
        f"“The {thing} of Tarnby cannot wait for year {number},” said {name}. "
        f"{name} said the {thing} would be closed {number} times."
        for name, thing in zip(NAMES, ("pier", "lock", "mill", "quay", "ferry"), strict=True)
    )


def shown(number: int) -> list[Shown]:
    """Return the statements that the brief of an article shows."""
    from party_sample import statements

    return list(statements(f"story-{number}", brief_of(story(number))))


def test_sample_is_spread_over_articles_and_half_of_it_is_quoted() -> None:
    """Of ten statements of each article at most three are drawn, quoted and not in turn."""
    from party_sample import drawn

    found = [each for number in range(4) for each in shown(number)]

    chosen = drawn(found, 8)
    many = drawn(found, 1000)

    assert len({each.place for each in chosen}) == 8
    assert sum(each.quoted for each in chosen) == 4
    assert Counter(each.id for each in chosen) == dict.fromkeys(
        (f"story-{number}" for number in range(4)), 2
    )
    assert max(Counter(each.id for each in many).values()) == 3


def test_sample_does_not_depend_on_the_order_of_articles() -> None:
    """The same statements in another order give the same sample."""
    from party_sample import drawn

    found = [each for number in range(3) for each in shown(number)]

    assert drawn(found, 5) == drawn(found[::-1], 5)


def test_verdict_stands_for_the_same_words_under_the_same_party() -> None:
    """A content cut a little shorter keeps its verdict; another party or place has none."""
    from parties import row_of, verdict

    one, other = shown(1)[:2]
    row = json.loads(row_of(one, "right"))
    (start, end), *_ = one.content

    shorter = one._replace(content=((start + 8, end),))

    assert row["sha256"] == sha256(story(1).encode()).hexdigest()[:16]
    assert verdict(one, {one.sha256: [row]}) == row
    assert verdict(shorter, {one.sha256: [row]}) == row
    assert verdict(one._replace(party="Maja Strand"), {one.sha256: [row]}) is None
    assert verdict(other, {one.sha256: [row]}) is None


def test_verdicts_hold_places_and_names_and_no_text() -> None:
    """Every row has a known verdict, and no field that could hold an article's words."""
    from parties import VERDICTS

    rows = [json.loads(line) for line in VERDICTS.read_text("utf-8").splitlines()]

    fields = {"id", "sha256", "speaker", "content", "party", "verdict", "reason"}
    assert [row for row in rows if {*row} != fields] == []
    assert {row["verdict"] for row in rows} <= {"right", "wrong", "debatable"}
    assert [row for row in rows if row["verdict"] != "right" and not row["reason"]] == []
    assert max(len(row["party"]) + len(row["reason"]) for row in rows) < 120


def test_printed_statement_shows_whose_words_are_whose() -> None:
    """A reader sees the party, the speaker's words in braces and the content in brackets."""
    from party_sample import printed

    one = next(each for each in shown(1) if each.party == "Tove Lind" and each.quoted)

    text = "\n".join(printed(7, one))

    assert "── 7  story-1" in text
    assert "Tove Lind" in text.splitlines()[1]
    assert "⟦“The lock of Tarnby cannot wait for year 1,”⟧ said {Tove Lind}." in text
