"""Find numbers of one thing that reports disagree about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.builtin.summarisers.news.terms import Terms
from brief.data import word_set
from brief.digest.model import Difference, Version
from brief.spans import Span, squeeze, trim

from .amounts import MONTHS, PEOPLE, Amount, amounts
from .names import is_adjective
from .rounding import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .material import Material

# Sentences at the top of a report tell what the story is about, and whose dead are counted.
TOP = 4
# How much the words around two numbers share (0 to 1), and in how many terms at least.
SHARE, LEAST, TOLL = 0.6, 3, 0.2
# A sentence with so many terms that half of the reports have is about the event.
CORE = 2
# Two numbers of one thing are not further apart than so many times; two tolls may rather be.
TIMES, TOLLS = 3, 5
# Characters on either side of a number.
AROUND = 70
# Reports that lie further apart are of two days' numbers.
DAYS = 3
# Words that are no thing counted: "two more", "10 minutes later".
VAGUE = word_set(
    """minutes minute hours hour days day weeks week months month years year times time others
    more other things ways parts points point seconds second decades decade th nd rd st one
    ones additional"""
)
WHEN = MONTHS | word_set(
    """monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow last
    previous earlier first second third fourth quarter forecast expected estimated average"""
)
PAST = word_set("last previous earlier")
# Each number is held to so many others.
PARTNERS = 60
_BREAKS = re.compile(r"[,;:—–()\"“”](?=\s|$|[\"“”])|[(\"“—–]")


class Counted(NamedTuple):
    """An amount in its sentence: where that stands, its terms without those of the amount."""

    report: int
    place: int
    amount: Amount
    nouns: tuple[str, ...]
    terms: tuple[str, ...]
    times: frozenset[str]
    sentence: Span


def disagreeing(material: Material) -> list[Difference]:
    """Return where own reports of about one day have different numbers for the same thing.

    The same: the same unit or noun, and most of the words around it, or the same toll ("killed")
    at the top of both. Numbers that round to each other agree, and so do "more than 40" and 41;
    "at least 12" and 14 do not, and are printed with those words.
    """
    every = [each for report in material.own for each in _counted(material, report)]
    by_slot: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(every):
        for slot in _slots(each):
            by_slot.setdefault(slot, []).append(number)
    groups: list[dict[int, None]] = []
    of: dict[int, dict[int, None]] = {}
    for one, other in _pairs(material, every, by_slot):
        group = of.get(one) or of.get(other) or {}
        if not group:
            groups.append(group)
        for number in (one, other):
            if of.setdefault(number, group) is group:
                group[number] = None
    return [_difference(material, [every[number] for number in group]) for group in groups]


def _difference(material: Material, group: Sequence[Counted]) -> Difference:
    """Return the difference of *group*: a version of each report, the earliest report first."""
    first: dict[int, Counted] = {}
    for each in sorted(group, key=lambda each: (each.report, each.place, each.amount.span)):
        first.setdefault(each.report, each)
    days = {report: material.brief(report).article.published[:10] for report in first}
    order = sorted(first, key=lambda report: (days[report], report))
    versions = tuple(_version(material, first[report]) for report in order)
    return Difference("number", _about(material, group[0], group[1]), versions)


def _counted(material: Material, report: int) -> Iterator[Counted]:
    if not material.english[report]:
        return
    brief = material.brief(report)
    text, reader = brief.article.text, Terms()
    for place, sentence in enumerate(brief.sentences):
        for part in sentence.parts:
            for amount in amounts(text, part.start, part.end):
                nouns = tuple(dict.fromkeys(map(reader.stem, amount.nouns)))
                of_it = {*nouns, *map(reader.stem, reader.words(_text(text, amount.span)))}
                terms = material.terms(report, _text(text, _near(text, amount.span, part)))
                around = tuple(
                    term for term in terms if term not in of_it and not term[0].isdigit()
                )
                lows = [word.strip(".,;:") for word in sentence.text.casefold().split()]
                times = frozenset(low for low in lows if low in WHEN or _is_year(low))
                yield Counted(report, place, amount, nouns, around, times, part)


def _near(text: str, span: Span, sentence: Span) -> Span:
    """Return the words around *span* that tell what it is a number of."""
    start, end = max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND)
    if start > sentence.start:
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < sentence.end:
        end = max(text.rfind(" ", span.end, end), span.end)
    return trim(text, start, end) or span


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20")


def _slots(each: Counted) -> Iterator[tuple[str, str]]:
    """Yield what *each* may be a number of: those of one slot are held together."""
    amount = each.amount
    if amount.unit:
        yield ("unit", amount.unit)
    elif amount.state:
        if not VAGUE.isdisjoint(amount.nouns):
            return
        who = [noun for noun in amount.nouns if noun not in PEOPLE and noun[-2:] != "ly"]
        yield (amount.state, " ".join(who))
    else:
        # "20 North Korean vessels" are no "six North Korean companies".
        ends = dict.fromkeys((amount.nouns[0], amount.nouns[-1]))
        reader = Terms()
        for word in ends:
            if reader.stem(word) and word not in VAGUE and not is_adjective(word):
                yield ("noun", reader.stem(word))


def _pairs(
    material: Material, every: Sequence[Counted], by_slot: dict[tuple[str, str], list[int]]
) -> list[tuple[int, int]]:
    """Return the pairs that disagree, the surest first."""
    found: dict[tuple[int, int], float] = {}
    for slot, numbers in by_slot.items():
        values: dict[int, list[Amount]] = {}
        for number in numbers:
            values.setdefault(every[number].report, []).append(every[number].amount)
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + PARTNERS]:
                first, second = every[one], every[other]
                if first.report == second.report or _has(values[second.report], first.amount):
                    continue
                if _has(values[first.report], second.amount):
                    continue
                sure = _sure(material, slot, first, second)
                if sure:
                    found[one, other] = max(sure, found.get((one, other), 0.0))
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _is_core(material: Material, each: Counted) -> bool:
    """Tell whether the sentence is about what most of the reports are about."""
    most = max(2, len(material.own) / 2)
    terms = material.fact(each.report, each.place).terms
    return sum(1 for term in terms if material.told.get(term, 0) >= most) >= CORE


def _years(each: Counted) -> list[str]:
    return sorted(low for low in each.times if low[0].isdigit() or low in PAST)


def _has(values: Sequence[Amount], amount: Amount) -> bool:
    """Tell whether a report that has *values* for a thing has *amount* too."""
    return any(agree(each, amount) for each in values)


def _sure(material: Material, slot: tuple[str, str], one: Counted, other: Counted) -> float:
    """Return how sure it is that two numbers are of one thing, 0 if it is not sure enough."""
    days = material.apart(one.report, other.report)
    if (days is not None and days > DAYS) or _years(one) != _years(other):
        return 0.0
    toll = slot[0] not in ("unit", "noun")
    low, high = sorted((one.amount.value, other.amount.value))
    if high > (TOLLS if toll else TIMES) * low:
        return 0.0
    shared = material.shared(one.terms, other.terms)
    common = len([term for term in one.terms if term in other.terms])
    if toll and max(one.place, other.place) < TOP:
        sure = shared >= TOLL and common >= CORE
        sure = sure or (_is_core(material, one) and _is_core(material, other))
        return 1 + shared if sure else 0.0
    if one.times != other.times and one.times and other.times:
        return 0.0
    return shared if shared >= SHARE and common >= LEAST else 0.0


def _version(material: Material, each: Counted) -> Version:
    """Return the clause that the number stands in."""
    text = material.brief(each.report).article.text
    span = each.amount.span
    start, end = each.sentence.start, each.sentence.end
    for found in _BREAKS.finditer(text, start, end):
        if found.end() <= span.start:
            start = found.end()
        elif found.start() >= span.end:
            end = found.start()
            break
    clause = trim(text, start, end) or span
    return Version(each.report, _text(text, clause), (clause,))


def _text(text: str, span: Span) -> str:
    return squeeze(text[span.start : span.end])


def _about(material: Material, one: Counted, other: Counted) -> str:
    """Return what is counted, in words of the first report."""
    nouns = " ".join(one.amount.nouns or other.amount.nouns)
    if one.amount.state:
        return f"{nouns or 'people'} {one.amount.state}".strip()
    shared = [term for term in one.terms if term in other.terms]
    best = set(sorted(shared, key=lambda term: (-material.weight(term), term))[:3])
    reader = Terms()
    text = _text(material.brief(one.report).article.text, one.sentence)
    words = [word for word in reader.words(text) if reader.stem(word) in best]
    return ", ".join(each for each in (nouns, " ".join(dict.fromkeys(words))) if each)
