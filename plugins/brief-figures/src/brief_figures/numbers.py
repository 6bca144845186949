"""Turn numbers as articles print them, in digits or in words, into numbers."""

from __future__ import annotations

import re

from .words import SCALES, SHORT_SCALES, SMALL, TENS

Number = int | float

ARTICLES = ("a", "an")
FILLERS = (*ARTICLES, "and", "half")


def of_digits(digits: str, scale: str = "") -> Number:
    """Return the value of "1,200" or "4.2", times "million" or "bn".

    Worked out in whole numbers, so that 1.1 million is 1100000 and nothing near it.
    """
    whole, _, decimals = digits.replace(",", "").partition(".")
    times = SCALES.get(scale.lower()) or SHORT_SCALES.get(scale.lower()) or 1
    return _ratio(int(whole + decimals) * times, 10 ** len(decimals))


def of_words(words: str) -> Number | None:
    """Return the value of "two hundred and fifty" or "half a million", or none if it has none.

    "Several hundred" has none, nor has "two and three".
    """
    total = now = 0
    # "Two thousand million" is no number: each scale is less than the one before.
    least = 10**15
    before = ""
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SCALES:
            if now == 0 or SCALES[word] >= least:
                return None
            least = SCALES[word]
            total, now = total + now * least, 0
        elif word in FILLERS:
            if word == "and" and before != "hundred" and before not in SCALES:
                return None
            now = 1 if word in ARTICLES else now
        else:
            now = _grown(now, word, before)
            if now == 0:
                return None
        before = word
    return _ratio(total + now, 2 if words.lower().startswith("half") else 1)


def _grown(now: int, word: str, before: str) -> int:
    """Return what *now* becomes when *word* follows *before*, or 0 if it cannot."""
    if word == "hundred":
        return now * 100 if now < 100 else 0
    if word == "dozen":
        return now * 12 if now < 100 else 0
    small = SMALL.get(word, 0)
    after_tens = now % 100 >= 20 and now % 10 == 0 and 0 < small < 10
    fits = (now % 100 == 0 or after_tens) and before not in ARTICLES
    return now + (small or TENS[word]) if fits else 0


def _ratio(value: int, by: int) -> Number:
    return value // by if value % by == 0 else value / by
