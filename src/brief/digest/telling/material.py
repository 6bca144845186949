"""The sentences of a story's reports as sets of terms, and how much any two of them share."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, NamedTuple

from brief.builtin.summarisers.news.terms import Terms
from brief.languages import is_english, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.digest.model import Report
    from brief.model import Brief

# A term that stands in more sentences than this tells none of them from the others.
COMMON = 400


class Fact(NamedTuple):
    """A sentence: the *report* it stands in and its *place* there (both from 0), its *terms*."""

    report: int
    place: int
    terms: tuple[str, ...]


class Material:
    """What a story is told from.

    *own* are the places of the reports that repeat no other one, *english* says of each report
    whether it may be read as English, *facts* are the sentences of all, in order. *told* counts
    the own reports that have a term. What is equal in two reports is looked into once.
    """

    def __init__(self, reports: Sequence[Report], context: Context) -> None:
        self.reports, self.context = reports, context
        own = tuple(place for place, each in enumerate(reports) if each.carries is None)
        self.own = own or tuple(range(len(reports)))
        tongues = [spoken(each.brief, context) for each in reports]
        self.english = [is_english(tongue) for tongue in tongues]
        self._readers = {tongue: Terms(tongue) for tongue in dict.fromkeys(tongues)}
        self._tongues = tongues
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self.facts = [
            Fact(report, place, self.terms(report, sentence.text))
            for report, each in enumerate(reports)
            for place, sentence in enumerate(each.brief.sentences)
        ]
        sizes = [len(each.brief.sentences) for each in reports]
        self._begins = [0, *accumulate(sizes)]
        self._postings: dict[str, list[int]] = {}
        for number, fact in enumerate(self.facts):
            for term in fact.terms:
                self._postings.setdefault(term, []).append(number)
        self.told = self._told()

    def brief(self, report: int) -> Brief:
        """Return the brief of the report at the place *report*."""
        return self.reports[report].brief

    def terms(self, report: int, text: str) -> tuple[str, ...]:
        """Return the telling terms of *text*, each once, in order, in the report's language."""
        tongue = self._tongues[report]
        key = (tongue, text)
        found = self._known.get(key)
        if found is None:
            reader = self._readers[tongue]
            stems = map(reader.stem, reader.words(text))
            found = self._known[key] = tuple(dict.fromkeys(stem for stem in stems if stem))
        return found

    def fact(self, report: int, place: int) -> Fact:
        """Return the sentence at *place* of *report*."""
        return self.facts[self._begins[report] + place]

    def weight(self, term: str) -> float:
        """Return how much *term* tells: the rarer in the story's sentences, the more."""
        return log(1 + (1 + len(self.facts)) / (1 + len(self._postings.get(term, ()))))

    def mass(self, terms: Sequence[str]) -> float:
        """Return what *terms* weigh together."""
        return sum([self.weight(term) for term in terms])

    def shared(self, one: Sequence[str], other: Sequence[str]) -> float:
        """Return how much of the lighter of two sets of terms is in the other, 0 to 1."""
        least = min(self.mass(one), self.mass(other))
        return self.mass([term for term in one if term in other]) / least if least else 0.0

    def near(self, terms: Sequence[str], share: float) -> list[tuple[int, float]]:
        """Return the numbers of the facts that hold *share* (0 to 1) of *terms*, with how much.

        Terms of more than `COMMON` sentences do not count, so a story of hundreds of reports
        costs no more for each sentence looked up than one of forty.
        """
        held: dict[int, float] = {}
        rare = [term for term in terms if len(self._postings.get(term, ())) <= COMMON]
        for term in rare:
            weight = self.weight(term)
            for number in self._postings.get(term, ()):
                held[number] = held.get(number, 0.0) + weight
        whole = self.mass(rare)
        return [
            (number, got / whole) for number, got in sorted(held.items()) if got >= share * whole
        ]

    def apart(self, one: int, other: int) -> int | None:
        """Return how many days lie between two reports; None if a day is not known."""
        days = [_day(self.brief(each).article.published) for each in (one, other)]
        if days[0] is None or days[1] is None:
            return None
        return abs((days[0] - days[1]).days)

    def outlet(self, report: int) -> str:
        """Return what tells the outlet of *report* from others: its name, else the report."""
        return self.brief(report).article.outlet or f"#{report}"

    def _told(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for report in self.own:
            facts = self.facts[self._begins[report] : self._begins[report + 1]]
            for term in dict.fromkeys(term for fact in facts for term in fact.terms):
                found[term] = found.get(term, 0) + 1
        return found


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
