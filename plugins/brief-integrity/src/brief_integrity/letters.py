"""Find letters of another alphabet that look like those of the word they stand in.

In the spirit of Unicode Technical Standard 39 (mixed-script detection, confusable characters),
for Latin, Cyrillic and Greek, and for what may be meant to deceive: a word of which every
letter from the other alphabet looks like one from its own.
"""

from __future__ import annotations

import re

from .findings import Finding

CODE = "B502"
# What looks like what, letter by letter.
CYRILLIC = dict(
    zip("аесхорутуіјѕһԁԛԝӏАВЕКМНОРСТХУІЈЅԌ", "aecxopytyijshdqwlABEKMHOPCTXYIJSG", strict=True)
)
GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
# These have uses of their own beside Latin letters ("TGFα", "ρmax"): only inside a word.
GREEK_INSIDE = dict(zip("ανριυκτ", "avpiukt", strict=True))
ALIKE = CYRILLIC | GREEK | GREEK_INSIDE
LATIN = frozenset(ALIKE.values())

OTHER = re.compile("[\u0370-\u052f\u1f00-\u1fff]")
WORD = re.compile(r"[^\W\d_]+")
RUNS = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+|[\u0400-\u052f]+|[^\u0370-\u052f\u1f00-\u1fff]+")


def look_alikes(text: str) -> list[Finding]:
    """Return the words of *text* that mix in letters of an alphabet that looks like theirs."""
    if text.isascii() or not OTHER.search(text):
        return []
    latin = _is_latin(text)
    found: list[Finding] = []
    for match in WORD.finditer(text):
        odd = _odd(match[0], latin)
        if odd:
            what = f"{_named(odd)} for {_meant(odd)}"
            found.append(Finding(CODE, match.start(), match.end(), what))
    return found


def _odd(word: str, latin: bool) -> str:
    """Return the first letter of *word* from another alphabet that looks like one of its own."""
    if word.isascii() or not OTHER.search(word):
        return ""
    runs = RUNS.findall(word)
    if len(runs) == 1:
        return ""
    own = [run for run in runs if not OTHER.match(run)]
    other = [run for run in runs if OTHER.match(run)]
    letters, others = "".join(own), "".join(other)
    if not all(each in ALIKE for each in others):
        # Of a Cyrillic word, the few letters that are Latin may be the odd ones.
        odd = len(letters) < len(others) and all(each in LATIN for each in letters)
        # "SMSка": in Russian, a foreign name with an ending.
        return letters[0] if odd and len(runs) > 2 else ""
    if len(runs) == 2 and not latin:
        return ""
    if any(each in GREEK_INSIDE for each in others) and len(runs) == 2:
        return ""
    return others[0]


def _is_latin(text: str) -> bool:
    """Tell whether *text* is written in Latin letters, but for a word here and there."""
    return len(OTHER.findall(text)) * 4 < len(text)


def _meant(letter: str) -> str:
    twins = {latin: other for other, latin in CYRILLIC.items()}
    return ALIKE.get(letter) or twins.get(letter, letter)


def _named(letter: str) -> str:
    from unicodedata import name  # few articles have one

    return f"U+{ord(letter):04X} {name(letter).lower()}"
