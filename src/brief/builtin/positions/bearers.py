"""Find who bears a surname in an article, so that a bare surname is somebody or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .names import LONGEST_NAME, Word, given_names

Given = tuple[str, ...]
# Forms of address that two people of one surname need: with both, a surname is nobody's.
SIRS = frozenset({"Mr", "Mr."})
MADAMS = frozenset({"Mrs", "Mrs.", "Ms", "Ms.", "Miss"})
SUFFIXES = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III"})


class Place(NamedTuple):
    """The words *first* to *last*, both in, of a *run*."""

    run: Sequence[Word]
    first: int
    last: int


class Bearers:
    """The places of every last word of interest, and the given names before it.

    *bare* has the places of a surname by itself, *full* those of a first and a last word.
    """

    def __init__(self, text: str, runs: Iterable[Sequence[Word]], surnames: Iterable[str]) -> None:
        self._text = text
        self.bare: dict[str, list[Place]] = {}
        self.full: dict[tuple[str, str], list[Place]] = {}
        # Insertion-ordered, so that the first of equally full names is kept.
        self._given: dict[str, dict[Given, None]] = {name: {} for name in surnames}
        self._only: dict[str, Given | None] = {}
        self._polite: dict[str, set[bool]] = {}
        # Of "Bill and Hilda Clark" Bill is a Clark, unless he is somebody's surname.
        self._beside: list[tuple[str, str]] = []
        last: set[str] = set()
        before: Sequence[Word] = ()
        for run in runs:
            for at, word in enumerate(run):
                if word.text in self._given:
                    self._add(run, at)
                    self._address(before, run, at)
            if len(run) > 1:
                last.add(run[-1].text)
            before = run
        for given, surname in self._beside:
            if given not in last:
                self._given[surname][(given,)] = None

    def _add(self, run: Sequence[Word], at: int) -> None:
        """Note the word *at* of *run*, by itself or as the end of a name."""
        surname = run[at].text
        given = given_names(run, at)
        if given:
            self._given[surname][given] = None
        if at + 1 < len(run) and run[at + 1].text in SUFFIXES:
            return
        if at + 1 == len(run) and not given:
            self.bare.setdefault(surname, []).append(Place(run, at, at))
        for first in range(max(0, at - LONGEST_NAME + 1), at):
            key = (run[first].text.rstrip("."), surname)
            self.full.setdefault(key, []).append(Place(run, first, at))

    def _address(self, before: Sequence[Word], run: Sequence[Word], at: int) -> None:
        """Note how the surname *at* is addressed, and who shares it with the run *before*."""
        surname = run[at].text
        first = at - len(given_names(run, at))
        polite = self._polite.setdefault(surname, set())
        for word in run[max(0, first - 1) : first]:
            _note(polite, word.text)
        if len(before) == 1 and at == len(run) - 1 and at > 0:
            gap = self._text[before[0].end : run[0].start]
            if gap.split() == ["and"]:
                _note(polite, before[0].text)
                if first == 0 and before[0].text not in SIRS | MADAMS:
                    self._beside.append((before[0].text, surname))

    def only(self, surname: str) -> Given | None:
        """Return the fullest given names of *surname*'s one bearer, () if none are given.

        None where two people may bear it: nobody is then meant for sure.
        """
        if surname not in self._only:
            known = self._given[surname]
            found = list(known)
            doubt = any(not agree(found[0], other) for other in found[1:])
            doubt = doubt or len(self._polite.get(surname, ())) > 1
            # Of "Actress Anna" and "Anna" the first word of the longer one is no name.
            bare = [one for one in found if not any(one[at:] in known for at in range(1, len(one)))]
            self._only[surname] = None if doubt else max(bare, key=len, default=())
        return self._only[surname]


def _runs_on(one: Given, other: Given) -> bool:
    """Tell whether *one* is *other* with more before it."""
    return len(one) > len(other) and one[-len(other) :] == other


def _note(polite: set[bool], word: str) -> None:
    """Add to *polite* whether *word* addresses a man, if it addresses anybody."""
    if word in SIRS or word in MADAMS:
        polite.add(word in SIRS)


def agree(one: Given, other: Given) -> bool:
    """Tell whether two given names may be one person's: "Donald J" and "Donald" or "D".

    So may "Pilot Anna" and "Anna": what stands before may be a trade.
    """
    if _runs_on(one, other) or _runs_on(other, one):
        return True
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])
