"""The patterns of figures. Every repetition in them is bounded: they are linear on any text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from .words import (
    CODES,
    CURRENCIES,
    MONTHS,
    SCALED_CURRENCIES,
    SCALES,
    SHORT_SCALES,
    SIGNS,
    SMALL,
    TENS,
)

# Lines may be wrapped inside a figure.
SPACE = r"\s{1,9}"
# Neither inside a word, nor behind a sign that makes a score, a time, a fraction or a name.
START = r"(?<![\w.,/:#*+&@%’'\-–$£€¥₹₽₺₩])(?<!\d\s)"
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?:\.\d{1,6})?(?!\d|,\d|\.\d)"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of the *words*, the longest first, spaces as they may be printed."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", SPACE) for word in longest) + ")"


# Compiled when the first article comes: brief starts with every command.
@cache
def figures() -> re.Pattern[str]:
    """Return the pattern of dates that name a month, and of numbers with sign, range and scale."""
    return re.compile(f"{_dates()}|{_quantity()}")


def _quantity() -> str:
    """Return the pattern of a number in digits or words: "$10 to $15 million", "two dozen"."""
    word = any_of([*SMALL, *TENS, *SCALES, "hundred", "dozen"])
    sign = any_of([*SIGNS, *(f"{code} " for code in CODES)])
    scale = rf"(?:[\s-]?{any_of(SCALES)}|\s?{any_of(SHORT_SCALES)})(?!\w)"
    joint = rf"(?:{SPACE}(?:to|or){SPACE}|(?<=\w)\s?[-–]\s?(?=[\d$£€]))(?:{sign}\s?)?"
    # Either number of a range alone would be half the figure.
    low = (
        rf"(?P<low>{DIGITS}|{word}\b)(?P<low_scale>{scale})?{joint}"
        rf"|(?<=etween\s)(?P<least>{DIGITS}|{word}\b)(?P<least_scale>{scale})?{SPACE}and{SPACE}"
    )
    words = (
        rf"(?:(?:half{SPACE})?an?{SPACE})?{word}\b"
        rf"(?:(?:-|{SPACE}|{SPACE}and{SPACE}){word}\b){{0,7}}"
    )
    number = rf"(?P<digits>{DIGITS})(?P<scale>{scale})?|(?P<words>(?i:{words}))"
    return rf"(?:(?<![\w$£€.,])(?P<sign>{sign})\s?|{START})(?:{low})?(?:{number})"


def _dates() -> str:
    """Return the pattern of dates that name a month, with a day, a year or both."""
    month = any_of(MONTHS)
    century = r"(?:1[5-9]|2[01])\d\d"
    year = rf"{century}(?!\w|[-–]\d)"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w|%|:|[.,]\d)"
    days = rf"\s?[-–]\s?{day}"
    british = (
        rf"{START}(?P<day1>{day})(?P<to1>{days})?{SPACE}(?:of{SPACE})?(?P<month1>{month})"
        rf"\b(?:\.?,?{SPACE}(?P<year1>{year}))?"
    )
    american = (
        rf"(?<![\w-])(?P<month2>{month})\b\.?{SPACE}(?P<day2>{day})(?P<to2>{days})?"
        rf"(?:,?{SPACE}(?P<year2>{year}))?"
    )
    no_day = rf"(?<![\w-])(?P<month3>{month})\b\.?,?{SPACE}(?P<year3>{year})"
    iso = rf"{START}(?P<year4>{century})-(?P<month4>\d\d)-(?P<day4>\d\d)(?!\w|-)"
    return f"{british}|{american}|{no_day}|{iso}"


@cache
def percent() -> re.Pattern[str]:
    """Return the pattern of what makes the number before it a percentage."""
    points = r"(?P<points>[\s-]percentage[\s-]points?)\b"
    return re.compile(rf"\s?%(?!\w)|(?i:{points}|[\s-]?(?:per[\s-]?cent|pct)\b)")


@cache
def currency() -> re.Pattern[str]:
    """Return the pattern of a currency behind a number; `scaled` ones only after "million"."""
    return re.compile(
        rf"[\s-](?P<plain>{any_of(CURRENCIES)})\b|\s?(?P<sign>€)"
        rf"|{SPACE}(?P<scaled>{any_of(SCALED_CURRENCIES)})\b"
    )
