"""Find who is named right after a cue: "said Smith", "according to the ministry"."""

from __future__ import annotations

from collections.abc import Container

from brief.data import roles, word_set
from brief.spans import Span

from .phrases import (
    LONGEST_PHRASE,
    PARTICLES,
    Speaker,
    describes,
    is_name,
    judge_plain,
    nominal_after,
    owns,
)
from .tokens import Unit
from .verbs import is_adverb
from .words import DETERMINERS, FIRST_PERSON, LINKS, NOBODY, PRONOUNS, STOPS, TIMES

# What a phrase that starts with a name goes on with: "a White House pool report", "a Reed aide".
NOUNS = word_set(
    """summary report reports records record aide aides poll polls survey surveys analysis average
    filings filing readout cables account accounts ally allies delegate supporter data figures
    documents document statistics sources spokesperson strategist pollster index estimates tally
    magazine newspaper website leader member"""
)
# These follow a name and are no part of what it names ("said Reed days later").
NO_NOUNS = (
    STOPS
    | TIMES
    | word_set(
        "days weeks months years hours minutes moments via per aloud outright anew overnight"
    )
)
DASHES = "-–—― "
# Characters and words: a signature is a name with an office, not a list item.
LONGEST_SIGNATURE = 90
LONGEST_NAME = 5


def speaker_after(unit: Unit, start: int, common: Container[str]) -> tuple[Speaker, int] | None:
    """Return who is named from the token *start* on and where that ends.

    *common* are the words that the article has in lower case.
    """
    if start >= len(unit.low) or unit.low[start] in NOBODY | FIRST_PERSON:
        return None
    if unit.low[start] in PRONOUNS:
        return Speaker(start, start + 1, "pronoun"), start + 1
    end = _phrase_end(unit, start)
    if end == start or (end - start == 1 and unit.low[start] in DETERMINERS):
        return None
    return _shared_name(unit, start, end) or _judged(unit, start, end, common)


def _phrase_end(unit: Unit, start: int) -> int:
    """Return where the phrase from *start* ends: with its name, else with its nouns."""
    low, word = unit.low, unit.word
    people = roles()["people"]
    named = False
    at = start + (low[start] in DETERMINERS)
    while at < len(low) and at - start < LONGEST_PHRASE:
        if low[at] in STOPS or low[at] in TIMES or not (word[at][0].isalnum() or word[at] == "&"):
            break
        upper = word[at][0].isupper() or (named and low[at] in PARTICLES)
        noun = low[at] in people or low[at] in NOUNS
        if named and not upper and not noun and not _leads_to_name(unit, at):
            break
        # "Norland’s foreign ministry" goes on past its owner.
        named = (named or upper) and not owns(word[at])
        at += 1
    return at


def _leads_to_name(unit: Unit, at: int) -> bool:
    """Tell whether a title starts at *at* and a name follows ("GM chief executive Rick Lund")."""
    titles = roles()["title"]
    while at < len(unit.low) and unit.word[at].islower() and unit.low[at] in titles:
        at += 1
    return at < len(unit.low) and unit.low[at - 1] in titles and unit.word[at][0].isupper()


def _shared_name(unit: Unit, start: int, end: int) -> tuple[Speaker, int] | None:
    """Return a name that goes on after *end* by "and" (two speakers) or "of" (a body)."""
    low, word = unit.low, unit.word
    if end >= len(low) - 1:
        return None
    if low[end] == "and" and word[end + 1][0].isupper():
        last = nominal_after(unit, end + 1)
        return Speaker(start, last, "description"), last
    title = low[end - 1] in roles()["title"]
    if (
        low[end] == "of"
        and word[end - 1][0].isupper()
        and (title or low[end - 1] in roles()["body"])
    ):
        last = nominal_after(unit, end + 1)
        return Speaker(start, last, "title" if title and last - end < 4 else "name"), last
    return None


def _judged(unit: Unit, start: int, end: int, common: Container[str]) -> tuple[Speaker, int] | None:
    """Judge the phrase, with what prepositions and an apposition add to it."""
    low, word, size = unit.low, unit.word, len(unit.low)
    if end < size and word[end - 1][0].isupper() and _goes_on(unit, end):
        # "By Labour frontbench colleagues": the name is half of who it was.
        return None
    if word[end - 1][0].isupper() and not owns(word[end - 1]):
        found = judge_plain(unit, start, end, common)
        return (found, end) if found else None
    last = end
    while last < size - 1 and low[last] in LINKS and last - start < LONGEST_PHRASE:
        after = nominal_after(unit, last + 1)
        # "Praised by police for tackling": what follows "for" is what for.
        if after == last + 1 or low[last + 1].endswith("ing") or last + 1 in unit.marked:
            break
        last = after
    if last < size - 2 and word[last] == "," and word[last + 1][0].isupper():
        after = nominal_after(unit, last + 1)
        if (after == size or word[after] in ",.;") and is_name(unit, last + 1, after):
            return Speaker(last + 1, after, "name"), after
    plain = describes(unit, start, end) or low[end - 1] in NOUNS
    return (Speaker(start, last, "description"), last) if plain else None


def _goes_on(unit: Unit, at: int) -> bool:
    """Tell whether a noun phrase runs on at the token *at*, behind a capitalised word."""
    word, low = unit.word[at], unit.low[at]
    return word[0].islower() and low not in NO_NOUNS and not is_adverb(low)


def is_signature(text: str, place: Span) -> Span | None:
    """Return the name in a line that is a dash and a name, "— Anna Reed, mayor", if it is one."""
    line = text[place.start : place.end]
    bare = line.lstrip(DASHES)
    if bare == line or len(line) > LONGEST_SIGNATURE:
        return None
    start = place.end - len(bare.lstrip())
    name = bare.strip().split(",")[0].split("(")[0].rstrip(" .")
    words = name.split()
    upper = all(word[0].isupper() or word in PARTICLES for word in words)
    if not upper or not 1 <= len(words) <= LONGEST_NAME:
        return None
    return Span(start, start + len(name))
