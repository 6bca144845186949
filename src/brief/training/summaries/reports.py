"""Take what other outlets say first of an event for a summary of each outlet's report of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from brief.builtin.summarisers.news.alone import awkward
from brief.builtin.summarisers.news.terms import Terms
from brief.model import Brief
from brief.training.records import records

from .corpus import Example, split

# Reports that share more of their terms are one text, and would teach that all of it matters.
SAME = 0.6
MOST, FEWEST = 6, 2


class Report(NamedTuple):
    """An outlet's report: its *title*, how it begins (*lead*), and the terms of all of it."""

    brief: Brief
    title: str
    lead: tuple[str, ...]
    terms: frozenset[str]


def with_reports(path: Path) -> list[Example]:
    """Return the articles of *path* with the headline and lead of others of the same `story`.

    Those that have fewer than two are left out, and so are copies of the same text.
    """
    stories: dict[str, list[Report]] = {}
    for record in records(path):
        if record.get("story") and record.get("title"):
            stories.setdefault(str(record["story"]), []).append(_report(record))
    found: list[Example] = []
    for reports in stories.values():
        for one in reports:
            texts = sorted(_others(one, reports))[:MOST]
            if len(texts) >= FEWEST and len(one.brief.sentences) > 3:
                # Many articles have no headline: weights must do with and without one.
                title = one.title if len(found) % 2 else ""
                found.append(Example(one.brief, texts, title))
    return found


def _report(record: dict[str, object]) -> Report:
    brief = split(record)
    reader = Terms("en")
    odd = awkward(brief.sentences)
    top = zip(brief.sentences[:6], odd, strict=False)
    lead = [sentence.text for sentence, is_odd in top if not is_odd and _says(sentence.text)]
    terms = (reader.stem(word) for each in brief.sentences for word in reader.words(each.text))
    return Report(brief, str(record["title"]), tuple(lead[:2]), frozenset(terms))


def _says(text: str) -> bool:
    return len(text.split()) > 7


def _others(one: Report, reports: Sequence[Report]) -> Iterator[str]:
    """Yield how each of *reports* that is no copy of *one* begins."""
    own = {sentence.text for sentence in one.brief.sentences}
    for other in reports:
        fewer = max(1, min(len(one.terms), len(other.terms)))
        copied = len(one.terms & other.terms) / fewer > SAME
        if other is not one and not copied and own.isdisjoint(other.lead):
            yield "\n".join((other.title, *other.lead))
