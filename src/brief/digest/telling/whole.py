"""Put together what a story tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.digest.model import Story
from brief.sanitise import shortened

from .alone import alone
from .centre import title_of
from .lines import lines
from .material import Material
from .numbers import disagreeing
from .retold import retold, without_those
from .stands import said, stands
from .voices import Voices
from .wordings import reworded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.digest.model import Difference, Report, Tie

# Characters of a sentence that stands for a headline.
HEADLINE = 80


def _doubted(material: Material, differences: Sequence[Difference]) -> dict[int, set[int]]:
    """Return, by report, the places of sentences whose numbers others tell otherwise."""
    found: dict[int, set[int]] = {report: set() for report in range(len(material.reports))}
    for each in differences:
        if each.kind == "number":
            for version in each.versions:
                for place, sentence in enumerate(material.brief(version.report).sentences):
                    if sentence.start <= version.spans[0].start < sentence.end:
                        found[version.report].add(place)
    return found


def told(
    id: str,  # noqa: A002 - the field of a story
    title: str | None,
    reports: Sequence[Report],
    ties: Sequence[Tie],
    context: Context,
) -> Story:
    """Return the story that *reports* tell together, in the order they are given.

    *title* None stands for the headline of the most central report; where no report has one, the
    summary begins the title. Its summary is drawn from
    the reports' own summaries, each fact once (`lines`); their parties are merged into voices
    and their positions into stands; the differences are quotations in other words, numbers
    that disagree, and what one outlet alone has. `Context.length`, `depth`, `max_positions`
    and `trim` count as they do for a brief. Reports that carry another one add nothing but the
    places where they tell the same, and quotations and numbers that they print otherwise.

    Who says what, and numbers, are read in English reports only. The same reports in the same
    order give the same story. Time grows with the sentences of the reports.
    """
    material = Material(reports, context)
    alike = retold(material)
    numbers = [*alike, *without_those(disagreeing(material), alike)]
    voices = Voices(material)
    every = said(material)
    heard = voices.voices((each.report, each.position.party) for each in every)
    differences = (*reworded(material), *numbers, *alone(material, voices, every))
    summary = lines(material, context, _doubted(material, differences))
    headline = title_of(material) if title is None else title
    return Story(
        id,
        headline or shortened(summary[0].pick.text if summary else "", HEADLINE),
        tuple(reports),
        summary=summary,
        voices=heard,
        stands=stands(material, voices, every, context),
        differences=differences,
        ties=tuple(ties),
    )
