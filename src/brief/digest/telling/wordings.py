"""Find quotations that two reports print in different words: what newsrooms are blamed for."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from brief.builtin.summarisers.news.terms import COMMON as COMMON_WORDS
from brief.digest.model import Difference, Version
from brief.spans import Span, overlaps, squeeze

from .quotations import GAP, PUT_IN, Quotation, quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .material import Material

# Quotations are held together that have so many words in a row in common, each to so many.
RUN, PARTNERS = 4, 12
# A run of words that more quotations have is a phrase.
COMMON = 40
# Two are one quotation if so many words are equal, and so large a share of what they overlap.
EQUAL, SHARE = 7, 0.7
# At most so many places differ, each by so many words; words left out may be more.
PLACES, CHANGED, LEFT_OUT = 3, 4, 20
# Printed of a long quotation: so many words on either side of what differs.
AROUND = 10


class Change(NamedTuple):
    """Where two quotations differ: the first and the last word (exclusive) of each."""

    one: tuple[int, int]
    other: tuple[int, int]


def reworded(material: Material) -> list[Difference]:
    """Return the quotations that reports print in different words, in the order of the reports.

    A quotation that is shorter at its ends, or cut with dots or brackets, is the same one. What
    differs has equal words on both sides, so two statements of one phrase are not taken for one.
    """
    distinct: dict[tuple[str, ...], list[Quotation]] = {}
    spoken: list[str] = []
    for report in range(len(material.reports)):
        every = list(quotations(material.brief(report), report))
        spoken.append(" | ".join(" ".join(each.key) for each in every))
        for each in every:
            distinct.setdefault(each.key, []).append(each)
    forms = [group[0] for group in distinct.values()]
    groups: list[_Group] = []
    of: dict[int, list[_Group]] = {}
    for one, other in _pairs(forms):
        changes = compared(forms[one], forms[other])
        if not changes or _tells_both(spoken, forms[one], forms[other], changes):
            continue
        sides = {one: [each.one for each in changes], other: [each.other for each in changes]}
        known = next(
            (group for at in sides for group in of.get(at, ()) if group.meets(sides)), None
        )
        group = known or _Group()
        if known is None:
            groups.append(group)
        for at in group.add(sides):
            of.setdefault(at, []).append(group)
    # What changes a telling word first: the rest are an "and" or a "the".
    groups.sort(key=lambda group: not group.telling(forms))
    return [_difference(material, forms, group) for group in groups]


class _Group:
    """Forms of one quotation that differ in the same places: those places, by number of form."""

    def __init__(self) -> None:
        self.places: dict[int, list[tuple[int, int]]] = {}

    def meets(self, sides: Mapping[int, Sequence[tuple[int, int]]]) -> bool:
        """Tell whether a form stands here with a change that overlaps one of *sides*."""
        return any(
            start <= to and at <= end
            for number, places in sides.items()
            for at, to in places
            for start, end in self.places.get(number, ())
        )

    def add(self, sides: Mapping[int, Sequence[tuple[int, int]]]) -> list[int]:
        """Take in *sides*; return the forms that are new here."""
        new = [number for number in sides if number not in self.places]
        for number, places in sides.items():
            held = self.places.setdefault(number, [])
            held += [place for place in places if place not in held]
        return new

    def telling(self, forms: Sequence[Quotation]) -> bool:
        """Tell whether a word of those that differ says something."""
        return any(
            word not in COMMON_WORDS
            for number, places in self.places.items()
            for place in places
            for word in forms[number].key[slice(*place)]
        )


def compared(one: Quotation, other: Quotation) -> list[Change]:
    """Return where *one* and *other*, two forms of one quotation, differ; nothing if they do not.

    Nothing either if they are two quotations.
    """
    words, others = one.key, other.key
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()[:-1]
    # A lone small word is equal by chance.
    blocks = [each for each in blocks if each.size > 1 or len(words[each.a]) > 4]
    if not blocks or max(each.size for each in blocks) < RUN:
        return []
    equal = sum(each.size for each in blocks)
    first, last = blocks[0], blocks[-1]
    size = max(last.a + last.size - first.a, last.b + last.size - first.b)
    if equal < EQUAL or equal < SHARE * size:
        return []
    changes = [
        Change((left.a + left.size, right.a), (left.b + left.size, right.b))
        for left, right in pairwise(blocks)
    ]
    changes += _at_end(words, others, last.a + last.size, last.b + last.size)
    real = [
        each for each in changes if _counts(words[slice(*each.one)], others[slice(*each.other)])
    ]
    return real if len(real) <= PLACES and all(map(_is_small, real)) else []


def _pairs(forms: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations, of two reports, that share a run of words."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, each in enumerate(forms):
        key = each.key
        runs = [key[at : at + RUN] for at in range(len(key) - RUN + 1)]
        partners: dict[int, int] = {}
        for run in dict.fromkeys(runs):
            held = holders.setdefault(run, [])
            for other in held:
                partners[other] = partners.get(other, 0) + 1
            if len(held) < COMMON:
                held.append(number)
        best = sorted(partners, key=lambda other: (-partners[other], other))[:PARTNERS]
        for other in sorted(best):
            if forms[other].report != each.report:
                yield other, number


def _at_end(words: Sequence[str], others: Sequence[str], one: int, other: int) -> list[Change]:
    """Return the change of the very last word, where both quotations end with another one."""
    left, right = len(words) - one, len(others) - other
    return [Change((one, len(words)), (other, len(others)))] if left == right == 1 else []


def _counts(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether a change is one of words that nobody marked as left out or put in."""
    if not words and not others:
        return False
    if {GAP, PUT_IN} & {*words, *others}:
        return False
    # "Missile-launch" and "missile launch"; a stammer; "it's" for "its" is a slip of the desk.
    return (
        "".join(words) != "".join(others) and {*words, *others} - {"is", "uh", "um", "s"} != set()
    )


def _is_small(change: Change) -> bool:
    one, other = (end - start for start, end in change)
    return max(one, other) <= (CHANGED if one and other else LEFT_OUT)


def _tells_both(
    spoken: Sequence[str], one: Quotation, other: Quotation, changes: Sequence[Change]
) -> bool:
    """Tell whether a report has both wordings: then two things were said, and both are right.

    *spoken* has, for each report, what it quotes.
    """
    first = changes[0]
    return _around(one, first.one) in spoken[other.report] or (
        _around(other, first.other) in spoken[one.report]
    )


def _around(quotation: Quotation, place: tuple[int, int]) -> str:
    """Return the words at *place*, with those on either side."""
    return " ".join(quotation.key[max(0, place[0] - RUN) : place[1] + RUN])


def _difference(material: Material, forms: Sequence[Quotation], group: _Group) -> Difference:
    shown: dict[int, list[tuple[int, int]]] = {}
    seen: set[tuple[int, str]] = set()
    for number in sorted(group.places):
        places = sorted(group.places[number])
        # One report may have the same words twice, cut in two ways.
        key = (forms[number].report, _shown(material, forms[number], places[0]))
        if key not in seen:
            seen.add(key)
            shown[number] = places
    versions = [_version(material, forms[number], places) for number, places in shown.items()]
    speakers = (_speaker(material, forms[number]) for number in shown)
    speaker = next(filter(None, speakers), "")
    words = [_shown(material, forms[number], places[0]) for number, places in shown.items()]
    about = " / ".join(f"“{each}”" if each else "—" for each in dict.fromkeys(words))
    return Difference("quotation", f"{speaker}: {about}" if speaker else about, tuple(versions))


def _version(material: Material, each: Quotation, places: Sequence[tuple[int, int]]) -> Version:
    """Return the words of a quotation around *places*, all of them if it is short."""
    start = max(0, places[0][0] - AROUND)
    end = min(len(each.words), places[-1][1] + AROUND)
    text = material.brief(each.report).article.text
    span = Span(each.words[start].start, each.words[end - 1].end)
    return Version(each.report, squeeze(text[span.start : span.end]), (span,))


def _shown(material: Material, each: Quotation, place: tuple[int, int]) -> str:
    words = each.words[slice(*place)]
    text = material.brief(each.report).article.text
    return squeeze(text[words[0].start : words[-1].end]) if words else ""


def _speaker(material: Material, each: Quotation) -> str:
    """Return the name of whom the report has say *each*; nothing if it is not known."""
    brief = material.brief(each.report)
    names = {party.id: party.name for party in brief.parties}
    here = Span(each.start, each.end)
    for position in brief.positions:
        if position.party and any(overlaps(here, span) for span in position.content):
            return names.get(position.party, "")
    return ""
