"""Tell whether a verb holds as it stands: said to be so, said not to be so, or neither for sure."""

from __future__ import annotations

from enum import Enum

from .around import Around
from .grammar import (
    ASIDE,
    BE,
    CAN,
    CARRIES_ON,
    CONDITION,
    DO,
    HAVE,
    MAYBE,
    MEANS,
    MERELY,
    NO_ONE,
    REFUSE,
    denies,
    is_adverb,
)

# Words that are looked at before a verb.
FAR = 10
# How far before "to" its means may stand ("took to the radio last night to condemn").
REACH = 8
QUOTES = frozenset('“”"‘’')
HELPERS = BE | HAVE | DO | CAN | MAYBE
# What stands for a "to" that tells what is done, not what somebody shall do.
DONE = "."
# "He's accused" may be "has" or "is".
SHORT = ("'s", "'re", "'m")
# Past participles that do not end in -ed.
PARTICIPLES = frozenset({"told", "taken", "given", "made", "torn", "withdrawn", "spoken"})


class Mood(Enum):
    """How a verb holds; what is *passive* is done to its subject."""

    PLAIN = "plain"
    DENIED = "denied"
    UNSURE = "unsure"
    PASSIVE = "passive"


def mood(around: Around, verb: int) -> tuple[Mood, int]:
    """Return how the verb at *verb* holds, and where the words that say so start.

    "Does not", "will not", "no longer", "never" and "refused to" deny it. "Has not", "has yet
    to", "declined to", "failed to", "stopped short of", "may", "once" and "if" leave it open.
    """
    helpers, first = _helpers(around, verb)
    low = around.low(verb)
    if (low.endswith("ing") and around.low(first - 1) in ASIDE) or _is_open(around, first - 1):
        return Mood.UNSURE, first
    participle = low.endswith("ed") or low in PARTICIPLES
    if participle and around.low(first - 1).endswith(SHORT):
        return Mood.UNSURE, first
    return _weighed(helpers, participle=participle), first


def _helpers(around: Around, verb: int) -> tuple[list[str], int]:
    """Return the words that turn the verb at *verb*, the nearest first, and where they start."""
    found: list[str] = []
    at = verb
    while len(found) < FAR:
        word = around.low(at - 1)
        if word == "longer" and around.low(at - 2) == "no":
            found.append("never")
            at -= 2
        elif word == "to":
            governor, at = _governor(around, at - 1, found)
            found.append(governor)
            if governor in {"to", DONE}:
                break
        elif word in HELPERS or denies(word) or word in MERELY or is_adverb(word):
            found.append(word)
            at -= 1
        elif word in QUOTES and around.low(at - 3) in QUOTES and is_adverb(around.low(at - 2)):
            # “Strongly” urged.
            at -= 3
        else:
            break
    return found, at


def _governor(around: Around, to: int, found: list[str]) -> tuple[str, int]:
    """Return what the "to" at *to* hangs on, "to" itself where that tells nothing, and where."""
    at = to - 1
    if denies(around.low(at)):
        found.append("not")
        at -= 1
    if around.low(at) == "on":
        at -= 1
    word = around.low(at)
    if word in CARRIES_ON or word in REFUSE:
        return word, at
    means = any(around.low(back) in MEANS for back in range(to - 2, to - REACH, -1))
    return (DONE if means else "to"), to


def _weighed(helpers: list[str], *, participle: bool) -> Mood:
    """Return what *helpers*, the nearest first, make of a verb."""
    held = [
        word
        for at, word in enumerate(helpers)
        # "Not only condemned"; "once again condemned".
        if not (denies(word) and at and helpers[at - 1] in MERELY)
        and not (word == "once" and at and helpers[at - 1] == "again")
    ]
    auxiliary = next((word for word in held if word in HELPERS), "")
    if participle and auxiliary in BE:
        return Mood.PASSIVE
    denied = any(denies(word) or word in REFUSE for word in held)
    can = any(word in CAN for word in held)
    had = any(word in HAVE for word in held) and "never" not in held and REFUSE.isdisjoint(held)
    not_yet = any(word in {"hasn't", "haven't", "hadn't"} for word in held)
    if "to" in held or not MAYBE.isdisjoint(held) or not_yet or can != (can and denied):
        return Mood.UNSURE
    if denied:
        return Mood.UNSURE if had else Mood.DENIED
    return Mood.PLAIN


def _is_open(around: Around, subject: int) -> bool:
    """Tell whether the subject that ends at *subject* is nobody, or only supposed to act."""
    if around.low(subject) in NO_ONE | CONDITION | {"than", "alone"}:
        return True
    if not around.speaks(subject):
        return False
    while subject and around.starts[subject - 1] >= around.speaker.start:
        subject -= 1
    return around.low(subject) in NO_ONE or around.low(subject - 1) in CONDITION
