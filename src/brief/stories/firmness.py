"""Whether two articles have a firm link, without which no likeness of words joins them."""

from __future__ import annotations

from collections.abc import Sequence

from .evidence import Evidence

# The squared worth, summed, of words that both tops have: two rare words, or more less rare ones.
LEAST_LINK = 100.0
# Fewer names say nothing: a short text, or a script without capitals.
LEAST_NAMES = 3


def firm(one: Evidence, other: Evidence, worth: Sequence[float]) -> bool:
    """Tell whether the texts share a name and a word that is in neither title, the tops rare words.

    So two articles are never joined by their titles only, nor one that is too short to tell.
    *worth* is that of each word by its number.
    """
    if one.alone or other.alone:
        return False
    both = set(one.text).intersection(other.text)
    if not both.difference(one.title, other.title) or _strangers(one, other, both):
        return False
    return sum(worth[word] ** 2 for word in shared_tops(one, other)) >= LEAST_LINK


def _strangers(one: Evidence, other: Evidence, both: set[int]) -> bool:
    """Tell whether both texts name names, and none of one stands in the other.

    Two trials, or two companies' results, are told in the same words: the names differ.
    """
    named = min(len(one.names), len(other.names)) >= LEAST_NAMES
    return named and both.isdisjoint(one.names) and both.isdisjoint(other.names)


def shared_tops(one: Evidence, other: Evidence) -> list[int]:
    """Return the numbers of the words that both tops have, the heaviest in *one* first."""
    return [word for word in one.top if word in other.top]
