"""Take a speaker's phrase apart: its head, who owns it, and whether two share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from brief.data import roles, word_set
from brief.value import NamedTuple

if TYPE_CHECKING:
    from brief.spans import Span

    from .runs import Run

# In characters; what is longer is no speaker.
LONGEST = 400
LINKS = word_set(
    """of for at from in to with by on about against behind under over near among who whose which
    that close familiar working speaking"""
)
JOINS = word_set("and or nor & plus")
ASIDES = frozenset(",;:—–(")
# "Ida Cole today said": no part of who speaks.
TIMES = word_set(
    """today yesterday tonight also later now then earlier again still recently monday tuesday
    wednesday thursday friday saturday sunday"""
)
# "Reed and Cole" has so many words.
LEAST_JOINT = 3
# Behind a comma these open an apposition, and no second speaker.
APPOSED = word_set("a an the who whose which his her its their one now former then")


class Token(NamedTuple):
    """A word or mark of a phrase with its place in the article."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


class Phrase(NamedTuple):
    """A speaker's phrase: *head* up to the first preposition or aside, *rest* behind it.

    *names* are the names in the head, *later* those in the rest; *joint*: two share it.
    """

    span: Span
    head: list[Token]
    rest: list[Token]
    names: list[Run]
    later: list[Run]
    joint: bool

    @property
    def noun(self) -> str:
        """The last word of the head in lower case, without a possessive ending."""
        return self.head[-1].low if self.head else ""


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\w++(?:[-.&]\w++|[’'](?!s\b)\w++)*+\.?|[’']s?|[^\w\s]")


def read(text: str, span: Span, runs: Sequence[Run]) -> Phrase:
    """Return the phrase at *span*, in which the names *runs* stand."""
    end = min(span.end, span.start + LONGEST)
    found = [Token(m.start(), m.end(), m[0]) for m in _token().finditer(text, span.start, end)]
    found = [one for one in found if one.text not in "“”\"‘’'"]
    cut = _border(found, runs)
    head, rest = found[:cut], found[cut:]
    while head and (head[-1].text in {"’s", "'s", "’", "'"} or head[-1].low in TIMES):
        head = head[:-1]
    edge = head[-1].end if head else span.start
    names = [run for run in runs if run.start < edge]
    later = [run for run in runs if run.start >= edge]
    return Phrase(span, head, rest, names, later, _is_joint(found, cut, runs))


def _border(tokens: Sequence[Token], runs: Sequence[Run]) -> int:
    """Return where the head ends: at the first preposition or aside outside a name."""
    for at, token in enumerate(tokens):
        if at and (token.text in ASIDES or token.low in LINKS) and not _inside(token, runs):
            return at
    return len(tokens)


def _inside(token: Token, runs: Sequence[Run]) -> bool:
    return any(run.first <= token.start < run.end for run in runs)


def _is_joint(tokens: Sequence[Token], cut: int, runs: Sequence[Run]) -> bool:
    """Tell whether two share the phrase: "Smith and Jones", "Smith, Jones and the ministry"."""
    if len(tokens) < LEAST_JOINT:
        return False
    head = tokens[:cut]
    if any(one.low in JOINS and not _inside(one, runs) for one in head):
        # "The Trade and Industry Secretary", "the lord and master": one thing with two sides.
        at = next(at for at, one in enumerate(head) if one.low in JOINS and not _inside(one, runs))
        if _is_one_office(head, at, runs):
            return False
        owns = any(one.text in {"’s", "'s"} for one in head[at:])
        return not owns or at < 2 or head[at - 1].text[:1].isupper()
    rest = tokens[cut:]
    if len(rest) > 1 and rest[0].text == "," and rest[1].text[:1].isupper():
        return any(one.low in JOINS for one in rest) and rest[1].low not in APPOSED
    if rest and rest[0].low in LINKS - {"who", "whose", "which", "that"}:
        # "Smith of Leeds and Jones of York"
        for at, one in enumerate(rest[:-1]):
            if one.text in ASIDES:
                break
            if one.low in JOINS and not _inside(one, runs) and _starts_person(rest[at + 1], runs):
                return True
    return False


def _is_one_office(head: Sequence[Token], at: int, runs: Sequence[Run]) -> bool:
    """Tell whether the "and" at *at* joins two offices of one: "chairman and director Ida Cole"."""
    inside = [run for run in runs if head[0].start <= run.start < head[-1].end]
    if len(inside) != 1 or inside[0].end < head[-1].end or at + 1 >= len(head):
        return False
    behind = [one.text for one in head[at + 1 :] if one.end <= inside[0].start]
    single = has_title([head[at - 1].low]) and head[0].low not in {"a", "an", "the"}
    return inside[0].start > head[at].start and single and has_title(behind)


def _starts_person(token: Token, runs: Sequence[Run]) -> bool:
    return any(run.first == token.start and len(run.name.words) > 1 for run in runs)


def is_owner(text: str, run: Run) -> bool:
    """Tell whether *run* owns what follows it: "Trump’s", "the Democrats’"."""
    return run.owned or text[run.end : run.end + 1] in {"’", "'"}


def has_title(words: Sequence[str]) -> bool:
    """Tell whether one of *words* is a title or an office."""
    titles = roles()["title"] | roles()["someone"]
    return any(word.lower() in titles for word in words)
