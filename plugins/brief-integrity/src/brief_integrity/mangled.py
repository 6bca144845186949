"""Find mangled names and phrases in a text, and tell whether they are too many for chance."""

from __future__ import annotations

import re
from itertools import pairwise

from .findings import Finding
from .phrases import Phrase, phrases

CODE = "B501"
WORD = re.compile(r"\w+")
# What may stand between two words of a phrase: a gap, a hyphen, an apostrophe.
GAP = re.compile(r"\s{1,9}|[-‐‑’']")
DOTTED = re.compile(r"\.\s?")
OPENERS, CLOSERS = "“‘\"'«", "”’\"'»"

# When a text speaks: so many phrases, of so many originals that nobody writes, of such strength
# in all. Measured by tests/bench/integrity.py.
LEAST_PHRASES = 3
LEAST_STRONG = 2
STRONG = 3
LEAST_POINTS = 7

Word = tuple[str, int, int]


def mangled(text: str, density: float) -> list[Finding]:
    """Return the mangled phrases of *text* in order, if they are many enough, else none.

    Many enough are three of different originals, two of them such as nobody writes, whose
    strengths add up to 7 and to *density* in a thousand words.
    """
    words = WORD.findall(text.lower())
    # Few articles hold two such words, and fewer a whole phrase.
    hits = {
        one for pair in filter(phrases().__contains__, pairwise(words)) for one in phrases()[pair]
    }
    joined = " ".join(words) if hits else ""
    if not any(" ".join(one.words) in joined for one in hits):
        return []
    found = places(text)
    best: dict[str, int] = {}
    for phrase, _, _ in found:
        original = phrase.original.lower()
        best[original] = max(phrase.strength, best.get(original, 0))
    points = sum(best.values())
    strong = sum(strength >= STRONG for strength in best.values())
    if len(best) < LEAST_PHRASES or strong < LEAST_STRONG or points < LEAST_POINTS:
        return []
    if points * 1000 < density * len(words):
        return []
    return [Finding(CODE, start, end, one.original, _sure(one)) for one, start, end in found]


def _sure(phrase: Phrase) -> int:
    """Return how plainly *phrase* shows it: names before phrases of the same strength."""
    return phrase.strength * 2 + (phrase.kind != "phrase")


def same_length_lower(text: str) -> str:
    """Return *text* in small letters, of the same length, so that places in it still hold."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def places(text: str) -> list[tuple[Phrase, int, int]]:
    """Return the phrases of the list that stand in *text*, in order, none inside another."""
    lowered = same_length_lower(text)
    words = [(match[0], *match.span()) for match in WORD.finditer(lowered)]
    listed = phrases()
    found: list[tuple[Phrase, int, int]] = []
    for at, (one, other) in enumerate(pairwise(words)):
        for phrase in listed.get((one[0], other[0]), ()):
            first = at - phrase.key
            held = words[max(0, first) : first + len(phrase.words)]
            if first >= 0 and _stands(text, held, phrase):
                found.append((phrase, held[0][1], held[-1][2]))
    return _outermost(found)


def _outermost(found: list[tuple[Phrase, int, int]]) -> list[tuple[Phrase, int, int]]:
    """Return *found* in order, the longer where two overlap."""
    kept: list[tuple[Phrase, int, int]] = []
    for each in sorted(found, key=lambda one: (one[1], -one[2])):
        if not kept or each[1] >= kept[-1][2]:
            kept.append(each)
    return kept


def _stands(text: str, words: list[Word], phrase: Phrase) -> bool:
    """Tell whether *words* are those of *phrase*, with its capitals, and not talked about."""
    if tuple(word for word, _, _ in words) != phrase.words:
        return False
    for (one, _, end), (_, start, _) in pairwise(words):
        gap = text[end:start]
        if not GAP.fullmatch(gap) and not (len(one) == 1 and DOTTED.fullmatch(gap)):
            return False
    start, end = words[0][1], words[-1][2]
    # “Counterfeit consciousness”, alone between marks: the article speaks of the phrase.
    if text[max(0, start - 1) : start] in tuple(OPENERS) and text[end : end + 1] in tuple(CLOSERS):
        return False
    own = WORD.findall(phrase.form)
    return all(
        text[place].isupper()
        for word, (_, place, _) in zip(own, words, strict=True)
        if word[0].isupper() and phrase.kind != "phrase"
    )
