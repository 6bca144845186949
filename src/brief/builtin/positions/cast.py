"""Tell which names of an article are one's: who "Reed", "Anna", "MWD" and "Britain" are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import given

from .actors import Actor, last_of
from .bearers import sole
from .corporate import is_body
from .families import Family, gather
from .lists import is_place, places

if TYPE_CHECKING:
    from brief.model import Kind

    from .runs import Run

# Surnames that stand before the given name: "Xi Jinping" is Mr Xi.
SURNAMES_FIRST = frozenset(
    {"Kim", "Xi", "Moon", "Li", "Wang", "Park", "Hu", "Deng", "Mao", "Zhang"}
)


class Cast:
    """All that an article names. What a surname stands for is worked out when it is asked."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self.runs = runs
        self.starts = [run.start for run in runs]
        self._by_last: dict[str, list[Run]] = {}
        self._firsts: dict[str, dict[str, None]] = {}
        self._families: dict[str, Family] = {}
        self._of: dict[int, Actor | None] = {}
        self._beside: dict[str, dict[str, None]] = {}
        self._singles: dict[tuple[str, bool], Actor | None] = {}
        self._countries: dict[str, Actor] | None = None
        self._acronyms: dict[str, Run] | None = None
        self._swept: set[str] = set()
        self._mentions: dict[int, list[Run]] = {}
        # Surnames of couples: "Mr and Mrs Hart".
        self._couples: set[str] = set()
        before: Run | None = None
        for run in runs:
            words = run.name.words
            last = last_of(words)
            self._by_last.setdefault(last, []).append(run)
            if run.name.polite and text.endswith(("Mr and ", "Mr. and "), 0, run.first):
                self._couples.add(last)
            if len(words) > 1:
                self._firsts.setdefault(words[0], {})[last] = None
                if before is not None and run.first == run.start and run.start - before.end == 5:
                    self._couple(before, run, last)
            before = run

    def _couple(self, before: Run, run: Run, last: str) -> None:
        """Note that of "Ben and Nora Hart" Ben may be a Hart."""
        name = before.name.words
        if len(name) == 1 and self.text[before.end : run.start] == " and ":
            self._beside.setdefault(last, {})[name[0]] = None

    def between(self, start: int, end: int) -> list[Run]:
        """Return the names that stand between two offsets, one that starts before *start* too."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first and self.runs[first - 1].end > start:
            first -= 1
        return [run for run in self.runs[first:last] if run.end <= end]

    def of(self, run: Run) -> Actor | None:
        """Return who is meant by *run*, or None where two may be."""
        if run.start not in self._of:
            self._of[run.start] = self._find(run)
        return self._of[run.start]

    def _find(self, run: Run) -> Actor | None:
        full = " ".join(run.name.words)
        if full in places().countries:
            return self.country(places().countries[full])
        family = self.family(last_of(run.name.words))
        # Gathering the family has entered every full name.
        return self._of[run.start] if run.start in self._of else self._alone(run, family)

    def country(self, name: str) -> Actor | None:
        """Return the country that *name* is the first name of, if the article has it."""
        if self._countries is None:
            self._countries = {}
            known = places().countries
            for run in self.runs:
                country = known.get(" ".join(run.name.words))
                if country:
                    actor = self._countries.setdefault(country, Actor(run.name.words, "place"))
                    actor.seen.append(run)
        return self._countries.get(name)

    def family(self, last: str) -> Family:
        """Return all whose name ends in *last*, in the order in which they are named."""
        if last not in self._families:
            # Ben is no Hart if the article has somebody whose surname is Ben.
            beside = [
                name
                for name in self._beside.get(last, ())
                if all(len(run.name.words) == 1 for run in self._by_last.get(name, ()))
            ]
            runs = self._by_last.get(last, [])
            family = gather(runs, last, beside, self._of)
            if last in self._couples:
                family.polite.update(("man", "woman"))
            self._families[last] = family
        return self._families[last]

    def _alone(self, run: Run, family: Family) -> Actor | None:
        """Return who is meant by a name of one word."""
        word = last_of(run.name.words)
        if not family.bearers:
            key = (word, run.name.polite)
            if key not in self._singles:
                self._singles[key] = self._single(word, family, polite=run.name.polite)
            return self._noted(run, self._singles[key])
        polite = family.polite
        if len(polite) == 1 and all(one.sex and one.sex not in polite for one in family.bearers):
            # Mr Hart is named in full, and Ms Hart is somebody else.
            return self._by_itself(word, family, polite=True) if run.name.polite else None
        return self._noted(run, sole(family, run))

    def _noted(self, run: Run, actor: Actor | None) -> Actor | None:
        """Return *actor*, with *run* among its names."""
        if actor is not None and self._of.get(run.start) is not actor:
            actor.add(run)
        return actor

    def _single(self, word: str, family: Family, *, polite: bool) -> Actor | None:
        """Return who is meant by one word that is nobody's surname."""
        if word.isupper() and len(word) > 2:
            whole = self._spelt_out(word)
            actor = self.of(whole) if whole is not None else None
            if actor is not None and actor.kind != "person":
                actor.kind = "organisation" if actor.kind == "unknown" else actor.kind
                return actor
        lasts = list(self._firsts.get(word, ()))
        by_given = word.lower() in given() or polite or word in SURNAMES_FIRST
        if lasts and (by_given or any("-" in last for last in lasts)):
            named = [
                one for last in lasts for one in self.family(last).bearers if one.words[0] == word
            ]
            if word in SURNAMES_FIRST and family.alone and len(named) == 1:
                # "Kim said ... Editing by Kim Reed": a surname comes after the full name.
                late = not named[0].seen or named[0].seen[0].start > family.alone[0].start
                return self._by_itself(word, family) if late else named[0]
            return named[0] if len(named) == 1 else None
        return self._by_itself(word, family)

    def _by_itself(self, word: str, family: Family, *, polite: bool = False) -> Actor | None:
        """Return the one called by *word* and nothing else, wherever (or where *polite*)."""
        kind: Kind = "place" if is_place(word) else "unknown"
        actor = Actor(tuple(word.split()), "organisation" if is_body((word,)) else kind)
        doubt = len(family.polite) > 1
        for run in family.alone:
            if run.name.polite or not polite:
                actor.add(run)
                self._of[run.start] = None if doubt else actor
        return None if doubt else actor

    def _spelt_out(self, word: str) -> Run | None:
        """Return the full name that *word* has the first letters of: an acronym's."""
        if self._acronyms is None:
            self._acronyms = {}
            for run in self.runs:
                if len(run.name.words) > 1:
                    letters = "".join(one[0] for one in run.name.words if one[0].isupper())
                    self._acronyms.setdefault(letters, run)
        return self._acronyms.get(word)

    def named_by(self, word: str) -> list[Run]:
        """Return where a name ends in *word*, titles and given names before it or not."""
        return self._by_last.get(word, [])

    def mentions(self, actor: Actor) -> list[Run]:
        """Return where *actor* is named, in order."""
        if actor.kind in {"person", "unknown"}:
            self._sweep(last_of(actor.words))
            self._sweep(actor.words[0])
        known = self._mentions.get(id(actor), [])
        if len(known) < len(actor.seen):
            known = sorted(actor.seen, key=lambda run: run.start)
            self._mentions[id(actor)] = known
        return known

    def _sweep(self, word: str) -> None:
        """Find out who is meant wherever *word* is the last of a name."""
        if word not in self._swept:
            self._swept.add(word)
            for run in self._by_last.get(word, ()):
                self.of(run)

    def latest(self, actor: Actor, start: int) -> Run | None:
        """Return where *actor* is named last before the offset *start*."""
        runs = self.mentions(actor)
        at = bisect_left(runs, start, key=lambda run: run.start)
        return runs[at - 1] if at else None
