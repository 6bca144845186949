"""How right statements are against annotated ones: the metrics, on the words of one article.

A word is a run of letters and digits, an apostrophe or a full stop inside allowed.

*content*: words inside the content of any statement, found against annotated.
*speaker+content*: the same, a word counting only if a statement found over it and one
annotated over it have speakers that share a word (the stop words left out), or have none.
*relation*: statements paired one to one with annotated ones, best first, where F1 over the
words of their contents is one half or more; right if the speakers agree as above.
*right source*: of annotated statements that name a source, those of whose content a statement
found covers half or more and has a speaker that agrees.

A group ("quoted", "direct") is scored with precision over the statements found that are of it,
against everything annotated, and recall over those annotated that are of it, against everything
found: a statement whose edges are elsewhere is not wrong for having changed its group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from brief.data import word_set

Range = tuple[int, int]
Words = frozenset[int]

WORD = re.compile(r"\w+(?:[’'.]\w+)*")
# From a double mark to the next one, or to the end of the line where none closes it.
MARKED = re.compile(r'[“"][^“”"\n]++(?!“)[”"]?')
STOP = word_set("the a an of to and in on for with at by s")
# A statement with so many words inside double marks is a quotation.
QUOTED = 4
# What two contents share at least to be one statement; what of an annotated one is found.
PAIRED = COVERED = 0.5
ALL = "all"


class Counts(NamedTuple):
    """*right* of *found* statements or words; *met* of those that are annotated (*gold*)."""

    right: int = 0
    found: int = 0
    met: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """In per cent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.met / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """In per cent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


# What is counted: a metric and a group.
Key = tuple[str, str]
Tally = Mapping[Key, Counts]


class Told(NamedTuple):
    """A statement as the words it takes: *who* without stop words, *named* if it has a speaker.

    *groups* are those it counts in; *number* is its place among those of the article.
    """

    content: Words
    who: Words
    named: bool
    groups: frozenset[str]
    confidence: float = 1.0
    number: int = 0


class Page:
    """The words of an article, and which of them stand in double marks."""

    def __init__(self, text: str) -> None:
        self.places = [match.span() for match in WORD.finditer(text)]
        self.stop = {at for at, (a, b) in enumerate(self.places) if text[a:b].lower() in STOP}
        self.marked = self.words(match.span() for match in MARKED.finditer(text))

    def words(self, spans: Iterable[Range]) -> Words:
        """Return which words the *spans* touch."""
        return frozenset(at for start, end in spans for at in self._touched(start, end))

    def _touched(self, start: int, end: int) -> Iterator[int]:
        # Bisection by hand: the key is the end of a word.
        low, high = 0, len(self.places)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.places[middle][1] <= start else (low, middle)
        while low < len(self.places) and self.places[low][0] < end:
            yield low
            low += 1

    def told(
        self,
        content: Iterable[Range],
        speaker: Iterable[Range],
        *,
        groups: Iterable[str] = (),
        confidence: float = 1.0,
        number: int = 0,
    ) -> Told:
        """Return a statement; it is put into the group "quoted" or "unquoted" as well."""
        said, who = self.words(content), self.words(speaker)
        kind = "quoted" if len(said & self.marked) >= QUOTED else "unquoted"
        names = frozenset((ALL, kind, *groups))
        return Told(said, who - self.stop, bool(who), names, confidence, number)

    def form(self, told: Told) -> str:
        """Return what form a statement has by the marks alone."""
        inside = len(told.content & self.marked)
        return "indirect" if not inside else "direct" if inside == len(told.content) else "mixed"


def agree(one: Told, other: Told) -> bool:
    """Tell whether two speakers share a word that says something, or are both none."""
    return bool(one.who & other.who) or not (one.who or other.who)


def pairs(found: Sequence[Told], gold: Sequence[Told]) -> dict[int, int]:
    """Return which statement found (its index) stands for which annotated one."""
    scored = sorted(
        (
            (2 * len(true.content & each.content) / (len(true.content) + len(each.content)), i, j)
            for i, true in enumerate(gold)
            for j, each in enumerate(found)
            if true.content & each.content
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    met: set[int] = set()
    for score, i, j in scored:
        if score >= PAIRED and i not in met and j not in taken:
            taken[j] = i
            met.add(i)
    return taken


def tally(found: Sequence[Told], gold: Sequence[Told]) -> dict[Key, Counts]:
    """Return the counts of one article, for every group that a statement is in."""
    found = [each for each in found if each.content]
    gold = [each for each in gold if each.content]
    groups = sorted({name for each in (*found, *gold) for name in each.groups})
    counts: dict[Key, Counts] = {}
    pairing = pairs(found, gold)
    for group in groups:
        counts["content", group] = _words(found, gold, group, speakers=False)
        counts["speaker+content", group] = _words(found, gold, group, speakers=True)
        counts["relation", group] = _relations(found, gold, group, pairing)
        counts["right source", group] = _sources(found, gold, group)
        counts["speaker, where paired", group] = _paired(found, gold, group, pairing)
    return counts


def _words(found: Sequence[Told], gold: Sequence[Told], group: str, *, speakers: bool) -> Counts:
    right, all_found = _side(found, gold, group, speakers=speakers)
    met, all_gold = _side(gold, found, group, speakers=speakers)
    return Counts(right, all_found, met, all_gold)


def _side(
    these: Sequence[Told], others: Sequence[Told], group: str, *, speakers: bool
) -> tuple[int, int]:
    """Return how many words of the *group* in *these* the *others* have too, and how many."""
    over: dict[int, list[Told]] = {}
    for each in others:
        for at in each.content:
            over.setdefault(at, []).append(each)
    mine: dict[int, bool] = {}
    for each in these:
        if group in each.groups:
            for at in each.content:
                same = any(not speakers or agree(each, other) for other in over.get(at, ()))
                mine[at] = mine.get(at, False) or same
    return sum(mine.values()), len(mine)


def _relations(
    found: Sequence[Told], gold: Sequence[Told], group: str, pairing: Mapping[int, int]
) -> Counts:
    right = {j: i for j, i in pairing.items() if agree(found[j], gold[i])}
    return Counts(
        sum(group in found[j].groups for j in right),
        sum(group in each.groups for each in found),
        sum(group in gold[i].groups for i in right.values()),
        sum(group in each.groups for each in gold),
    )


def _sources(found: Sequence[Told], gold: Sequence[Told], group: str) -> Counts:
    named = [true for true in gold if true.named and group in true.groups]
    met = sum(
        any(
            len(true.content & each.content) >= COVERED * len(true.content) and agree(true, each)
            for each in found
        )
        for true in named
    )
    return Counts(met=met, gold=len(named))


def _paired(
    found: Sequence[Told], gold: Sequence[Told], group: str, pairing: Mapping[int, int]
) -> Counts:
    """Return of statements with a speaker that stand for an annotated one how many are right."""
    held = [(j, i) for j, i in pairing.items() if found[j].named and group in found[j].groups]
    return Counts(right=sum(agree(found[j], gold[i]) for j, i in held), found=len(held))


def summed(tallies: Iterable[Tally]) -> dict[Key, Counts]:
    """Return the sums over articles."""
    sums: dict[Key, list[int]] = {}
    for each in tallies:
        for key, counts in each.items():
            into = sums.setdefault(key, [0, 0, 0, 0])
            for at, count in enumerate(counts):
                into[at] += count
    return {key: Counts(*into) for key, into in sums.items()}
