"""Gather what stages add to the reports of a story, once where several say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brief.builtin.renderers.extras import levels
from brief.builtin.renderers.wording import labelled, note, value_text
from brief.builtin.renderers.wording import noticed as in_words
from brief.digest.model import OF_READING
from brief.model import Section
from brief.spans import Span

from .sources import Cited, Source, Sources

LONGEST_VALUE = 400
# Deeper items stand at this depth: readers lose their way in deeper lists, and parsers theirs.
DEEPEST = 6
# Lines of one section in a story: a stage may list every number of every report.
MOST_LINES = 8


class Entry(NamedTuple):
    """A line of a section, *depth* (from 1) deep, with where it stands."""

    text: str
    depth: int
    cited: Cited


class Same(NamedTuple):
    """The lines that *sources* have in the same words; the places are those of the first."""

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]


class Added(NamedTuple):
    """A section of the same title in one report or more, with how many lines are left out."""

    title: str
    generated: bool
    parts: tuple[Same, ...]
    more: int = 0


class Noticed(NamedTuple):
    """What a reader should know before trusting a report, and of which reports."""

    text: str
    cited: Cited


def added(sources: Sources) -> tuple[Added, ...]:
    """Return every section of every report, those of one title together, cut to `MOST_LINES`."""
    found: dict[tuple[str, bool], dict[tuple[object, ...], list[int]]] = {}
    made: dict[tuple[int, tuple[object, ...]], tuple[Entry, ...]] = {}
    for number, report in enumerate(sources.reports):
        for section in report.brief.sections:
            kind = (section.title or section.key, section.origin == "generated")
            entries = tuple(_entries(section, number, sources))
            words = tuple((each.text, each.depth) for each in entries)
            made[number, words] = entries
            found.setdefault(kind, {}).setdefault(words, []).append(number)
    return tuple(
        _cut(
            Added(
                title,
                generated,
                tuple(
                    Same(sources.of(numbers), made[numbers[0], words])
                    for words, numbers in parts.items()
                ),
            )
        )
        for (title, generated), parts in found.items()
    )


def _cut(section: Added) -> Added:
    """Return *section* with its first lines, as many as each report may have for all to be heard.

    The reports share the room: where one has little to say, the next ones have more.
    """
    shown: list[Same] = []
    room, more = MOST_LINES, 0
    for place, part in enumerate(section.parts):
        share = max(1, room // (len(section.parts) - place)) if room else 0
        entries = part.entries[:share]
        room -= len(entries)
        more += len(part.entries) - len(entries)
        if entries or not part.entries:
            shown.append(part._replace(entries=entries))
    return section._replace(parts=tuple(shown), more=more)


def other_notes(sources: Sources) -> tuple[Added, ...]:
    """Return the notes on what is not printed, as one more section, if there are any."""
    parts: dict[tuple[str, ...], list[int]] = {}
    made: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    for number in range(len(sources)):
        entries = tuple(_noted(number, sources))
        words = tuple(each.text for each in entries)
        if entries:
            made.setdefault(words, entries)
            parts.setdefault(words, []).append(number)
    same = tuple(Same(sources.of(each), made[words]) for words, each in parts.items())
    return (Added("Notes", False, same),) if same else ()


def noticed(sources: Sources) -> tuple[Noticed, ...]:
    """Return the notices of all reports, each once, with the place in the first that has it.

    How an article was read is told of the whole digest, at its end.
    """
    found: dict[str, list[int]] = {}
    spans: dict[str, Span | None] = {}
    for number, report in enumerate(sources.reports):
        for each in report.brief.notices:
            if each.code in OF_READING:
                continue
            words = in_words(each)
            found.setdefault(words, []).append(number)
            spans.setdefault(words, each.span)
    return tuple(
        Noticed(words, sources.cited(numbers[0], _some(spans[words]), numbers[1:]))
        for words, numbers in found.items()
    )


def _entries(section: Section, number: int, sources: Sources) -> Iterator[Entry]:
    for item, level in levels(section.items):
        yield Entry(labelled(item), min(level, DEEPEST), sources.cited(number, item.spans))
    if section.data is not None and not section.items:
        data = value_text(section.data, f"section {section.key!r}", LONGEST_VALUE)
        yield Entry(data, 1, sources.cited(number, ()))


def _noted(number: int, sources: Sources) -> Iterator[Entry]:
    for name, each, spans in sources.notes(number).rest():
        words = f"{name}: {note(each, LONGEST_VALUE)}"
        yield Entry(words, 1, sources.cited(number, spans))


def _some(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()
