"""Find the pairs of statements in which one party denies what another says."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from brief.data import word_set
from brief.spans import overlaps
from brief.value import value

from .matter import denies, kin, split, stem, stems
from .surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.model import Brief, Position, Stance

# How much of what is denied the other has to share, 0 to 1, and how many telling words.
SHARE, LEAST = 0.5, 2
# Whom an accusation is against stands in its first characters ("Obama of exploiting ...").
OPENING = 40
# An answer stands at most so many sentences behind the accusation.
NEAR = 4
# Of so many statements, each with each other: a text of thousands is a list, and no story.
MOST = 400
# Longer statements share words by chance: what is denied is told in fewer.
LONGEST = 60
# What a denial may contradict, and what an objection may. "It is not so" beside "it is so"
# is no sure sign: two that speak of one thing share such words and agree.
AGAINST: dict[Stance, tuple[Stance, ...]] = {
    "denies": ("says", "accuses", "warns"),
    "opposes": ("supports", "demands", "promises"),
}
# Without one of these nothing contradicts anything surely.
STARTS: frozenset[Stance] = frozenset(("denies", "opposes", "accuses"))
# What a denial calls the accusation it answers, with no word of what that was.
ANSWERED = frozenset(
    map(
        stem,
        word_set(
            """accusation accusations allegation allegations charge charges claim claims
            wrongdoing involvement impropriety misconduct guilt responsibility report reports
            suggestion suggestions story rumour rumours rumor rumors"""
        ),
    )
)
# What an answer says of an accusation as a whole.
REBUTS = frozenset(
    map(
        stem,
        word_set(
            """untrue false baseless groundless unfounded ridiculous absurd nonsense lie lies
            smear slander outrageous preposterous ludicrous defamatory fabricated"""
        ),
    )
)
SUPPOSING = frozenset(("if", "unless", "whether"))


@value
class Matter:
    """What one *position* is about: its *stems*, and in which *sentence* it stands.

    *negative* says that it holds them not to be so, *open* that it asks or supposes.
    """

    position: Position
    stems: frozenset[str]
    negative: bool
    open: bool
    sentence: int


def contradictions(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the ids of each two statements that contradict each other, in their order."""
    # Most articles have none, and cost nothing more.
    if not any(each.party and each.stance in STARTS for each in brief.positions):
        return
    matters = _matters(brief)
    around = Surroundings(brief)
    for one, other in combinations(matters, 2):
        if one.position.stance not in STARTS and other.position.stance not in STARTS:
            continue
        if around.one_side(one.position, other.position) or _overlap(one.position, other.position):
            continue
        if any(rule(one, other, around) for rule in (_contradict, _answers, _waves_off)):
            yield one.position.id, other.position.id


def _matters(brief: Brief) -> list[Matter]:
    """Return what the statements of parties are about: the first `MOST` of them."""
    places = {sentence.id: place for place, sentence in enumerate(brief.sentences)}
    found: list[Matter] = []
    for each in brief.positions:
        words = split(brief.text_of(each.content)) if each.party else []
        if 0 < len(words) <= LONGEST and len(found) < MOST:
            negative = denies(words) != (each.stance in ("denies", "opposes"))
            asks = brief.article.text[each.content[-1].end - 1] == "?"
            supposes = asks or not SUPPOSING.isdisjoint(words)
            about = kin(stems(words))
            found.append(Matter(each, about, negative, supposes, places[each.sentence]))
    return found


def _contradict(one: Matter, other: Matter, around: Surroundings) -> bool:
    """Tell whether one denies what the other claims, or is against what the other is for."""
    denial, claim = (one, other) if one.position.stance in AGAINST else (other, one)
    stance = denial.position.stance
    if claim.position.stance not in AGAINST.get(stance, ()) or claim.open:
        return False
    if one.negative == other.negative:
        return False
    # Two may be for and against one plan, or one person, for reasons of their own.
    objects = stance == "opposes"
    if objects and not around.named_in(denial.position, claim.position.party):
        return False
    about = denial.stems - around.names(one.position, other.position)
    shared = about & claim.stems
    if not shared:
        return False
    if objects:
        about = min(about, claim.stems, key=around.mass)
    enough = len(shared) >= LEAST or (0 < len(about) < LEAST and shared == about)
    return enough and around.rare(shared) and around.mass(shared) >= SHARE * around.mass(about)


def _answers(one: Matter, other: Matter, around: Surroundings) -> bool:
    """Tell whether one of the two, soon before or behind it, denies what the other charges."""
    charge, answer = (one, other) if one.position.stance == "accuses" else (other, one)
    if charge.position.stance != "accuses" or abs(other.sentence - one.sentence) > NEAR:
        return False
    accused = answer.position.party
    if accused != charge.position.target_party and not around.named_in(
        charge.position, accused, OPENING
    ):
        return False
    about = answer.stems - around.names(one.position, other.position)
    if answer.position.stance == "denies":
        return bool(about & (charge.stems | ANSWERED))
    # Whoever is accused says many things; that is no answer, but this is.
    if answer is one or answer.position.stance not in ("says", "opposes"):
        return False
    return bool(about & REBUTS) or (answer.position.stance == "opposes" and bool(about & ANSWERED))


def _waves_off(claim: Matter, answer: Matter, around: Surroundings) -> bool:
    """Tell whether *answer*, next behind *claim*, denies "the report" that names its party."""
    if answer.position.stance != "denies" or claim.position.stance not in AGAINST["denies"]:
        return False
    if claim.negative or claim.open or not 0 <= answer.sentence - claim.sentence <= 1:
        return False
    generic = bool(answer.stems & ANSWERED) and len(answer.stems) <= LEAST
    return generic and around.named_in(claim.position, answer.position.party)


def _overlap(one: Position, other: Position) -> bool:
    return any(overlaps(a, b) for a in one.content for b in other.content)
