"""Find what a number counts, and tell numbers that count from those that name."""

from __future__ import annotations

import re

from .words import LABELS, NO_PLURALS, OPENERS, PLURALS, STOPS

# What may stand between a number and the noun: "1,200 new council homes".
MOST_WORDS = 4
NEXT = re.compile(r"\s{1,9}([^\W\d_]{1,40}(?:[-’'][^\W\d_]{1,40}){0,3})")
AGE = re.compile(r"\s{1,9}(?:old|of\s{1,9}age|younger)\b|[’']s\b")

# How much of the text before a number tells what it is.
LOOK_BACK = 40
LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s+$")
SHARE = re.compile(r"(?i:\d|\bone|two|three|four|five|six|seven|eight|nine)\s+(?:in|out of)\s+$")
OPENING = re.compile(r"^$|[.!?…:;“\"‘(\[—]\s?$|[.!?][”\"’]\s$")
# "3-2" has been left out; what stands here is a time, a fraction, a part of a word.
JOINED = re.compile(r"[\w%/:°’'\-–]")
LABEL = re.compile(r"0|(?:1[5-9]|2[01])\d\d$")


def counted(text: str, at: int) -> re.Match[str] | None:
    """Return the match whose group 1 is the plural that the number before *at* counts.

    None where no plural follows within a few words that can stand before it.
    """
    found = None
    for _ in range(MOST_WORDS):
        match = NEXT.match(text, at)
        if match is None or match[1].lower() in STOPS:
            break
        at = match.end()
        # "12 sports teams", "two teachers unions": what is counted comes last. No verb in -s
        # can follow a plural.
        if is_plural(match[1]):
            found = match
        elif found is not None:
            break
    return None if found is None or AGE.match(text, found.end()) else found


def is_plural(word: str) -> bool:
    """Tell whether *word* looks like the plural of an English noun."""
    last = re.split(r"[-’']", word.lower())[-1]
    if last in PLURALS or (last.endswith("men") and last not in ("specimen", "omen", "regimen")):
        return True
    if len(last) < 4 or last in NO_PLURALS or last in STOPS:
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def is_name(match: re.Match[str]) -> bool:
    """Tell whether the number of *match* may be a year, a label, an age or a share.

    "2019", "page 3", "Falcon 9", "aged 12", "one in five", "the Big Five".
    """
    digits, words = match["digits"] or "", match["words"] or ""
    if words.lower() == "one" or JOINED.match(match.string, match.end()):
        return True
    if LABEL.match(digits) and not match["scale"]:
        return True
    before = match.string[max(0, match.start() - LOOK_BACK) : match.start()]
    if SHARE.search(before) or (words[:1].isupper() and not OPENING.search(before)):
        return True
    last = LAST_WORD.search(before)
    if last is None:
        return False
    word = last[1]
    return word.lower() in LABELS or (word[0].isupper() and word.lower() not in OPENERS)
