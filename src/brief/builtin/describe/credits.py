"""Know the lines above a story that say who wrote it and when it came out."""

from __future__ import annotations

import re
from datetime import date

from .times import when

LONGEST = 160
SPLIT = re.compile(r"[|•·]")
DIGIT = re.compile("[0-9]")
LABEL = re.compile(
    r"(?:(?:first|last) )?(?:published|updated|posted|modified|created|date)(?: on| at)?\s*:?\s*",
    re.IGNORECASE,
)
_JOINING = "and & de del della di da das dos du la le van von der den bin al el y"
JOINING = frozenset(_JOINING.split())
# Between the parts of a byline: "By Ada Lund in Oslo for the Harbour Post".
_PLACING = "in of for at with the from"
PLACING = frozenset(_PLACING.split())
_AGENCIES = (
    "reuters afp ap upi xinhua bloomberg agencies staff cnn ani pti ians tass dpa kyodo yonhap "
    "anadolu interfax"
)
AGENCIES = frozenset(_AGENCIES.split())
_NO_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december popular"
)
NO_NAMES = frozenset(_NO_NAMES.split())

# A byline and a day or time, each as far as it is known.
Credit = tuple[str, date | None]


def credit(line: str) -> Credit | None:
    """Return the byline and the time that make up *line*; none if it says anything else.

    Examples are "By Ada Lund, Harbour Post", "Updated: 14 March 2025 09:30 GMT" and
    "Harbour Post | 2025-03-14".
    """
    if len(line) > LONGEST or not ("By" in line or "BY" in line or DIGIT.search(line)):
        return None
    byline, time, sure = "", None, False
    for part in SPLIT.split(line):
        name = author(part)
        found = None if name else dated(part)
        if not name and found is None and not _is_name(part.split()):
            return None
        sure = sure or bool(name) or found is not None
        byline, time = byline or name, time or found
    return (byline, time) if sure else None


def dated(part: str) -> date | None:
    """Return the day or time that *part* consists of, after "Updated:" and the like."""
    part = part.strip()
    label = LABEL.match(part)
    rest = part[label.end() :] if label else part
    if not DIGIT.search(rest):
        return None
    if rest.endswith(")") and "(" in rest:
        rest, _, outlet = rest[:-1].rpartition("(")
        if not _is_name(outlet.split()):
            return None
    return when(rest)


def author(part: str) -> str:
    """Return the names in *part* if it is a byline, else nothing."""
    by, *words = part.split() or [""]
    if by.rstrip(":") not in ("By", "BY") or not 1 <= len(words) <= 14:
        return ""
    if not all(map(_is_named, words)) or _ends_sentence(words[-1]):
        return ""
    names = [word for word in words if word.lower() not in JOINING | PLACING]
    bare = [word.strip(".,").lower() for word in names]
    if not bare or NO_NAMES.intersection(bare) or words[-1].lower() in JOINING | PLACING:
        return ""
    if len(bare) < 2 and bare[0] not in AGENCIES:
        return ""
    return " ".join(words)


def dotted(text: str) -> tuple[int, str, date | None]:
    """Return how far a byline and times run into *text* whose line breaks became " . ".

    Pages pasted through a tokeniser begin "By . Ada Lund . UPDATED: . 09:30 GMT, 4 May 2025 .".
    """
    end, byline, time, after = 0, "", None, ""
    if " . " not in text[:60]:
        return end, byline, time
    for part in text[:500].split(" . ")[:-1]:
        named = author(f"By {part}") if after == "By" else ""
        joined = author(f"By {part[4:]}") if byline and part.startswith("and ") else ""
        found = dated(part)
        if named or joined:
            byline = f"{byline} {part}" if joined else named
        elif found is None and part not in ("By", "|") and not LABEL.fullmatch(part):
            break
        time = time or found
        end, after = end + len(part) + 3, part
    return (end, byline, time) if byline or time else (0, "", None)


def below(text: str) -> tuple[int, int, str, date | None]:
    """Return where in *text* such a byline with its time stands below a standfirst, and both.

    A byline alone may be the story's own words; nothing found is (0, 0, "", none).
    """
    start = text.find(" By . ") + 1
    if start:
        end, byline, time = dotted(text[start:])
        if byline and time:
            return start, start + end, byline, time
    return 0, 0, "", None


def _is_name(words: list[str]) -> bool:
    """Tell whether *words* may be the name of an outlet: up to four, each a name."""
    return 1 <= len(words) <= 4 and all(map(_is_named, words)) and not _ends_sentence(words[-1])


def _is_named(word: str) -> bool:
    bare = word.strip("(\"'“‘")
    if any(letter.isdigit() for letter in word) or word[-1] in ":;?!":
        return False
    return bare[:1].isupper() or word.lower() in JOINING or word in PLACING


def _ends_sentence(word: str) -> bool:
    """Tell whether *word* ends in a full stop that is not that of "Jr." or "M.D."."""
    return word.endswith(".") and len(word) > 4 and "." not in word[:-1]
