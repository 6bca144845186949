"""Tell what a mail in HTML shows from what it hides: preview lines, versions for other screens."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from brief.loading.tags import pieces

HIDES = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all"
    r"|max-height\s{0,3}:\s{0,3}0(?:px)?\s{0,3}[;\"'!]|opacity\s{0,3}:\s{0,3}0\s{0,3}[;\"'!]"
    r"|\shidden(?=[\s>=])",
    re.IGNORECASE,
)
WIDEST = 2000
# Cells of a mail are boxes of its layout, each with text of its own.
CELLS = frozenset(("td", "th"))
# These have no end.
VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr")


class Shown(NamedTuple):
    """The *html* that is shown, and the words that are *hidden*."""

    html: str
    hidden: str


def shown(html: str) -> Shown:
    """Return what *html* shows, the cells of its tables as blocks, and the words it hides."""
    found = list(pieces(html))
    ends = _ends(found)
    kept: list[str] = []
    hidden: list[str] = []
    at = 0
    while at < len(found):
        name, piece = found[at]
        if at in ends and HIDES.search(piece[:WIDEST]):
            hidden += [words for kind, words in found[at : ends[at]] if not kind]
            at = ends[at]
            continue
        bare = name.removeprefix("/")
        kept.append(f"<{name.replace(bare, 'div')}>" if bare in CELLS else piece)
        at += 1
    words = unescape(" ".join(hidden))
    return Shown("".join(kept), " ".join(each for each in words.split() if each[:1].isalnum()))


def _ends(found: list[tuple[str, str]]) -> dict[int, int]:
    """Return where the end tag stands for each tag that has one, by place."""
    open_tags: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for place, (name, _) in enumerate(found):
        if name.startswith("/"):
            waiting = open_tags.get(name[1:])
            if waiting:
                ends[waiting.pop()] = place
        elif name and name not in VOID:
            open_tags.setdefault(name, []).append(place)
    return ends
