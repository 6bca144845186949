"""Take off what stands before a name and is no part of it: agencies, bodies, captions."""

from __future__ import annotations

from collections.abc import Sequence

from brief.data import given, word_set

from .corporate import is_body
from .lists import country_of, is_place

# Agencies and the credits of pictures run into the name after them.
CREDITS = word_set("getty images epa ap afp reuters twitter splash contributor associated press")
# Of these no name of two words starts.
PICTURES = word_set("getty contributor splash epa afp reuters")
# In capitals, and longer than the initials of "JK Lund", a word before a name is a caption's.
LONGEST_INITIALS = 3
# Names that end in -ed are shorter, or known.
PARTICIPLE = 8
# Who works for an agency has it in his role.
WRITES = word_set("correspondent reporter editor photographer journalist writer columnist chief")


def without_leads(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the agency, the body, the place or the caption before it."""
    return _without_body(_without_feeling(_without_capitals(_without_credit(_once(name)))))


def _once(name: Sequence[str]) -> Sequence[str]:
    """Return *name* once where it stands twice: under a picture, and in the text after it."""
    half = len(name) // 2
    return name[half:] if half > 1 and name[:half] == name[half:] else name


def _without_credit(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the agency that a caption puts before it ("Getty Anna Reed")."""
    first = 0
    while first < len(name) and name[first].lower() in CREDITS:
        first += 1
    rest = name[first:]
    enough = len(rest) > 1 or (len(rest) == 1 and name[0].lower() in PICTURES)
    return rest if enough and not is_body(rest) else name


def _without_capitals(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the words in capitals before a full name ("LONDON Anna Reed")."""
    first = 0
    while first < len(name) - 2 and is_caption(name[first:]):
        first += 1
    return name[first:] if first and name[first].lower() in given() else name


def _without_feeling(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the participle that opens its sentence ("Devastated Ida Cole")."""
    if len(name) < 2 or len(name[0]) < PARTICIPLE or not name[0].endswith("ed"):
        return name
    first, second = name[0].lower(), name[1].lower()
    return name[1:] if second in given() and first not in given() else name


def _without_body(name: Sequence[str]) -> Sequence[str]:
    """Return *name* without the body or place before it ("UN Nikki Holm")."""
    if len(name) < 3 or name[0].lower() in given():
        return name
    for at in range(1, len(name) - 1):
        if name[at].lower() in given():
            lead = name[:at]
            strange = is_body(lead) or "-" in lead[-1] or country_of(lead[-1]) or is_place(lead[-1])
            return name[at:] if strange else name
    return name


def is_caption(name: Sequence[str]) -> bool:
    """Tell whether a word in capitals stands before a name that is not ("LONDON Anna Reed")."""
    first = name[0]
    capitals = len(first) > LONGEST_INITIALS and first.isalpha() and first.isupper()
    return capitals and not name[-1].isupper()


def without_agency(role: str) -> str:
    """Return *role* without the agency a caption puts before another country's office."""
    words = role.split()
    first = 0
    while first < len(words) and words[first].lower() in CREDITS:
        first += 1
    rest = words[first:]
    if not first or not any(map(country_of, rest)) or words[-1].lower() in WRITES:
        return role
    return " ".join(rest)
