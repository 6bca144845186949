"""Learn title, byline, outlet, address, language and time by the names that tools give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from brief.spans import squeeze

from .decode import sound

# Names are compared without case, spaces, "-" and "_": "Source URL" is "sourceurl". The first
# that says something wins. "created" is missing on purpose: clippers put the day of the clip there.
TITLES = "title headline fulltitle"
BYLINES = "byline authors author creator creators writer publishedby"
OUTLETS = (
    "outlet sitename site publication publisher newspaper sourcehostname source "
    "domainname domain sourcedomain hostname"
)
TIMES = (
    "published publishedat publishedtime datepublished datepublish publisheddate publishdate "
    "publicationdate pubdate date"
)
ADDRESSES = (
    "url canonicalurl canonicallink canonical link originalurl sourceurl source permalink "
    "mainentityofpage"
)
LANGUAGES = "language lang inlanguage metalang"

# What tools write where they know nothing, and flags that share a name with a field.
NOTHING = frozenset(
    {"", "null", "none", "~", "nan", "n/a", "unknown", "undefined", "true", "false"}
)
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?")
MOST_AUTHORS = 20
LONGEST = 2000
# Seconds since 1970, from 1990 on; beyond the second bound they are thousandths.
SECONDS = 600_000_000
THOUSANDTHS = 100_000_000_000

Read: TypeAlias = Callable[[object], str]


class Known(NamedTuple):
    """What a record or a front matter says of its article; empty where it says nothing."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    published: str = ""


def learn(fields: Mapping[str, object]) -> Known:
    """Return what *fields* says of an article. Values of odd types say nothing."""
    named = {plain_name(name): value for name, value in fields.items() if isinstance(name, str)}
    addresses = ADDRESSES
    if "htmlcontent" in named:
        # Readwise Reader gives its own address as `url`, and that of the article beside it.
        addresses = f"sourceurl {addresses}"
    found = {
        "title": _first(named, TITLES, _line),
        "byline": _first(named, BYLINES, _names),
        "outlet": _first(named, OUTLETS, _outlet),
        "url": _first(named, addresses, _address),
        "language": _first(named, LANGUAGES, _language),
        # WordPress gives the time in the zone of the site, without saying which, and in UTC.
        "published": _utc(named.get("dategmt")) or _first(named, TIMES, _time),
    }
    return Known(**found)


def plain_name(name: str) -> str:
    """Return *name* as names are compared: "Source URL", "source_url" and "sourceUrl" are one."""
    return name[:60].casefold().replace(" ", "").replace("_", "").replace("-", "")


def _first(named: Mapping[str, object], names: str, read: Read) -> str:
    """Return the first thing that *read* makes of one of the *names*."""
    values = (named[name] for name in names.split() if name in named)
    return next(filter(None, map(read, values)), "")


def _line(value: object) -> str:
    """Return *value* in one line if it is text, or an object that has a name or a text."""
    if isinstance(value, Mapping):
        if isinstance(value.get("rendered"), str):
            from .tags import paragraphs_of  # few records hold any HTML

            return squeeze(" ".join(each.text for each in paragraphs_of(value["rendered"])))
        value = value.get("name")
    if not isinstance(value, str):
        return ""
    line = sound(squeeze(value[:LONGEST]))[0]
    # Clippers for Obsidian make names links between notes.
    line = line.removeprefix("[[").removesuffix("]]")
    return "" if line.casefold() in NOTHING else line


def _names(value: object) -> str:
    """Return the authors that *value* names, without the "By" in front."""
    each = value if isinstance(value, list) else [value]
    names = dict.fromkeys(map(_author, each[:MOST_AUTHORS]))
    return ", ".join(filter(None, names))


def _author(value: object) -> str:
    line = _line(value)
    name = line[3:] if line[:3] in ("By ", "by ", "BY ") else line
    # An account's address, or its number, is no name.
    return "" if "://" in name or name.isdecimal() else name


def _outlet(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    line = _line(value)
    return "" if "://" in line else line


def _address(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("@id")
    line = _line(value)
    return line if line.startswith(("http://", "https://")) and " " not in line else ""


def _language(value: object) -> str:
    """Return the language alone: "en" for "en-GB"; nothing for "English"."""
    code = CODE.fullmatch(_line(value)[:40])
    return code[1].lower() if code else ""


def _time(value: object) -> str:
    """Return *value* as it is written; a number is taken for seconds since 1970."""
    from datetime import UTC, date, datetime  # known by now

    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        # Asked first: JSON and TOML know numbers that cannot be divided into a float.
        if not SECONDS < value < THOUSANDTHS * 1000:
            return ""
        seconds = value / 1000 if value > THOUSANDTHS else value
        if not SECONDS < seconds < THOUSANDTHS:
            return ""
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    return _line(value)


def _utc(value: object) -> str:
    time = _time(value)
    return f"{time}Z" if len(time) == len("2025-03-14T09:00:00") else ""
