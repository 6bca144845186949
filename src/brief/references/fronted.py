"""Look behind what a sentence fronts: "In 2012 he", "After the vote, she", "Despite this"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import word_set

from .phrases import Found, found_at

if TYPE_CHECKING:
    from .heads import Head

SUBJECTS = word_set("he she they it")
OWNERS = word_set("his her their its")
POINTERS = word_set("this that these those")
SUBORDINATE = word_set(
    "after before when while as although though since if because until once whenever whereas unless"
)
FRONTED = SUBORDINATE | word_set(
    """in on at by for with from during despite under over following of to like unlike without
    through throughout amid among alongside besides within upon beyond against about given asked
    born known"""
)
# What a time is told with: "two years later he", "on Monday she".
TIMES = word_set(
    """in on at by last next the a an few first same early late later earlier ago year years month
    months week weeks day days night morning evening afternoon time that once one two three four
    five six seven eight nine ten point monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december then now
    here there often soon today yesterday again"""
)
PLACES = word_set("in at from to of on near")
# With these another clause begins.
OPENS = word_set(
    """that which who whom whose when where as if what because how the a an there i we you no some
    and but or"""
)
TITLES = word_set("to the mr mrs ms dr sir president")


def behind_time(words: Head, at: int) -> Found:
    """Return the subject behind nothing but a time: "In 2012 he"."""
    for on in range(at, min(at + 7, len(words) - 1)):
        if not (words.low(on) in TIMES or words.low(on)[0].isdigit()):
            return None
        if words.low(on + 1) in SUBJECTS:
            return found_at(words, on + 1)
    return None


def fronted(words: Head, at: int) -> Found:
    """Return what a fronted phrase or clause, or the subject behind it, points back with."""
    behind = at + 1
    if behind >= len(words):
        return None
    stops = [on + 1 for on in range(at, len(words) - 1) if words.word(on).stops]
    main = stops[0] if stops else None
    clause = words.low(at) in SUBORDINATE or words.low(at) == "according"
    if clause and _has_name(words, at, main):
        return None
    found = _after(words, stops) if main is not None else None
    if found is None and words.low(behind) in POINTERS:
        found = found_at(words, behind)
    if found is None and words.low(behind) in OWNERS | SUBJECTS:
        found = None if _is_told(words, behind, main) else found_at(words, behind)
    if found is None and main is None and not clause:
        found = _run_on(words, behind)
    return found


def _after(words: Head, stops: Sequence[int]) -> Found:
    """Return the subject behind the commas of what is fronted: "In 1950, back home, she"."""
    for main in stops[:3]:
        if words.low(main) in SUBJECTS:
            return found_at(words, main)
        if words.is_name(main) or words.low(main) in OPENS:
            return None
    return None


def _run_on(words: Head, at: int) -> Found:
    """Return the subject right behind what is fronted, with no comma: "For the film he"."""
    for on in range(at, min(at + 8, len(words) - 1)):
        low, before = words.low(on), words.low(on - 1)
        if low in SUBJECTS:
            return None if before in OPENS else found_at(words, on)
        if words.is_name(on) and before not in PLACES:
            return None
    return None


def _has_name(words: Head, at: int, main: int | None) -> bool:
    """Tell whether the subject of a fronted clause is a name: "After Ms Cole left, she"."""
    on = at + 1
    while words.low(on) in TITLES:
        on += 1
    return (main is None or on < main) and words.is_name(on)


def _is_told(words: Head, at: int, main: int | None) -> bool:
    """Tell whether the name comes later: "In his speech, Cole said", "In its plan, the bank"."""
    if main is None:
        return any(words.is_name(on) for on in range(at + 1, at + 9))
    if words.low(at) == "its" and words.low(main) == "the":
        return True
    return words.is_name(main) and not words.word(main).stops
