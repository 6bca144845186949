"""Tell languages other than English apart: by script, and by function words within a script."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import name, normalize

from brief.stopwords import listed, stop_words

from .language import COMMON

if TYPE_CHECKING:
    from collections.abc import Mapping

# The scripts that one language of the news is written in, by the first word of the Unicode
# names of their letters.
SCRIPTS = {
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "ORIYA": "or",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
KANA = ("HIRAGANA", "KATAKANA")
# Fewer letters or words tell a name or a headline, not a language.
LETTERS = 30
WORDS = 20
# How many of 100 words are function words: 25 to 55 in news, and 12 where a language says with
# endings what others say with words (Turkish, Hebrew, Marathi).
LEAST = 0.12
# How many different ones: a language without a list may share "a" and "o", but not ten words.
KINDS = 15
# Danish and Norwegian have 1.15 to 1.5 times the other's words.
AHEAD = 1.1
# What one other language has and the best has not, as a share of what that has: in a mixture of
# two it is half and more.
OTHERS = 0.25
AROUND = '"“”„‘’‚«»‹›()[]{}<>.,;:!?…·–—-*/|_،؛؟۔।॥¿¡#@&%+='


def foreign(text: str) -> str:
    """Return the ISO 639 code of the language of *text*, or nothing where it is not clear."""
    text = normalize("NFC", text)
    scripts = _scripts(text)
    letters = scripts.total()
    if letters < LETTERS:
        return ""
    script, most = scripts.most_common(1)[0]
    eastern = scripts["CJK"] + scripts["HIRAGANA"] + scripts["KATAKANA"]
    if eastern * 2 > letters:
        # Japanese without kana is no prose; Chinese has none but in names.
        kana = sum(scripts[each] for each in KANA)
        return "ja" if kana * 5 > eastern else "zh" if kana * 20 < eastern else ""
    if most * 5 < letters * 4:
        return ""
    return SCRIPTS.get(script) or _by_words(text)


def _scripts(text: str) -> Counter[str]:
    """Return how many letters of *text* each script has."""
    found: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            found[name(character, "").partition(" ")[0]] += count
    return found


def _by_words(text: str) -> str:
    """Return the language whose function words *text* has, if it has enough and no other's."""
    # Turkish "İ" becomes two characters in small letters.
    plain = text.replace("İ", "i").lower().replace("’", " ").replace("'", " ")
    words = [word.strip(AROUND) for word in plain.split()]
    words = [word for word in words if word[:1].isalpha()]
    counts = {word: n for word, n in Counter(words).items() if word in _languages()}
    shares: dict[str, float] = {}
    for word, n in counts.items():
        codes = _languages()[word]
        for code in codes:
            # What several languages have tells little of each.
            shares[code] = shares.get(code, 0.0) + n / len(codes)
    if len(words) < WORDS or not shares:
        return ""
    best, *others = sorted(shares, key=lambda code: (-shares[code], code))
    if others and shares[best] < AHEAD * shares[others[0]]:
        return ""
    return best if _is_clear(best, counts, len(words)) else ""


def _is_clear(best: str, counts: Mapping[str, int], words: int) -> bool:
    """Tell whether function words, as *counts* has them, make *words* a text in *best* alone."""
    hits = kinds = 0
    foreign: dict[str, int] = {}
    for word, n in counts.items():
        codes = _languages()[word]
        if best in codes:
            hits += n
            kinds += 1
            continue
        for code in codes:
            foreign[code] = foreign.get(code, 0) + n
    alone = max(foreign.values(), default=0) <= OTHERS * hits
    return alone and hits >= LEAST * words and kinds >= min(KINDS, words // 12)


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return for each function word the languages that have it."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(COMMON, ("en",))
    for code in (*listed(), "ar"):
        for word in stop_words(code):
            found[word] = (*found.get(word, ()), code)
    return found
