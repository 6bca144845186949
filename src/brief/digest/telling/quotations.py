"""Find the direct quotations of a report, word by word, with the place of each word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief.data import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief.model import Brief

# Words: a shorter quotation is a phrase that anybody may have used.
LEAST = 5
# Characters: a longer one is a mark that nobody closed; and words that are compared.
LONGEST, MOST = 1500, 250
# Of so many quotations of a report.
IN_ALL = 400
# Any letters may stand for these: words left out, and words that the editors put in.
GAP, PUT_IN = "…", "[]"

# Each ends where its own mark closes. A single mark closes behind an end mark only, for it is
# an apostrophe too.
_QUOTED = re.compile(
    rf"“([^“”\"]{{20,{LONGEST}}})(?:[”\"]|\Z)"
    rf'|(?<![^\s(\[—–-])"(?=\S)([^"“”]{{20,{LONGEST}}})["”]'
    rf"|«([^«»]{{20,{LONGEST}}})»"
    rf"|„([^„“”]{{20,{LONGEST}}})[“”]"
    rf"|(?<!\w)['‘](?=\w)([^‘“”\"\n]{{20,{LONGEST // 4}}}?)(?<=[.,!?])['’](?!\w)"
)
_TOKENS = re.compile(r"\[[^\]\[]{0,60}\]|…|\.\.\.|&|[@#]\w+|[^\W_]+(?:['’.][^\W_]+)*%?")
_ENDINGS = (
    ("n't", ("not",)),
    ("'re", ("are",)),
    ("'ve", ("have",)),
    ("'ll", ("will",)),
    ("'m", ("am",)),
    ("'s", ("is",)),
    ("'d", ("would",)),
)
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "cannot": ("can", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "'em": ("them",),
    "ok": ("okay",),
    "per": (),
    "cent": ("percent",),
    "programme": ("program",),
    "programmes": ("programs",),
    "towards": ("toward",),
    "whilst": ("while",),
    "grey": ("gray",),
    "defence": ("defense",),
    "offence": ("offense",),
    "mister": ("mr",),
    "&": ("and",),
}
_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
_COUNTED = {word: str(number) for number, word in enumerate(_NUMBERS.split())}
_SPELLINGS = (
    *(("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze")),
    *(("ysing", "yzing"), ("elling", "eling"), ("elled", "eled"), ("aed", "ed"), ("tre", "ter")),
)
# Words that end like British spellings and are none.
_OUR = word_set("our four hour your tour pour sour hours tours flour")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the article."""

    low: str
    start: int
    end: int


class Quotation(NamedTuple):
    """What stands between quotation marks: the *report*, from *start* to *end*, its *words*."""

    report: int
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The words as they are compared: equal for quotations that differ in style alone."""
        return tuple(word.low for word in self.words)


def quotations(brief: Brief, report: int) -> Iterator[Quotation]:
    """Yield the quotations of five words and more that the cuts leave, in order.

    "Don't" and "do not", "colour" and "color", "two" and "2" are compared as equal. Words in
    square brackets and dots for words left out are marks that stand for anything.
    """
    text = brief.article.text
    found = 0
    for paragraph in brief.paragraphs():
        for span in paragraph:
            for match in _QUOTED.finditer(text[span.start : span.end]):
                group = match.lastindex or 0
                start, end = match.span(group)
                words = tuple(_words(text, span.start + start, span.start + end))
                if len(words) >= LEAST:
                    yield Quotation(report, words[0].start, words[-1].end, words[:MOST])
                    found += 1
            if found >= IN_ALL:
                return


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _TOKENS.finditer(text, start, end):
        at, to = match.span()
        if match[0][0] == "[":
            low = PUT_IN if any(map(str.isalnum, match[0])) else GAP
            yield Word(low, at, to)
        elif match[0][0] in "@#":
            # Written out by one desk and left as a handle by another.
            yield Word(PUT_IN, at, to)
        elif match[0] in ("…", "..."):
            yield Word(GAP, at, to)
        else:
            for low in _lows(match[0].casefold().replace("’", "'")):
                yield Word(low, at, to)


def _lows(low: str) -> tuple[str, ...]:
    """Return *low* as it is compared, in one spelling: one word, or the two run into it."""
    if low in _WHOLE:
        return _WHOLE[low]
    for ending, more in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return (*_lows(low[: -len(ending)]), *more)
    low = low.replace(".", "") if not low[0].isdigit() else low
    if low.endswith("%"):
        return (low[:-1], "percent")
    low = _COUNTED.get(low, low)
    if "our" in low and low not in _OUR and len(low) > 5:
        low = low.replace("our", "or")
    for british, american in _SPELLINGS:
        low = low.replace(british, american)
    return (low,)
