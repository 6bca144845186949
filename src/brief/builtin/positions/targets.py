"""Find whom or what a statement is aimed at, where the words around its cue say so plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import word_set
from brief.spans import Span

from .grammar import BE, CAN, DO, HAVE, MAYBE, TIMES, is_adverb
from .phrases import DEMONYM, QUOTES, Phrase, phrase
from .senses import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.model import Party

    from .around import Around
    from .senses import Read

# "Warned Smith that", "warned Smith against".
TOLD = word_set("that of about against not over to")
# Whoever is told so is the reporter's public, not whom it is aimed at.
PUBLIC = word_set("reporters journalists viewers readers listeners")
# "Told the story to friends" asks nothing of it.
TALES = word_set("story stories tale tales truth lie lies joke jokes secret secrets")
# "Urged Smith to “leave at once”".
MARKS = QUOTES | {"'"}
# How far behind "pinned the blame" its "on" may stand.
REACH = 10
FINITE = BE | HAVE | DO | CAN | MAYBE


def aimed_at(around: Around, read: Read) -> Phrase | None:
    """Return whom or what the cue *read* is aimed at, or None where it is not plain."""
    at, slot = read.last, read.sense.slot
    if slot in {"asked", "ordered"}:
        return asked(around, at)
    if slot == "told":
        found = phrase(around, at, takes_of=False)
        return found if found and _is_told(around, found) else None
    if slot == "that":
        return _in_clause(around, at)
    if slot == "blame":
        return _blamed(around, at)
    if slot in {"object", "backed", "matter"} and not read.sense.noun:
        return phrase(around, at, takes_of=read.sense.stance != "accuses")
    return None


def asked(around: Around, at: int) -> Phrase | None:
    """Return who, from the word at *at* on, is asked to do something ("urged Smith to leave")."""
    found = phrase(around, at)
    if found is None or around.low(found.last - 1) in TALES:
        return None
    at = found.last
    while around.low(at) in TIMES or is_adverb(around.low(at)) or around.low(at) in {"on", "not"}:
        at += 1
    at += around.low(at) in MARKS
    if around.low(at) != "to":
        return None
    return found if is_verb(around, at + 1 + (around.low(at + 1) in MARKS)) else None


def _is_told(around: Around, found: Phrase) -> bool:
    """Tell whether what is told follows, and those told are not the press."""
    behind = around.low(found.last)
    told = behind in TOLD or behind in QUOTES or behind in {",", ":"}
    return told and around.low(found.last - 1) not in PUBLIC


def _in_clause(around: Around, at: int) -> Phrase | None:
    """Return the name that is the subject behind "that" ("demanded that Norland leave")."""
    if around.low(at) != "that":
        return None
    first = at + 1
    start = first + (around.low(first) == "the")
    end = start
    while around.is_name(end):
        end += 1
    plain = end > start and around.is_word(end) and not around.owns(end - 1)
    if not plain or around.low(end) in {"and", "or", "of"}:
        return None
    # "That Norlandish troops leave" is about the troops.
    if around.low(end - 1).endswith(DEMONYM) and around.low(end) not in FINITE:
        return None
    return Phrase(first, end, end)


def _blamed(around: Around, at: int) -> Phrase | None:
    """Return who is blamed: "blamed Smith for", "blamed the delay on Smith"."""
    found = phrase(around, at)
    end = found.last if found else at
    for on in range(end, end + REACH if found is None else end + 1):
        if around.low(on) == "on":
            return phrase(around, on + 1)
    return found if found and _may_be_blamed(around, found.last) else None


def _may_be_blamed(around: Around, at: int) -> bool:
    """Tell whether what was blamed is who: "for" or the end of the clause follows."""
    return around.low(at) in {"for", "and", "as"} or not around.is_word(at)


def span_of(around: Around, found: Phrase) -> Span:
    """Return where *found* stands in the article."""
    return Span(around.starts[found.first], around.ends[found.last - 1])


def heads(parties: Iterable[Party]) -> dict[int, list[tuple[int, str]]]:
    """Return the start and party of each mention, by where it ends."""
    found: dict[int, list[tuple[int, str]]] = {}
    for party in parties:
        for mention in party.mentions:
            found.setdefault(mention.end, []).append((mention.start, party.id))
    return found


def party_of(around: Around, found: Phrase, ends: dict[int, list[tuple[int, str]]]) -> str:
    """Return the party whose mention heads *found*: none for "Smith's plan", none in doubt."""
    if not found.head:
        return ""
    first, head = around.starts[found.first], around.starts[found.head - 1]
    ids = {
        party
        for end in {around.ends[found.head - 1], around.ends[found.last - 1]}
        for start, party in ends.get(end, ())
        if first <= start <= head
    }
    return ids.pop() if len(ids) == 1 else ""
