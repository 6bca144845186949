"""What words look like: small classes that many words share."""

from __future__ import annotations

from functools import lru_cache

from brief.data import word_set

PRONOUN, LOWER, CAPITAL, CAPITALS, NUMBER, PAUSE, MARK, OTHER = range(8)
PRONOUNS = word_set("he she they it we i you who")
CONJUNCTIONS = word_set("that whether if how why what")
MARKS = frozenset('“”"«»„') | {"''", "``"}
ENDINGS = ("ing", "ed", "es", "s", "d")
# A stem keeps this many letters.
SHORTEST_STEM = 3


def shape(word: str) -> int:
    """Return the class of *word* by its letters alone; no word is a pronoun here."""
    first = word[0]
    if first.isdigit():
        return NUMBER
    if first.isupper():
        return CAPITALS if len(word) > 1 and word.isupper() else CAPITAL
    if first.isalpha():
        return LOWER
    if first in ",;:—–-":
        return PAUSE
    return MARK if word in MARKS else OTHER


@lru_cache(maxsize=16384)
def stem(low: str) -> str:
    """Return *low* without the ending of a verb: what "says" and "saying" share."""
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) >= len(ending) + SHORTEST_STEM:
            return low[: -len(ending)]
    return low
