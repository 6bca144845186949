"""Read a noun of the lexicon by who voices it: "expressed support for", "his denial of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import senses, word_set

from .grammar import LINKS, is_adverb
from .mood import Mood, mood
from .senses import NEAR, Read, is_noun, is_verb

if TYPE_CHECKING:
    from brief.model import Stance

    from .around import Around

# "Expressed no support for", "his former support for".
NONE_OF = word_set("no little scant less without lack previous former past earlier initial prior")


def voiced(around: Around, noun: Read) -> Stance:
    """Return the stance of a *noun* that the words around it show somebody to hold."""
    held, dropped = _held(around, noun)
    if held is Mood.PLAIN and not dropped:
        return noun.sense.stance
    # "Withdrew" or "did not voice", and "support": only the first opposes.
    return "opposes" if held is Mood.PLAIN and noun.sense.stance == "supports" else "says"


def behind(around: Around, verb: int) -> Read | None:
    """Return the noun that the verb at *verb* voices, or takes back, if the lexicon has it."""
    for at in range(verb + 1, verb + 2 + NEAR):
        if not around.is_word(at) or around.low(at) in LINKS or around.low(at) in NONE_OF:
            return None
        found = _followed(around, at)
        if found is not None and is_noun(around, at):
            return found
    return None


def _followed(around: Around, at: int) -> Read | None:
    """Return the noun at *at* as the lexicon has it, if what must follow it does."""
    for sense in senses(around.low(at)):
        if sense.noun and _follows(around, at + 1, sense.slot):
            return Read(sense, at, at + 1)
    return None


def _follows(around: Around, at: int, slot: str) -> bool:
    word = around.low(at)
    options = slot.split(",")
    if "verb" in options and word == "to":
        return is_verb(around, at + 1)
    return word in options or _by_speaker(around, at)


def _by_speaker(around: Around, at: int) -> bool:
    """Tell whether "by" or "from" stands at *at*, and behind it who speaks."""
    behind_it = at + 1 < len(around.starts) and around.starts[at + 1] == around.speaker.start
    return around.low(at) in {"by", "from"} and behind_it


def _held(around: Around, noun: Read) -> tuple[Mood, bool]:
    """Return how the *noun* holds, and whether it is taken back ("withdrew support for").

    It is unsure where nobody is seen to voice it.
    """
    at = noun.first
    if not _follows(around, at + 1, noun.sense.slot):
        return Mood.UNSURE, False
    if _by_speaker(around, at + 1):
        return Mood.PLAIN, False
    for back in range(at - 1, max(-1, at - 2 - NEAR), -1):
        word = around.low(back)
        if word in NONE_OF:
            return Mood.UNSURE, False
        if around.owns(back) and around.speaks(back):
            return _owned(around, back), False
        slots = {sense.slot for sense in senses(word)}
        if slots & {"light", "drop"}:
            return mood(around, back)[0], "drop" in slots
        if not around.is_word(back) or word in LINKS:
            break
    return Mood.UNSURE, False


def _owned(around: Around, owner: int) -> Mood:
    """Return how a noun holds that belongs to who speaks ("withdrew his support" has none)."""
    while owner and around.starts[owner - 1] >= around.speaker.start:
        owner -= 1
    before = owner - 1
    while is_adverb(around.low(before)):
        before -= 1
    lost = any(sense.slot == "drop" for sense in senses(around.low(before)))
    return Mood.UNSURE if lost else Mood.PLAIN
