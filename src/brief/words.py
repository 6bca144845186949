"""Find and count the words of a text, also where no spaces stand between them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

# Chinese characters and Japanese kana, which are written without spaces. Before the first of
# them in Unicode stand all other alphabets but that of Korean.
FIRST = "\u3005"
CHARACTERS = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Vowel signs of Indian scripts and the like, which Python takes for no parts of words.
SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0963\u0966-\u109f\u1780-\u17d3\u200c\u200d"


def count(text: str) -> int:
    """Return how many words *text* has: what spaces divide, and each Chinese character by itself.

    So word processors count: 80 words of Chinese or Japanese are 80 characters.
    """
    if text.isascii() or max(text) < FIRST:
        return len(text.split())
    runs = _characters().findall(text)
    if not runs:
        return len(text.split())
    # What is left between the characters may be punctuation.
    rest = _characters().sub(" ", text).split()
    return sum(map(len, runs)) + sum(map(_has_word, rest))


def terms(text: str) -> list[str]:
    """Return the words of *text* that start with a letter, as texts are compared by them.

    Of Chinese and Japanese, each two characters that stand side by side.
    """
    # In small letters the Turkish "İ" would be two characters.
    text = text.replace("’", "'").replace("İ", "i")
    if text.isascii() or max(text) < FIRST:
        return _word().findall(text)
    apart = _characters().sub(r" \g<0> ", text)
    return [term for word in _word().findall(apart) for term in _pairs(word)]


def _pairs(word: str) -> list[str]:
    """Return each pair of neighbours in *word* if that is of Chinese characters or kana."""
    if len(word) == 1 or not _characters().match(word):
        return [word]
    return [one + other for one, other in pairwise(word)]


def _has_word(piece: str) -> bool:
    return any(map(str.isalnum, piece))


@cache
def _characters() -> re.Pattern[str]:
    return re.compile(f"[{CHARACTERS}]+")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_][\w'’\-{SIGNS}]*")
