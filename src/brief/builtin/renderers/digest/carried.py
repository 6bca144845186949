"""Say which reports of a story are one text that several outlets carry."""

from __future__ import annotations

from typing import NamedTuple

from .sources import Source, Sources


class Copies(NamedTuple):
    """A report of its own, and those that repeat it, each with its overlap (0 to 1)."""

    source: Source
    others: tuple[tuple[Source, float], ...]

    @property
    def words(self) -> str:
        """Return "one report, carried by 6"; nothing for a report that nobody repeats."""
        return f"one report, carried by {len(self.others) + 1}" if self.others else ""


def copies(sources: Sources) -> tuple[Copies, ...]:
    """Return the reports in their order, below each those that repeat it.

    One that repeats a repetition stands below the report that both go back to.
    """
    below: dict[int, list[tuple[Source, float]]] = {}
    for number, report in enumerate(sources.reports):
        first = _first(sources, number)
        found = below.setdefault(first, [])
        if first != number:
            found.append((sources[number], report.overlap))
    return tuple(Copies(sources[number], tuple(found)) for number, found in sorted(below.items()))


def shared(overlap: float) -> str:
    """Return "97 % the same", or "the same words"; never 100 % for what differs in a word."""
    return "the same words" if overlap >= 1 else f"{int(overlap * 100)} % the same"


def _first(sources: Sources, number: int) -> int:
    seen = {number}
    while True:
        carries = sources.reports[number].carries
        # What cannot be is printed as it stands: no chain of copies may hang the page.
        if carries is None or carries in seen or not 0 <= carries < len(sources):
            return number if carries is None else min(seen)
        seen.add(carries)
        number = carries
