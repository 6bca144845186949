"""Cut what the narrator adds off what somebody said: ", as Norland ramps up its efforts"."""

from __future__ import annotations

import re

from brief.data import cues, word_set
from brief.spans import Span

from .marks import APOSTROPHES
from .quotations import LONGEST, quotations
from .tokens import MARKS, QUOTED, Unit

# "As" after a comma brings in the narrator, but for these.
AS_MORE = word_set(
    """well if long part though much many far soon a opposed evidence are is were was do did does
    , “”"""
)
# Behind a comma these are the narrator's: what is said seldom goes on with them.
NARRATES = word_set("which who whom whose where while whilst according following amid despite")
# Of those, the ones that what the tagger has read as said goes on with no oftener than not.
ALWAYS = frozenset({"according"})
# Participles behind a comma that tell what came of the words, or what else was said.
ASIDES = word_set(
    """calling describing citing referring echoing prompting sparking drawing triggering branding
    labelling labeling dubbing quoting speaking"""
)
# "..., a move that surprised many": the narrator names what was said or done.
NAMES_IT = word_set(
    """move claim charge step remark comment reference statement pledge decision figure accusation
    latest response suggestion allegation promise threat swipe nod warning"""
)
ARTICLES = frozenset({"a", "an", "the"})
MOMENTS = frozenset({"before", "after"})
# Behind a closing mark the narrator needs no comma.
UNMARKED = frozenset({"as", "while", "whilst"})
AS_ONE = word_set("in on at during")
OCCASIONS = word_set("interview statement tweet post speech press news television radio letter")
EDGES = " \t\r\n\f\v,;:–—-"
PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"))
OPENERS = frozenset(opens for opens, _ in PAIRS)
CLOSERS = frozenset(closes for _, closes in PAIRS)
PAUSES = frozenset(",.?!…")


# What may bring in the narrator: "according", a word behind a comma or a quotation mark.
_TURNS = re.compile(
    r"\b[Aa]ccording\b|,\s*+(\w++)|[”\"»“’'‘›]\s*+(?i:as|while|whilst|in|on|at|during)\b"
)
_TURNING = {"as"} | MOMENTS | ARTICLES | ALWAYS | ASIDES
# One quotation and nothing else, with no other double mark in it.
_WHOLE = re.compile(r"""“[^“”"„«»`]*+”|"(?=\S)[^“”"„«»`]*+\"""")


def _may_turn(text: str, start: int, end: int) -> bool:
    """Tell whether anything between two offsets can bring in the narrator."""
    for match in _TURNS.finditer(text, start, end):
        low = match[1].lower() if match[1] else "as"
        if low in _TURNING or low.endswith("ing"):
            return True
    return False


def trimmed(text: str, content: Span, *taken: Span) -> Span | None:
    """Return *content* without what the narrator adds to it, or None if nothing is left.

    Off come a leading "that", commas and dashes at either end, the cue and the speaker if they
    are *taken* in, and tails such as ", as Norland ramps up its efforts", ", according to a
    tally" or ", before leaving". On stay conditions ("if", "unless", "but only if"), all that
    stands in quotation marks, and a mark whose partner is in the content.
    """
    start, end = content.start, content.end
    for one in taken:
        if start < one.end and one.start < end:
            # The longer side of what was swallowed.
            right = end - one.end >= one.start - start
            start, end = (one.end, end) if right else (start, one.start)
    if _is_whole(text, start, end):
        return _with_marks(text, start, end)
    if not _may_turn(text, start, end):
        start, end = _bare(text, start, end)
        # A mark at either end may be an apostrophe, or without its partner.
        if start == end or (text[start] not in MARKS and text[end - 1] not in MARKS):
            return _with_marks(text, start, end) if start < end else None
    unit = _unit(text, start, end)
    first = 0
    size = len(unit.word)
    while first < size and (unit.word[first] in EDGES or unit.low[first] == "that"):
        first += 1
    last = next((at for at in range(first + 1, size) if narrates(unit, at, ALWAYS)), size)
    while last > first and unit.word[last - 1] in EDGES:
        last -= 1
    if last <= first:
        return None
    kept = unit.span(first, last)
    return _with_marks(text, kept.start, kept.end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether one quotation is all that stands between two offsets."""
    # Beyond the longest quotation, marks are taken to have lost their partners.
    short = end - start < 2 * LONGEST
    return (
        short and _WHOLE.fullmatch(text, start, end) is not None and text.find("''", start, end) < 0
    )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return two offsets without a leading "that", and commas and dashes at either end."""
    while start < end and (text[start] in EDGES or _is_that(text, start)):
        start += 1 if text[start] in EDGES else len("that")
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _is_that(text: str, start: int) -> bool:
    """Tell whether the word at *start* is a "that" by itself; "that’s" goes on."""
    after = text[start + 4 : start + 6]
    goes_on = after[:1] in APOSTROPHES and after[1:].isalnum()
    ends = after[:1] in EDGES or after[:1] in MARKS
    return ends and not goes_on and text[start : start + 4].lower() == "that"


def _unit(text: str, start: int, end: int) -> Unit:
    """Return the tokens between two offsets, each quotation of any length folded into one."""
    made = Unit(text)
    at = start
    for quote in quotations(text, [[Span(start, end)]])[0] if start < end else ():
        made.read(at, quote.start)
        made.quote(quote.start, quote.end)
        at = quote.end
    made.read(at, end)
    return made


def narrates(unit: Unit, at: int, words: frozenset[str] = NARRATES) -> bool:
    """Tell whether at the token *at* the narrator takes over from who is quoted or reported.

    *words* are the narrator's when they stand behind a comma.
    """
    low, size = unit.low, len(unit.low)
    if unit.word[at - 1] == QUOTED and low[at] != ",":
        return _after_mark(unit, at)
    if low[at] != "," or at + 2 >= size:
        return low[at] == "according" and at + 1 < size and low[at + 1] == "to"
    return _behind_comma(low[at + 1], low[at + 2], words)


def _behind_comma(word: str, after: str, words: frozenset[str]) -> bool:
    """Tell whether *word* and the one *after* it, behind a comma, are the narrator's."""
    if word == "as":
        return after not in AS_MORE
    if word in MOMENTS:
        return after.endswith("ing")
    if word in ARTICLES:
        return after in NAMES_IT
    return word in words or word in ASIDES or (word.endswith("ing") and word in cues())


def _after_mark(unit: Unit, at: int) -> bool:
    """Tell whether the narrator goes on, without a comma, behind a quotation."""
    low = unit.low
    if low[at] in UNMARKED:
        return low[at + 1 : at + 2] != ["well"] and at + 2 < len(low)
    near = low[at + 1 : at + 4]
    return low[at] in AS_ONE and not OCCASIONS.isdisjoint(near)


def _with_marks(text: str, start: int, end: int) -> Span:
    """Return the span with the marks that its quotations open or close right beside it."""
    inside = text[start:end]
    after = end + (text[end : end + 1] in PAUSES and text[end + 1 : end + 2] in CLOSERS)
    left, right = text[max(0, start - 1) : start], text[after : after + 1]
    if left not in OPENERS and right not in CLOSERS:
        return Span(start, end)
    for opens, closes in PAIRS:
        balance = inside.count(opens) - inside.count(closes) if opens != closes else 0
        odd = opens == closes and inside.count(opens) % 2 == 1
        around = balance == 0 and not odd and left == opens and right == closes
        if around or (left == opens and (balance < 0 or (odd and inside.endswith(closes)))):
            start -= 1
        if around or (right == closes and (balance > 0 or (odd and not inside.endswith(closes)))):
            end = after + 1
    return Span(start, end)
