"""Find where reported words end: at the sentence's end, or where their reporter comes back."""

from __future__ import annotations

from brief.data import cues, word_set

from .tails import narrates
from .tokens import QUOTED, Unit
from .words import ADVERBS, HAVE, NO_OPENING, PRONOUNS, STOPS, VERBS

Stretch = tuple[int, int]

# Fewer words state nothing.
SHORTEST = 3
ENDS = frozenset(".?!;")
# Marks that stand between a cue and its content ("said - the bridge is shut").
LEADING = frozenset(",:–—-")
JOINS = word_set("and but while though although")
# Only at these, or behind a quotation, somebody else can take over.
TURNS = JOINS | {",", "according"}
BREAKS = frozenset(";—–")
# No subject of a further reporting clause runs over these.
FENCES = STOPS - ADVERBS - HAVE - PRONOUNS


def clause(unit: Unit, start: int, shortest: int = SHORTEST) -> Stretch | None:
    """Return the tokens from *start* to where the clause ends, conditions and all.

    None where fewer than *shortest* words are left.
    """
    word, size = unit.word, len(unit.low)
    while start < size and word[start] in LEADING:
        start += 1
    if start >= size or unit.low[start] in NO_OPENING:
        return None
    if start in unit.paused:
        # "After he said that “never again,” a truck": past the comma the narrator goes on.
        return quotation_at(unit, start)
    end = start + 1
    while end < size and word[end] not in BREAKS:
        near = unit.low[end] in TURNS or word[end - 1] == QUOTED
        if near and (_leaves(unit, end) or narrates(unit, end)):
            break
        end += 1
    while end > start and (word[end - 1] in ENDS or word[end - 1] in ",:"):
        end -= 1
    words = sum(shortest if one == QUOTED else 1 for one in word[start:end])
    return (start, end) if words >= shortest else None


def quotation_at(unit: Unit, at: int) -> Stretch | None:
    """Return the quotation that stands at the token *at*, and one that "and" adds to it."""
    word, size = unit.word, len(unit.word)
    if at >= size or word[at] != QUOTED:
        return None
    more = at + 2 < size and unit.low[at + 1] == "and" and word[at + 2] == QUOTED
    return (at, at + 3) if more else (at, at + 1)


def _leaves(unit: Unit, at: int) -> bool:
    """Tell whether at the token *at* the content gives way to its reporter, or to another's."""
    low = unit.low
    after = low[at] == ","
    first = at + after
    if first >= len(low):
        return False
    return low[first] in JOINS and (_reports(low, first + 1) or _narrates(unit, at))


def _reports(low: list[str], start: int) -> bool:
    """Tell whether another reporting clause starts: "and Smith said", "but added"."""
    lexicon = cues()
    for at in range(start, min(len(low), start + 6)):
        entry = lexicon.get(low[at]) or lexicon.get(" ".join(low[at : at + 2]))
        if entry is not None:
            return entry[1] not in {"quote", "to"} and not low[at].endswith("ing")
        if low[at] in FENCES or not low[at][0].isalnum():
            return False
    return False


def _narrates(unit: Unit, at: int) -> bool:
    """Tell whether the narrator goes on after a quotation: "... “no deal” and he left"."""
    low = unit.low
    return (
        low[at] == "and"
        and unit.word[at - 1] == QUOTED
        and at + 2 < len(low)
        and low[at + 1] in PRONOUNS
        and low[at + 2] not in VERBS
    )


def to_comma(unit: Unit, content: Stretch) -> Stretch:
    """Return *content* up to its first comma."""
    start, end = content
    return start, next((at for at in range(start + 1, end) if unit.word[at] == ","), end)


def until(unit: Unit, content: tuple[Stretch, ...], border: int) -> tuple[Stretch, ...]:
    """Return *content* up to the token *border*, where a comma or "and" stands before that."""
    kept: list[Stretch] = []
    for start, end in content:
        cut = border
        while start < border < end and cut > start and _separates(unit, cut - 1):
            cut -= 1
        if cut == border:
            kept.append((start, end))
        elif cut > start:
            kept.append((start, cut))
    return tuple(kept)


def _separates(unit: Unit, at: int) -> bool:
    return unit.low[at] in {"and", "but", "while", "as", ",", ";"}


def is_quoted(unit: Unit, content: Stretch) -> bool:
    """Tell whether *content* is one quotation and nothing else."""
    return content[1] - content[0] == 1 and unit.word[content[0]] == QUOTED
