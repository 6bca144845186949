"""Reduce a statement to what it is about: the stems of its content words, and if it denies them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from brief.data import rows, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brief.model import Brief, Position

# Words that tell nothing of what a statement is about, those of attribution among them.
EMPTY = word_set(
    """a about above after again against all almost already also although always am among an and
    another any anyone anything are aren't around as ask asked at away back be became because
    become been before behind being believe below between both but by call called came can can't
    cannot come coming could couldn't day did didn't do does doesn't doing don't done down
    during each either else even ever every everyone everything few first for from further get
    getting give given go goes going gone good got had hadn't has hasn't have haven't having he
    he's her here hers herself him himself his how however i i'll i'm i've if in including
    indeed instead into is isn't it it's its itself just keep kept know last later least less
    let like long look lot made make makes many may me mean might mine more most much must my
    myself need neither never new next no nobody none nor not nothing now of off often old on
    once one only onto or other others our ours out over own part people perhaps put quite
    rather really right said same saw say saying says see seen she she's should shouldn't since
    so some someone something soon still such take taken tell than that that's the their theirs
    them themselves then there there's these they they're they've thing things think this those
    though through thus till time to today together told too toward towards truly two under
    until up upon us use used very want wanted was wasn't way we we'll we're we've well went
    were weren't what what's whatever when where whether which while who whom whose why will
    with within without won't work would wouldn't year years yes yet you you'll you're you've
    your yours"""
)
NEGATIONS = word_set(
    """no not never nothing none nobody neither nor without cannot false falsely untrue baseless
    unfounded fabricated lie lies lying myth hoax nonsense incorrect inaccurate deny denied denies
    denying reject rejected rejects refused refuse wrong unlikely fake"""
)
MARKS = "“”‘’„«»\"'`.,;:!?()[]{}…-–—*"
# Longest first: the first that fits is taken off.
ENDINGS = (
    *("ments", "ment", "ations", "ation", "ings", "ing", "ions", "ion", "ers", "er"),
    *("ies", "ied", "ed", "es", "ly", "al", "s", "y", "e"),
)
# What is left of a word is at least this long.
SHORTEST = 4


def words_of(brief: Brief, position: Position) -> list[str]:
    """Return the words of what *position* says, in small letters, marks off."""
    return split(brief.text_of(position.content))


def split(text: str) -> list[str]:
    """Return the words of *text*, in small letters with straight apostrophes, marks off."""
    plain = text.casefold().replace("’", "'").replace("—", " ").replace("…", " ")
    return [bare for word in plain.split() if (bare := word.strip(MARKS))]


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the content words among *words*."""
    return frozenset([stem(word) for word in words if word not in EMPTY])


def denies(words: Iterable[str]) -> bool:
    """Tell whether *words* say that something is not so: an odd number of "not", "no", "false"."""
    return len([word for word in words if word in NEGATIONS or word[-3:] == "n't"]) % 2 == 1


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return what the forms of *word* have in common: "surround" of "surrounded"."""
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


def kin(found: frozenset[str]) -> frozenset[str]:
    """Return *found* with one stem for those of a group: "encircl" stands for "surround"."""
    groups = _groups()
    return frozenset(groups.get(each, each) for each in found)


def shared_words(one: str, other: str) -> list[str]:
    """Return the telling words of the text *one* that *other* has too, or a word of their kin."""
    there = kin(stems(split(other)))
    telling = (word for word in split(one) if word not in EMPTY)
    return [*dict.fromkeys(word for word in telling if kin(frozenset((stem(word),))) & there)]


@cache
def _groups() -> dict[str, str]:
    """Return each stem of the list of matters with the stem that names its group."""
    return {stem(word): stem(group[0]) for group in rows("matters.en.txt") for word in group}
