"""Find the dateline that opens a story: "KYIV, Ukraine, March 3 (AP) — "."""

from __future__ import annotations

import re
from datetime import date

from .credits import AGENCIES
from .times import MONTHS, when

# Two hyphens set names apart as well ("SMITH--Ada, 92") and want a space before them.
DASH = re.compile(r"[—―]|(?<=[\s)])--+|(?<=\s)[-–](?=\s)")
# "(CNN) How": an agency in front, with no dash behind it.
BARE = re.compile(r"\(([A-Za-z]{2,12})\)\s+(?=[A-Z\"“])")
DASHES = ("--", " - ", "—", "–", "―")
WINDOW = 120
# Words in capitals before a dash that are no places.
_LABELS = (
    "ADVISORY ANALYSIS ASEAN BREAKING COMMENTARY CORRECTED CORRECTION COVID EDITOR'S EDITORIAL "
    "EDITOR’S EXCLUSIVE EXPLAINER FACTBOX FEATURE FILE INTERPOL INTERVIEW LIVE NASDAQ NATO NOTE "
    "OPINION PHOTO PHOTOS QUESTION ANSWER RECAP REVIEW SPECIAL SPOILER TIMELINE TRANSCRIPT "
    "UNESCO UNHCR UNICEF UPDATE UPDATED URGENT USAID VIDEO VIDEOS WARNING WATCH WRAPUP "
    "A AN AND AS AT BUT BY FOR HOW I IN IS IT NO NOT ON OR SO THE THIS TO WE WHAT WHEN WHERE "
    "WHO WHY YES YOU EU UK UN US U.S. U.N. U.K."
)
LABELS = frozenset(_LABELS.split())
# Capitals of fewer than five letters are mostly initials; these are cities.
_SHORT = (
    "BAKU BALI BATH BERN BONN CALI CORK DOHA ERIE GAZA GIZA GRAZ JUBA KIEV KYIV LIMA LOME LYON "
    "MALE NICE OSLO RENO RIGA ROME SUVA WACO YORK"
)
SHORT = frozenset(_SHORT.split())
OPENING = frozenset("\"'“”‘’«([$£€¥#@")


def dateline(line: str) -> tuple[int, date | None]:
    """Return how far a dateline runs into *line*, dash included, and its day.

    Nothing found is 0. The day is known only where the dateline has the year, too.
    """
    head = line[:WINDOW]
    glued = head.find("(CNN)", 0, 60)
    if glued >= 0 and head[glued + 5 : glued + 6].isupper():
        place = head[:glued].strip()
        return (
            (glued + 5, None) if _is_dateline(place.split(","), "CNN", hyphen=False) else (0, None)
        )
    if head.startswith("("):
        bare = BARE.match(head)
        if bare and bare[1].lower() in AGENCIES:
            return bare.end(), None
    # Most lines have none of them, and looking for a pattern takes ten times as long.
    dash = DASH.search(head) if any(map(head.__contains__, DASHES)) else None
    if dash is None or not _opens(line[dash.end() : dash.end() + 4].lstrip()[:1]):
        return 0, None
    place, agency = _parted(head[: dash.start()].strip())
    parts = [part.strip() for part in place.split(",")]
    if not _is_dateline(parts, agency, hyphen=dash[0] == "-"):
        return 0, None
    return dash.end(), when(" ".join(parts[-2:]))


def _is_dateline(parts: list[str], agency: str, *, hyphen: bool) -> bool:
    """Tell whether the place and what follows it, and the agency, make a dateline."""
    place, *more = parts
    if not place:
        sure = agency.lower() in AGENCIES or (not hyphen and _is_agency(agency))
        return sure and not more
    if not all(_is_region(part) or _is_day(part) for part in more):
        return False
    known = agency.strip("/").lower().split()[:1]
    if known and (known[0] in AGENCIES or known[0] in ("prnewswire", "globe")):
        return _is_region(place)
    words = place.replace("/", " ").split()
    if not 1 <= len(words) <= 3 or not place.isupper() or LABELS.intersection(words):
        return False
    if not all(letter.isalpha() or letter in " .'’-/" for letter in place):
        return False
    return bool(more or agency) or len(words) > 1 or len(place) > 4 or place in SHORT


def _parted(head: str) -> tuple[str, str]:
    """Return the place and the agency of *head*: the last parentheses, or "/PRNewswire/"."""
    for opening, closing in ("()", "//"):
        at = head.rfind(opening, 0, -1)
        if at >= 0 and head.endswith(closing):
            return head[:at].strip(" ,"), head[at + 1 : -1].strip()
    return head, ""


def _is_agency(agency: str) -> bool:
    """Tell whether *agency* may stand alone: "CNN", "InStyle", "Mental Floss", no "Laughter"."""
    words = agency.split()
    if not 1 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    return len(words) > 1 or agency[1:] != agency[1:].lower()


def _is_region(part: str) -> bool:
    words = part.replace("/", " ").split()
    return 1 <= len(words) <= 3 and all(word[0].isupper() or word == "of" for word in words)


def _is_day(part: str) -> bool:
    """Tell whether *part* is "March 3", "3 March" or the year after it."""
    words = part.lower().split()
    days = sum(word.isdecimal() for word in words)
    return len(words) <= 3 and days >= 1 and all(w.isdecimal() or w[:3] in MONTHS for w in words)


def _opens(letter: str) -> bool:
    """Tell whether a sentence may begin with *letter*; a dash in a sentence is followed by none."""
    return letter.isupper() or letter.isdigit() or letter in OPENING
