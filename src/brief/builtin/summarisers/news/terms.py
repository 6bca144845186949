"""The words of a sentence that carry its news, each in one form."""

from __future__ import annotations

import re
from collections.abc import Callable

from brief.data import word_set
from brief.languages import is_english
from brief.words import terms

# Words that news uses whatever it is about: those of the grammar, and those of reporting.
COMMON = word_set(
    "a about above across after again against all almost along already also although always am "
    "among an and another any anyone anything are around as asked at away back be became because "
    "become been before began behind being below between both but by call called came can cannot "
    "come could d day days did didn do does doesn doing don done down during each either else "
    "enough even ever every everyone everything few first for former found from further gave get "
    "gets getting give given go goes going gone good got great had hadn has hasn have haven he "
    "her here hers herself him himself his how however i if in including instead into is isn it "
    "its itself just keep kept know known last later least less let like ll long look m made "
    "make makes making many may me mean meanwhile might mine more most mr mrs ms much must my "
    "myself near need never new next no nobody nor not nothing now of off often on once one only "
    "onto or other others our ours out over own part per perhaps put quite rather re really "
    "right s said same saw say saying says second see seen set several shall she should since so "
    "some someone something soon still such t take taken takes taking tell than that the their "
    "theirs them themselves then there these they thing things think this those though thought "
    "three through time to today together told too took toward towards two under until up upon "
    "us use used ve very was wasn way we well went were weren what when where whether which "
    "while who whole whom whose why will with within without won would wouldn yes yet you your "
    "yours added according dr"
)
# A word or a number; "£4.2m" is "4.2m", and "don't" two words.
_WORDS = re.compile(r"[^\W_]+(?:[.,]\d+[^\W_]*)*")
# So many letters of a stem tell it from others.
_LETTERS = 7
# So many words are remembered; those of a month of news are not more.
_KNOWN = 50_000


class _Stems(dict[str, str]):
    """The terms of English words that were met: texts repeat their words."""

    def __missing__(self, word: str) -> str:
        """Return the stem of *word*; empty for one that any story has."""
        low = word.lower()
        term = "" if low in COMMON or len(low) < 2 else _stem(low)
        if len(self) < _KNOWN:
            self[word] = term
        return term


def _stem(word: str) -> str:
    """Return *word* without the ending of its number or tense, cut to its first letters."""
    size = len(word)
    if size > 4:
        if size > 5 and word.endswith("ing"):
            word = word[:-3]
        elif word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith(("ed", "es", "ly")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        word = word.removesuffix("e")
    elif size == 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:_LETTERS]


_ENGLISH = _Stems()


class Terms:
    """The terms of a text in *language* (ISO 639; empty for English).

    Other languages than English go by the stop words that `brief.stopwords` has, and by stems
    that only leave off what follows the seventh letter. Of Chinese and Japanese each pair of
    characters is a word. *stem* returns the term of a word; empty for one that any story has.
    """

    def __init__(self, language: str = "") -> None:
        self.english = is_english(language)
        self.stem: Callable[[str], str] = _ENGLISH.__getitem__
        if not self.english:
            from brief.stopwords import stop_words  # not needed for English

            self._stop = stop_words(language)
            self.stem = self._cut

    def words(self, text: str) -> list[str]:
        """Return the words and numbers of *text* as they stand there."""
        if self.english:
            return _WORDS.findall(text)
        return terms(text)

    def _cut(self, word: str) -> str:
        """Return the term of a *word* that is not English."""
        low = word.lower()
        return "" if low in self._stop else low[:_LETTERS]
