"""Group articles: copies first, then articles of one event, each join with its evidence."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .comparing import Compared, compared
from .linkage import Cluster, clustered, components, product
from .reasons import Tie, join, shared_words, spanning
from .told import Group, Join, Told

# How alike the articles of a story are on average, after all doubts; tests/bench/stories.py shows
# what it is worth.
THRESHOLD = 0.155


def grouped(articles: Sequence[Told]) -> tuple[Group, ...]:
    """Return the groups of *articles*, each article in one, alone where nothing else tells of it.

    Members stand in canonical order (published, then id), groups in that of their first member.
    The order of *articles* changes nothing but the places. Whether two articles are alike depends
    on these two only; whether they are in one group also on what else is there: a story joins
    while its articles are alike on average, and a word that over 100 articles have leads from
    each to the 30 nearest before it only.
    """
    return grouped_at(articles, THRESHOLD)


def grouped_at(articles: Sequence[Told], threshold: float) -> tuple[Group, ...]:
    """Return the groups as `grouped` does, by another *threshold* (0 to 1)."""
    with _uncollected():
        order = sorted(range(len(articles)), key=lambda place: _canonical(articles[place]))
        known = compared([articles[place] for place in order], threshold)
        return tuple(
            _placed(_group(known, members), order) for members in sorted(_members(known, threshold))
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the collector of cycles: grouping makes many objects and none of them in a ring."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _canonical(article: Told) -> tuple[str, str, str, str]:
    return article.published, article.id, article.title, article.text


def _members(known: Compared, threshold: float) -> Iterator[list[int]]:
    """Yield the members of each group, sorted."""
    copies = ((place, one.original) for place, one in known.copies.items())
    edges: dict[int, list[tuple[int, int]]] = {}
    parts = components(len(known.articles), [*copies, *known.alike])
    home = {place: number for number, part in enumerate(parts) for place in part}
    for pair in known.alike:
        edges.setdefault(home[pair[0]], []).append(pair)
    for number, part in enumerate(parts):
        yield from (
            [part] if len(part) == 1 else _split(known, part, edges.get(number, ()), threshold)
        )


def _split(
    known: Compared, part: Sequence[int], pairs: Sequence[tuple[int, int]], threshold: float
) -> list[list[int]]:
    """Return the groups of a *part* of the articles that nothing leads out of."""
    clusters: dict[int, Cluster] = {}
    for place in part:
        alone = Cluster(place, known.evidence[place].vector(), known.circumstances(place))
        report = known.report(place)
        if report in clusters:
            clusters[report].take(alone)
        else:
            clusters[report] = alone
    number = {report: at for at, report in enumerate(clusters)}
    units = list(clusters.values())
    edges: dict[tuple[int, int], float] = {}
    for pair in pairs:
        one, other = sorted(number[known.report(place)] for place in pair)
        if one != other and (one, other) not in edges:
            left, right = units[one], units[other]
            lone = len(left.members) == len(right.members) == 1
            total = known.alike[pair] if lone else product(left.total, right.total)
            edges[one, other] = total
    return clustered(units, edges, threshold)


def _group(known: Compared, members: Sequence[int]) -> Group:
    """Return the group of *members* with its reasons."""
    inside = set(members)
    ties = [known.copy(place) for place in members if place in known.copies]
    ties += [
        Tie(2, known.alike[pair], *pair, 0.0)
        for one in members
        for pair in known.beside.get(one, ())
        if pair[1] in inside
    ]
    joins = tuple(_reason(known, tie) for tie in spanning(ties))
    carries = (
        (place, known.copies[place].original, round(known.copies[place].share, 4))
        for place in members
        if place in known.copies
    )
    return Group(tuple(members), joins, tuple(carries))


def _reason(known: Compared, tie: Tie) -> Join:
    first, second = known.evidence[tie.first], known.evidence[tie.second]
    shared = shared_words(known.articles[tie.first], first, second, known.terms)
    if not tie.overlap:
        # The shorter one can have more of its words in the other.
        pair = sorted((tie.first, tie.second), key=lambda one: len(known.articles[one].text))
        tie = tie._replace(overlap=known.overlap(*pair))
    return join(tie, known.articles, shared)


def _placed(group: Group, order: Sequence[int]) -> Group:
    """Return *group* with the places that were given, for those in canonical order."""
    joins = (one._replace(first=order[one.first], second=order[one.second]) for one in group.joins)
    carries = ((order[member], order[original], share) for member, original, share in group.carries)
    return Group(tuple(order[one] for one in group.members), tuple(joins), tuple(carries))
