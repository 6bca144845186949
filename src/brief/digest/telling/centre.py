"""Find the report that stands for a story: its words are those that most reports have."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .material import Material

# So many sentences of a report say what it is about.
TOP = 3
# Words: shorter headlines are labels, longer ones are first sentences.
SHORT, LONG = 4, 18
# How much a headline loses that shouts, asks, or is too short or long.
LOSS = 0.6
# What a report without a sentence is worth.
EMPTY = 0.1


def ranked(material: Material) -> list[int]:
    """Return the places of the own reports, the most central first.

    A report is central if its headline and its first sentences have the terms that many
    reports have. Ties go to the earlier report.
    """
    worth = {report: _worth(material, report) for report in material.own}
    return sorted(material.own, key=lambda report: (-worth[report], report))


def title_of(material: Material) -> str:
    """Return the headline of the most central report that has a good one, else of any report."""
    titled = [each for each in material.own if material.brief(each).article.title.strip()]
    if not titled:
        every = [each.brief.article.title for each in material.reports]
        return next((title for title in every if title.strip()), "")
    best = max(titled, key=lambda report: (_headline(material, report), -report))
    return material.brief(best).article.title


def _worth(material: Material, report: int) -> float:
    """Return the mean share of reports that tell a term of the report's top."""
    brief = material.brief(report)
    top = " ".join([brief.article.title, *(each.text for each in brief.sentences[:TOP])])
    shares = _shares(material, material.terms(report, top))
    return shares if brief.sentences else shares * EMPTY


def _shares(material: Material, terms: tuple[str, ...]) -> float:
    if not terms:
        return 0.0
    size = len(material.own)
    return sum([material.told.get(term, 0) / size for term in terms]) / len(terms)


def _headline(material: Material, report: int) -> float:
    title = material.brief(report).article.title
    size = len(title.split())
    worth = _worth(material, report) + _shares(material, material.terms(report, title))
    bad = title.isupper() or title.rstrip().endswith("?") or not SHORT <= size <= LONG
    return worth * LOSS if bad else worth
