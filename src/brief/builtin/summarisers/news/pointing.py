"""See to it that readers of a summary know whom "He" at the start of a sentence means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from brief.references import is_clear, openings, pointing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from brief.model import Brief
    from brief.references import Opening


class Pointing:
    """The sentences of *brief* that open with a word that points back.

    *places* are those of the lines that may be picked, in the brief; all others in here are
    numbers of lines.
    """

    def __init__(self, brief: Brief, places: Sequence[int], *, names: bool) -> None:
        self._brief = brief
        self._places = places
        # Whether a name is put in where it is known.
        self._names = names
        self.found: dict[int, Opening] | None = None
        # Of the lines that are chosen: their places, and those of them that point back.
        self._taken: set[int] = set()
        self._loose: list[int] = []

    def needs(self, number: int, chosen: dict[int, Any]) -> list[int] | None:
        """Return the lines that must be chosen too if *number* joins the *chosen*, if any.

        None if readers would not know who is meant, there or in a line that is chosen.
        """
        place = self._places[number]
        if self.found is None:
            sentence = self._brief.sentences[place].parts[0]
            text = self._brief.article.text
            if pointing(text, sentence.start, sentence.end, is_first=not place) is None:
                return []
            # Only now: most summaries are made without.
            found = openings(self._brief)
            if not self._names:
                found = {at: one._replace(name=None) for at, one in found.items()}
            self.found = found
        self._take(self.found, chosen)
        taken = self._taken | {place}
        more = self._chain(self.found, place, taken)
        if more is None:
            return None
        loose = (*self._loose, *more, place)
        if not all(self._is_told(self.found, each, taken) for each in loose):
            return None
        return [bisect_left(self._places, each) for each in more]

    def _take(self, found: Mapping[int, Opening], chosen: dict[int, Any]) -> None:
        """Take note of what was *chosen* since the last time, which is at its end."""
        for number, _ in zip(reversed(chosen), range(len(chosen) - len(self._taken)), strict=False):
            place = self._places[number]
            self._taken.add(place)
            if place in found:
                self._loose.append(place)

    def _chain(self, found: Mapping[int, Opening], place: int, taken: set[int]) -> list[int] | None:
        """Return the places, added to *taken*, that tell what *place* points to; None if none."""
        more: list[int] = []
        at = place
        while at in found and not self._is_told(found, at, taken):
            before = found[at].before
            # With more than two before it, readers are better served by another one.
            if before is None or before in taken or len(more) == 2 or not self._is_line(before):
                return None
            taken.add(before)
            more.insert(0, before)
            at = before
        return more

    def _is_line(self, place: int) -> bool:
        at = bisect_left(self._places, place)
        return at < len(self._places) and self._places[at] == place

    @staticmethod
    def _is_told(found: Mapping[int, Opening], place: int, taken: Collection[int]) -> bool:
        opening = found.get(place)
        return opening is None or opening.name is not None or is_clear(found, place, taken)
