"""Find what hangs on a cue as its content, and where the reporter goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .cues import Cue, words
from .speakers import Speaker
from .tree import Doc, Token

Stretch = tuple[int, int]

# What belongs to an object that is talked of: "accused the town *of lying*".
BOUND = words("dobj prep oprd xcomp ccomp attr dative acomp pobj")
# What stands between a verb and its object and is part of neither.
BESIDE = words("punct advmod npadvmod prt aux neg cc conj advcl nsubj")
# With these the reporter goes on: ", as the bridge stayed shut".
NARRATOR = words("as while after before when who which whose where citing amid")
FINITE = words("VBD VBZ VBP MD")
# More words than a torn-off subject has.
FARTHEST = 25
# A clause that ends sooner is no tail: "If, as Holm says, ...".
SHORTEST = 3


class Content(NamedTuple):
    """The *rule* that found it, the stretch of tokens it fills, and the last token of the cue."""

    rule: str
    stretch: Stretch
    cue_end: int


def content(one: Cue) -> Content | None:
    """Return what the cue brings in: a clause, an infinitive, an object; None for nothing."""
    after = sorted(one.head.children, key=lambda each: each.i)
    if "clause" in one.groups:
        said = next((each for each in after if each.dep_ == "ccomp"), None)
        if said is not None:
            return Content("clause", _all_of(said), one.last)
    behind = [each for each in after if each.i > one.last]
    if "to" in one.groups:
        said = next((each for each in behind if each.dep_ == "xcomp" and each.tag_ == "VB"), None)
        if said is not None:
            return Content("infinitive", _all_of(said), one.last)
    if one.head.dep_ == "parataxis" and "clause" in one.groups:
        # "The bridge, Holm said, is shut": the cue hangs on what is said.
        return Content("clause", _all_of(one.head.head), one.last)
    return _object(one, after)


def _object(one: Cue, after: Sequence[Token]) -> Content | None:
    """Return the noun phrase that the cue is about, with what belongs to it."""
    for child in after:
        if child.dep_ in {"prep", "prt"} and f"with+{child.lower_}" in one.groups:
            if child.dep_ == "prep" and child.i == one.last + 1 and child.right_edge.i > child.i:
                return Content("object", (child.i + 1, child.right_edge.i), child.i)
            thing = next((each for each in after if each.dep_ == "dobj"), None)
            if child.dep_ == "prt" and thing is not None and thing.i > child.i:
                return Content("object", _all_of(thing), child.i)
    bound = [each for each in after if each.i > one.last and each.dep_ not in BESIDE]
    if not one.groups & {"object", "label"} or not bound or bound[0].dep_ == "prep":
        return None
    if "label" in one.groups and not any(map(_labels, bound)):
        return None
    if not any(each.dep_ in {"dobj", "ccomp"} for each in bound):
        return None
    first, last = _all_of(bound[0])
    for each in bound[1:]:
        if each.left_edge.i > last + 1 or each.dep_ not in BOUND:
            break
        last = each.right_edge.i
    return Content("object", (first, last), one.last)


def _labels(token: Token) -> bool:
    """Tell whether *token* says what something is called: "described it *as empty*"."""
    return token.dep_ in {"oprd", "ccomp", "xcomp"} or token.lower_ == "as"


def _all_of(token: Token) -> Stretch:
    return token.left_edge.i, token.right_edge.i


def around(stretch: Stretch, one: Cue, who: Speaker) -> tuple[Stretch, ...]:
    """Return *stretch* without the reporting clause, where that stands inside it."""
    first, last = stretch
    low, high = one.first, one.last
    if first <= who.first and who.last < low:
        low = who.first
    elif high < who.first and who.last <= last:
        high = who.last
    if not (first <= low <= last or first <= high <= last):
        return (stretch,)
    return tuple(each for each in ((first, low - 1), (high + 1, last)) if each[0] <= each[1])


def mended(doc: Doc, stretch: Stretch, cue_end: int) -> Stretch:
    """Return *stretch* from the cue on, where the parser has torn its subject off.

    A content that opens with "was" or "has" would read as if somebody else were meant.
    """
    first, last = stretch
    torn = 0 < first - cue_end <= FARTHEST and doc[first].tag_ in FINITE
    return (cue_end + 1, last) if torn else stretch


def trimmed(doc: Doc, stretch: Stretch) -> Stretch | None:
    """Return *stretch* without "that", marks at its ends and what the reporter goes on with."""
    first, last = stretch
    for at in range(first + SHORTEST, last):
        if doc[at].text == "," and doc[at + 1].lower_ in NARRATOR:
            last = at - 1
            break
    while first <= last and _leads_in(doc[first]):
        first += 1
    while first <= last and _is_mark(doc[last]) and doc[last].text not in {")", "]", "%"}:
        last -= 1
    return (first, last) if first <= last else None


def _is_mark(token: Token) -> bool:
    return token.pos_ in {"PUNCT", "SPACE"}


def _leads_in(token: Token) -> bool:
    """Tell whether *token* opens a content and is no part of it."""
    if _is_mark(token):
        return token.text not in {"(", "["}
    return token.pos_ == "CCONJ" or (token.lower_ == "that" and token.dep_ == "mark")
