"""Read what somebody calls something: "called it a wreck", "branded “unsafe” by Smith"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from brief.data import cues, roles, word_set

from .clause import Stretch, clause, to_comma
from .frames import Statement, made
from .phrases import Speaker, judge_plain, nominal_before
from .speakers import speaker_before
from .tokens import QUOTED, Unit
from .verbs import Cue, helpers
from .words import CONDITIONS, DETERMINERS, LINKS, PRONOUNS

CALLS = word_set(
    """called calls calling branded brands branding labelled labels labelling labeled labeling
    dubbed dubs dubbing termed terms deemed described describes describing characterised
    characterises characterising characterized characterizes characterizing portrayed"""
)
# These need an "as" between what is described and how.
AS_CALLS = word_set(
    """described describes describing characterised characterises characterising characterized
    characterizes characterizing portrayed"""
)
# Words between the verb and what it calls something.
REACH = 12
RELATIVES = frozenset({"what", "which", "whom", "who"})
# "Called on", "called for" and "called off" name nothing.
PARTICLES = word_set("on for off out upon to back up in into at from")
THINGS = word_set("it him her them this that")
ARTICLES = frozenset({"a", "an", "the"})


def named(unit: Unit, common: Container[str], found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield who calls what how: only where marks, "as" or an article show the name it is given.

    *found* are the statements read before: ", calling it “false”" has their speaker.
    """
    low = unit.low
    for at, word in enumerate(low):
        if word not in CALLS or not at or at + 2 >= len(low) or low[at + 1] in PARTICLES:
            continue
        owner = _relative_subject(unit, at, common)
        if owner is not None:
            yield from _owned(unit, at, owner)
            continue
        helped = helpers(low, at)
        if helped is None or helped[1]:
            continue
        start, _, finite = helped
        speaker = speaker_before(unit, start, common) if finite else _sharer(unit, start, found)
        plain = speaker is not None and _speaks(unit, speaker, start)
        content = _called(unit, at) if plain else None
        if speaker is not None and content is not None:
            yield made("naming", speaker, Cue(start, at, at + 1, "object"), content)


def _owned(unit: Unit, at: int, owner: Speaker) -> Iterator[Statement]:
    """Yield what *owner* calls something with the verb at *at*, past a relative pronoun."""
    given = _given(unit, at)
    if given is not None:
        yield made("naming", owner, Cue(at, at, at + 1, "object"), *given)


def _sharer(unit: Unit, start: int, found: Sequence[Statement]) -> Speaker | None:
    """Return the one speaker so far, for a participle behind a comma."""
    earlier = [one for one in found if one.cue[1] <= start]
    if unit.low[start - 1] != "," or len({one.speaker for one in earlier}) != 1:
        return None
    return Speaker(*earlier[0].speaker, earlier[0].via)


def _speaks(unit: Unit, speaker: Speaker, start: int) -> bool:
    """Tell whether *speaker* can call something a name: "a website called “Gate”" does not."""
    low = unit.low
    if low[start - 1] == "," and low[start - 2] in cues() and speaker.last < start - 1:
        # "The Courier, Smith said, called it “a wreck”" is what Smith says.
        return False
    return speaker.via != "description" or low[speaker.last - 1] in roles()["people"]


def _called(unit: Unit, at: int) -> Stretch | None:
    """Return what the verb at *at* calls something, and how: "the plan “a wreck on stilts”"."""
    content = clause(unit, at + 1, 2)
    low = unit.low
    if content is None or low[at + 1] in {"a", "an"} or "by" in low[at + 1 : at + REACH]:
        # "A town called “the gate” by sailors" is a passive.
        return None
    if _is_marked(unit, at + 1) or (low[at + 1] == "the" and _is_marked(unit, at + 2)):
        # "A website called “Gate”" has no object: it is its name.
        return None
    start, end = content
    near = range(start + 1, min(end, start + REACH))
    if low[at] in AS_CALLS and not any(low[one] == "as" for one in near):
        return None
    first = next((one for one in near if _is_marked(unit, one)), None)
    if first is not None:
        before = low[first - 1 - (low[first - 1] in DETERMINERS)]
        if before in LINKS:
            # "Called the talk of a “free port” nonsense": what is marked is not the name given.
            return None
        return start, _marks_end(unit, first, end)
    short = low[start] in THINGS and start + 2 < end and low[start + 1] in ARTICLES
    return to_comma(unit, content) if short or low[at] in AS_CALLS else None


def _is_marked(unit: Unit, at: int) -> bool:
    return unit.word[at] == QUOTED or at in unit.marked


def _marks_end(unit: Unit, first: int, end: int) -> int:
    """Return where the words in marks from the token *first* end, and a condition behind them."""
    if unit.word[first] == QUOTED:
        last = first + 1
    else:
        last = next((one for one in range(first + 1, end) if one in unit.marked), end)
    behind = unit.low[last] if last < end else ""
    return end if behind in CONDITIONS or (behind == "and" and _is_marked(unit, last + 1)) else last


def _relative_subject(unit: Unit, at: int, common: Container[str]) -> Speaker | None:
    """Return the subject of "what he called ...", "whom Smith described as ..."."""
    low = unit.low
    if low[at - 1] in PRONOUNS:
        via = Speaker(at - 1, at, "pronoun")
        return (
            via if at > 1 and low[at - 2] in RELATIVES and low[at - 1] not in {"i", "we"} else None
        )
    first = nominal_before(unit, at)
    if first == at or not first or low[first - 1] not in RELATIVES:
        return None
    return judge_plain(unit, first, at, common)


def _given(unit: Unit, at: int) -> tuple[Stretch, ...] | None:
    """Return how something is described past a relative pronoun, and before it what."""
    low, word = unit.low, unit.word
    start = at + 1 + (low[at + 1] == "as")
    quoted = next(
        (one for one in range(start, min(start + 4, len(word))) if word[one] == QUOTED), 0
    )
    if quoted:
        return ((start, quoted + 1),)
    if low[at + 1] != "as":
        return None
    found = clause(unit, start, 1)
    what = antecedent(unit, at)
    if found is None or what is None:
        return None
    return what, to_comma(unit, found)


def antecedent(unit: Unit, at: int) -> Stretch | None:
    """Return the noun phrase before ", whom he" or ", which Smith" in front of the token *at*."""
    comma = next((one for one in range(at - 1, max(0, at - 8), -1) if unit.word[one] == ","), 0)
    first = nominal_before(unit, comma) if comma else 0
    if first == comma or all(word in DETERMINERS for word in unit.low[first:comma]):
        return None
    return first, comma
