"""Cut paragraphs into what the parser reads: a sentence each, with whole quotations folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from brief import Sentence, Span

from .quotations import SCARE, Quotation

# What stands for a quotation that says something by itself. The parser takes it for the clause
# that it is; the quotation's own words, often many sentences, would lead it astray.
FOLDED = "this is so"
# Characters; more than a sentence of news has. What is longer is a table, or a hostile text.
LONGEST = 1500
# A fragment of more words than this is folded wherever it stands.
LONGEST_FRAGMENT = 60


@dataclass(slots=True)
class Unit:
    """What is parsed as one: *sentences* that a quotation holds together.

    *text* is given to the parser. Its character *n* stands for those of the article from
    ``begin[n]`` up to ``end[n]``. *quotes* are the quotations in it, *folded* those put away,
    by the place in *text* of what stands for them.
    """

    sentences: tuple[Sentence, ...]
    quotes: tuple[Quotation, ...]
    text: str = ""
    begin: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    folded: dict[int, Quotation] = field(default_factory=dict)

    @property
    def only_quotes(self) -> bool:
        """Whether nothing stands in it but folded quotations."""
        return bool(self.folded) and not self.text.replace(FOLDED, "").strip(" .,")

    def is_folded(self, at: int) -> bool:
        """Tell whether the character *at* of its text stands for a quotation."""
        return any(first <= at < first + len(FOLDED) for first in self.folded)


def units(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation]) -> Iterator[Unit]:
    """Yield the *sentences* of one paragraph as units that no quotation runs across."""
    group: list[Sentence] = []
    inside: list[Quotation] = []
    at = 0
    for sentence in sentences:
        open_yet = inside and inside[-1].end > group[-1].end
        if group and not open_yet and not _leans_back(text, group[-1], sentence):
            yield _unit(text, group, inside)
            group, inside = [], []
        group.append(sentence)
        while at < len(quotes) and quotes[at].start < sentence.end:
            inside.append(quotes[at])
            at += 1
    if group:
        yield _unit(text, group, inside)


def _leans_back(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Tell whether *sentence* is the tail of a quotation: "“Is it over?” / Holm asked."."""
    if text[before.end - 1] not in "”\"'»’":
        return False
    short = text[before.end - 2] in "?!," and sentence.text.count(" ") < 8
    return text[sentence.start].islower() or short


def _unit(text: str, group: Sequence[Sentence], quotes: Sequence[Quotation]) -> Unit:
    """Return the unit of the sentences *group*, in which *quotes* stand.

    Marks around fragments are left out: they are no part of the sentence's grammar.
    """
    unit = Unit(tuple(group), tuple(quotes))
    pieces: list[str] = []
    parts = [part for sentence in group for part in sentence.parts]
    for first, last, quote in _stretches(parts, quotes):
        if quote is None:
            _put_words(unit, pieces, text, first, last)
        elif not _stands_alone(text, quote, parts[0].start):
            closing = quote.end - (quote.width if quote.closed else 0)
            opening = min(quote.start + quote.width, last)
            _put_words(unit, pieces, text, max(first, opening), min(last, closing))
        elif first == quote.start:
            unit.folded[len(unit.begin)] = quote
            _put(unit, pieces, FOLDED, quote.start, quote.end)
            _put(unit, pieces, f"{_mark_after(text, quote)} ", quote.end - 1, quote.end)
    unit.text = "".join(pieces)
    return unit


def _put(unit: Unit, pieces: list[str], piece: str, first: int, last: int) -> None:
    """Append *piece*, each character of which stands for the article's *first* to *last*."""
    pieces.append(piece)
    unit.begin.extend([first] * len(piece))
    unit.end.extend([last] * len(piece))


def _put_words(unit: Unit, pieces: list[str], text: str, first: int, last: int) -> None:
    """Append the words from *first* to *last*, a space behind each."""
    at = first
    for word in text[first:last].split():
        at = text.index(word, at)
        pieces += (word, " ")
        unit.begin.extend(range(at, at + len(word)))
        unit.end.extend(range(at + 1, at + len(word) + 1))
        at += len(word)
        unit.begin.append(at - 1)
        unit.end.append(at)


def _stretches(
    parts: Sequence[Span], quotes: Sequence[Quotation]
) -> Iterator[tuple[int, int, Quotation | None]]:
    """Yield the stretches of *parts* in order, each with the quotation that it stands in."""
    at = 0
    for part in parts:
        first = part.start
        while first < part.end:
            while at < len(quotes) and quotes[at].end <= first:
                at += 1
            quote = quotes[at] if at < len(quotes) and quotes[at].start < part.end else None
            if quote is not None and quote.start <= first:
                last = min(part.end, quote.end)
                yield first, last, quote
            else:
                last = part.end if quote is None else quote.start
                yield first, last, None
            first = last


def _stands_alone(text: str, quote: Quotation, start: int) -> bool:
    """Tell whether *quote* is a statement of its own and no part of the sentence around it."""
    closing = quote.end - (1 if quote.closed else 0)
    inner = text[quote.start + quote.width : closing].strip("'”\" ")
    if not inner or not quote.closed or quote.words > LONGEST_FRAGMENT:
        return True
    before = text[max(start, quote.start - 2) : quote.start].rstrip()
    leads = not before or before[-1] in ",:.?!—–;"
    ends = inner[-1] in ",.?!—–…"
    return ends and (leads or (quote.words > SCARE and inner[0].isupper()))


def _mark_after(text: str, quote: Quotation) -> str:
    """Return the mark that the sentence around *quote* has where it ends."""
    last = text[quote.start : quote.end].rstrip("'”\"»’ ")[-1:]
    after = text[quote.end : quote.end + 2].lstrip(" ")[:1]
    if after in {",", ".", ";"}:
        return ""
    ends = last == "." or (last in {"?", "!", "…"} and not after.islower())
    return "." if ends else ","
