"""Articles that carry the report of another: the same text, or most of it word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .folding import written
from .told import Told

# So much of an article's own words, in runs of five, stand in the report that it carries.
CARRIED = 0.5
RUN = 5
# Shorter texts share that much by chance, or by what a site prints under all it publishes.
LEAST_RUNS = 25
READ_WORDS = 1000
# Where pieces between spaces are longer on average, words are not divided by spaces.
LONGEST = 15
# Kept at a time: neighbours in canonical order are compared with each other.
CACHED = 2048

# Which share of one article's words stands in another's, by their places.
Overlap = Callable[[int, int], float]


class Carried(NamedTuple):
    """That an article carries the report of *original*, which gives it the *share* of its words."""

    original: int
    share: float


def same_texts(articles: Sequence[Told], stubs: Sequence[bool]) -> dict[int, int]:
    """Return for each article whose text another before it has the place of that one.

    Texts are the same but for white space. A stub must have the title too: pages without an
    article often hold the same line. Where no text is, nothing is the same.
    """
    first: dict[tuple[str, str], int] = {}
    found: dict[int, int] = {}
    for place, article in enumerate(articles):
        text = " ".join(article.text.split())
        if not text:
            continue
        title = " ".join(article.title.split()) if stubs[place] else ""
        original = first.setdefault((text, title), place)
        if original != place:
            found[place] = original
    return found


def carried(
    articles: Sequence[Told], pairs: Iterable[tuple[int, int]], overlap: Overlap
) -> dict[int, Carried]:
    """Return which article carries the report of which, of *pairs* that are much alike.

    The original is the longest, then the earliest, then the first by id; it carries none itself.
    """
    near: dict[int, list[int]] = {}
    for one, other in pairs:
        short, long = sorted((one, other), key=lambda place: len(articles[place].text))
        if overlap(short, long) >= CARRIED:
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    found: dict[int, Carried] = {}
    done: set[int] = set()
    # The places are in canonical order: by date, then id.
    for place in sorted(near, key=lambda place: (-len(articles[place].text), place)):
        originals = [each for each in near[place] if each in done and each not in found]
        shares = [(overlap(place, each), -each) for each in originals]
        share, least = max(shares, default=(0.0, 0))
        if share >= CARRIED:
            found[place] = Carried(-least, share)
        done.add(place)
    return found


def overlaps(articles: Sequence[Told]) -> Overlap:
    """Return what tells which share of one article's words stands in another, in runs of five.

    It takes the places of both, and gives 0 for a text too short to tell.
    """

    @lru_cache(maxsize=CACHED)
    def runs(place: int) -> tuple[list[int], frozenset[int]]:
        # Hashes differ from process to process, but are only looked up, and in no order.
        words = _word_for_word(articles[place].text)
        found = list(map(hash, zip(*(words[at:] for at in range(RUN)), strict=False)))
        return found, frozenset(found)

    def overlap(one: int, other: int) -> float:
        (own, mine), (_, theirs) = runs(one), runs(other)
        known = mine & theirs
        if len(own) < LEAST_RUNS or not known:
            return 0.0
        covered, upto = 0, 0
        for at in [at for at, run in enumerate(own) if run in known]:
            covered += at + RUN - (at if at > upto else upto)
            upto = at + RUN
        return covered / (len(own) + RUN - 1)

    return overlap


def _word_for_word(text: str) -> list[str]:
    """Return the first 1,000 words of *text* with the marks they carry, in small letters."""
    low = text.replace("’", "'").lower()
    words = low.split(maxsplit=READ_WORDS)[:READ_WORDS]
    # Chinese, Japanese and Thai have no spaces: their words are found by a slower way.
    spaced = sum(map(len, words)) < LONGEST * len(words)
    return words if spaced else written(low, READ_WORDS)
