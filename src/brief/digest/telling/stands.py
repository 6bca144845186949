"""Merge the positions of several reports: each statement once, with those that have it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief.digest.model import Stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief.contracts import Context
    from brief.model import Position

    from .material import Material
    from .voices import Known, Voices

# Statements of a voice, by `Context.depth`, and of nobody.
A_VOICE = {"tldr": 1, "short": 3, "full": 1000}
# Two statements are one if they share so much of the shorter one's telling words; a quotation
# and its paraphrase if somewhat less. Fewer terms are shared by chance.
SAME, PARAPHRASE, LEAST = 0.75, 0.6, 3
# Each statement is held to so many others of its voice.
COMPARED = 60
NEGATIVE = frozenset(("denies", "opposes"))
# What is added to the confidence (0 to 1) of a statement for its order.
QUOTED, STANCE, TOLD, LONG = 0.25, 0.15, 0.1, 0.1
ENOUGH = 10


class Said(NamedTuple):
    """A position that a report shows, with its terms; *exact* are its words without marks."""

    report: int
    position: Position
    terms: tuple[str, ...]
    exact: str

    @property
    def key(self) -> Known:
        """The report and the id of the position there."""
        return self.report, self.position.id

    @property
    def quoted(self) -> bool:
        """Whether words of it stand in quotation marks."""
        return self.position.form != "indirect"


def said(material: Material) -> list[Said]:
    """Return the positions that the reports show, in their order."""
    found: list[Said] = []
    for report in range(len(material.reports)):
        brief = material.brief(report)
        for position in brief.positions:
            if position.shown:
                text = brief.text_of(position.content)
                terms = material.terms(report, text)
                found.append(Said(report, position, terms, _exact(text)))
    return found


def stands(
    material: Material, voices: Voices, every: Sequence[Said], context: Context
) -> tuple[Stand, ...]:
    """Return the statements of the story, those of a voice together and its strongest first.

    Of equal statements the quotation is kept, else the longest. At most `Context.max_positions`
    of a voice, else as many as the depth has room for. Those of nobody come last.
    """
    limit = context.max_positions or A_VOICE[context.depth]
    by_voice: dict[str, list[Said]] = {}
    for each in every:
        voice = voices.id_of((each.report, each.position.party)) if each.position.party else ""
        by_voice.setdefault(voice, []).append(each)
    found: list[Stand] = []
    for voice in sorted(by_voice, key=_place_of):
        groups = _merged(material, by_voice[voice])
        ranked = sorted(groups, key=lambda group: -_strength(group))
        for group in ranked[:limit]:
            best, *others = group
            also = tuple(sorted(each.key for each in others))
            found.append(Stand(best.report, best.position, voice, also))
    return tuple(found)


def same(material: Material, one: Said, other: Said) -> bool:
    """Tell whether two statements of one voice are one: told twice, or quoted and paraphrased."""
    if one.exact == other.exact:
        return True
    if (one.position.stance in NEGATIVE) != (other.position.stance in NEGATIVE):
        return False
    if _figures(one) != _figures(other) or min(len(one.terms), len(other.terms)) < LEAST:
        return False
    share = PARAPHRASE if one.quoted != other.quoted else SAME
    return material.shared(one.terms, other.terms) >= share


def _merged(material: Material, every: Sequence[Said]) -> list[list[Said]]:
    """Return the statements of one voice in groups of equal ones, the best of each first."""
    # The best come first, so every group is held together by the one that is printed.
    ranked = sorted(every, key=lambda each: (-_weight(material, each), each.key[0]))
    exact: dict[str, list[Said]] = {}
    groups: list[list[Said]] = []
    for each in ranked:
        group = exact.get(each.exact)
        if group is None:
            near = (group for group in groups[:COMPARED] if same(material, group[0], each))
            group = next(near, None)
        if group is None:
            group = []
            groups.append(group)
        group.append(each)
        exact.setdefault(each.exact, group)
    return groups


def _weight(material: Material, each: Said) -> float:
    """Return how well a statement stands for its group and its voice, about 0 to 1.6."""
    own = each.report in material.own
    return (
        each.position.confidence
        + QUOTED * each.quoted
        + STANCE * (each.position.stance != "says")
        + LONG * min(len(each.terms), ENOUGH) / ENOUGH
        + TOLD * own
    )


def _strength(group: Sequence[Said]) -> float:
    """Return what counts for the order of a voice's statements: how sure, and how many tell it."""
    best = group[0]
    reports = len({each.report for each in group})
    own = (
        best.position.confidence + QUOTED * best.quoted + STANCE * (best.position.stance != "says")
    )
    return own + TOLD * min(reports - 1, 4) + LONG * min(len(best.terms), ENOUGH) / ENOUGH


def _figures(each: Said) -> frozenset[str]:
    return frozenset(term for term in each.terms if term[0].isdecimal())


def _exact(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _place_of(voice: str) -> tuple[int, int]:
    """Return where the statements of *voice* stand: in the order of the voices, nobody's last."""
    number = voice.rpartition("-")[2]
    return (0, int(number)) if number else (1, 0)
