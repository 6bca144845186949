"""Find the figures in a piece of English text: amounts, percentages, counts and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .dates import iso_date
from .nouns import counted, is_name
from .numbers import Number, of_digits, of_words
from .patterns import currency, figures, percent
from .words import CURRENCIES, SCALED_CURRENCIES, SCALES, SIGNS

KINDS = ("money", "percentage", "count", "date")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at *start* to *end* of the text it was found in.

    *value* is its number, none for a range and a date. *unit* is the currency (ISO 4217 where
    the text says which), "percent", "percentage points", or the noun that is counted. *date*
    is ISO 8601 as far as the text goes: "2025-03-14", "2025-03", "--03-14".
    """

    kind: str
    start: int
    end: int
    value: Number | None = None
    unit: str | None = None
    date: str | None = None


def figures_in(text: str) -> Iterator[Figure]:
    """Yield the figures of *text* in order; what may be something else is left out."""
    at = 0
    while match := figures().search(text, at):
        at = match.end()
        figure = _quantity(match) if match["digits"] or match["words"] else _date(match)
        if figure is not None:
            at = figure.end
            yield figure


def _date(match: re.Match[str]) -> Figure | None:
    iso = iso_date(match)
    return None if iso is None else Figure("date", *match.span(), date=iso or None)


def _quantity(match: re.Match[str]) -> Figure | None:
    """Return the figure whose number is *match*, by what stands before and after it."""
    text, start, end = match.string, match.start(), match.end()
    scale = _scale(match["scale"])
    value = of_words(match["words"]) if match["words"] else of_digits(match["digits"], scale)
    if value is None or not _rises(match, value):
        return None
    number = None if match["low"] or match["least"] else value
    if match["sign"]:
        sign = match["sign"].strip()
        inside = text[end : end + 1].isalnum()
        return None if inside else Figure("money", start, end, number, SIGNS.get(sign, sign))
    if not scale and (after := percent().match(text, end)):
        unit = "percentage points" if after["points"] else "percent"
        return Figure("percentage", start, after.end(), number, unit)
    big = scale in SCALES or (match["words"] or "").lower().endswith(tuple(SCALES))
    if (after := currency().match(text, end)) and (big or not after["scaled"]):
        return Figure("money", start, after.end(), number, _currency(after))
    if scale not in ("", "bn", *SCALES) or is_name(match):
        return None
    noun = counted(text, end)
    return Figure("count", start, noun.end(), number, noun[1]) if noun else None


def _scale(printed: str | None) -> str:
    return (printed or "").strip("- \t\r\n").lower()


def _rises(match: re.Match[str], high: Number) -> bool:
    """Tell whether *match*, if it is a range, goes up: "3-2" is a score, "2017-18" a season."""
    low = match["low"] or match["least"]
    if not low:
        return True
    scale = _scale(match["low_scale"] or match["least_scale"])
    first = of_digits(low, scale) if low[0].isdigit() else of_words(low)
    return first is not None and first < high


def _currency(after: re.Match[str]) -> str:
    name = " ".join((after["plain"] or after["scaled"] or after["sign"]).split())
    return CURRENCIES.get(name) or SCALED_CURRENCIES.get(name) or SIGNS[name]
