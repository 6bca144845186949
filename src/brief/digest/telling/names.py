"""Read the names of parties: what two reports call by different forms of one name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.spans import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.model import Brief, Party

_WORD = re.compile(r"[^\W_]+")
# Said of a body as of its country: "the Harland government", "Harland authorities".
RULERS = word_set("government administration authorities officials")
# Too general to be one party in two reports.
GENERAL = word_set(
    """police authorities officials residents witnesses government court council company hospital
    spokesman spokeswoman spokesperson prosecutors lawyers lawyer family ministry department
    committee party team club board union university school church army military parliament
    foreign defence defense interior justice finance health education ministers cabinet
    house senate congress commission agency bureau office state city county district times
    post mail sun mirror news press reporters journalists north south east west"""
)
# Whom each report calls so is meant by none but what the report says: one heading serves them.
CROWDS = word_set("police authorities officials residents witnesses firefighters prosecutors")
DIRECTIONS = word_set("north south east west northern southern eastern western")
# How many mentions show what else a party is called.
MANY = 30


def plain(name: str) -> tuple[str, ...]:
    """Return the words of *name* as names are compared: small letters, no marks, no article."""
    words = _WORD.findall(name.replace("'s", "").replace("’s", "").replace(".", "").casefold())
    return tuple(words[1:] if words[:1] == ["the"] else words)


def forms(brief: Brief, party: Party) -> list[tuple[str, ...]]:
    """Return what the article calls *party* that starts with a capital: its name comes first."""
    text = brief.article.text
    found = [plain(party.name)]
    for span in party.mentions[:MANY]:
        mention = squeeze(text[span.start : span.end])
        if mention[:1].isupper():
            found.append(plain(mention))
    return [form for form in dict.fromkeys(found) if form and not is_general(form)]


def is_general(words: Sequence[str]) -> bool:
    """Tell whether a name may mean another body in each report: "Police", "Foreign Ministry"."""
    return all(word in GENERAL or word.isdigit() for word in words)


def is_acronym(word: str, name: Sequence[str]) -> bool:
    """Tell whether *word* is made of the first letters of *name*, small words in or left out."""
    if len(word) < 2 or len(name) < 2:
        return False
    every = "".join(each[0] for each in name)
    short = "".join(each[0] for each in name if each not in ("of", "and", "the", "for", "in", "on"))
    return word in (every, short)


def with_countries(words: Sequence[str]) -> tuple[str, ...]:
    """Return *words* with the adjectives of countries made names: "south korean military"."""
    listed, found, at = _countries(), list[str](), 0
    while at < len(words):
        for size in (2, 1):
            name = listed.get(" ".join(words[at : at + size]))
            if name is not None and at + size <= len(words):
                found.append(name)
                at += size
                break
        else:
            found.append(words[at])
            at += 1
    return tuple(found)


def country(words: Sequence[str]) -> str:
    """Return the country that *words* name, or its government; nothing if neither.

    "Russia", "Moscow" and "the Kremlin" are one that speaks, "Russian government" too.
    """
    listed = _countries()
    name = " ".join(words)
    if len(words) > 1 and words[-1] in RULERS:
        return listed.get(" ".join(words[:-1]), "")
    found = listed.get(name, "")
    return "" if name in _peoples() else found


def is_adjective(word: str) -> bool:
    """Tell whether *word*, in small letters, is a country's, or a direction that belongs to it."""
    return word in _peoples() or word in _countries() or word in DIRECTIONS


def untitled(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name without titles in front: "mr cole" is "cole"."""
    at = 0
    while at < len(words) - 1 and _is_title(words[at]):
        at += 1
    return tuple(words[at:])


def _is_title(word: str) -> bool:
    lists = roles()
    return any(word in lists[sort] for sort in ("title", "honorific", "office") if sort in lists)


@cache
def _countries() -> dict[str, str]:
    """Return the name of a country by each of its names, adjectives, capitals and seats."""
    from brief.data import rows

    found: dict[str, str] = {}
    for sort, *slots in rows("places.en.txt"):
        if sort != "country":
            continue
        every = [form for slot in slots for form in slot.split(",") if form != "-"]
        first = " ".join(plain(every[0].replace("+", " ")))
        for form in every:
            found.setdefault(" ".join(plain(form.replace("+", " "))), first)
    return found


@cache
def _peoples() -> frozenset[str]:
    """Return the people and adjectives of countries: "Russians" are not Russia."""
    from brief.data import rows

    return frozenset(
        " ".join(plain(form.replace("+", " ")))
        for sort, *slots in rows("places.en.txt")
        if sort == "country" and len(slots) > 1
        for form in slots[1].split(",")
        if form != "-"
    )
