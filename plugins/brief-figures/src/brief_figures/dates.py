"""Read dates that name a month, and hold them against the calendar."""

from __future__ import annotations

import re
from datetime import date

from .words import MONTHS


def iso_date(match: re.Match[str]) -> str | None:
    """Return the date of *match* in ISO 8601, as far as it goes: "2025-03-14", "--03-14".

    Empty for several days ("14-16 March"), none for a day that the calendar does not have.
    """
    form = next(form for form in "1234" if match[f"month{form}"])
    found = match.groupdict()
    year, name = found[f"year{form}"], found[f"month{form}"]
    month = MONTHS.get(name) or int(name)
    day = found.get(f"day{form}")
    try:
        # Without a year, the 29th of February may be meant.
        real = date(int(year or 2000), month, int(re.sub(r"\D", "", day or "1")))
    except ValueError:
        return None
    if found.get(f"to{form}"):
        return ""
    return f"{year or '-'}-{month:02}" + (f"-{real.day:02}" if day else "")
