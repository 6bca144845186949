"""Find what one outlet alone has: a party that speaks, or where a party stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.digest.model import Difference, Version
from brief.spans import quoted

from .names import is_general, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .material import Material
    from .stands import Said
    from .voices import Voices

# Of fewer outlets none is alone.
OUTLETS = 3
# Found in a story, of each kind, the surest first.
MOST = 3
# How sure a statement must be that is shown as one outlet's own, 0 to 1.
SURE = 0.85
# Another report tells it too if a sentence has so much of its terms; shorter ones say little.
TOLD, TERMS = 0.3, 5
# Stances that tell where somebody stands.
TAKES = frozenset(("opposes", "denies", "accuses", "demands", "promises", "warns", "supports"))
# A party that is named so often, and speaks, matters to its report.
NAMED = 2


def alone(material: Material, voices: Voices, every: Sequence[Said]) -> list[Difference]:
    """Return the parties, and the stands of known parties, that one of three or more outlets has.

    A party: a person or body that the outlet quotes, whose last name no other report has. A
    stand: somebody whom two other outlets name supports, denies or demands something in quoted
    words, no other outlet has them do so, and no sentence of theirs has a third of the words. The
    few surest of each.
    """
    if len({material.outlet(report) for report in material.own}) < OUTLETS:
        return []
    own = [each for each in every if each.report in material.own and each.position.party]
    own.sort(key=lambda each: (-each.position.confidence, -len(each.terms), each.key))
    return [*_parties(material, voices, own), *_stands(material, voices, own)]


def _parties(material: Material, voices: Voices, own: Sequence[Said]) -> Iterator[Difference]:
    """Yield the parties whose last name one outlet alone has, each with what it says."""
    words = _Words(material)
    found: set[str] = set()
    for each in own:
        brief = material.brief(each.report)
        party = next(one for one in brief.parties if one.id == each.position.party)
        name = plain(party.name)
        if (
            party.kind not in ("person", "organisation")
            or len(name) < 2
            or is_general(name)
            # A speaker of a transcript: the outlet's own people, as a rule.
            or party.name.isupper()
            or party.name in brief.article.byline
            or not each.quoted
            or each.position.confidence < SURE
            or len(party.mentions) < NAMED
            or len(each.terms) < TERMS
            or voices.outlets((each.report, party.id), material) > 1
            or words.elsewhere(name, each.report)
            or party.name in found
        ):
            continue
        found.add(party.name)
        about = f"{party.name}, {party.role}" if party.role else party.name
        yield Difference("party", about, (_version(material, each),))
        if len(found) == MOST:
            return


def _stands(material: Material, voices: Voices, own: Sequence[Said]) -> Iterator[Difference]:
    """Yield the stands of parties known to others that one outlet alone tells."""
    found = 0
    for each in own:
        known = (each.report, each.position.party)
        if (
            each.position.stance not in TAKES
            or each.position.confidence < SURE
            or len(each.terms) < TERMS
            or not each.quoted
            or voices.outlets(known, material) < OUTLETS
            or _takes(material, voices, own, each)
            or _is_told(material, each)
        ):
            continue
        about = f"{voices.name_of(known)} {each.position.stance}"
        yield Difference("position", about, (_version(material, each),))
        found += 1
        if found == MOST:
            return


def _takes(material: Material, voices: Voices, own: Sequence[Said], each: Said) -> bool:
    """Tell whether another outlet has the same voice take the same stance, in whatever words."""
    voice = voices.id_of((each.report, each.position.party))
    return any(
        other.position.stance == each.position.stance
        and material.outlet(other.report) != material.outlet(each.report)
        and voices.id_of((other.report, other.position.party)) == voice
        for other in own
    )


def _is_told(material: Material, each: Said) -> bool:
    """Tell whether a sentence of another outlet has much of the statement."""
    here = material.outlet(each.report)
    near = material.near(each.terms, TOLD)
    return any(material.outlet(material.facts[number].report) != here for number, _ in near)


def _version(material: Material, each: Said) -> Version:
    text = material.brief(each.report).article.text
    return Version(each.report, quoted(text, each.position.content), each.position.content)


class _Words:
    """The words of the reports' texts, to look names up in."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._held = [frozenset(plain(each.brief.article.text)) for each in material.reports]

    def elsewhere(self, name: Sequence[str], report: int) -> bool:
        """Tell whether another outlet's report has the last word of *name*."""
        here = self._material.outlet(report)
        return any(
            name[-1] in held and self._material.outlet(other) != here
            for other, held in enumerate(self._held)
        )
