"""Name the reports of a story, and say where in them the words stand that a digest prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from brief.article import Article, Places
from brief.builtin.renderers.attribution import Wording
from brief.builtin.renderers.extras import Notes
from brief.builtin.renderers.html.safe import address
from brief.builtin.renderers.stretches import offsets, stretches
from brief.digest.model import Report
from brief.sanitise import one_line
from brief.spans import Span

from .fragment import shown_at

# The host of an address, for a report whose outlet is not known. One class: linear time.
_HOST = r"https?://(?:www\.)?([A-Za-z0-9.-]{1,253})"


class Source(NamedTuple):
    """A report as a digest names it: by its outlet, else its host, else the file.

    *name* is one in its story: a second report of one outlet is "The Courier (2)". *url* is
    empty where no link may lead there.
    """

    number: int
    name: str
    url: str
    article: Article


class Cited(NamedTuple):
    """Where words stand: in *source*, at *place* ("line 7 @1043-1180"); *also* tell the same.

    *link* shows the words at the outlet; it is empty where no link may lead there.
    """

    source: Source
    place: str
    link: str
    also: tuple[Source, ...] = ()


class Sources:
    """The reports of one story, each with what printing its words takes, made when wanted."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.reports = reports
        self._places: dict[int, Places] = {}
        self._wording: dict[int, Wording] = {}
        self._notes: dict[int, Notes] = {}
        seen: Counter[str] = Counter()
        self._all: list[Source] = []
        for number, report in enumerate(reports):
            article = report.brief.article
            name = _name(article)
            seen[name] += 1
            told = name if seen[name] == 1 else f"{name} ({seen[name]})"
            url = article.url if address(article.url) else ""
            self._all.append(Source(number, told, url, article))

    def __getitem__(self, number: int) -> Source:
        """Return the report at the place *number*."""
        return self._all[number]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._all)

    def of(self, numbers: Iterable[int]) -> tuple[Source, ...]:
        """Return the reports at *numbers*, in their order, each once."""
        return tuple(self._all[number] for number in dict.fromkeys(numbers))

    def outlets(self) -> int:
        """Return how many outlets the reports are of."""
        return len({_name(each.article) for each in self._all})

    def cited(self, number: int, spans: Iterable[Span], also: Iterable[int] = ()) -> Cited:
        """Return where *spans* of the report at *number* stand."""
        source = self._all[number]
        article = source.article
        joined = stretches(article.text, spans)
        others = self.of(each for each in also if each != number)
        if not joined:
            return Cited(source, "", source.url, others)
        if number not in self._places:
            self._places[number] = Places(article)
        line = self._places[number].line(joined[0][0])
        link = shown_at(source.url, article.text, joined) if source.url else ""
        return Cited(source, f"line {line} @{offsets(joined)}", link, others)

    def wording(self, number: int) -> Wording:
        """Return the words that introduce the statements of the report at *number*."""
        if number not in self._wording:
            self._wording[number] = Wording(self.reports[number].brief)
        return self._wording[number]

    def notes(self, number: int) -> Notes:
        """Return the notes on the report at *number* that were not taken yet."""
        if number not in self._notes:
            self._notes[number] = Notes(self.reports[number].brief)
        return self._notes[number]


def _name(article: Article) -> str:
    host = re.match(_HOST, article.url)
    origin = "standard input" if article.origin == "-" else one_line(article.origin)
    return one_line(article.outlet) or (host[1] if host else "") or origin
