"""Judge a noun phrase as a speaker: a name, a title, a plain description, or too doubtful."""

from __future__ import annotations

from collections.abc import Container

from brief.data import roles, word_set
from brief.model import Via
from brief.value import NamedTuple

from .tokens import Unit
from .verbs import is_adverb
from .words import ADVERBS, DETERMINERS, STOPS, TIMES

# Words in one noun phrase.
LONGEST_PHRASE = 14
PARTICLES = word_set("de da di du van von der den bin ibn al el la le")
ARTICLES = word_set("the a an")
# What ends a noun phrase to its left: closed classes but for determiners.
LEFT_STOPS = (STOPS | TIMES) - DETERMINERS


class Speaker(NamedTuple):
    """The tokens *first* to *last* name who speaks; *via* says what kind of phrase it is."""

    first: int
    last: int
    via: Via


def nominal_before(unit: Unit, end: int) -> int:
    """Return where the run of nouns, adjectives and one determiner before *end* starts."""
    at = end
    while at and end - at < LONGEST_PHRASE:
        word, low = unit.word[at - 1], unit.low[at - 1]
        if 1 < at < end and low in TIMES and word[0].isupper() and unit.low[at - 2] == "the":
            # "The Sunday Telegraph" is a name from its article on.
            return at - 2
        if low in LEFT_STOPS or not (word[0].isalnum() or word == "&"):
            break
        if at == 1 and is_adverb(low):
            break
        at -= 1
        if low in ARTICLES or (low in DETERMINERS and word[0].islower()):
            break
    return at


def nominal_after(unit: Unit, start: int) -> int:
    """Return where the nouns from *start* on end."""
    at = start
    while at < len(unit.low) and at - start < LONGEST_PHRASE:
        stops = unit.low[at] in STOPS or unit.low[at] in TIMES
        if stops or not unit.word[at][0].isalnum():
            break
        at += 1
    return at


def is_name(unit: Unit, first: int, last: int) -> bool:
    """Tell whether the tokens are a name of two words or more and nothing else."""
    words = unit.word[first:last]
    return 2 <= len(words) <= 6 and all(
        word[0].isupper() or word.lower() in PARTICLES for word in words
    )


def owns(word: str) -> bool:
    """Tell whether *word* is a possessive ("Smith’s")."""
    return word.endswith(("’s", "'s"))


def judge_plain(
    unit: Unit, start: int, end: int, common: Container[str], *, strict: bool = False
) -> Speaker | None:
    """Judge a phrase without prepositions.

    *strict*: nothing but titles may stand before the name in it. *common* are the words
    that the article has in lower case: "Critics" at the start of a sentence is no name.
    """
    word, low = unit.word, unit.low
    titles = roles()["title"]
    if end - start == 1 and low[start] in DETERMINERS:
        return Speaker(start, end, "description") if describes(unit, start, end) else None
    first = _name_start(unit, start, end)
    if first == end or (end - first == 1 and first == 0 and _is_common(low[0], common)):
        return Speaker(start, end, "description") if describes(unit, start, end) else None
    if low[first] in DETERMINERS and first + 1 < end:
        first += 1
    reach = first
    while reach > start and (low[reach - 1] in titles or low[reach - 1] in DETERMINERS):
        reach -= 1
    if strict and reach > start and not owns(word[reach - 1]):
        return None
    if reach < first and low[reach] in titles:
        # "Harbour Party leader Anna Reed": a title has the words before it.
        reach = start
    return Speaker(reach, end, "title" if all(one in titles for one in low[first:end]) else "name")


def _name_start(unit: Unit, start: int, end: int) -> int:
    """Return where the capitalised words at the phrase's end start, past their owner."""
    word, low = unit.word, unit.low
    first = end
    while first > start and (word[first - 1][0].isupper() or low[first - 1] in PARTICLES):
        first -= 1
    while first < end and word[first] in PARTICLES:
        first += 1
    # "Ukraine’s Ministry" is the ministry's word.
    return max((at + 1 for at in range(first, end) if owns(word[at])), default=first)


def _is_common(low: str, common: Container[str]) -> bool:
    return low in roles()["people"] or low in ADVERBS or low.endswith("ing") or low in common


def judge_linked(unit: Unit, start: int, link: int, end: int) -> Speaker | None:
    """Judge a phrase with a preposition at *link*: "a spokesman for Smith", "Bank of Wales"."""
    words = unit.word[start:end]
    capital = all(word[0].isupper() or word in {"of", "the", "and"} for word in words)
    if unit.low[link] == "of" and capital:
        title = link > start and unit.low[link - 1] in roles()["title"] and end - link < 4
        return Speaker(start, end, "title" if title else "name")
    return Speaker(start, end, "description") if describes(unit, start, link) else None


def describes(unit: Unit, start: int, end: int) -> bool:
    """Tell whether the phrase is plainly somebody: "the ministry", "White House officials"."""
    first = unit.low[start]
    alone = end - start == 1
    if first in DETERMINERS:
        return not alone or first in {"some", "many"}
    return (not alone and owns(unit.word[start])) or unit.low[end - 1] in roles()["people"]
