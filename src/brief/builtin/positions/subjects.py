"""Tell whether a name is the subject of its clause, by what stands on each side of it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief.data import cues, word_set

if TYPE_CHECKING:
    from .runs import Run

BORDERS = word_set(
    """and but as when while because that if after before since though although where so then or
    whether until unless yet whereas once"""
)
AUXILIARIES = word_set(
    """is are was were has have had will would can could may might must shall should does did do
    isn't wasn't hasn't won't wouldn't can't couldn't doesn't didn't cannot never not"""
)
# The common verbs whose past has no -ed, and those of news in the present.
VERBS = word_set(
    """said told went came got made took gave found thought knew saw left felt kept let began ran
    held stood lost paid met sat spoke led grew won wrote drew drove fell sent built spent cut
    became beat bore bought brought broke caught chose dealt fought flew forgot forgave froze hit
    hurt laid lay meant put quit read rode rose sang sank sold set shook shot shut slept struck
    swore swept taught threw understood woke wore withdrew overcame sought
    says tells wants thinks believes knows hopes feels insists makes takes goes comes gets gives
    sees keeps seems looks finds leads leaves lives loves means meets needs plans plays pays runs
    sits speaks stands starts stays tries turns uses wins works writes calls adds asks argues
    claims faces holds hits appears arrives becomes begins defends denies describes expects
    explains likes lists notes offers opposes praises promises pushes recalls refuses remains
    repeats replies reports returns seeks serves shares shows spends suggests supports talks
    travels urges visits warns wonders worries agrees acknowledges admits accuses"""
)
# Behind these the subject follows its verb: "said Ida Cole".
SAID = word_set("said says added adds wrote writes asked replied explained")
# What stands behind one of these is its object.
PREPOSITIONS = word_set(
    """of for at from in to with by on about against behind under over near among between like than
    into onto toward towards upon via per amid during without within through beside beyond around
    alongside despite including excluding except regarding concerning is be been being not"""
)
BETWEEN = word_set(
    "also then now still again once himself herself itself too later just even has had"
)
WINDOW = 48


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may stand between a name and its verb, and a word."""
    aside = re.compile(r"\s?\([^()\n]{1,30}\)")
    return aside, re.compile(r"\s*+([\w’'-]++|[^\w\s])")


def is_subject(text: str, run: Run, floor: int) -> bool:
    """Tell whether *run* is a subject; its sentence starts at *floor*."""
    return not run.owned and is_opening(text, run.first, run.end, floor)


def is_opening(text: str, first: int, end: int, floor: int) -> bool:
    """Tell whether a clause may open at *first* with a subject that goes up to *end*."""
    before = border(text, first, floor)
    if before != "clause":
        return before == "verb"
    aside, word = _patterns()
    at = end
    match = aside.match(text, at)
    at = match.end() if match else at
    for _ in range(4):
        match = word.match(text, at)
        if match is None:
            return False
        low = match[1].lower().replace("’", "'")
        if low == "," and at == end:
            # An apposition, or a clause set between commas: "Smith, 45, said".
            return True
        if is_verb(low) or (low in {"of", "from"} and at == end):
            # "Brown of Leeds explained"
            return True
        if not (low in BETWEEN or low.endswith("ly")):
            return False
        at = match.end()
    return False


def is_object(text: str, first: int, floor: int) -> bool:
    """Tell whether a preposition stands right before the phrase at *first*."""
    before = text[max(floor, first - WINDOW) : first].split()
    while before and before[-1].lower() in {"the", "a", "an", "former", "fellow"}:
        before.pop()
    return bool(before) and before[-1].lower() in PREPOSITIONS


def is_verb(low: str) -> bool:
    """Tell whether *low* looks like a finite verb."""
    if low in AUXILIARIES or low in VERBS:
        return True
    return (low.endswith("ed") and len(low) > 4) or (low in cues() and not cues()[low][2])


def border(text: str, first: int, floor: int) -> str:
    """Return what stands before the phrase at *first*: the border of a "clause", its "verb"."""
    before = text[max(floor, first - WINDOW) : first].split()
    whole = floor >= first - WINDOW
    while before:
        word = before[-1]
        low = word.lower()
        if not word[-1].isalnum() or low in BORDERS:
            return "clause"
        if low in SAID:
            return "verb"
        # "Former president", "newspaper deliveryman": they belong to the name.
        if low in PREPOSITIONS or is_verb(low) or low.endswith("ing"):
            return ""
        before.pop()
    return "clause" if whole else ""
