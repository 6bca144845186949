"""Cut paragraphs into units: a sentence's words, each long quotation folded into one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.data import word_set
from brief.model import Sentence
from brief.spans import Span

from .quotations import SCARE, Quotation

# Possessive (++): a hostile text cannot make it look back. "12,000" is one token: its comma
# ends no phrase. The point right behind a word may be its own ("Mr.").
TOKEN = re.compile(r"\w++(?:[’'.\-]\w++|(?<=\d),\d{3}(?!\d)\w*+)*+\.?+|[^\w\s]")
QUOTED = "“”"
MARKS = frozenset('“”"„«»‘’‚‹›') | {"'"}
ABBREVIATIONS = word_set(
    """mr mrs ms dr sen rep reps sens gov gen lt col sgt rev st jr sr u.s u.k prof capt maj adm del
    d.c"""
)
# More words than any sentence of news has: what is longer is a table or a hostile text.
LONGEST = 300
# Words that are remembered: far more than one article has.
MOST_FORMS = 50_000


class Unit:
    """What syntax is read on: one or more sentences that a quotation holds together.

    Parallel lists, one entry a token: *word* the token, *low* the token in lower case. A
    quotation of three words or more is one token whose word is `QUOTED`; the marks around
    fewer words are left out, *marked* are the words behind one. *stopped* are the quotations
    that end on a full stop, *paused* those that end on a comma.
    """

    __slots__ = (
        "_ends",
        "_places",
        "_starts",
        "_text",
        "low",
        "marked",
        "paused",
        "stopped",
        "word",
    )

    def __init__(self, text: str) -> None:
        self.word: list[str] = []
        self.low: list[str] = []
        self.marked: set[int] = set()
        self.stopped: set[int] = set()
        self.paused: set[int] = set()
        self._text = text
        # Where in the text a run of tokens starts, and where a quotation ends, by token.
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._places: list[tuple[int, int]] = []

    def quote(self, begin: int, end: int) -> None:
        """Append the quotation from *begin* to *end*, with its marks."""
        at, last = len(self.word), self._text[end - 2]
        if last == ".":
            self.stopped.add(at)
        elif last == ",":
            self.paused.add(at)
        self._starts[at] = begin
        self._ends[at] = end
        self.word.append(QUOTED)
        self.low.append(QUOTED)

    def read(self, start: int, end: int) -> None:
        """Append the words and marks between *start* and *end*."""
        words = TOKEN.findall(self._text, start, end)
        lows = [_LOWS[word] for word in words]
        self._starts[len(self.word)] = start
        done = 0
        for at in [at for at, low in enumerate(lows) if not low]:
            self.word += words[done:at]
            self.low += lows[done:at]
            done = at + 1
            if words[at] in MARKS:
                self.marked.add(len(self.word))
            else:
                word = words[at][:-1]
                self.word += (word, ".")
                self.low += (_lower(word), ".")
        self.word += words[done:]
        self.low += lows[done:]

    def quoted(self, at: int) -> str:
        """Return the quotation that the token *at* stands for, with its marks."""
        return self._text[self._starts[at] : self._ends[at]]

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from *first* up to, not including, *last*."""
        if len(self._places) < len(self.word):
            self._places = list(self._located())
        return Span(self._places[first][0], self._places[last - 1][1])

    def _located(self) -> Iterator[tuple[int, int]]:
        """Yield where in the text each token starts and ends: half of all units are never asked."""
        end = 0
        for at, word in enumerate(self.word):
            begin = self._starts.get(at, end)
            if word == QUOTED:
                end = self._ends[at]
            else:
                # Nothing but white space and marks that are left out stands before it.
                begin = self._text.index(word, begin)
                end = begin + len(word)
            yield begin, end


class _Lows(dict[str, str]):
    """Tokens in lower case; empty for a mark, and where the point behind a word is not its own."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_FORMS:
            self.clear()
        self[word] = low = _low(word)
        return low


_LOWS = _Lows()


def _low(word: str) -> str:
    if word in MARKS:
        return ""
    if len(word) > 1 and word[-1] == ".":
        return _lower(word[:-1]) + "." if _short(word[:-1]) else ""
    return _lower(word)


def _lower(word: str) -> str:
    """Return *word* in lower case, its apostrophe straight; "US" stays, it is no "us"."""
    return word if len(word) > 1 and word.isupper() else word.lower().replace("’", "'")


def _short(word: str) -> bool:
    """Tell whether *word* is short for another, so that its point ends no sentence ("Mr.")."""
    initials = all(len(part) == 1 for part in word.split("."))
    return word[:1].isupper() and (initials or word.lower() in ABBREVIATIONS)


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
    made = Unit(text)
    at = group[0].start
    parts = [part for sentence in group for part in sentence.parts]
    first = 0
    for quote in (quote for quote in quotes if _states(text, quote, at)):
        while first < len(parts) and parts[first].end <= quote.start:
            made.read(max(at, parts[first].start), parts[first].end)
            first += 1
        if first < len(parts):
            made.read(max(at, parts[first].start), quote.start)
        made.quote(quote.start, quote.end)
        at = quote.end
    for part in parts[first:]:
        made.read(max(at, part.start), part.end)
    return made


def _states(text: str, quote: Quotation, start: int) -> bool:
    """Tell whether *quote* states something: "“No,” she said" does where a unit starts."""
    return quote.words > SCARE or (quote.start == start and text[quote.end - 2] in ",?!.")


def whole(place: Span, quotes: Sequence[Quotation]) -> Span:
    """Return *place* widened to the marks of a quotation that starts or ends it."""
    start, end = place.start, place.end
    for quote in quotes:
        if quote.start < start < quote.end:
            start = quote.start
        if quote.start < end < quote.end:
            end = quote.end
    return Span(start, end)
