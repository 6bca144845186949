"""Find the reporter's clause put into a sentence: "The bridge, Holm said, is shut".

The parser often takes what is talked of for the speaker here, which would be the worst of errors.
"""

from __future__ import annotations

from .contents import FINITE, Stretch
from .cues import Cue, words
from .speakers import NOBODY, Speaker, Via
from .tree import Doc

NOMINAL = words("DET ADJ NOUN PROPN PRON NUM")
ENDS = frozenset(".;:?!—–")


def put_in(doc: Doc, one: Cue) -> tuple[Speaker, tuple[Stretch, Stretch]] | None:
    """Return who says, and both halves of what, where the cue stands between two commas."""
    found = _before(doc, one) or _behind(doc, one)
    if found is None:
        return None
    who, opening, closing = found
    if closing + 1 >= len(doc) or doc[closing + 1].tag_ not in FINITE:
        return None
    start = opening
    while start > 0 and doc[start - 1].text not in ENDS:
        start -= 1
    end = closing + 1
    while end + 1 < len(doc) and doc[end + 1].text not in ENDS:
        end += 1
    return (who, ((start, opening - 1), (closing + 1, end))) if start < opening else None


def _before(doc: Doc, one: Cue) -> tuple[Speaker, int, int] | None:
    """Read ", Holm said," and return the speaker and where the commas stand."""
    last = one.first - 1
    while last > 0 and doc[last].pos_ == "ADV":
        last -= 1
    first = last
    while first > 0 and _is_nominal(doc, first):
        first -= 1
    who = _speaker(doc, first + 1, last)
    return (who, first, one.last + 1) if who and _commas(doc, first, one.last + 1) else None


def _behind(doc: Doc, one: Cue) -> tuple[Speaker, int, int] | None:
    """Read ", said Holm," and return the speaker and where the commas stand."""
    last = one.last
    while last + 1 < len(doc) and _is_nominal(doc, last + 1):
        last += 1
    who = _speaker(doc, one.last + 1, last)
    return (who, one.first - 1, last + 1) if who and _commas(doc, one.first - 1, last + 1) else None


def _is_nominal(doc: Doc, at: int) -> bool:
    return doc[at].pos_ in NOMINAL or bool(doc[at].ent_type_ and doc[at].text[0].isalpha())


def _commas(doc: Doc, first: int, last: int) -> bool:
    return first > 0 and last < len(doc) and doc[first].text == "," and doc[last].text == ","


def _speaker(doc: Doc, first: int, last: int) -> Speaker | None:
    """Return the noun phrase *first* to *last* as a speaker, if it is one."""
    if first > last or doc[last].lower_ in NOBODY or doc[last].pos_ not in NOMINAL:
        return None
    via: Via = "pronoun" if doc[last].pos_ == "PRON" else "description"
    return Speaker(first, last, "name" if doc[last].pos_ == "PROPN" else via)
