"""Cut paragraphs into units: a sentence's words, each long quotation folded into one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brief.data import word_set
from brief.model import Sentence
from brief.spans import Span

from .quotations import SCARE, Quotation
from .words import VERBS

# Possessive (++): a hostile text cannot make it look back. "12,000" is one token: its comma
# ends no phrase.
TOKEN = re.compile(r"\w++(?:[’'.\-]\w++|(?<=\d),\d{3}(?!\d)\w*+)*+|[^\w\s]")
QUOTED = "“”"
MARKS = frozenset('“”"„«»‘’‚‹›') | {"'"}
ABBREVIATIONS = word_set(
    """mr mrs ms dr sen rep reps sens gov gen lt col sgt rev st jr sr u.s u.k prof capt maj adm del
    d.c"""
)
# More words than any sentence of news has: what is longer is a table or a hostile text.
LONGEST = 300


class Unit:
    """What syntax is read on: one or more sentences that a quotation holds together.

    Parallel lists, one entry a token: *begin* and *end* are offsets in the text, *word* the
    token, *low* the token in lower case. A quotation of three words or more is one token
    whose word is `QUOTED`; the marks around fewer words are left out, *marked* are the words
    behind one. *stopped* are the quotations that end on a full stop, *paused* those that end
    on a comma, *clauses* those with a finite verb in them.
    """

    __slots__ = ("begin", "clauses", "end", "low", "marked", "paused", "stopped", "word")

    def __init__(self) -> None:
        self.begin: list[int] = []
        self.end: list[int] = []
        self.word: list[str] = []
        self.low: list[str] = []
        self.marked: set[int] = set()
        self.stopped: set[int] = set()
        self.paused: set[int] = set()
        self.clauses: set[int] = set()

    def quote(self, begin: int, end: int, last: str) -> None:
        """Append a quotation whose last character within its marks is *last*."""
        if last == ".":
            self.stopped.add(len(self.word))
        elif last == ",":
            self.paused.add(len(self.word))
        self.begin.append(begin)
        self.end.append(end)
        self.word.append(QUOTED)
        self.low.append(QUOTED)


def units(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation]
) -> Iterator[tuple[list[Sentence], list[Quotation]]]:
    """Yield the sentences of one paragraph in groups that no quotation runs across.

    Each comes with the quotations that stand in it.
    """
    group: list[Sentence] = []
    inside: list[Quotation] = []
    at = 0
    for sentence in sentences:
        if group and not (
            (inside and inside[-1].end > group[-1].end)
            or _leans_back(text, group[-1].end, sentence)
        ):
            yield group, inside
            group, inside = [], []
        group.append(sentence)
        while at < len(quotes) and quotes[at].start < sentence.end:
            inside.append(quotes[at])
            at += 1
    if group:
        yield group, inside


def _leans_back(text: str, end: int, sentence: Sentence) -> bool:
    """Tell whether *sentence* is the tail of a quotation ("Is it over?” / Smith asked.)."""
    if text[end - 1] not in MARKS:
        return False
    return text[sentence.start].islower() or (
        text[end - 2] in "?!," and sentence.text.count(" ") < 8
    )


def unit(text: str, group: Sequence[Sentence], quotes: Sequence[Quotation]) -> Unit:
    """Return the tokens of *group*, in which *quotes* stand."""
    made = Unit()
    at = group[0].start
    parts = [part for sentence in group for part in sentence.parts]
    first = 0
    for quote in (quote for quote in quotes if _states(text, quote, at)):
        while first < len(parts) and parts[first].end <= quote.start:
            read_words(made, text, max(at, parts[first].start), parts[first].end)
            first += 1
        if first < len(parts):
            read_words(made, text, max(at, parts[first].start), quote.start)
        if not VERBS.isdisjoint(text[quote.start : quote.end].lower().split()):
            made.clauses.add(len(made.word))
        made.quote(quote.start, quote.end, text[quote.end - 2])
        at = quote.end
    for part in parts[first:]:
        read_words(made, text, max(at, part.start), part.end)
    return made


def _states(text: str, quote: Quotation, start: int) -> bool:
    """Tell whether *quote* states something: "“No,” she said" does where a unit starts."""
    return quote.words > SCARE or (quote.start == start and text[quote.end - 2] in ",?!.")


def read_words(made: Unit, text: str, start: int, end: int) -> None:
    """Append the words and marks between *start* and *end*."""
    begins, ends, words, lows = made.begin, made.end, made.word, made.low
    places = [match.span() for match in TOKEN.finditer(text, start, end)]
    found = [text[first:last] for first, last in places]
    if MARKS.isdisjoint(found) and "." not in found[:-1] and not _ends_short(found):
        begins += [first for first, _ in places]
        ends += [last for _, last in places]
        words += found
        lows += map(_lower, found)
        return
    for word, (first, last) in zip(found, places, strict=True):
        if word in MARKS:
            made.marked.add(len(words))
            continue
        if word == "." and words and ends[-1] == first and _short(words[-1]):
            # The point of "Mr." ends no sentence and is no mark of syntax.
            ends[-1] += 1
            words[-1] += "."
            lows[-1] += "."
        else:
            begins.append(first)
            ends.append(last)
            words.append(word)
            lows.append(_lower(word))


def _ends_short(words: Sequence[str]) -> bool:
    """Tell whether the last of *words* may be the point of what stands before it."""
    return words[-1:] == ["."] and (len(words) == 1 or _short(words[-2]))


@lru_cache(maxsize=4096)
def _lower(word: str) -> str:
    """Return *word* in lower case, its apostrophe straight; "US" stays, it is no "us"."""
    return word if len(word) > 1 and word.isupper() else word.lower().replace("’", "'")


@lru_cache(maxsize=512)
def _short(word: str) -> bool:
    initials = all(len(part) == 1 for part in word.split("."))
    return word[:1].isupper() and (initials or word.lower() in ABBREVIATIONS)


def span(made: Unit, first: int, last: int) -> Span:
    """Return the span of the tokens from *first* up to, not including, *last*."""
    return Span(made.begin[first], made.end[last - 1])


def whole(place: Span, quotes: Sequence[Quotation]) -> Span:
    """Return *place* widened to the marks of a quotation that starts or ends it."""
    start, end = place.start, place.end
    for quote in quotes:
        if quote.start < start < quote.end:
            start = quote.start
        if quote.start < end < quote.end:
            end = quote.end
    return Span(start, end)
