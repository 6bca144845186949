"""The figures of the summaries may only rise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent / "bench"


@pytest.fixture(autouse=True)
def _benches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests import the benches, as these import each other."""
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])


def test_no_summary_is_under_its_floor(data: Path) -> None:
    """With the shipped weights the default summariser, and the lead, are as good as ever."""
    from attribution_floors import below, floors
    from summaries_floors import FLOORS, figures

    found = figures(data)

    assert below(found, floors(FLOORS)) == []


def test_every_set_has_a_floor_for_the_lead_and_for_the_default() -> None:
    """No set and no length is left out of what is watched, nor any kind of ROUGE."""
    from attribution_floors import floors
    from summaries_floors import DEFAULT, FIGURES, FLOORS, LENGTHS
    from summaries_rows import LEAD
    from summaries_sets import USUAL

    watched = floors(FLOORS)

    assert {*watched} == {
        f"{name}, {length}, {each}: {figure}"
        for name in USUAL
        for length in LENGTHS
        for each in (LEAD, DEFAULT)
        for figure in FIGURES
    }
    assert min(watched.values()) > 0
