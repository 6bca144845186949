"""Choose the sentences that sum a story up: what many reports tell, each fact once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.digest.model import Line
from brief.model import Pick
from brief.references import openings, pointing
from brief.wording import worded
from brief.words import count

from .centre import ranked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from brief.contracts import Context

    from .material import Material

# Sentences of a story's summary, by `Context.depth`.
SENTENCES = {"tldr": 1, "short": 3, "full": 8}
# What a term counts that one report alone has, beside 1 for one that all have.
ALONE = 0.1
# How much length counts against a sentence (0: not at all, 1: by each term), from so many terms.
LENGTH, SHORTEST = 0.75, 9
# Longer in terms, it is two sentences that lost what stood between them, or a list.
LONGEST = 34
CAPTIONS = ("this photo", "this picture", "this image", "this file photo", "the image shows")
# Added for a first sentence of a report: there stands what happened.
LEAD = 0.25
# Taken off a sentence with a number that most reports tell otherwise.
DISPUTED = 0.4
# A sentence that shares so much with a chosen one tells the same; with one elsewhere, 0 to 1.
SAME, ALSO = 0.4, 0.55
# A sentence adds so much of what the first one did, or it is left out of a long summary.
LEAST = 0.3
# Of so many reports, the most central ones, sentences are taken.
MOST = 60


class Candidate(NamedTuple):
    """A sentence that may be taken: where it stands, what is printed, and its terms.

    *rank* is its place (from 0) among those that its report's own brief has.
    """

    report: int
    place: int
    pick: Pick
    terms: tuple[str, ...]
    rank: int


def lines(
    material: Material, context: Context, doubted: Mapping[int, Collection[int]]
) -> tuple[Line, ...]:
    """Return the summary of the story: each sentence with its report and those that tell the same.

    Chosen from the summaries of the own reports' briefs, one by one for the terms that it adds
    and several reports have (coverage after Lin and Bilmes 2011), the first from the top of
    a report. A sentence that points back ("He said") is taken only with the name put in.
    *doubted* has, by report, the places of sentences whose numbers others tell otherwise.
    """
    central = ranked(material)
    if len(central) == 1 or not central:
        return tuple(_as_printed(material, central, doubted))
    found = [each for report in central[:MOST] for each in _candidates(material, context, report)]
    chosen = _chosen(material, context, found, doubted)
    if not chosen:
        return tuple(_as_printed(material, central[:1], doubted))
    # The lead first, then as the reports order them: what happened before what follows from it.
    rest = sorted(chosen[1:], key=lambda each: (each.rank, central.index(each.report)))
    return tuple(
        Line(each.report, each.pick, _also(material, each.report, each.terms, doubted))
        for each in (chosen[0], *rest)
    )


def _as_printed(
    material: Material, reports: Sequence[int], doubted: Mapping[int, Collection[int]]
) -> Iterator[Line]:
    """Yield the summary of the only report as its brief has it."""
    for report in reports:
        for pick in material.brief(report).summary.sentences:
            terms = material.terms(report, pick.text)
            yield Line(report, pick, _also(material, report, terms, doubted))


def _candidates(material: Material, context: Context, report: int) -> Iterator[Candidate]:
    """Yield the sentences of a brief's summary that can stand among those of other reports."""
    brief = material.brief(report)
    places = {sentence.id: place for place, sentence in enumerate(brief.sentences)}
    found = None
    for rank, pick in enumerate(brief.summary.sentences):
        place = places[pick.id]
        if pick.text.casefold().startswith(CAPTIONS):
            continue
        printed = pick
        if material.english[report] and _points(material, report, place):
            found = openings(brief) if found is None else found
            if place not in found or found[place].name is None or not context.trim:
                continue
        if material.english[report]:
            # By itself: in its own summary it may stand behind the sentence that names "him".
            parts = worded(brief, context, {place}, found)[place]
            printed = Pick(pick.id, parts, brief.text_of(parts), pick.score, pick.why)
        yield Candidate(report, place, printed, material.terms(report, printed.text), rank)


def _points(material: Material, report: int, place: int) -> bool:
    brief = material.brief(report)
    first = brief.sentences[place].parts[0]
    found = pointing(brief.article.text, first.start, first.end, is_first=not place)
    return found is not None


def _chosen(
    material: Material,
    context: Context,
    found: Sequence[Candidate],
    doubted: Mapping[int, Collection[int]],
) -> list[Candidate]:
    """Return the best candidates one after the other, none that tells what another has told."""
    room = _Room(material, context)
    chosen: list[Candidate] = []
    told: set[str] = set()
    left = [each for each in found if 0 < len(each.terms) <= LONGEST]
    first = 0.0
    while left and room.more(len(chosen)):
        leads = [each for each in left if not each.place] if not chosen else []
        worth = {
            number: _worth(material, each, told) - DISPUTED * (each.place in doubted[each.report])
            for number, each in enumerate(leads or left)
        }
        best = (leads or left)[max(worth, key=lambda number: (worth[number], -number))]
        gain = max(worth.values())
        first = first or gain
        if len(chosen) >= SENTENCES["short"] and gain < LEAST * first:
            break
        left = [each for each in left if material.shared(each.terms, best.terms) < SAME]
        if chosen and not room.fits(best):
            continue
        room.take(best)
        chosen.append(best)
        told.update(best.terms)
    return chosen


def _worth(material: Material, each: Candidate, told: Collection[str]) -> float:
    """Return what *each* adds: the terms that several reports have, for its length."""
    size = max(1, len(material.own) - 1)
    new = [
        max(ALONE, (material.told.get(term, 1) - 1) / size)
        for term in each.terms
        if term not in told
    ]
    length: float = max(len(each.terms), SHORTEST) ** LENGTH
    return sum(new) / length * (1 + LEAD * (not each.place))


def _also(
    material: Material,
    report: int,
    terms: Sequence[str],
    doubted: Mapping[int, Collection[int]],
) -> tuple[int, ...]:
    """Return the other reports that have a sentence with most of *terms*.

    One whose numbers others tell otherwise does not tell the same.
    """
    facts = [material.facts[number] for number, _ in material.near(terms, ALSO)]
    same = (each for each in facts if each.place not in doubted[each.report])
    return tuple(dict.fromkeys(each.report for each in same if each.report != report))


class _Room:
    """How much of a summary is left to fill."""

    def __init__(self, material: Material, context: Context) -> None:
        length = context.length
        self._sentences = SENTENCES[context.depth]
        self._words: float | None = None
        if length is not None and length.unit == "sentences":
            self._sentences = length.number
        elif length is not None:
            self._words = float(length.number)
            if length.unit == "percent":
                brief = material.brief(ranked(material)[0])
                self._words *= count(brief.text_of(brief.kept())) / 100

    def more(self, taken: int) -> bool:
        return taken < self._sentences if self._words is None else self._words > 0

    def fits(self, each: Candidate) -> bool:
        return self._words is None or count(each.pick.text) <= self._words

    def take(self, each: Candidate) -> None:
        if self._words is not None:
            self._words -= count(each.pick.text)
