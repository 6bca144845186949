"""The bars that the default summariser is held to, and whether it keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summaries_draws import Gain, gain
from summaries_rouge import Score
from summaries_rows import FILLED, LEAD, RAW, Row

POOLED = ("writers", "cnndm")
# Length: least gain in ROUGE-1 and ROUGE-2 over the lead, of the pooled sets.
LEAST = {"3": (1.5, 0.5), "70w": (1.8, 1.0)}
# In no set, at no length, may it lose more than this to the lead.
LOSS = 0.3
LEADS = (LEAD, FILLED, RAW)


@dataclass(frozen=True)
class Result:
    """What every summariser reached on a set at a length."""

    set: str
    length: str
    rows: dict[str, Row]

    @property
    def base(self) -> str:
        """The lead that the others are held against: with words, the one that fills too."""
        return FILLED if FILLED in self.rows else LEAD


def gain_of(results: Sequence[Result], name: str, base: str, figure: str) -> Gain:
    """Return by how much *name* is above *base*, over the articles of all *results*."""
    pairs: list[tuple[Score, Score]] = []
    for each in results:
        ours, theirs = each.rows[name].scores, each.rows[base].scores
        pairs += [(ours[article], theirs[article]) for article in ours]
    ones, others = zip(*pairs, strict=True)
    return gain([getattr(one, figure) for one in ones], [getattr(one, figure) for one in others])


def bars(results: Sequence[Result], name: str) -> Iterator[str]:
    """Yield a line for each bar: what is asked, what *name* reached, and whether it is met."""
    known = [each for each in results if name in each.rows and each.base in each.rows]
    for length, least in LEAST.items():
        pool = [each for each in known if each.set in POOLED and each.length == length]
        if len(pool) == len(POOLED):
            yield from _pooled(pool, name, length, least)
    for length in dict.fromkeys(each.length for each in known):
        here = [each for each in known if each.length == length]
        yield _never_below(here, name, length)
        ahead = _ahead(here, name, length)
        if ahead:
            yield ahead


def _pooled(
    pool: Sequence[Result], name: str, length: str, least: tuple[float, float]
) -> Iterator[str]:
    base = pool[0].base
    for figure, bar in zip(("r1", "r2"), least, strict=True):
        found = gain_of(pool, name, base, figure)
        yield _line(f"{'+'.join(POOLED)}, {length}: {figure} above {base}", found, bar, found.mean)
    found = gain_of(pool, name, base, "r1")
    yield _line(f"{'+'.join(POOLED)}, {length}: interval of r1 above 0", found, 0, found.low)
    for each in pool:
        found = gain_of([each], name, base, "r1")
        yield _line(f"{each.set}, {length}: r1 above {base}", found, 0, found.mean)


def _never_below(results: Sequence[Result], name: str, length: str) -> str:
    """Say where it loses most to a lead, the one that fills and the one users get."""
    found = [
        (gain_of([each], name, base, "r1"), each.set, base)
        for each in results
        for base in (LEAD, FILLED)
        if base in each.rows
    ]
    worst, where, base = min(found)
    return _line(f"every set, {length}: worst is {where}, above {base}", worst, -LOSS, worst.mean)


def _ahead(results: Sequence[Result], name: str, length: str) -> str:
    """Say how far it is ahead of the best of the others, where that is least."""
    found = [
        (gain_of([each], name, other, "r1"), each.set, other)
        for each in results
        for other in each.rows
        if other not in (*LEADS, name)
    ]
    if not found:
        return ""
    least, where, other = min(found)
    return _line(f"every set, {length}: least ahead of {other} on {where}", least, 0, least.mean)


def _line(what: str, found: Gain, bar: float, value: float) -> str:
    kept = value >= bar if bar else value > bar
    return f"{what:58}{found!s:>24}  {'>=' if bar else '>'} {bar:+g}  {'ok' if kept else 'MISSED'}"
