"""Find a dateline that was left at the beginning of a sentence: "LONDON (Reuters) - "."""

from __future__ import annotations

_AGENCIES = (
    "reuters afp ap upi xinhua cnn ani pti ians tass dpa kyodo yonhap anadolu interfax bloomberg"
)
AGENCIES = frozenset(_AGENCIES.split())
# A longer one names no place.
LONGEST = 80
MOST_WORDS = 7


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the story goes on behind a dateline at *start*, or *start* without one.

    A dateline has an agency in brackets; before it a place, in capitals or with its country
    ("Tirana, Albania"), and a day; behind it a dash, or none if there is a place; and then a
    capital or a figure.
    """
    opening = text.find("(", start, min(end, start + LONGEST))
    closing = text.find(")", opening, opening + 20) if opening >= 0 else -1
    if closing < 0 or text[opening + 1 : closing].lower() not in AGENCIES:
        return start
    place = text[start:opening].strip()
    behind = text[closing + 1 : min(end, closing + 40)]
    story = behind.lstrip(" \t\r\n\u00a0-–—")
    gap = behind[: len(behind) - len(story)]
    if not gap or not (story[:1].isupper() or story[:1].isdigit()):
        return start
    if not _is_place(place) or not (place or gap.strip()):
        return start
    return closing + 1 + len(gap)


def _is_place(place: str) -> bool:
    """Tell whether *place* may be one, with country and day, or is empty."""
    words = place.replace(",", " ").split()
    if len(words) > MOST_WORDS or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    city = place.partition(",")[0]
    return not place or city.isupper() or "," in place
