"""Find what a cue stands for: the entry of the lexicon that it and its neighbours make up."""

from __future__ import annotations

from brief.data import Sense, senses, word_set
from brief.value import NamedTuple

from .around import Around
from .grammar import (
    ARTICLES,
    BE,
    DAYS,
    DETERMINERS,
    DO,
    HAVE,
    LINKS,
    OBJECTS,
    SUBJECTS,
    denies,
    is_adverb,
)

# "Ruled it out": these particles may stand behind a pronoun.
LOOSE = word_set("out off down aside away")
# Words between a noun and its article, or the verb that voices it ("voiced its firm opposition").
NEAR = 4


class Read(NamedTuple):
    """A *sense* of the lexicon and the words, from *first* up to *last*, that it is read from."""

    sense: Sense
    first: int
    last: int


def read_cue(around: Around) -> Read | None:
    """Return what the cue stands for, or None where it does no more than say."""
    for at in range(around.first, around.last):
        # "Favour" of "in favour of", "against" of "was against".
        for first in (at, at - 1):
            found = _sense_at(around, first, at) if first >= 0 else None
            if found is not None:
                return found if found.sense.stance != "says" or found.sense.slot != "-" else None
    return None


def _sense_at(around: Around, first: int, head: int) -> Read | None:
    """Return the first sense that holds for words which start at *first* and reach *head*."""
    some = senses(around.low(first))
    if not some:
        return None
    noun = is_noun(around, first)
    for sense in some:
        last = _reach(around, first, sense)
        if last <= head or (noun != sense.noun and not (sense.more and first < head)):
            continue
        if sense.slot != "verb" or sense.noun or is_verb(around, last):
            return Read(sense, first, last)
    return None


def _reach(around: Around, first: int, sense: Sense) -> int:
    """Return where the words of *sense* end if they stand at *first*, else -1."""
    at = first + 1
    if not sense.more:
        return at
    if sense.more[0] in LOOSE and around.low(at) in OBJECTS | {"this", "that"}:
        at += 1
    while is_adverb(around.low(at)) and around.low(at) != sense.more[0]:
        at += 1
    if around.low(at) == "on" and around.low(at + 1) in DAYS:
        # "Called on Friday for": a day is nobody to call on.
        at += 2
    elif around.low(at) in DAYS:
        at += 1
    for word in sense.more:
        if around.low(at) != word:
            return -1
        at += 1
    return at


def is_noun(around: Around, at: int) -> bool:
    """Tell whether the word at *at* is a noun here, or describes one, and no verb."""
    low, before = around.low(at), around.low(at - 1)
    if before in BE and not low.endswith(("ed", "ing")):
        # "Was back", "is champion".
        return True
    if not low.endswith(("ed", "ing", "s")) and not _may_act(around, at):
        # "Shot back", "faced ridicule".
        return True
    if around.speaks(at - 1) and not around.owns(at - 1):
        return False
    if low.endswith("ed"):
        return before in ARTICLES or around.owns(at - 1)
    if low.endswith("ing") and before.endswith("'s"):
        # "Smith's backing the plan" or "Smith's backing": a follower tells them apart.
        return around.low(at + 1) in {"of", "for", "that"}
    return _is_led(around, at)


def _may_act(around: Around, at: int) -> bool:
    """Tell whether what stands before the word at *at* can have it as its verb."""
    if at == 0:
        # "Demand for coal has risen."
        return not around.opened
    return _closes_subject(around, at - 1) or around.low(at - 1).endswith("s")


def _is_led(around: Around, at: int) -> bool:
    """Tell whether an article, an owner or the like stands before the word at *at*."""
    for back in range(at - 1, max(-1, at - 1 - NEAR), -1):
        word = around.low(back)
        if word in DETERMINERS - {"that"} or around.owns(back):
            return True
        if word in LINKS - {"to"} or _voices(around, back):
            return not around.low(at).endswith("ing")
        if _closes_subject(around, back):
            return False
    return False


def _closes_subject(around: Around, at: int) -> bool:
    """Tell whether a verb may follow the word at *at*, and no noun."""
    word = around.low(at)
    helper = word in BE or word in HAVE or word in DO or word in SUBJECTS
    return (
        helper
        or denies(word)
        or is_adverb(word)
        or word == "to"
        or not around.is_word(at)
        or around.is_name(at)
        or around.speaks(at)
    )


def _voices(around: Around, at: int) -> bool:
    return any(sense.slot in {"light", "drop"} for sense in senses(around.low(at)))


def is_verb(around: Around, at: int) -> bool:
    """Tell whether the word at *at*, behind "to", can be a verb."""
    word = around.low(at)
    if not around.is_word(at) or around.is_name(at) or around.owns(at):
        return False
    return not (word in DETERMINERS or word in OBJECTS or word in LINKS or word[0].isdigit())
