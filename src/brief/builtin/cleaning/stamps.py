"""Cut the lines a page puts around its story: when it was updated, how long it takes, its tags."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .kept import kept_paragraphs
from .prompts import AFTER, BEFORE, is_kept

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span

# Lines of a page are shorter, but for a list of tags.
LONGEST = 90
TAGS = 240
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,? )?(?:{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}(?:,? \d{{4}})?|{_MONTHS} \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_TIME = (
    r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:gmt|bst|utc|cet|cest|e[sd]?t|c[sd]t|m[sd]t"
    r"|p[sd]?t|ist|aest|aedt))?|\d{1,2} ?[ap]\.?m\.?)"
)
# "12.50" alone may be a price.
_CLOCK = rf"(?=.*[ap]\.?m|.*[a-z]t\b|\d\d?:|.*utc){_TIME}"
_WHEN = rf"(?:{_DATE}(?:,? (?:at )?{_TIME})?|{_TIME}(?:,? (?:on )?{_DATE})?)"
_DONE = r"(?:updated|published|posted|modified|reviewed|edited|created|fact[- ]checked)"
_NAMED = r"(?-i:[A-Z])[\w.'’-]{0,24}(?:,? (?:(?-i:[A-Z])[\w.'’-]{0,24}|of|and|de|van|von)){0,8}"
_AGO = r"\d{1,2} ?(?:h|m|d|hrs?|hours?|mins?|minutes?|days?|weeks?|months?) ago"
_UPDATED = (
    rf"(?:(?:this|the) (?:article|post|story|page|guide) was )?"
    rf"(?:(?:first|last|originally|date|medically) )?{_DONE}(?: on| at| in)? ?:? ?"
    rf"(?:{_WHEN}|{_AGO}|\d{{4}})|{_DONE} (?:at|on) {_TIME}(?:,? \w{{3,9}})?|{_CLOCK}|{_AGO}"
)
_LENGTH = (
    r"(?:estimated |average )?read(?:ing)? time ?:? ?(?:about )?(?:\d{1,3} ?\w{0,9})?"
    r"|\d{1,3}[- ]?min(?:ute)?s?[- ]read"
)
_PLACE = (
    r"(?:table of )?contents|(?:in|on) this (?:article|page|post|guide)|jump to(?: section)?"
    r"|topics covered|you are here|skip to (?:main )?content|published|about the authors?"
    r"|back to (?:(?:the )?(?:blog|news|home(?:page)?|list|overview|index|articles|main)"
    r"|all [\w ]{2,24})|\d{1,3} ?(?:/|of) ?\d{1,3} (?:photos?|images?|slides?|pictures?)"
)
_BY = (
    r"(?:view|see|read|show|browse) (?:author(?:['’]s)? (?:page|profile|bio)|all posts"
    rf"(?: by {_NAMED})?|full bio|comments)|(?:more|all|other) (?:posts|articles|stories) by"
    rf" {_NAMED}|(?:written|(?:medically )?reviewed|fact[- ]checked|edited|posted|published|words"
    rf"|photography) by:? {_NAMED}(?: [-–—|] [^.?!]{{2,40}})?"
)
_COUNTED = r"(?:views?|likes?|published articles?|edited articles?|followers?|votes?|reads?)"
_COUNTS = rf"[\d,.]+k? {_COUNTED}(?: [\d,.]+k? {_COUNTED})?"
# "On behalf of Lund & Wren | Apr 21, 2017 | Harbours", "Home > News > Tarnby".
_BARRED = rf"(?=.*(?:^|[|•·] ?){_DATE}(?: ?[|•·]|$))[^|•·]{{0,60}}(?:[|•·][^|•·]{{0,60}}){{1,5}}"
_CRUMBS = (
    r"[\w '’&-]{2,40}(?:[>»›→][\w '’&,:-]{2,80}){2,6}"
    r"|home ?(?:[/|][\w '’&,-]{2,60}){1,6}"
)
_TAGGED = (
    r"(?:tags?|tagged(?: (?:with|in|as))?|topics?|categor(?:y|ies)|keywords?|posted in|filed in)"
    r"(?: ?: ?|(?<=in) |(?<=with) |(?<=as) )[^.?!:]{2,220}"
)

# What such a line begins with, by its first three letters, if it begins with a letter; and the
# marks that divide one.
_FIRST = """
jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun
fir las ori dat med upd pub pos mod rev edi cre fac est ave rea tab con in on jum top ski abo bac
vie see sho bro mor all oth wri wor pho hom you by"""
FIRST = frozenset(_FIRST.split())
MARKS = "|•·>»›→"


@cache
def _worded() -> re.Pattern[str]:
    """Return the pattern of lines that may have no number. Many an article has none so short."""
    return re.compile("|".join((_LENGTH, _PLACE, _BY, _CRUMBS)), re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    """Return the pattern of lines that have a number: a date, a time, a count."""
    return re.compile("|".join((_UPDATED, _COUNTS, _BARRED)), re.IGNORECASE)


@cache
def _divided() -> re.Pattern[str]:
    # Elsewhere a dash stands between hours: "7 am - 5 pm".
    return re.compile(rf" ?[|•·] ?| [-–—] (?={_DONE}\b)", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"by:? {_NAMED}", re.IGNORECASE)


@cache
def _tagged() -> re.Pattern[str]:
    return re.compile(_TAGGED, re.IGNORECASE)


def stamps(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts lines of the page itself: "Last updated: May 3", "5 min read", "Tags: ferry, quay".

    A note that says what was corrected or added stays.
    """
    found: list[Span] = []
    for row in kept_paragraphs(brief):
        if row.size <= TAGS and is_stamp(row.said) and not is_kept(row.said):
            found += row.parts
    return brief.cut_spans(found, reason="page line")


def is_stamp(said: str) -> bool:
    """Tell whether the paragraph *said* is a line of the page, and not of its story."""
    bare = said.lstrip(BEFORE).rstrip(AFTER)
    if len(bare) <= LONGEST and _may_be_line(bare) and _is_line(bare):
        return True
    # "Topics: they talked of fog." is a sentence.
    return said[-1] != "." and bare[:1] in "TtCcKkPpFf" and _tagged().fullmatch(bare) is not None


def _is_line(bare: str) -> bool:
    """Tell whether *bare* is a line of the page, or several in a row, divided by strokes."""
    if _is_one(bare):
        return True
    pieces = _divided().split(bare)
    lines = [piece for piece in pieces if _is_one(piece)]
    return bool(lines) and all(piece in lines or _by().fullmatch(piece) for piece in pieces)


def _is_one(bare: str) -> bool:
    if any(map(str.isdigit, bare)) and _numbered().fullmatch(bare):
        return True
    return _worded().fullmatch(bare) is not None


def _may_be_line(bare: str) -> bool:
    """Tell at a glance whether *bare* begins as lines of a page do, or is divided as they are."""
    first = bare[:3].rstrip().lower()
    if first in ("thi", "the"):
        return " was " in bare.lower()
    return first in FIRST or not first[:1].isalpha() or not set(MARKS).isdisjoint(bare)
