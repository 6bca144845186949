"""Read a day or a time out of a line, in the forms in which pages print them."""

from __future__ import annotations

import re
from datetime import date as day

ISO = re.compile(
    r"(?<!\d)((?:19[89]|20\d)\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
NAMED = re.compile(
    rf"\b(?:{_MONTH}\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}|"
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}})((?:19[89]|20\d)\d)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"(?<![\d./])(\d{1,2})[./](\d{1,2})[./]((?:19[89]|20\d)\d)(?![\d./])")
# Characters of a line that are looked at.
LONGEST = 120


def when(text: str) -> str:
    """Return the time or the day that *text* begins with, or tells after a word or two."""
    text = text[:LONGEST]
    if found := ISO.search(text):
        year, month, day, clock, zone = found.groups()
        date = f"{year}-{month}-{day}"
        return (
            _timed(date, clock, zone) if clock and _is_day(date) else date if _is_day(date) else ""
        )
    if found := NUMBERS.search(text):
        # Where the day is not told from the month, nothing is known.
        one, two, year = (int(each) for each in found.groups())
        day, month = (one, two) if one > 12 or one == two else (two, one)
        date = f"{year}-{month:02}-{day:02}"
        return date if (day > 12 or one == two) and _is_day(date) else ""
    if found := NAMED.search(text):
        first, after, before, second, year = found.groups()
        month = MONTHS.index((first or second).lower()) + 1
        date = f"{year}-{month:02}-{int(after or before):02}"
        return date if _is_day(date) else ""
    return ""


def _timed(date: str, clock: str, zone: str | None) -> str:
    if int(clock[:2]) > 23 or clock[3] > "5":
        return date
    clock = clock if len(clock) == 8 else f"{clock}:00"
    zone = zone or ""
    if zone in ("UTC", "GMT"):
        zone = "Z"
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{date}T{clock}{zone}"


def _is_day(date: str) -> bool:
    try:
        day.fromisoformat(date)
    except ValueError:
        return False
    return True
