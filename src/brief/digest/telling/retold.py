"""Find sentences that reports print alike, but for a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.digest.model import Difference, Version
from brief.spans import Span

from .amounts import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.model import Sentence

    from .material import Material

# With fewer other words a sentence may be a line of a table, or of every report of its kind.
LEAST = 6
# Reports that lie further apart, in days, are of two days' numbers.
DAYS = 3
# What the difference is called by, in words of the sentence.
TOLD = 6
# Words that are numbers and more.
ONE = ("one", "zero", "no", "a")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


class _Told(NamedTuple):
    """A sentence of a report, and the numbers in it as they compare."""

    report: int
    sentence: Sentence
    numbers: tuple[str, ...]


def retold(material: Material) -> list[Difference]:
    """Return where a sentence stands in several reports word for word, with other numbers.

    Reports that carry another one count too: a figure that changed in a copy is told nowhere
    else. There is a version for each set of numbers, of the first report that has it.
    """
    alike: dict[tuple[str, ...], list[_Told]] = {}
    for report in range(len(material.reports)):
        for key, each in _of(material, report):
            alike.setdefault(key, []).append(each)
    found = (_difference(key, _versions(material, each)) for key, each in alike.items())
    return [each for each in found if each is not None]


def without_those(
    differences: Sequence[Difference], known: Sequence[Difference]
) -> list[Difference]:
    """Return *differences* but for those of which every version stands in one of *known*."""
    held = {
        (version.report, span)
        for each in known
        for version in each.versions
        for span in version.spans
    }

    def told(version: Version) -> bool:
        return any(
            report == version.report and span.start <= version.spans[0].start < span.end
            for report, span in held
        )

    return [each for each in differences if not all(map(told, each.versions))]


def _of(material: Material, report: int) -> Iterator[tuple[tuple[str, ...], _Told]]:
    """Yield the sentences of *report* that have numbers, by their other words.

    One that stands there twice is a line of a list, and no sentence to compare.
    """
    found: dict[tuple[str, ...], _Told | None] = {}
    for sentence in material.brief(report).sentences:
        words = [word.casefold() for word in WORD.findall(sentence.text)]
        numbers = tuple(_value(word) for word in words if _is_number(word))
        key = tuple("#" if _is_number(word) else word for word in words)
        if numbers and len(key) - len(numbers) >= LEAST:
            found[key] = None if key in found else _Told(report, sentence, numbers)
    yield from ((key, each) for key, each in found.items() if each is not None)


def _versions(material: Material, told: Sequence[_Told]) -> list[_Told]:
    """Return the first of *told* with each set of numbers that is not of another day."""
    first: dict[tuple[str, ...], _Told] = {}
    for each in told:
        earliest = next(iter(first.values()), each)
        days = material.apart(earliest.report, each.report)
        if days is None or days <= DAYS:
            first.setdefault(each.numbers, each)
    return [*first.values()]


def _difference(key: tuple[str, ...], told: Sequence[_Told]) -> Difference | None:
    if len(told) < 2:
        return None
    at = key.index("#")
    about = " ".join([word for word in key[max(0, at - 1) :] if word != "#"][:TOLD])
    return Difference("number", about, tuple(_version(each) for each in told))


def _version(each: _Told) -> Version:
    sentence = each.sentence
    spans = tuple(Span(part.start, part.end) for part in sentence.parts)
    return Version(each.report, sentence.text, spans)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or (word in NUMERALS and word not in ONE)


def _value(word: str) -> str:
    """Return a number as it compares: "eight" and "8" are one."""
    return str(NUMERALS[word]) if word in NUMERALS else word.replace(",", "")
