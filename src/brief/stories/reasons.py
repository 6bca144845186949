"""Say why the articles of a group are together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from .evidence import TOP_WORDS, Evidence, Terms
from .firmness import shared_tops
from .folding import folded, written
from .told import Join, Kind, Told

# As many shared words as are told of a join.
TOLD = 6


class Tie(NamedTuple):
    """Two articles that belong together, by their places in canonical order."""

    rank: int
    similarity: float
    first: int
    second: int
    overlap: float


RANKS: tuple[Kind, ...] = ("same text", "same report", "same event")


def spanning(ties: Sequence[Tie]) -> list[Tie]:
    """Return of *ties* the strongest that connect all articles, without any that closes a ring.

    Copies come first, then the articles most alike (Kruskal 1956).
    """
    home: dict[int, int] = {}

    def root(place: int) -> int:
        while home.get(place, place) != place:
            place = home[place] = home.get(home[place], home[place])
        return place

    found: list[Tie] = []
    for tie in sorted(ties, key=lambda tie: (tie.rank, -tie.similarity, tie.first, tie.second)):
        one, other = root(tie.first), root(tie.second)
        if one != other:
            home[other] = one
            found.append(tie)
    return found


def days_between(one: Told, other: Told) -> int | None:
    """Return how many days apart two articles were published, `None` where a date is missing."""
    first, second = day_of(one.published), day_of(other.published)
    return None if first is None or second is None else abs(first - second)


def day_of(published: str) -> int | None:
    """Return the number of the day that *published* begins with, `None` where it is no date."""
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def shared_words(article: Told, one: Evidence, other: Evidence, terms: Terms) -> tuple[str, ...]:
    """Return the strongest words that the tops share, as *article* writes them."""
    wanted = [terms.words[number] for number in shared_tops(one, other)][:TOLD]
    # The title comes last: it may be in capitals throughout.
    words = [*written(article.text, TOP_WORDS), *written(article.title)]
    words.reverse()  # so that the first way in which a word is written stays
    forms = dict(zip(map(folded, words), words, strict=True))
    return tuple(forms[word] for word in wanted if word in forms)


def join(tie: Tie, articles: Sequence[Told], shared: tuple[str, ...]) -> Join:
    """Return what is told of *tie*."""
    first, second = articles[tie.first], articles[tie.second]
    kind = RANKS[tie.rank]
    days = days_between(first, second)
    similarity, overlap = round(min(1.0, tie.similarity), 4), round(tie.overlap, 4)
    return Join(tie.first, tie.second, kind, similarity, overlap, shared, days)
