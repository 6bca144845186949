"""Know when a digest is made, and how far it looks back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from brief.errors import ConfigError

if TYPE_CHECKING:
    from brief.digest.model import Status

# "24h", "90m", "7d", "2w".
SPAN = re.compile(r"(\d{1,6})\s?([mhdw])")
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
LAST = "last"


def moment_of(day: str, zone: str, environ: Mapping[str, str]) -> datetime:
    """Return the moment a digest is made: the end of *day* (YYYY-MM-DD), in *zone*.

    Without a day, what SOURCE_DATE_EPOCH says (seconds since 1970), else the clock. Raises
    `ConfigError` for an epoch that is no moment.
    """
    where = zone_of(zone)
    if day:
        return datetime.fromisoformat(f"{day}T23:59:59").replace(tzinfo=where)
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(where).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), where)
    except (ValueError, OverflowError, OSError) as exc:
        raise ConfigError(f"SOURCE_DATE_EPOCH is seconds since 1970, not {epoch!r}") from exc


def zone_of(name: str) -> tzinfo:
    """Return the time zone *name* (an IANA name that was checked when it was set)."""
    if name.upper() == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # only where a zone is named

    return ZoneInfo(name)


class Window(NamedTuple):
    """How far a digest looks back: from *start* on, or to what is *fresh* (not shown as it is).

    *words* say it to readers; with neither, everything counts.
    """

    words: str = ""
    start: datetime | None = None
    fresh: bool = False

    def holds(self, published: str, status: Status) -> bool:
        """Tell whether an article counts. One without a readable time does unless it was shown.

        A bare day counts whole: it is not known at which hour of it the article came.
        """
        if self.fresh:
            return status != "continuing"
        if self.start is None:
            return True
        try:
            found = datetime.fromisoformat(published)
        except ValueError:
            return status != "continuing"
        if len(published) == len("2026-11-23"):
            return found.date() >= self.start.date()
        return found.replace(tzinfo=found.tzinfo or UTC) >= self.start


def window_of(words: str, moment: datetime) -> Window:
    """Return what *words* ask for: "24h" before *moment*, "last", a day or a time.

    Raises `ConfigError` for anything else.
    """
    said = words.strip()
    if not said:
        return Window()
    if said.lower() == LAST:
        return Window("the last digest", fresh=True)
    span = SPAN.fullmatch(said.lower())
    try:
        if span:
            back = timedelta(**{UNITS[span[2]]: int(span[1])})
            return Window(said, moment - back)
        start = datetime.fromisoformat(said)
        if start.tzinfo is None:
            start = start.replace(tzinfo=moment.tzinfo)
        return Window(said, start)
    except (ValueError, OverflowError) as exc:
        raise ConfigError(
            f"since is a span such as 24h or 7d, 'last', or a day (YYYY-MM-DD), not {words!r}"
        ) from exc


def day_of(moment: datetime) -> str:
    """Return the day of *moment*, YYYY-MM-DD."""
    return date(moment.year, moment.month, moment.day).isoformat()
