"""Find the word at the start of a sentence that points back, whatever leads up to it."""

from __future__ import annotations

from collections.abc import Sequence

from brief.data import word_set
from brief.value import NamedTuple

from .fronted import FRONTED, SUBORDINATE, TIMES, behind_time, fronted
from .heads import QUOTES, Head, place_of
from .phrases import JUDGES, KNOWN, PAIRS, PARENTS, found_at

PEOPLE = word_set("he she his her")
PRONOUNS = PEOPLE | word_set("they their its")
# A sentence may open with these and then point back: "But he", "Meanwhile, she".
LINKS = word_set(
    """but and so yet or nor then now still also however meanwhile instead later afterwards
    afterward earlier moreover furthermore additionally nevertheless nonetheless indeed thus
    therefore hence besides again perhaps maybe today yesterday tonight eventually finally soon
    recently previously initially subsequently similarly likewise apparently although though
    because plus here there even only"""
)
TOLD = ("said", "added", "told", "says", "tells", "wrote", "explained", "continued")
# With these a sentence may point back that starts with another word.
BACK = frozenset(
    before + word + behind
    for word in (frozenset(JUDGES) - {"the", "all"}) | {"it", "them", "former", *PAIRS}
    for before in ("", "“", '"')
    for behind in ("", ",", "’s", "'s", "’d", "’re")
)
FIRST = (frozenset(JUDGES) - {"the"}) | {"it"}
LEADING = LINKS | FRONTED | TIMES | {"some", "many", "most", "none"}
# "Two thirds of it", within so many characters.
SHARES = (" of it ", " of them ", " of these ", " of those ", " of this ")
SHARED = 40
SPEAKERS = ("he", "she", "they")
CLOSED = ("”", '"', "»", "’", "'")
# Behind so many words no sentence comes to its subject.
TURN = 14
# Characters: behind a longer statement nobody looks for who made it.
FAR = 600


class Points(NamedTuple):
    """A word or phrase that points back: from *start* to *end*, its first word *low*.

    *quoted*: it stands in a quotation. *sure*: it does not, nothing is run into it ("he's"), and
    a sentence or a clause begins with it.
    """

    start: int
    end: int
    low: str
    quoted: bool = False
    sure: bool = True


def pointing(text: str, start: int, end: int, *, is_first: bool = False) -> Points | None:
    """Return what points back at the beginning of the sentence from *start* to *end*.

    In the first sentence of an article only a pronoun for somebody does: "This is the moment"
    and "It has come to this" are how stories begin.
    """
    head = text[start : min(end, start + FAR)].lower()
    opened = head.split(None, 2)
    first = opened[0] if opened[0].isalpha() else _plain(opened[0])
    found = None
    if opened[0] in PRONOUNS and _goes_on(text, start, opened[0]):
        # Most of them: nothing has to be looked at more closely.
        found = Points(start, start + len(first), first)
    elif (
        first in FIRST
        or (_leads_up(opened, first) and _may_turn(head))
        or (first == "the" and _is_phrase(opened))
        or any(share in head[:SHARED] for share in SHARES)
    ):
        found = _opening(text, start, Head(text[start : min(end, start + FAR)].split()))
    if found is None and (" he " in head or " she " in head or " they " in head):
        found = _speaking(text, start, head.split())
    if found is not None and is_first and found.low not in PEOPLE | {"they", "their"}:
        return None
    return found


def _leads_up(lows: Sequence[str], first: str) -> bool:
    """Tell whether a sentence may point back behind its *first* word: "Sadly, he", "11 of them"."""
    return (
        first in LEADING
        or first.endswith("ing")
        or lows[0].endswith("ly,")
        or (len(lows) > 1 and lows[1] == "of")
    )


def _goes_on(text: str, start: int, word: str) -> bool:
    """Tell whether a small letter stands behind the first *word*: "He Weidong" is a name."""
    at = start + len(word) + 1
    return text[at : at + 1].islower()


def _plain(word: str) -> str:
    """Return *word* without the marks around it and what is run into it."""
    return word.strip(QUOTES + ",.([").partition("’")[0].partition("'")[0]


def _may_turn(head: str) -> bool:
    """Tell whether a sentence that leads up to something may point back: most do not."""
    lows = head.split(None, TURN)
    return not BACK.isdisjoint(lows[1:TURN]) or "-year-old" in " ".join(lows[1:4])


def _is_phrase(lows: Sequence[str]) -> bool:
    """Tell whether "the" and the word behind it may mean somebody named before."""
    if len(lows) == 1:
        return False
    second = _plain(lows[1])
    return second in KNOWN or second.endswith("-year-old") or second.startswith(PARENTS)


def _opening(text: str, start: int, words: Head) -> Points | None:
    """Return what the first words point back with."""
    at = 0
    while at < len(words) - 1 and _leads(words, at):
        at += 2 if words.low(at) == "that" else 1
    found = found_at(words, at) or behind_time(words, at)
    if found is None and (words.low(at) in FRONTED or words.low(at).endswith("ing")):
        found = fronted(words, at)
    if found is None:
        return None
    first, last = found
    word = words.word(first)
    begin = place_of(text, start, words.raw(first)) + word.skipped
    ending = words.word(last)
    end = place_of(text, start, words.raw(last)) + ending.skipped + len(ending.text)
    quoted = any(words.word(on).quoted for on in range(first + 1))
    begins = first == at or words.word(first - 1).stops or words.low(at) in TIMES
    return Points(begin, end, word.low, quoted, begins and not quoted and not ending.clitic)


def _leads(words: Head, at: int) -> bool:
    """Tell whether the word at *at* only leads up to the sentence."""
    word = words.word(at)
    if word.clitic:
        return False
    if word.low == "that" and words.low(at + 1) == "said" and words.word(at + 1).stops:
        return at + 2 < len(words)
    if word.low in SUBORDINATE:
        return word.stops
    return word.low in LINKS or (word.low.endswith("ly") and word.stops)


def _speaking(text: str, start: int, lows: Sequence[str]) -> Points | None:
    """Return the pronoun that speaks behind what it says: “We will stay,” she said."""
    # "After Cole left, she said": who speaks is named before.
    named = lows[0] == "according" or lows[0] in SUBORDINATE
    for low in SPEAKERS:
        if low not in lows[2:-1]:
            continue
        at = lows.index(low, 2)
        before = lows[at - 1]
        quoted = lows[0].startswith(tuple(QUOTES)) and before.endswith(CLOSED)
        told = before.endswith(",") and lows[at + 1].startswith(TOLD) and not named
        if quoted or told:
            begin = place_of(text, start, at)
            return Points(begin, begin + len(low), low)
    return None
