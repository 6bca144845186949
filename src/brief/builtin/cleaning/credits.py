"""Know who is named for a picture: "Photo: Ada Lund/Harbour Pictures", "(AP Photo/Ada Lund)"."""

from __future__ import annotations

import re
from functools import cache

# Credits are shorter, and stand at the end of a paragraph.
LONGEST = 160
_HOUSES = (
    r"(?:AP|AFP|EPA|PA|UPI|CNN|Reuters|REUTERS|Getty(?: Images)?|GETTY|Xinhua|Alamy"
    r"|Shutterstock|Rex(?: Features)?|REX|iStock|W(?:ire|IRE)[Ii]mage|Invision|SWNS|Landov"
    r"|Bloomberg|Corbis|Associated Press|Yonhap|Kyodo|Sputnik|TASS|ANI|PTI|Anadolu)"
)
_NAMES = r"[A-Z0-9][\w.'’-]{0,24}(?: [\w.'’-]{1,24}){0,5}"
# In brackets: what can be nothing else.
_BRACKETS = (
    r"(?:(?:AP|EPA|AFP|Reuters|REUTERS) )?(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph|[Ii]mages?"
    r"|[Pp]ictures?)"
    r"(?: by\b| credit\b| courtesy\b|[:/])[^()\[\]]{2,90}"
    r"|(?:[Ff]ile|FILE|[Ss]tock|[Aa]rchive) (?:photo|picture|image|pic)"
    r"|Courtesy (?:of|photo|:)[^()\[\]]{0,90}|Screen(?:shot|grab)[^()\[\]]{0,60}"
    rf"|[^()\[\]/]{{2,80}}/[^()\[\]]{{0,60}}\b{_HOUSES}(?:, ?File)?"
    rf"|{_NAMES} via {_HOUSES}"
)
_BARE = (
    r"(?:REUTERS|AP Photo)/ ?[A-Z][^.()?!]{2,60}"
    r"|Photograph: [A-Z][^?!]{2,80}(?<![.?!])"
    r"|(?:Photo|Photograph|Image|Picture)(?: by| courtesy of| credit:?|s?:) ?[A-Z][^.?!]{2,80}"
    r"|(?:Credit|CREDIT): ?[A-Z][^.?!]{2,80}"
    rf"|{_NAMES}(?:/{_NAMES}){{0,2}} ?/ ?{_HOUSES}(?: Images)?"
    r"|© ?[A-Z][\w.'’ -]{2,50}(?:\([^()]{2,30}\))?|© ?\w{2,12} \(AFP[^()]{0,20}\)"
)


_LOOKS = (
    "hoto",
    "PHOTO",
    "mage",
    "icture",
    "redit",
    "CREDIT",
    "ourtesy",
    "creen",
    "©",
    "/",
    " via ",
)


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"[(\[](?:{_BRACKETS})[)\]](?: \([^()]{{2,60}}\))?\Z")


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_BARE})\Z")


@cache
def _alone() -> re.Pattern[str]:
    labelled = rf"(?:Photo|Picture|Image|Credit|CREDIT): ?{_HOUSES}"
    return re.compile(rf"[(\[]?(?:{labelled}|Getty Images|GETTY)[)\]]?\Z")


@cache
def _agency() -> re.Pattern[str]:
    more = r"(?:: ?Associated Press| - \w+| [•/] ?\w+)?"
    return re.compile(rf"(?:© ?)?{_HOUSES}{more} ?[A-Z0-9\"'“‘]")


def credit_start(said: str) -> int | None:
    """Return where the credit begins that ends the paragraph *said*, if one does."""
    if said[-1:] in ".?!\"'”’":
        return None
    first = max(0, len(said) - LONGEST)
    tail = said[first:]
    if not any(map(tail.__contains__, _LOOKS)) and "(file " not in tail:
        return None
    if _alone().match(said):
        return 0
    pattern = _in_brackets() if said[-1:] in ")]" else _bare()
    found = pattern.search(said, first) or (_bare().search(said, first) if "©" in tail else None)
    return found.start() if found else None


def agency_line(said: str) -> bool:
    """Tell whether *said* begins with a picture agency and goes on as a caption would."""
    return _agency().match(said) is not None
