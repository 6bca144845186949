"""Read the word list on places: countries with their words, capitals, states."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from brief.data import rows
from brief.value import NamedTuple


class Places(NamedTuple):
    """What names of places stand for, each form a key.

    *countries* has names, *peoples* adjectives, *capitals* and *seats* what speaks for a
    government; the values are the country's first name. *states* are places that do not speak.
    """

    countries: dict[str, str]
    peoples: dict[str, str]
    capitals: dict[str, str]
    seats: dict[str, str]
    states: frozenset[str]


@cache
def places() -> Places:
    """Return the names of places and what they stand for."""
    found = Places({}, {}, {}, {}, frozenset())
    states: list[str] = []
    for sort, *words in rows("places.en.txt"):
        if sort == "state":
            states += [word.replace("+", " ") for word in words]
            continue
        columns = [word.replace("+", " ").split(",") for word in words]
        for table, forms in zip(found, columns, strict=False):
            if isinstance(table, dict):
                table.update((form, columns[0][0]) for form in forms if form != "-")
    return found._replace(states=frozenset(states))


def country_of(word: str) -> str:
    """Return the country that *word* names as a country or as its people, or nothing."""
    known = places()
    return known.countries.get(word) or known.peoples.get(word, "")


def countries_in(words: Sequence[str]) -> list[str]:
    """Return the countries that one or two of *words* name: "Costa Rican president"."""
    pairs = map(" ".join, pairwise(words))
    return [country for name in (*pairs, *words) if (country := country_of(name))]


def is_place(name: str) -> bool:
    """Tell whether *name* is a country, a capital or another place of the list."""
    known = places()
    return name in known.countries or name in known.capitals or name in known.states
