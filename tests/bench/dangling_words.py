"""Find summary sentences that open with a word whose meaning is not printed: a plain list of words.

It shares nothing with `brief.references`, which it is there to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from brief.model import Brief, Pick

PERSONAL = {"he", "she", "they", "his", "her", "their"}
LINK = (
    r"(?:but|and|so|yet|or|nor|then|now|still|also|however|meanwhile|instead|later|earlier|indeed"
    r"|nevertheless|nonetheless|therefore|thus|moreover|furthermore|besides|perhaps|today|yesterday"
    r"|in \d{4}|at the time|after that|since then|at first|in addition|as a result|last \w+"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
OPENS = re.compile(
    rf"""[\s"'“‘(\[]*(?:{LINK},?\s+["“]?){{0,2}}"""
    r"(?P<word>he|she|they|it|his|her|their|its|this|that|these|those|the former|the latter)\b"
    r"(?P<rest>.{0,60})",
    re.IGNORECASE | re.DOTALL,
)
# "It is unclear whether": nothing is meant that was said before.
EMPTY = re.compile(
    r"""(?:['’]s|\ is|\ was|\ has\ been|\ remains|\ will\ be|\ would\ be|\ may\ be)(?:n['’]t)?
    (?:\ (?:not|still|also|now|yet|immediately|currently|far|so|too|very|often))*
    \ (?:unclear|clear|likely|unlikely|possible|impossible|important|hard|difficult|easy|known
    |unknown|believed|thought|understood|reported|announced|alleged|claimed|said|hoped|feared
    |expected|estimated|raining|snowing|time|necessary|essential|vital|true)\b(?!\ (?:to\ be|by)\b)
    |\ (?:seems|appears|emerged|seemed|appeared)\b(?!\ to)|\ took\b.*\bto\b|\ takes\b.*\bto\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "This week" is the reader's own, "those who stayed" are told of by what follows.
OWN = re.compile(
    r" (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|season)",
    re.IGNORECASE,
)
TOLD = re.compile(r" (?:who|whose|with|without|in|from|of|on|at|aged|living|\w+ed|\w+ing)\b")
ALONE = re.compile(r"(?:,| (?:is|was|has|had|will|would|said|says|also|did|does|can|could|may)\b)")


class Dangling(NamedTuple):
    """A printed sentence that opens with *word*, and nothing printed says what that is."""

    word: str
    place: int
    pick: Pick


def opening(text: str) -> str:
    """Return the word that the sentence *text* opens with and that means something before it."""
    match = OPENS.match(text)
    if match is None:
        return ""
    word, rest = match["word"].lower(), match["rest"]
    empty = word == "it" and EMPTY.match(rest)
    own = word in {"this", "these"} and OWN.match(rest)
    told = word in {"those"} and TOLD.match(rest)
    # "The former president" is somebody by that name.
    noun = word in {"the former"} and not ALONE.match(rest)
    return "" if empty or own or told or noun else word


def dangling(brief: Brief) -> Iterator[Dangling]:
    """Yield the sentences of a summary that dangle.

    One does not if the sentence printed before it stands right before it in the article too, or
    if a name is put in. The first sentence of an article dangles with a pronoun for somebody
    only: "This is the moment" is how a story begins.
    """
    places = {sentence.id: place for place, sentence in enumerate(brief.sentences)}
    before = -2
    for pick in brief.summary.sentences:
        place = places[pick.id]
        word = opening(pick.text)
        follows = before == place - 1
        named = any(part.inserted for part in pick.parts)
        if word and not follows and not named and (place or word in PERSONAL):
            yield Dangling(word, place, pick)
        before = place
