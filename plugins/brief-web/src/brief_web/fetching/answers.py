"""An answer as it is kept, and for how long it may be used without asking again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .asking import date_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .exchange import Reply

MOVED = (301, 302, 303, 307, 308)
# An article is corrected when it must be: what a server calls fresh for a year is asked for
# again after an hour.
LONGEST_FRESH = 3_600.0
MAX_AGE = re.compile(r"max-age\s?=\s?\"?(\d{1,9})")
CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.ASCII)


class Answer(NamedTuple):
    """What a URL answered; *location* is where else it sent us.

    *fresh_until* is in seconds since 1970; *etag* and *modified* are what the server tells
    versions apart by.
    """

    status: int
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    location: str = ""
    fresh_until: float = 0.0
    raw: bytes = b""

    @property
    def questions(self) -> dict[str, str]:
        """The headers that ask whether there is another version."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


def answer_of(reply: Reply, now: float) -> Answer:
    """Return *reply* as it is kept; *now* is in seconds since 1970."""
    said = reply.headers
    kind = said.get("content-type", "").lower()
    charset = CHARSET.search(kind[:500])
    return Answer(
        status=reply.status,
        media_type=kind.partition(";")[0].strip()[:100],
        charset=charset[1] if charset else "",
        etag=_one_line(said.get("etag", "")),
        modified=_one_line(said.get("last-modified", "")),
        location=_location(said) if reply.status in MOVED else "",
        fresh_until=now + fresh_for(said, now),
        raw=reply.raw,
    )


def may_keep(reply: Reply) -> bool:
    """Tell whether *reply* may be kept: a page or a redirect, and not withheld by its server."""
    allowed = "no-store" not in reply.headers.get("cache-control", "").lower()
    return allowed and (reply.status == 200 or reply.status in MOVED)


def fresh_for(said: Mapping[str, str], now: float) -> float:
    """Return for how many seconds an answer may be used unasked, an hour at most (RFC 9111, 2022).

    Without a word of its server, none.
    """
    control = said.get("cache-control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return 0.0
    age = MAX_AGE.search(control)
    if age:
        spent = said.get("age", "").strip()
        lasts = float(age[1]) - (float(spent[:9]) if spent.isascii() and spent.isdigit() else 0)
    else:
        until = date_of(said.get("expires", ""))
        dated = date_of(said.get("date", ""))
        lasts = until - (now if dated is None else dated) if until is not None else 0.0
    return min(max(lasts, 0.0), LONGEST_FRESH)


def _location(said: Mapping[str, str]) -> str:
    """Return where a redirect leads; headers arrive as Latin-1, addresses are UTF-8."""
    found = said.get("location", "").strip()
    try:
        return found.encode("latin-1").decode()
    except UnicodeError:
        return found


def _one_line(value: str) -> str:
    """Return a header that can be sent back, or "" for one that cannot."""
    return value if value.isprintable() and value.isascii() and len(value) <= 1_000 else ""
