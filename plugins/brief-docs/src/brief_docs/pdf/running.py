"""Leave out what repeats on the pages of a document: running heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

# So many lines at the top and at the bottom of a page may be such.
ZONE = 3
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|seite |página |pagina |- ?|– ?)?\d{1,4}"
    r"(?: ?(?:/|of|von|de|di|van|av) ?\d{1,4})?(?: ?[-–])?",
    re.IGNORECASE,
)
# What a browser prints at the foot of each page, and the date at its head.
ADDRESS = re.compile(r"((?:https?|file)://\S{1,2000})(?: {0,9}\d{1,4} ?/ ?\d{1,4})?")
STAMP = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?\b.{0,300}"
)
SHARE = 0.4


class Bare(NamedTuple):
    """The *lines* of a document without those, and the *address* that stood at each foot."""

    lines: list[Line]
    address: str = ""


def without_running(pages: Sequence[Sequence[Line]]) -> Bare:
    """Return the lines of *pages* without what repeats at their tops and bottoms.

    A line is left out if it stands there on two pages and on four in ten of them, but for its
    digits; so is a page number, and what a browser prints around a page.
    """
    zones = [_zone(page) for page in pages]
    counts = Counter(key for zone in zones for key in {_key(line) for line in zone})
    printed = _address(zones)
    running = {key for key, count in counts.items() if count >= max(2, SHARE * len(pages))}
    found: list[Line] = []
    for page, zone in zip(pages, zones, strict=True):
        gone = {
            line for line in zone if _key(line) in running or _is_number(line, zone, bool(printed))
        }
        found += [line for line in page if line not in gone]
    return Bare(found, printed if printed.startswith("http") else "")


def _zone(page: Sequence[Line]) -> list[Line]:
    """Return the lines at the top and at the bottom of *page*, from outside in."""
    high = sorted(page, key=lambda line: -line.y)
    return list(dict.fromkeys([*high[:ZONE], *high[::-1][:ZONE]]))


def _key(line: Line) -> str:
    return DIGITS.sub("#", line.text.casefold())


def _is_number(line: Line, zone: Sequence[Line], printed: bool) -> bool:
    """Tell whether *line* is a page number at an end of its page, or a browser's line."""
    outermost = line.y in (max(each.y for each in zone), min(each.y for each in zone))
    if outermost and PAGE_NUMBER.fullmatch(line.text):
        return True
    return printed and bool(ADDRESS.fullmatch(line.text) or STAMP.fullmatch(line.text))


def _address(zones: Sequence[Sequence[Line]]) -> str:
    """Return the address that stands at the foot of every page, as browsers print it."""
    found = {
        match[1]
        for zone in zones
        for line in zone
        if line.y == min(each.y for each in zone) and (match := ADDRESS.fullmatch(line.text))
    }
    return found.pop() if len(found) == 1 else ""
