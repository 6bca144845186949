"""Compare articles: which carry the same text, which the same report, and which are alike."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from .candidates import candidates
from .copies import Carried, Overlap, carried, overlaps, same_texts
from .doubts import Circumstances, doubt
from .evidence import Evidence, Terms, evidence
from .firmness import firm
from .linkage import KEPT
from .reasons import Tie, day_of
from .told import Told

# Articles that are less alike carry no report of each other.
ALIKE = 0.45

Pair = tuple[int, int]


class Compared(NamedTuple):
    """What is known of articles, by their places.

    *alike* holds the pairs that may be of one event, with how alike their words are, and *beside*
    the same pairs by the first of each. *copies* says of each article that carries the text or
    report of another, of which and with what share; *same* of each copy of a text, of which;
    *overlap* tells which share of one's words stands in another.
    """

    articles: Sequence[Told]
    evidence: Sequence[Evidence]
    terms: Terms
    alike: dict[Pair, float]
    beside: dict[int, list[Pair]]
    copies: dict[int, Carried]
    same: dict[int, int]
    overlap: Overlap

    def report(self, place: int) -> int:
        """Return which article's report the one at *place* carries: its own, or another's."""
        return self.copies[place].original if place in self.copies else place

    def copy(self, place: int) -> Tie:
        """Return what ties the article at *place* to the one whose text or report it carries."""
        if place in self.same:
            return self._tie(0, self.same[place], place, 1.0)
        return self._tie(1, self.copies[place].original, place, self.copies[place].share)

    def _tie(self, rank: int, original: int, place: int, overlap: float) -> Tie:
        one, other = self.evidence[original], self.evidence[place]
        return Tie(rank, likeness(one, other), min(original, place), max(original, place), overlap)

    def circumstances(self, place: int) -> Circumstances:
        """Return when, where and in what language an article was published."""
        return _about(self.articles[place], self.evidence[place])


def compared(articles: Sequence[Told], threshold: float) -> Compared:
    """Compare *articles*, which are in canonical order."""
    terms = Terms()
    known = [evidence(article, terms) for article in articles]
    same = same_texts(articles, [one.alone for one in known])
    alike, close = _alike(articles, known, terms, threshold)
    near = [pair for pair in close if pair[0] not in same and pair[1] not in same]
    overlap = overlaps(articles)
    reports = carried(articles, near, overlap)
    copies = {
        place: reports.get(original, Carried(original, 1.0)) for place, original in same.items()
    }
    beside: dict[int, list[Pair]] = {}
    for pair in alike:
        beside.setdefault(pair[0], []).append(pair)
    return Compared(articles, known, terms, alike, beside, {**reports, **copies}, same, overlap)


def _alike(
    articles: Sequence[Told], known: Sequence[Evidence], terms: Terms, threshold: float
) -> tuple[dict[Pair, float], list[Pair]]:
    """Return the firm pairs that may join, and the pairs so close that one may carry the other."""
    about = [_about(*both) for both in zip(articles, known, strict=True)]
    least = KEPT * threshold
    found: dict[Pair, float] = {}
    close: list[Pair] = []
    for place, others in candidates([one.keys for one in known]):
        mine = known[place]
        for other in others:
            theirs = known[other]
            similarity = likeness(mine, theirs)
            if similarity < least:
                continue
            if similarity >= ALIKE:
                close.append((other, place))
            enough = similarity * doubt(about[other], about[place]) >= least
            if enough and firm(theirs, mine, terms.worth):
                found[other, place] = similarity
    return found, close


def likeness(one: Evidence, other: Evidence) -> float:
    """Return how alike two articles are (0 to 1): the mean of two cosines."""
    whole, top = one.whole, one.top
    wholes = [whole[word] * other.whole[word] for word in whole.keys() & other.whole.keys()]
    tops = [top[word] * other.top[word] for word in top.keys() & other.top.keys()]
    # Whatever the numbers of words, and so their order, the sum is the same to the last bit.
    return fsum(wholes + tops)


def _about(article: Told, known: Evidence) -> Circumstances:
    return Circumstances(day_of(article.published), article.outlet, english=known.english)
