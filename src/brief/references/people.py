"""Tell whether a sentence has somebody in it whom a pronoun of a later one may mean."""

from __future__ import annotations

import re
from functools import cache

from brief.data import roles, word_set

# Capitalised, and nobody.
NOBODY = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december i the a an in on at by for with from
    but and or so yet if as when while after before since although though because it this that these
    those there here what who where why how to of not no our we you my your its their they some
    many most all both each every last next now then however meanwhile"""
)
PRONOUNS = word_set("he she his her him hers himself herself they them their")
# Behind these a name of one word is where something is.
WHERE = word_set("in at near to from into across around outside inside")
# Longer sentences are looked at so far, in characters.
LOOK = 1000


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+")


def has_somebody(text: str) -> bool:
    """Tell whether the sentence *text* names somebody, or has a person without a name."""
    someone, before, capital = roles()["someone"], "", False
    for match in _word().finditer(text, 0, LOOK):
        word = match[0]
        low = word.lower()
        if low in PRONOUNS or low in someone:
            return True
        if word[0].isupper() and len(word) > 1 and low not in NOBODY:
            # "in Leeds" is a place, "in Jane Reed" is not.
            if capital or before not in WHERE:
                return True
            capital = True
        else:
            capital = False
        before = low
    return False


def names_somebody(text: str) -> bool:
    """Tell whether the sentence *text* may open with a name of two words: "Phil Hart ran"."""
    words = text.split(None, 2)[:2]
    capitals = len(words) == 2 and all(word[0].isupper() for word in words)
    return capitals and words[0].lower().rstrip(".,") not in NOBODY
