"""Choose the name that is put in behind a pronoun, where it can mean nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.spans import Part, squeeze

from .people import NOBODY
from .sexes import may_be

if TYPE_CHECKING:
    from brief.model import Party
    from brief.spans import Span

    from .pointing import Points

PERSONAL = word_set("he she his her")
OWNING = word_set("his her their its")
BODIES = frozenset({"organisation", "group"})
# "The younger Hart" is another Hart.
KIN = word_set("younger elder older senior junior jr sr")
# The longest word before a surname that is looked at, in characters.
LONGEST = 24
# Behind the last word of a name these go on with it: "the Center for Harbour Studies".
GOES_ON = ("for", "of", "and", "&")
# Capitals throughout: a name in a transcript or a heading.
SHOUTED = 5


class Names:
    """The names of one article's parties, each looked into once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._fitting: dict[tuple[str, str], bool] = {}
        self._written: dict[str, Span | None] = {}

    def behind(self, party: Party, points: Points) -> Part | None:
        """Return the name of *party*, to stand behind a pronoun; None if it may mislead."""
        key = (party.id, points.low)
        if key not in self._fitting:
            self._fitting[key] = _fits(self._text, party, points.low)
        if party.id not in self._written:
            self._written[party.id] = _in_full(self._text, party)
        span = self._written[party.id]
        if not self._fitting[key] or span is None or span.start > points.start:
            return None
        mark = "’" if "’" in self._text else "'"
        name = party.name + (f"{mark}s" if points.low in OWNING else "")
        return Part(span.start, span.end, f"[{name}]")


def _in_full(text: str, party: Party) -> Span | None:
    """Return where the article first has the name of *party* in full."""
    for span in party.mentions:
        if squeeze(text[span.start : span.end]) == party.name:
            return span
    return None


def _fits(text: str, party: Party, low: str) -> bool:
    """Tell whether a pronoun may stand for *party*, and its name for nobody else."""
    if low in PERSONAL:
        return party.kind == "person" and _is_alone(text, party) and may_be(text, party, low)
    body = party.kind in BODIES or (low in {"it", "its"} and party.kind == "place")
    return body and _is_whole(text, party)


def _is_alone(text: str, party: Party) -> bool:
    """Tell whether nobody else in the article has the surname of *party*.

    "Ben Hart" and "Nora Hart" are two, and so are "Ben Hart" and "the elder Hart".
    """
    words = party.name.split()
    if len(party.name) >= SHOUTED and party.name.isupper():
        return False
    last, at = words[-1], -1
    while (at := text.find(last, at + 1)) >= 0:
        behind = text[at + len(last) : at + len(last) + 1]
        if behind.isalpha() or not text[at - 1 : at].isspace():
            continue
        before = text[max(0, at - LONGEST) : at].split()[-1:]
        if before and _is_other(before[0], words):
            return False
    return True


def _is_other(before: str, words: list[str]) -> bool:
    """Tell whether the word before a surname is another bearer's."""
    low = before.lower()
    if low in KIN:
        return True
    lists = roles()
    if (
        not before[0].isupper()
        or not before.replace("-", "").isalpha()
        or before in words
        or low in NOBODY
    ):
        return False
    if any(low in lists[sort] for sort in ("title", "honorific", "office", "someone", "people")):
        return False
    # "Ken" and "Kenneth" are one; an adverb or a participle opens a sentence.
    return not low.endswith(("ly", "ing", "ed")) and low[:3] != words[0].lower()[:3]


def _is_whole(text: str, party: Party) -> bool:
    """Tell whether no mention of *party* is cut short: "the Center" for Harbour Studies."""
    for mention in party.mentions:
        behind = text[mention.end : mention.end + LONGEST].split()[:3]
        if behind[:1] and behind[0] in GOES_ON and any(one[0].isupper() for one in behind):
            return False
    return True
