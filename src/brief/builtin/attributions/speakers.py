"""Find the subject before a cue, and abstain where it is not beyond doubt."""

from __future__ import annotations

from collections.abc import Container, Sequence

from brief.data import cues

from .phrases import (
    LONGEST_PHRASE,
    Speaker,
    is_name,
    judge_linked,
    judge_plain,
    nominal_before,
    owns,
)
from .tokens import QUOTED, Unit
from .verbs import is_adverb
from .words import (
    BESIDE_VERB,
    DETERMINERS,
    FIRST_PERSON,
    LINKS,
    NO_STATEMENT,
    NOBODY,
    NOT,
    PRONOUNS,
    STOPS,
    TIMES,
    VERBS,
)

LONGEST_APPOSITION = 25
# Words before the colon of a title; fewer are a label.
SHORTEST_TITLE = 4
JOINS = frozenset({"and", "or", "nor", "&"})
# A clause can open with a pronoun after these.
OPENERS = (STOPS | TIMES) - LINKS - NO_STATEMENT - JOINS


def speaker_before(unit: Unit, end: int, common: Container[str]) -> Speaker | None:
    """Return the subject that ends right before the token *end*.

    An apposition in commas or brackets may stand between. *common* are the words that the
    article has in lower case.
    """
    while end > 1 and unit.word[end - 1].islower() and _is_beside(unit.low[end - 1]):
        end -= 1
    last = unit.word[end - 1] if end else ""
    if last not in {")", ","}:
        return _phrase(unit, end, common, strict=False) if end else None
    opened = _back(unit, end - 1, "(" if last == ")" else ",")
    outer = _phrase(unit, opened, common, strict=last == ",") if opened > 0 else None
    if outer is not None and outer.via == "description" and is_name(unit, opened + 1, end - 1):
        return Speaker(opened + 1, end - 1, "name")
    return outer


def _is_beside(low: str) -> bool:
    """Tell whether *low* stands between a subject and its verb, and is part of neither."""
    return low in BESIDE_VERB or is_adverb(low)


def _back(unit: Unit, end: int, mark: str) -> int:
    """Return where *mark* stands before *end*, with nothing but an apposition between, or -1."""
    for at in range(end - 1, max(-1, end - LONGEST_APPOSITION), -1):
        word = unit.word[at]
        if word == mark:
            # "Smith, was killed on Friday, said the ministry": what has a verb is no apposition.
            return -1 if unit.low[at + 1] in VERBS - NOT else at
        if word == QUOTED or word in {";", ":"}:
            return -1
    return -1


def _phrase(unit: Unit, end: int, common: Container[str], *, strict: bool) -> Speaker | None:
    """Return the noun phrase that ends before *end* as a speaker.

    *strict*: what stands before it must be the border of a clause.
    """
    if unit.low[end - 1] in FIRST_PERSON:
        return None
    if unit.low[end - 1] in PRONOUNS:
        return Speaker(end - 1, end, "pronoun") if _opens(unit, end - 1) else None
    start = nominal_before(unit, end)
    head = _head(unit, start, end) if start < end and not owns(unit.word[end - 1]) else None
    first = _border(unit, head) if head is not None else None
    if head is None or first is None or unit.low[first] in NOBODY:
        return None
    if first < head:
        return Speaker(first, end, "description")
    if head < start:
        link = next(at for at in range(head, end) if unit.low[at] in LINKS)
        return judge_linked(unit, head, link, end)
    named = _apposed(unit, start)
    return named or judge_plain(unit, start, end, common, strict=strict)


def _apposed(unit: Unit, start: int) -> Speaker | None:
    """Return the name that a phrase from *start* tells more of: "Anna Reed, a pilot said"."""
    if start < 3 or unit.word[start - 1] != "," or unit.low[start] not in DETERMINERS:
        return None
    first = nominal_before(unit, start - 1)
    opens = not first or unit.word[first - 1] in {QUOTED, ","}
    return Speaker(first, start - 1, "name") if opens and is_name(unit, first, start - 1) else None


def _opens(unit: Unit, at: int) -> bool:
    """Tell whether a clause can open at a pronoun: "the sum he says" is no clause of its own."""
    if not at:
        return True
    before = unit.low[at - 1]
    if not before[0].isalnum() or is_adverb(before) or before in cues():
        return True
    if before in JOINS:
        # "Smith and he said" has two speakers, "... “no deal” and he set out" a new clause.
        return at > 1 and unit.word[at - 2] in {QUOTED, ",", ";"}
    return before in OPENERS


def in_title(word: Sequence[str], start: int) -> bool:
    """Tell whether the words from *start* on are the second half of a title.

    "Reed, author of Harbour: The Long Night, said": a colon behind a capitalised word that is
    no label ("Update: Reed said").
    """
    return start > SHORTEST_TITLE and word[start - 1] == ":" and word[start - 2][0].isupper()


def _head(unit: Unit, start: int, end: int) -> int | None:
    """Return where the phrase starts to which prepositions tie the one at *start*."""
    while start > 1 and unit.low[start - 1] in LINKS and end - start < LONGEST_PHRASE:
        outer = nominal_before(unit, start - 1)
        if outer == start - 1:
            return None
        start = outer
    return None if start and unit.low[start - 1] in LINKS else start


def _border(unit: Unit, start: int) -> int | None:
    """Return where the phrase from *start* begins with all who share it, or None for doubt."""
    before = unit.low[start - 1] if start else ""
    if before in NO_STATEMENT or in_title(unit.word, start):
        return None
    if before not in JOINS or (start > 1 and unit.low[start - 2] in {",", ";", QUOTED}):
        return start
    # "Smith and Jones said" is said by both, "sat in the rain and Smith said" by one.
    others = nominal_before(unit, start - 1)
    both = unit.word[others : start - 1]
    if both and (all(word[0].isupper() for word in both) or (not others and len(both) < 4)):
        return others
    return start if others and unit.low[others - 1] in LINKS else None
