"""Tell a name of an organisation by its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from brief.data import roles, word_set

# Before one of these "General" is no rank.
GENERALS = word_set("motors electric mills dynamics assembly council administration")
# Plurals that own nothing in a name: "the People's Daily" is one name.
OWNED_BY_ALL = ("People's", "Children's", "Women's", "Men's")


def is_body(words: Sequence[str]) -> bool:
    """Tell whether a name is that of an organisation, by its words or as an acronym."""
    known = _words()
    for word in words:
        if word.lower() in known:
            return True
    if len(words) == 1:
        return len(words[0]) > 1 and words[0].isupper() and not _is_initials(words[0])
    return is_general(words, 0)


def _is_initials(word: str) -> bool:
    """Tell whether *word* is a given name cut short ("T.J."), and no "U.N."."""
    return word.count(".") > 1 and word[0] not in "UE"


@cache
def _words() -> frozenset[str]:
    """Return the words that no name of a person has."""
    return roles()["body"] | {word.lower() for word in OWNED_BY_ALL}


def is_general(words: Sequence[str], at: int) -> bool:
    """Tell whether the word *at* is the "General" of "General Motors", and no rank."""
    after = words[at + 1 : at + 2]
    return words[at].lower() == "general" and bool(after) and after[0].lower() in GENERALS
