"""Find what is said after a cue, by what the verb can bring in."""

from __future__ import annotations

from collections.abc import Iterator

from brief.data import cues, roles, word_set

from .clause import ENDS, Stretch, clause, quotation_at
from .tokens import QUOTED, Unit
from .verbs import is_adverb
from .words import LINKS, NO_CLAUSE, PRONOUNS, STOPS, TIMES, VERBS

# Between the cue and what it brings in: "said in a long statement on Friday that".
FARTHEST = 16
# "That" opens a clause for sure, even one of two words ("that trains run").
SHORTEST_THAT = 2
# The longest subject of a clause that follows the cue at once.
LONGEST_SUBJECT = 9
ADJUNCTS = LINKS | TIMES | word_set("during after before through via")
NAMED_DAYS = TIMES - word_set("last late early earlier")
# Past these a "that" hangs on something else ("told reporters about claims that").
STRAYS = STOPS - LINKS - PRONOUNS - {"during"} | {"about", "against"}
NO_SUBJECT = STOPS - LINKS
# "Backed the plan" has an object, "backed away" and "praised on Friday" have none.
NO_OBJECT = NO_CLAUSE | LINKS | TIMES | word_set("off away out down up back")
NOBODY_TOLD = word_set("so many no that")
# "Tells a different story" reports nothing.
TALES = word_set("story stories tale tales lie lies joke jokes")
# After a verb these say when or how, and start no clause.
AFTERTHOUGHTS = word_set("later then afterwards recently separately again also once")
# Content of nothing else says when: "three days later", "around 10 p.m.".
WHEN = TIMES | word_set(
    """days weeks months years hours minutes day hour minute days nights evenings mornings
        decade decades time times the a an this that same next previous one two three four five
        six seven eight nine ten several many few some later ago earlier before after at on in of
        around about p.m a.m p.m. a.m. pm am noon midnight then"""
)
# Tails that the reporter adds to an object ("praised the plan, the latest of its kind").
TAILS = word_set("who which whom whose yet another")
TAILS_OF_TWO = frozenset(
    {("the", "latest"), ("a", "move"), ("a", "step"), ("a", "decision"), ("the", "second")}
)
# Whoever is welcomed at the door is greeted, not backed.
GREETED = word_set(
    "guests visitors crowd crowds fans tourists pilgrims customers delegates reporters"
)
# What is set out or outlined in words.
MATTERS = word_set(
    """circumstances condition conditions term terms plan plans demand demands proposal proposals
    position positions vision reason reasons case argument arguments strategy policy policies
    priorities goal goals aim aims concern concerns objection objections step steps measures
    view views timetable agenda principles rules details path roadmap options challenges"""
)
PERSONS = word_set("him her them us me you")


def after_cue(unit: Unit, at: int, frame: str) -> Stretch | None:
    """Return the tokens after the cue, from *at* on, that *frame* lets it bring in.

    None where they say no more than when ("said three days later").
    """
    found = _brought_in(unit, at, frame) if at < len(unit.low) else None
    return None if found is None or WHEN.issuperset(_wordy(unit, found)) else found


def _brought_in(unit: Unit, at: int, frame: str) -> Stretch | None:
    mark, low = unit.word[at], unit.low[at]
    if frame == "tell":
        return _told(unit, at)
    if mark in {":", ","}:
        return quotation_at(unit, at + 1)
    if mark == QUOTED or (low == "that" and frame not in {"quote", "object"}):
        return clause(unit, at + (low == "that"), SHORTEST_THAT)
    if frame in {"object", "claim"}:
        return _object(unit, at) if mark[0].isalnum() and low not in NO_OBJECT else None
    return _said(unit, at, frame) if frame != "quote" else None


def _wordy(unit: Unit, content: Stretch) -> Iterator[str]:
    """Yield the words of *content* and what it quotes, but no numbers and marks."""
    return (one for one in unit.low[content[0] : content[1]] if one[0].isalpha() or one == QUOTED)


def _object(unit: Unit, at: int) -> Stretch | None:
    """Return the object that starts at the token *at*, without what the reporter adds to it."""
    found = clause(unit, at, shortest=1)
    if found is None or _meets_people(unit, found) or _lays_things(unit, found):
        return None
    start, end = found
    low = unit.low
    for comma in range(start + 1, end - 1):
        if low[comma] == "," and (
            low[comma + 1] in TAILS or tuple(low[comma + 1 : comma + 3]) in TAILS_OF_TWO
        ):
            return start, comma
    return found


def _meets_people(unit: Unit, content: Stretch) -> bool:
    """Tell whether the verb before *content* is done to people, not to what they hold.

    "Dismissed Smith from the board" and "welcomed visitors" take no side.
    """
    start, end = content
    low, verb = unit.low, unit.low[start - 1]
    if verb.startswith(("dismiss", "reject")):
        link = next((at for at in range(start + 1, end) if low[at] == "from"), 0)
        return link > 0 and _is_person(unit, link - 1)
    if verb.startswith("welcom"):
        link = next((at for at in range(start, end) if low[at] in LINKS or low[at] == ","), end)
        greeted = not GREETED.isdisjoint(low[start:link])
        to = low[link : link + 1] == ["to"] and _is_person(unit, link - 1)
        return greeted or to or (low[start] in PERSONS and link <= start + 1)
    return False


def _lays_things(unit: Unit, content: Stretch) -> bool:
    """Tell whether "set out" or "laid out" before *content* puts things down: "the chairs"."""
    start, end = content
    verb = unit.low[start - 1]
    if verb != "out" and not verb.startswith("outlin"):
        return False
    close = next((at for at in range(start, end) if unit.low[at] in STOPS), end)
    return MATTERS.isdisjoint(unit.low[start:close])


def _is_person(unit: Unit, at: int) -> bool:
    low = unit.low[at]
    return unit.word[at][0].isupper() or low in PERSONS or low in roles()["people"]


def _said(unit: Unit, at: int, frame: str) -> Stretch | None:
    """Return a clause without "that", or what comes past a phrase of time or place."""
    low = unit.low
    if frame == "to" and low[at] == "to":
        return clause(unit, at)
    if low[at - 1].startswith("warn"):
        # "Warned the council that": whom comes first.
        told = _told(unit, at)
        if told is not None and low[told[0] - 1] == "that":
            return told
    if low[at] in AFTERTHOUGHTS:
        return _past_adjunct(unit, at + 1, frame)
    if is_adverb(low[at]) and _brings_in(unit, at + 1):
        return after_cue(unit, at + 1, frame)
    adjunct = low[at] in ADJUNCTS
    plain = frame == "bare" and low[at][0].isalnum() and not adjunct
    if plain or low[at] in PRONOUNS or low[at] == "there" or _finite(low, at):
        return clause(unit, at) if low[at] not in NO_CLAUSE else None
    return _past_adjunct(unit, at, frame) if adjunct else None


def _brings_in(unit: Unit, at: int) -> bool:
    """Tell whether content starts for sure at the token *at*: "said quietly that"."""
    return at < len(unit.low) and (unit.low[at] == "that" or unit.word[at] in {":", ",", QUOTED})


def _finite(low: list[str], at: int) -> bool:
    """Tell whether a subject and its verb follow: "mentioned Smith would", not "noted a rise"."""
    for end in range(at, min(len(low), at + LONGEST_SUBJECT)):
        if low[end] in VERBS:
            return end > at
        if low[end] in NO_SUBJECT or not low[end][0].isalnum():
            return False
    return False


def _told(unit: Unit, at: int) -> Stretch | None:
    """Return what somebody was told, past whom."""
    word, low = unit.word, unit.low
    if low[at] in NOBODY_TOLD:
        return None
    for end in range(at, min(len(low), at + FARTHEST)):
        if word[end] == QUOTED or low[end] == "that":
            return clause(unit, end + (low[end] == "that"), SHORTEST_THAT)
        if word[end] in {":", ","}:
            return quotation_at(unit, end + 1)
        # "It" may be whom: "told it that".
        if low[end] in PRONOUNS - {"it"} and end > at and low[end - 1] not in LINKS:
            return clause(unit, end)
        if low[end] in STRAYS or (low[end] in TALES and low[end + 1 : end + 2] != [":"]):
            return None
    return None


def _past_adjunct(unit: Unit, at: int, frame: str) -> Stretch | None:
    """Return the content after a phrase of time or place ("said on Friday that")."""
    word, low = unit.word, unit.low
    lexicon = cues()
    for end in range(at, min(len(low), at + FARTHEST)):
        if low[end] == "that":
            return clause(unit, end + 1, SHORTEST_THAT)
        if word[end] in {":", ","}:
            return quotation_at(unit, end + 1)
        if low[end] in lexicon or low[end] in STRAYS or word[end] in ENDS or word[end] == QUOTED:
            return None
        if frame == "bare" and low[end] in NAMED_DAYS and _opens(low, end + 1):
            return clause(unit, end + 1)
    return None


def _opens(low: list[str], at: int) -> bool:
    """Tell whether a clause plainly opens at the token *at*."""
    return at < len(low) and (low[at] in {"the", "there"} or low[at] in PRONOUNS)
