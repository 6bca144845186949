"""Read a headline in the text: "Police: the bridge is shut", "Reed: ‘We will rebuild’"."""

from __future__ import annotations

from brief.data import cue_starts, roles, word_set

from .frames import Statement, made
from .phrases import Speaker, is_name
from .tokens import QUOTED, Unit
from .verbs import Cue
from .words import LINKS

LONGEST = 24
LONGEST_NAME = 5
FIRST = word_set("i we i'm we're i've we've i'll we'll my our")
# Beside the words for people that speak, these are what a headline names as its source.
SOURCES = word_set("poll survey study report police pm mp officials minister mayor court un nato")
# A headline has no full stop; speech in a transcript has.
STOPS = frozenset(".;")


def headed(unit: Unit) -> Statement | None:
    """Return the statement of a headline that puts who speaks before a colon.

    Only where what follows is a quotation, speaks of "we", or the word before the colon
    names a source: "Norland war: bridge shut" names a subject.
    """
    word, low = unit.word, unit.low
    if not 3 <= len(word) <= LONGEST or ":" not in word[1 : LONGEST_NAME + 1]:
        return None
    colon = word.index(":", 1)
    if colon + 1 == len(word) or word[-1] in STOPS or ":" in word[colon + 1 :]:
        return None
    quoted = word[colon + 1 :] == [QUOTED]
    source = colon == 1 and (low[0] in SOURCES or low[0] in roles()["people"])
    if not LINKS.isdisjoint(low[:colon]) or not cue_starts().isdisjoint(low[:colon]):
        return None
    name = is_name(unit, 0, colon) or (colon == 1 and word[0][0].isupper())
    speaks = quoted or low[colon + 1] in FIRST
    if not (source or (name and speaks)) or len(word) - colon < (2 if quoted else 4):
        return None
    via = Speaker(0, colon, "description" if source else "name")
    return made("headline", via, Cue(colon, colon, colon + 1, "quote"), (colon + 1, len(word)))
