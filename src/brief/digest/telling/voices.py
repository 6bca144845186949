"""Merge the parties of several reports: one voice for whom they call by forms of one name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from brief.digest.model import Voice

from .names import CROWDS, country, forms, is_acronym, is_general, plain, untitled, with_countries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brief.model import Kind, Party

    from .material import Material

Known = tuple[int, str]
_T = TypeVar("_T")


class Heard(NamedTuple):
    """A party as one report has it: its forms of name, whether it is no person, what it says."""

    known: Known
    party: Party
    forms: tuple[tuple[str, ...], ...]
    speaks: int


class Voices:
    """The voices of a story, and which of them a party of a report is.

    Two parties are one voice if a full name is the same, if one is a surname that a single
    person of the story bears, if one is the acronym of the other, or if both stand for one
    country. A person and a place or a body are never one; nor are two that have only a word in
    common which two others bear. A ministry or a court without a country
    in its name is a voice of each report; "police" and the like share one heading.
    """

    def __init__(self, material: Material) -> None:
        self._root: dict[Known, Known] = {}
        self._heard = _heard(material)
        self._kinds: dict[Known, str] = {}
        for each in self._heard:
            self._root[each.known] = each.known
            self._kinds[each.known] = _sort(each.party.kind)
        self._same_name()
        self._same_country()
        self._acronyms()
        self._surnames()
        self._named: dict[Known, str] = {}
        self._names: dict[Known, str] = {}
        self._members: dict[Known, list[Known]] = {}
        for each in self._heard:
            self._members.setdefault(self._find(each.known), []).append(each.known)

    def voices(self, told: Iterable[Known]) -> tuple[Voice, ...]:
        """Return the voices that the parties *told* belong to.

        The voice that most reports know comes first.
        """
        wanted = {self._find(known) for known in told if known in self._root}
        groups: dict[Known, list[Heard]] = {}
        for each in self._heard:
            groups.setdefault(self._find(each.known), []).append(each)
        kept = [(root, group) for root, group in groups.items() if root in wanted]
        kept.sort(key=lambda one: (-_reports(one[1]), -_mentions(one[1]), one[0]))
        self._named = {root: f"voice-{number}" for number, (root, _) in enumerate(kept, 1)}
        found = tuple(_voice(self._named[root], group) for root, group in kept)
        self._names = {root: each.name for (root, _), each in zip(kept, found, strict=True)}
        return found

    def name_of(self, known: Known) -> str:
        """Return the name of the voice that a party of a report is."""
        return self._names.get(self._find(known), "") if known in self._root else ""

    def id_of(self, known: Known) -> str:
        """Return the id of the voice that a party of a report is; nothing if it is none."""
        return self._named.get(self._find(known), "") if known in self._root else ""

    def outlets(self, known: Known, material: Material) -> int:
        """Return how many outlets have the voice that a party of a report is."""
        root = self._find(known)
        return len({material.outlet(report) for report, _ in self._members.get(root, ())})

    def _find(self, known: Known) -> Known:
        at = known
        while self._root[at] != at:
            self._root[at] = self._root[self._root[at]]
            at = self._root[at]
        return at

    def _join(self, one: Known, other: Known) -> None:
        """Make two parties one voice, unless their kinds forbid it."""
        first, second = sorted((self._find(one), self._find(other)))
        sorts = {self._kinds[first], self._kinds[second]} - {""}
        if first == second or len(sorts) > 1:
            return
        self._root[second] = first
        self._kinds[first] = "".join(sorts)

    def _same_name(self) -> None:
        first: dict[tuple[str, ...], Known] = {}
        for each in self._heard:
            name = plain(each.party.name)
            if name and (not is_general(name) or " ".join(name) in CROWDS):
                # "Kim" alone is left to `_surnames`: it may be anybody's.
                key = name if len(name) > 1 else (*name, each.party.kind)
                key = key if each.party.kind == "person" else with_countries(key)
                self._join(first.setdefault(_without_initials(key), each.known), each.known)

    def _same_country(self) -> None:
        first: dict[str, Known] = {}
        for each in self._heard:
            name = country(plain(each.party.name))
            if name and each.party.kind != "person":
                self._join(first.setdefault(name, each.known), each.known)

    def _acronyms(self) -> None:
        """Join "EU" to the one body that a report calls so beside its full name."""
        long: dict[str, list[Known]] = {}
        for each in self._heard:
            for form in each.forms:
                if len(form) == 1 and any(is_acronym(form[0], other) for other in each.forms):
                    long.setdefault(form[0], []).append(each.known)
        for each in self._heard:
            name = plain(each.party.name)
            owners = long.get(name[0], []) if len(name) == 1 else []
            if len({self._find(owner) for owner in owners}) == 1:
                self._join(owners[0], each.known)

    def _surnames(self) -> None:
        """Join a lone surname to the person of the story who bears it, if one alone does."""
        bearers: dict[str, dict[Known, None]] = {}
        for each in self._heard:
            for form in each.forms:
                name = untitled(form)
                if len(name) > 1 and each.party.kind in ("person", "unknown"):
                    bearers.setdefault(name[-1], {})[self._find(each.known)] = None
        for each in self._heard:
            name = untitled(plain(each.party.name))
            if len(name) != 1 or each.party.kind not in ("person", "unknown"):
                continue
            whose = {self._find(known) for known in bearers.get(name[0], ())}
            if len(whose) == 1:
                self._join(whose.pop(), each.known)


def _heard(material: Material) -> list[Heard]:
    found: list[Heard] = []
    for report in range(len(material.reports)):
        brief = material.brief(report)
        said = Counter(each.party for each in brief.positions if each.shown)
        found += [
            Heard((report, party.id), party, tuple(forms(brief, party)), said[party.id])
            for party in brief.parties
        ]
    return found


def _sort(kind: str) -> str:
    """Return what a party must be to be one with another: a person, or a place or a body.

    A place that speaks is its government: "China" and "the Chinese government".
    """
    return {"person": "person", "unknown": ""}.get(kind, "body")


def _without_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return *name* without the initials between the first and the last word."""
    if len(name) < 3:
        return name
    return (name[0], *(word for word in name[1:-1] if len(word) > 1), name[-1])


def _reports(group: Sequence[Heard]) -> int:
    return len({each.known[0] for each in group})


def _mentions(group: Sequence[Heard]) -> int:
    return sum(len(each.party.mentions) for each in group)


def _voice(key: str, group: Sequence[Heard]) -> Voice:
    """Return the voice of *group*: the fullest name, the role and the kind that most tell."""
    names = Counter(each.party.name for each in group)
    kinds: Counter[Kind] = Counter(
        each.party.kind for each in group if each.party.kind != "unknown"
    )
    kind: Kind = _most(kinds) if kinds else "unknown"
    # A person has two names at least; a body is called as most reports call it.
    least = min(2, max(len(plain(name)) for name in names)) if kind in ("person", "unknown") else 1
    full = [name for name in names if len(plain(name)) >= least]
    name = max(full, key=lambda name: (names[name], len(plain(name)), name))
    roles = Counter(each.party.role for each in group if each.party.role)
    known = tuple(sorted(each.known for each in group))
    return Voice(key, name, _most(_folded(roles)) if roles else "", kind, known)


def _folded(roles: Mapping[str, int]) -> Counter[str]:
    """Return *roles* with those that differ in capitals alone counted as one."""
    first: dict[str, str] = {}
    found: Counter[str] = Counter()
    for role, times in roles.items():
        found[first.setdefault(role.casefold(), role)] += times
    return found


def _most(counts: Counter[_T]) -> _T:
    """Return what is counted most often; of equals the first met."""
    return max(counts, key=lambda each: counts[each])
