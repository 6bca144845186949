"""Find the one person an office or description fits: "the Ukrainian president", "the mayor"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.data import roles
from brief.value import NamedTuple

from .lists import countries_in
from .titles import apposed, title_before

if TYPE_CHECKING:
    from .actors import Actor
    from .cast import Cast
    from .runs import Run

# Within so many sentences of his name a man may be called by a common title.
RECENT = 4
SPELT = {
    "sen.": "senator",
    "rep.": "representative",
    "gov.": "governor",
    "gen.": "general",
    "col.": "colonel",
    "dr.": "doctor",
    "dr": "doctor",
    "prof.": "professor",
}


class Held(NamedTuple):
    """That *actor* holds an office: the *words* of it in lower case, *former* or not."""

    actor: Actor
    words: tuple[str, ...]
    former: bool
    start: int


class Offices:
    """Who holds which office in an article; gathered when first asked for."""

    def __init__(self, cast: Cast, floors: Sequence[int]) -> None:
        self._cast = cast
        self._floors = floors
        self._held: list[Held] | None = None
        self._fit: dict[tuple[str, ...], Held | None] = {}

    def held(self) -> list[Held]:
        """Return every office that the article gives somebody, in its order."""
        if self._held is None:
            self._held = [one for run in self._cast.runs for one in self._of(run)]
        return self._held

    def _of(self, run: Run) -> list[Held]:
        text = self._cast.text
        before = title_before(text, run, self._floors[run.sentence])
        after = apposed(text, run.end) if text[run.end : run.end + 1] == "," else ""
        if not before and not after:
            return []
        actor = self._cast.of(run)
        if actor is None or actor.kind in {"organisation", "place"}:
            return []
        found = []
        for role in (before, after):
            words = tuple(role.lower().replace("’", "'").split())
            if words:
                former = "former" in words or "ex" in words[0].split("-")
                found.append(Held(actor, words, former, run.start))
        return found

    def fits(self, words: Sequence[str], start: int, sentence: int) -> Actor | None:
        """Return the one actor that the description *words* fits at *start*, if one does.

        *words* are those of the head, articles left out: "Ukrainian president", "mayor".
        """
        key = tuple(words)
        if key not in self._fit:
            self._fit[key] = self._holder(key)
        held = self._fit[key]
        if held is None or held.start > start:
            return None
        if words[-1].lower() in roles()["sole"] or countries_in(words[:-1]):
            return held.actor
        latest = self._cast.latest(held.actor, start)
        near = latest is not None and 0 <= sentence - latest.sentence <= RECENT
        return held.actor if near else None

    def _holder(self, words: tuple[str, ...]) -> Held | None:
        """Return the first word of the one who alone holds what *words* describe."""
        lists = roles()
        noun = words[-1].lower()
        modifiers = [word.lower() for word in words[:-1]]
        country = next(iter(countries_in(words[:-1])), "")
        if noun in lists["vague"] and not country:
            return None
        high = country and noun in {"leader", "chief", "head"}
        nouns = lists["head"] if high else frozenset({noun})
        former = "former" in modifiers
        held = [
            one
            for one in self.held()
            if one.former == former
            and not nouns.isdisjoint(_offices(one.words))
            and (high or _ranks(one.words, noun) == _ranks(modifiers, noun))
            and (not country or country in _countries(one.words))
        ]
        wanted = [
            word
            for word, low in zip(words[:-1], modifiers, strict=True)
            if low not in {"former", "then"} and not (country and _is_of(word, words, country))
        ]
        held = [one for one in held if all(word.lower() in one.words for word in wanted)]
        return held[0] if len({id(one.actor) for one in held}) == 1 else None


def _ranks(words: Sequence[str], noun: str) -> tuple[bool, ...]:
    """Return what sets a prime minister and a vice president apart from others of the *noun*."""
    shadow = "shadow" in words
    if noun == "minister":
        return ("prime" in words, shadow)
    return ("vice" in words, "deputy" in words, shadow)


def _offices(words: Sequence[str]) -> list[str]:
    """Return the words of a role that say the office, not where it is held: up to an "of"."""
    cut = min(
        (words.index(link) for link in ("of", "for", "at", "from", "to") if link in words),
        default=len(words),
    )
    return [SPELT.get(word, word) for word in words[:cut][-2:]]


def _is_of(word: str, words: Sequence[str], country: str) -> bool:
    """Tell whether *word* is part of the name of *country* among *words*."""
    pairs = [(one, other) for one, other in pairwise(words) if word in (one, other)]
    return country in countries_in([word]) or any(country in countries_in(p) for p in pairs)


def _countries(words: Sequence[str]) -> list[str]:
    """Return the countries of a role in small letters ("ukrainian", "us", "costa rican")."""
    bare = [word.removesuffix("'s") for word in words]
    return countries_in([w.title() for w in bare]) + countries_in([w.upper() for w in bare])
