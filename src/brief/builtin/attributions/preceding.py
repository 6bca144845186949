"""Find what is said before a cue, and whether it goes on behind it."""

from __future__ import annotations

from enum import Enum

from brief.data import word_set

from .clause import LEADING, Stretch, clause, is_quoted, quotation_at
from .content import ADJUNCTS
from .tokens import QUOTED, Unit
from .words import DETERMINERS, NARRATOR, VERBS

# A shorter stretch before a cue is a phrase, not a statement ("On Friday, he said").
SHORTEST = 4
CONTRASTS = word_set("but however if unless though although")
# A content that ends on one of these has its other half elsewhere.
DANGLING = word_set("and but or which that who if because as when while")
BREAKS = frozenset(",—–")
# "He said on Friday" is over, "he said of the plan" tells what else he said.
CLOSING = ADJUNCTS - word_set("of about against for over")
# Words of a phrase in apposition to the speaker ("..., the brother of the pilot, Smith said").
LONGEST_APPOSITION = 8


class Rest(Enum):
    """What can be said of the words behind a reporting clause that are no content for sure."""

    NOTHING = "nothing"
    DOUBT = "doubt"


def before_cue(unit: Unit, end: int) -> Stretch | None:
    """Return the content before the token *end*: "The bridge is shut, he said"."""
    word = unit.word
    while end and word[end - 1] in BREAKS:
        end -= 1
    first = end
    while first and word[first - 1] != ";":
        first -= 1
    while first < end and word[first] in LEADING:
        first += 1
    if first == end or unit.low[end - 1] in DANGLING:
        return None
    if word[end - 1] == QUOTED and (end - 1 == first or word[end - 2] in ".:,?!"):
        return end - 1, end
    words = sum(SHORTEST if one == QUOTED else one[0].isalnum() for one in word[first:end])
    return (first, end) if words >= SHORTEST else None


def ends_on_apposition(unit: Unit, left: Stretch) -> bool:
    """Tell whether *left* ends on what may say who speaks: a comma, then a phrase, no clause."""
    start, end = left
    comma = next((at for at in range(end - 2, start, -1) if unit.word[at] == ","), 0)
    return (
        0 < end - comma - 1 <= LONGEST_APPOSITION
        and comma > 0
        and unit.low[comma + 1] in DETERMINERS
        and VERBS.isdisjoint(unit.low[comma + 1 : end])
        and QUOTED not in unit.word[comma + 1 : end]
    )


def closes(unit: Unit, at: int) -> bool:
    """Tell whether at the token *at*, after speaker and cue, the reporting clause is over."""
    if at >= len(unit.low) or unit.word[at] in ".,;—–":
        return True
    return unit.low[at] in CLOSING or unit.low[at] in NARRATOR


def resumed(unit: Unit, at: int, left: Stretch) -> Stretch | Rest:
    """Return what of the content *left* goes on at the token *at*, behind the reporting clause."""
    if at >= len(unit.low) - 1 or unit.word[at] != ",":
        return Rest.NOTHING
    low = unit.low[at + 1]
    if unit.word[at + 1] == QUOTED:
        return quotation_at(unit, at + 1) or Rest.NOTHING
    if is_quoted(unit, left):
        return Rest.NOTHING
    if low in VERBS or (low.endswith("ed") and VERBS.isdisjoint(unit.low[left[0] : left[1]])):
        # "The old bridge over the river, he said, is shut": only its subject came before.
        return Rest.DOUBT
    if low in NARRATOR or low.endswith(("ing", "ed")):
        return Rest.NOTHING
    # "It will open, he said, but not soon": his words or the narrator's.
    return Rest.DOUBT if low in CONTRASTS else clause(unit, at + 1) or Rest.NOTHING
