"""Read a day or time written in English or ISO 8601, and write it as RFC 3339."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from brief.errors import ConfigError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONG = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
# Hours east of Greenwich. Names that mean several zones ("CST", "IST") are not among them,
# nor "ET" and "PT", which change with the season: a time in them is read as its day.
ZONES = {"z": 0, "utc": 0, "gmt": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3}
ZONES |= {"est": -5, "edt": -4, "cdt": -5, "mdt": -6, "pst": -8, "pdt": -7}
ZONES |= {"hkt": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13}
VAGUE = frozenset({"et", "ct", "mt", "pt", "cst", "mst", "ist"})

ISO = re.compile(r"\d{4}-\d\d-\d\d")
# One word of a time each, by the name of its group.
WORD = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)"
    r"|(?P<year>(?:19|20)\d\d)"
    r"|(?P<clock>\d{1,2}[:.]\d\d(?:[:.]\d\d)?)(?P<half>[ap]m)?"
    r"|(?P<hour>\d{1,2})(?P<noon>[ap]m)"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<offset>[+-]\d\d:?\d\d)"
    r"|(?P<name>[a-z]+)"
)


def when(text: str) -> date | datetime | None:
    """Return the day or time that *text* names, if it names nothing else, or none.

    A time has a zone only where *text* says which. A day needs its year; days such as
    03/04/2025 mean two things and are not read.
    """
    text = text.strip()
    if ISO.match(text):
        try:
            full = datetime.fromisoformat(text)
            return full.date() if len(text) == 10 else full
        except ValueError:
            pass  # "2025-03-14 9:00 GMT"
    found: dict[str, str] = {}
    for word in text.lower().replace(".m.", "m").replace(",", " ").split()[:16]:
        if word not in ("at", "on", "-", "–") and not _take(word.rstrip("."), found):
            return None
    return _combined(found)


def zoned(found: date | datetime, zone: str) -> tuple[str, bool]:
    """Return *found* in RFC 3339 or as a bare day, and whether it had to be put in *zone*.

    Raises `ConfigError` for a *zone* that is not known.
    """
    if not isinstance(found, datetime):
        return found.isoformat(), False
    assumed = found.tzinfo is None
    if assumed:
        found = found.replace(tzinfo=_zone(zone))
    return found.isoformat(timespec="seconds").replace("+00:00", "Z"), assumed


def _take(word: str, found: dict[str, str]) -> bool:
    """Note what *word* says of a time; false if it says nothing, or something twice."""
    match = WORD.fullmatch(word)
    if match is None:
        return False
    said = {key: value for key, value in match.groupdict().items() if value}
    name = said.pop("name", "")
    if name:
        said = _named(name)
        if not said:
            return name in DAYS.split() or (len(name) < 6 and f" {name}" in f" {DAYS}")
    if found.keys() & said.keys():
        return False
    found |= said
    return True


def _named(name: str) -> dict[str, str]:
    """Return what a word of letters says of a time."""
    if name[:3] in MONTHS and (name in LONG.split() or name in MONTHS or name == "sept"):
        return {"month": str(MONTHS.index(name[:3]) + 1)}
    if name in ("am", "pm"):
        return {"half": name}
    return {"zone": name} if name in ZONES or name in VAGUE else {}


def _combined(found: dict[str, str]) -> date | datetime | None:
    """Return the day or time that the words of it make together, if they do."""
    try:
        if "iso" in found:
            day = date.fromisoformat(found["iso"])
        else:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        clock = found.get("clock") or found.get("hour")
        if clock is None or found.get("zone") in VAGUE:
            return day
        hour, *rest = map(int, re.split("[:.]", clock))
        half = found.get("half") or found.get("noon")
        if half:
            hour = hour % 12 + 12 * (half == "pm")
        minute, second = [*rest, 0, 0][:2]
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(found))
    except (KeyError, ValueError):
        return None


def _offset(found: dict[str, str]) -> tzinfo | None:
    if "offset" in found:
        sign = -1 if found["offset"].startswith("-") else 1
        digits = found["offset"][1:].replace(":", "")
        return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
    return timezone(timedelta(hours=ZONES[found["zone"]])) if "zone" in found else None


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # slow, and seldom needed

    try:
        return ZoneInfo(name)
    except (OSError, KeyError, ValueError) as error:
        raise ConfigError(f"no time zone {name!r}; name one such as 'Europe/Kyiv'") from error
