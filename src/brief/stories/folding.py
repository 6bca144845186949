"""The words of a title and a text as articles are compared by them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from brief.data import word_set
from brief.stopwords import listed, stop_words
from brief.words import terms

from .background import background

# How far a text is read: 500 words say what it is about. So many letters a word bound the work.
WORDS = 500
LETTERS = 8
TITLE_WORDS = 40
# What share of so many words is common in English where a text is in English.
SAMPLE = 120
ENGLISH = 0.2

_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^0-9]+")
# The same where all letters are English ones, once the marks that are no letters are away: each
# number and word at once.
_MARKS = "“”‘–—…•£€\xa0"
_ASCII = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z][A-Za-z_'-]*")
# After a word or a comma: not the first of a sentence, which has a capital anyway. The space
# stands first so that all but spaces is passed over fast.
_INSIDE = re.compile(r" (?<=[\w,;] )([^\W\d_a-z]\w+(?:['’-]\w+)*)")
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
# What stands in articles without being part of what they tell.
_BESIDE = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec mr mrs ms reuters afp ap getty image photo photograph picture pictured caption "
    "video copyright updated gmt"
)


class Words(NamedTuple):
    """The folded words of an article, "" in the place of each that says little."""

    title: list[str]
    text: list[str]
    english: bool


def words_of(title: str, text: str) -> Words:
    """Return the first 40 words of *title* and the first 500 of *text*, folded.

    Numbers are words. In English what a quarter of all articles have says little; in another
    language its stop words do, where brief has a list of them that fits.
    """
    head, body = written(title)[:TITLE_WORDS], written(text)
    english = _is_english(body or head)
    if english:
        return Words(list(map(_english, head)), list(map(_english, body)), english=True)
    stops = stop_words(_language(body or head))
    kept = [["" if word.lower() in stops else word for word in words] for words in (head, body)]
    return Words(_telling(kept[0]), _telling(kept[1]), english=False)


def written(text: str, limit: int = WORDS) -> list[str]:
    """Return the first *limit* words and numbers of *text* as they are written."""
    text = text[: limit * LETTERS].replace("’", "'")
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    if text.isascii():
        return _ASCII.findall(text)[:limit]
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if piece[0] in "0123456789":
            found.append(piece)
        else:
            found += terms(piece)
    return found[:limit]


def names_in(text: str) -> list[str]:
    """Return the folded words of *text* that stand inside a sentence with a capital letter.

    None in a script without capitals; in German, nouns too.
    """
    inside = _INSIDE.findall(text[: WORDS * LETTERS])
    found = dict.fromkeys(folded(word) for word in inside if word[0].isupper())
    return [word for word in found if word and word not in _BESIDE]


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Return *word* in small letters, with no "'s" and no "s" of the plural; "1,000" as "1000".

    Nothing for an initial, nor for a year or a number of one digit, which any article may have.
    """
    if word and word[0] in "0123456789":
        number = word.replace(",", "")
        return "" if len(number) == 1 or _YEAR.fullmatch(number) else number
    low = word.lower().removesuffix("'s").replace("'", "").strip("-")
    if not low.isascii():
        return low
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 3 and low[-1] == "s" and low[-2] not in "siu":
        return low[:-1]
    return low if len(low) > 1 else ""


def _telling(words: list[str]) -> list[str]:
    return ["" if word in _BESIDE else word for word in map(folded, words)]


@lru_cache(maxsize=1 << 16)
def _english(word: str) -> str:
    """Return an English *word* folded, "" for one that a quarter of all articles have."""
    low = folded(word)
    return "" if low in _common() else low


@cache
def _common() -> frozenset[str]:
    return background().common | _BESIDE


def _is_english(words: list[str]) -> bool:
    """Tell whether the table of counts is of the language of *words*; of very few it is."""
    sample = words[:SAMPLE]
    common = sum(map(background().common.__contains__, map(folded, sample)))
    return len(sample) < 8 or common >= ENGLISH * len(sample)


def _language(words: list[str]) -> str:
    """Return the code of the list of stop words that has most of *words*."""
    sample = [word.lower() for word in words[:SAMPLE]]
    return max(_codes(), key=lambda code: sum(word in stop_words(code) for word in sample))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(sorted({*listed(), "ar", "he", "ja", "ko", "th", "zh"}))
