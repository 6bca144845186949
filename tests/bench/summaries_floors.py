"""The figures of summaries that may only rise: what they are, and the file of their floors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from measuring import DATA
from summaries_rows import LEAD, asked, row, summarisers
from summaries_sets import USUAL, examples

FLOORS = Path(__file__).resolve().parent / "summary-floors.json"
DEFAULT = "news"
LENGTHS = ("3", "70w")
FIGURES = {"R1": "r1", "R2": "r2", "Lsum": "lsum"}


def figures(folder: Path = DATA, sets: Sequence[str] = USUAL) -> dict[str, float]:
    """Return the figures with a floor, in per cent: of the lead, and of the shipped weights."""
    known = summarisers()
    found: dict[str, float] = {}
    for name in sets:
        articles = examples(name, positions=True, folder=folder)
        for length in LENGTHS:
            for each in (LEAD, DEFAULT):
                if each not in known:
                    continue
                made = row(each, known[each], articles, asked(length)).mean
                for figure, field in FIGURES.items():
                    found[f"{name}, {length}, {each}: {figure}"] = getattr(made, field)
    return found
