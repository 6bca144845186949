"""Find the captions and headings that were strung together with the story on one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.builtin.sentences.strays import strays
from brief.spans import Cut

from .breaks_sides import label
from .breaks_strung import strung

if TYPE_CHECKING:
    from .breaks_strung import Piece

# What says that a picture is beside the words.
SHOWN = re.compile(
    r"\((?:pictured|left|right|cent(?:re|er)|above|below|inset)\b[^()]{0,40}\)|\([LRC]\)"
    r"|\bpictured\b|, (?:left|right|above|below|cent(?:re|er)),|\AAbove,|\ALeft,|\ARight,",
    re.IGNORECASE,
)
# "To the rescue!", "Too far?" open a caption.
CALL = 5
HEADING = 6


def strung_captions(text: str, holes: list[tuple[int, int]]) -> list[Cut]:
    """Return the captions and headings of a strung line as cuts, each with its reason."""
    found = strung(text, holes)
    if found is None:
        return []
    # One stray dot alone may be a slip of the keyboard behind a sentence like any other.
    alone = strays(text) < 2
    cuts = []
    begun = next((place for place, piece in enumerate(found.pieces) if not piece.open), 0)
    for place, piece in enumerate(found.pieces):
        if place < begun and _is_lead(text[piece.start : piece.end]):
            continue
        if _is_caption(text, found.pieces, place):
            first = place
            while first and not found.pieces[first - 1].open and _opens(text, found.pieces, first):
                first -= 1
            start = found.pieces[first].start
            reason = reason_of(text[start : piece.end])
            if not alone or reason == "heading" or _is_shown(text[start : piece.end]):
                cuts.append(Cut(start, piece.end, reason))
    return cuts


def _is_caption(text: str, pieces: tuple[Piece, ...], place: int) -> bool:
    """Tell whether the piece at *place* is a line without an end mark, or labelled below one."""
    piece = pieces[place]
    bare = text[piece.start : piece.end].strip(" .")
    if piece.open:
        return not _is_quotation(bare)
    below = place > 0 and pieces[place - 1].open and pieces[place - 1].end == piece.start
    return below and " . " not in bare and label(bare)


def _opens(text: str, pieces: tuple[Piece, ...], place: int) -> bool:
    """Tell whether the piece before *place* belongs to its caption."""
    before = text[pieces[place - 1].start : pieces[place - 1].end].strip()
    if pieces[place - 1].end != pieces[place].start:
        return False
    if before.endswith(("?", "!")) and len(before.split()) <= CALL:
        return True
    return label(before)


def _is_quotation(piece: str) -> bool:
    """Tell whether *piece* quotes and goes on, or ends in an editor's bracket, as stories do."""
    closing = {'"': '"', "“": "”"}.get(piece[:1])
    return piece.endswith("]") or (closing is not None and closing not in piece[1:])


def _is_lead(piece: str) -> bool:
    """Tell whether *piece*, above the first end mark, may be a standfirst or a story's lead."""
    return reason_of(piece) == "caption" and not _is_shown(piece)


def _is_shown(piece: str) -> bool:
    """Tell whether *piece* says of itself that it stands beside a picture."""
    return label(piece.strip(" .")) or SHOWN.search(piece) is not None


def reason_of(piece: str) -> str:
    """Return "heading" for a few words that name a part of the story, else "caption"."""
    words = piece.strip(" .").split() or [""]
    named = len(words) <= HEADING and words[0] not in ("He", "She", "It", "They", "The")
    return "heading" if named and not _is_shown(piece) else "caption"
