"""Hold claims against a source: what is exact, what is altered or moved, what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from brief.sanitise import one_line, shortened
from brief.value import value

from .claims import Claim
from .fields import Pair
from .squeezed import Squeezed

Outcome = Literal["exact", "altered", "not found", "source not available"]

# Looking for a text elsewhere reads the whole source: a hostile file may not ask for that
# any number of times.
MOST_SEARCHES = 1000
LONGEST = 120
# A span that a word is put in from names somebody: it is short.
LONGEST_NAME = 1000
# What is shorter stands in many places: it does not tell how far the text has moved.
TELLING = 20
# So many edits of a source are followed at once.
MOST_MOVES = 4
_WORD = re.compile(r"[^\W_]+")


@value
class Finding:
    """What became of one claim of a brief: *where* it stands ("summary 1"), the *text* it
    states (shortened; empty for a bare span), its *place* in the source, and the *outcome*.

    *detail* says what the source has instead; it is empty for "exact". *moved* is how many
    characters further on the text stands unchanged, and None for what has not moved.
    """

    where: str
    text: str
    place: str
    outcome: Outcome
    detail: str = ""
    moved: int | None = None


def checked(stated: list[Claim], source: Squeezed) -> Iterator[Finding]:
    """Yield what becomes of each claim that was *stated* of *source*."""
    searches = MOST_SEARCHES
    moves = _moves(stated, source)
    for claim in stated:
        place = source.place(claim.spans[0][0] if claim.spans else -1)
        if claim.fault:
            yield finding(claim, place, "not found", claim.fault)
            continue
        if _stands(claim, source, 0):
            yield finding(claim, place, *_on_line(claim, source))
            continue
        by = next((by for by in moves if _stands(claim, source, by)), None)
        there: Pair | None = None
        if claim.text and by is None and searches:
            searches -= 1
            there = source.find(claim.text, claim.spans[0][0] if claim.spans else 0)
        if there and claim.pieces and not claim.within:
            # None where it starts as stated, and only its end is off.
            by = there[0] - claim.spans[0][0] or None
        if not claim.pieces:
            yield _name(claim, place, source, [0, *moves], there)
        elif by is not None:
            yield _moved(claim, place, source, by, there)
        elif there:
            yield finding(claim, place, "altered", f"it stands at {_at(source, there)}")
        else:
            yield finding(claim, place, *_differs(claim, source, [0, *moves]))


def _moves(stated: list[Claim], source: Squeezed) -> list[int]:
    """Return how far texts have moved that are long enough to stand in one place alone."""
    moves: list[int] = []
    searches = 10 * MOST_MOVES
    for claim in stated:
        text = claim.text or ""
        if len(text) < TELLING or len(claim.pieces) != 1 or not claim.spans or claim.fault:
            continue
        if any(_stands(claim, source, by) for by in (0, *moves)):
            continue
        start = claim.spans[0][0]
        there = source.find(text, start)
        if there and there[0] != start:
            moves.append(there[0] - start)
        searches -= 1
        if not searches or len(moves) == MOST_MOVES:
            break
    return moves


def finding(
    claim: Claim, place: str, outcome: Outcome, detail: str = "", moved: int | None = None
) -> Finding:
    """Return what became of *claim*, safe to print."""
    text = shortened(claim.text or "", LONGEST)
    at = one_line(f"{place}{claim.offsets}")
    return Finding(claim.where, text, at, outcome, one_line(detail), moved)


def _stands(claim: Claim, source: Squeezed, by: int) -> bool:
    """Tell whether the source has what is claimed, *by* characters further on."""
    spans = [(start + by, end + by) for start, end in claim.spans]
    if not spans or any(not 0 <= start < end <= source.length for start, end in spans):
        return False
    text = claim.text
    if text is None:
        return by == 0
    if claim.within:
        start, end = spans[0]
        return text.casefold() in source.slice(start, end, LONGEST_NAME).casefold()
    pieces = (
        each if isinstance(each, str) else (each[0] + by, each[1] + by) for each in claim.pieces
    )
    return bool(text) and source.reads(tuple(pieces), text, claim.joined)


def _on_line(claim: Claim, source: Squeezed) -> tuple[Outcome, str]:
    line = source.line(claim.spans[0][0]) if claim.spans else None
    if claim.line is None or line is None or claim.line == line:
        return "exact", ""
    return "altered", f"it stands on line {line}, which is not the line stated"


def _name(
    claim: Claim, place: str, source: Squeezed, moves: list[int], there: Pair | None
) -> Finding:
    """Return what becomes of a name: it stands in the source, and its last word in a mention."""
    if there is None:
        return finding(claim, place, "not found", "it stands nowhere in the source")
    at = _at(source, there)
    words = _WORD.findall((claim.text or "").casefold())
    for by in moves:
        for start, end in claim.mentions:
            if 0 <= start + by < end + by <= source.length:
                said = source.slice(start + by, end + by, LONGEST_NAME).casefold()
                if not words or words[-1] in _WORD.findall(said):
                    return finding(claim, at, "exact")
    return finding(claim, at, "altered", "it is not the name of what stands at its mentions")


def _moved(claim: Claim, place: str, source: Squeezed, by: int, there: Pair | None) -> Finding:
    start, end = claim.spans[0][0] + by, claim.spans[-1][1] + by
    detail = f"moved: it stands at {_at(source, there or (start, end))}"
    return finding(claim, place, "altered", detail, by)


def _differs(claim: Claim, source: Squeezed, moves: list[int]) -> tuple[Outcome, str]:
    """Return what to say of a text that is not there, nor anywhere else."""
    said = f"outside the text, which has {source.length} characters"
    for by in reversed(moves):
        spans = [(start + by, end + by) for start, end in claim.spans]
        if all(0 <= start < end <= source.length for start, end in spans):
            like, there = source.likeness(spans, claim.text or "")
            said = f"the source has “{shortened(there, LONGEST)}”"
            if like:
                return "altered", said
    return "not found", said


def _at(source: Squeezed, span: Pair) -> str:
    start, end = span
    return f"{source.place(start)} @{start}-{end}"
