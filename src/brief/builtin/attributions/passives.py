"""Read passives that name who speaks: "branded “unsafe” by Smith", "was told by police that"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from brief.data import cue_starts, word_set

from .clause import Stretch, clause, to_comma
from .following import speaker_after
from .frames import Statement, made
from .naming import CALLS
from .tokens import QUOTED, Unit
from .verbs import Cue, is_adverb
from .words import ADVERBS, BE, DETERMINERS, HAVE, HEDGES, LINKS, MODAL, NOT, PRONOUNS, STOPS, VERBS

NAMING = frozenset(word for word in CALLS if word.endswith("ed"))
JUDGING = word_set(
    """condemned criticised criticized denounced rejected dismissed praised welcomed hailed backed
    endorsed opposed defended supported disputed denied slammed blasted applauded decried mocked
    attacked"""
)
# What follows these says what was told or asked.
TELLING = word_set("told informed warned assured asked urged advised accused")
OPENS = {"accused": frozenset({"of"})}
THAT_OR_TO = frozenset({"that", "to"})
# Words between the participle and "by".
REACH = 10
LONGEST_SUBJECT = 25
OPENERS = word_set("but and yet so also then ,")
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "what"})


def passives(unit: Unit, common: Container[str]) -> Iterator[Statement]:
    """Yield what is said *by* somebody: how a thing is called, what it is, whom they told.

    None where it was not said, might be, or where who said it is in doubt.
    """
    low = unit.low
    for by in range(2, len(low) - 1):
        if low[by] != "by":
            continue
        verb = _participle(unit, by)
        found = speaker_after(unit, by + 1, common) if verb is not None else None
        if verb is None or found is None or found[0].via == "pronoun":
            continue
        speaker, end = found
        if speaker.via == "description" and low[end : end + 1] == ["and"]:
            # "By his friend and fellow broadcaster": one or two.
            continue
        start = _helped(unit, verb)
        content = _content(unit, start, verb, by, end) if start is not None else ()
        if start is not None and content:
            yield made("passive", speaker, Cue(start, verb, verb + 1, "object"), *content)


def _participle(unit: Unit, by: int) -> int | None:
    """Return where the participle stands that "by" hangs on."""
    low, word = unit.low, unit.word
    for at in range(by - 1, max(-1, by - REACH), -1):
        if low[at] in NAMING or (at == by - 1 and (low[at] in JUDGING or low[at] in TELLING)):
            return at
        # A second "by" has an agent of its own.
        stops = (
            low[at] == "by"
            or low[at] in STOPS - LINKS - {"as", "and"}
            or low[at].endswith(("ed", "ing"))
        )
        if word[at] != QUOTED and (stops or not word[at][0].isalnum()):
            return None
    return None


def _helped(unit: Unit, verb: int) -> int | None:
    """Return where the verb's helpers start, or None where they deny it or leave it open."""
    low = unit.low
    at = verb
    while at and (low[at - 1] in BE | HAVE | ADVERBS or is_adverb(low[at - 1])):
        at -= 1
    before = low[at - 1] if at else ""
    doubt = before in MODAL | NOT or not HEDGES.isdisjoint(low[at:verb])
    return None if doubt or not NOT.isdisjoint(low[at:verb]) else at


def _content(unit: Unit, start: int, verb: int, by: int, end: int) -> tuple[Stretch, ...]:
    """Return what was said: the subject, and how it is called before "by" or behind the agent."""
    low = unit.low
    if low[verb] in TELLING:
        opens = OPENS.get(low[verb], THAT_OR_TO)
        told = low[end] in opens if end < len(low) else False
        helped = any(word in BE for word in low[start:verb])
        rest = clause(unit, end + (low[end] != "to"), 2) if told and helped else None
        return (rest,) if rest else ()
    subject = _subject(unit, start)
    if low[verb] in JUDGING and verb == by - 1:
        helped = any(word in BE for word in low[start:verb])
        return (subject,) if subject and helped else ()
    first = verb + 1 + (low[verb + 1] == "as")
    if first < by:
        given = any(unit.word[at] == QUOTED or at in unit.marked for at in range(first, by))
        if not given and low[verb + 1] not in {"as", "a", "an", "the"}:
            return ()
        return ((subject,) if subject else ()) + ((first, by),)
    if end < len(low) and low[end] == "as":
        rest = clause(unit, end + 1, 1)
        return ((subject,) if subject else ()) + (to_comma(unit, rest),) if rest else ()
    return ()


def _subject(unit: Unit, end: int) -> Stretch | None:
    """Return what stands before the passive, if it is the sentence's subject and nothing else.

    None where a clause, a comma or a quotation stands before it: how far the subject goes back
    is then in doubt.
    """
    low = unit.low
    first = next((at for at in range(end) if low[at] not in OPENERS), end)
    words = low[first:end]
    doubt = not VERBS.isdisjoint(words) or not cue_starts().isdisjoint(words)
    plain = all(word[0].isalnum() for word in words) and 0 < len(words) <= LONGEST_SUBJECT
    if doubt or not plain or RELATIVES & set(words) or words[0] in PRONOUNS | LINKS:
        return None
    return (first, end) if not DETERMINERS.issuperset(words) else None
