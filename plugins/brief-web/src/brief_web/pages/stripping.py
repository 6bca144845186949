"""Cut from the source of a page what holds no story: programs, styles, drawings, comments.

In one pass and before the page is parsed, so that the caps count what a reader may see.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .limits import LONGEST_DATA

# The first letter is looked at before the names are: most tags are others.
OPENING = re.compile(
    r"<(?=[!acinostvACINOSTV])(?:!--|"
    r"(script|style|svg|iframe|noscript|canvas|object|audio|video|select|textarea)(?=[\s/>]))",
    re.IGNORECASE,
)
DATA = re.compile(r"""\btype\s{0,9}=\s{0,9}["']?\s{0,9}application/ld\+json""", re.IGNORECASE)
INLINE = re.compile(r"data:[\w/+.;=-]{0,100}+base64,[A-Za-z0-9+/=%]*+")
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]+")
# The same in UTF-8, which is faster to look through.
CONTROL_BYTES = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])
NO_LETTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
WIDEST = 2000


class Stripped(NamedTuple):
    """The source without what was cut; *data* for search engines; words in `noscript`."""

    html: str
    data: tuple[str, ...]
    without_script: str


def strip(html: str) -> Stripped:
    """Return *html* with each cut piece a space, and what of the pieces is worth reading.

    Linear in the length of *html*: the end of each kind that has none is looked for once.
    """
    kept: list[str] = []
    data: list[str] = []
    asides: list[str] = []
    endless: set[str] = set()
    at = 0
    while match := OPENING.search(html, at):
        name = (match[1] or "").lower()
        start, end, after = match.start(), *_end(html, match, endless)
        kept.append(html[at:start])
        if after < 0:
            # Nothing closes it: the tag is left to the parser.
            kept.append(html[start : match.end()])
            at = match.end()
            continue
        kept.append(" ")
        if name == "script" and DATA.search(html, start, min(end, start + WIDEST)):
            data += (
                [html[html.find(">", start, end) + 1 : end]] if end - start < LONGEST_DATA else []
            )
        elif name == "noscript" and len(asides) < 20:
            asides.append(html[match.end() : min(end, match.end() + WIDEST)])
        at = after
    kept.append(html[at:])
    text = "".join(kept)
    if _has_controls(text):
        text = CONTROLS.sub(" ", text)
    if "base64," in text:
        text = INLINE.sub("", text)
    return Stripped(text, tuple(data), " ".join(asides))


def _has_controls(text: str) -> bool:
    raw = text.encode("utf-8", "replace")
    return len(raw.translate(None, CONTROL_BYTES)) < len(raw) or any(
        map(raw.__contains__, NO_LETTERS)
    )


def _end(html: str, match: re.Match[str], endless: set[str]) -> tuple[int, int]:
    """Return where the piece that opens at *match* closes and where it ends; -1 for nowhere."""
    name = (match[1] or "").lower()
    if name in endless:
        return -1, -1
    if not name:
        # "<!-->" is a whole comment.
        end = html.find("-->", match.start() + 2)
        found = (end, end + 3) if end >= 0 else (-1, -1)
    else:
        closing = _closing(name).search(html, match.end())
        stop = html.find(">", closing.end()) if closing else -1
        found = (closing.start(), stop + 1) if closing and stop >= 0 else (-1, -1)
    if found[1] < 0:
        endless.add(name)
    return found


@cache  # there are few names
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE)
