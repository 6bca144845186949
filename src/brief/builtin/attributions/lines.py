"""The paragraphs of an article with their quotations and statements, looked up by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief.model import Position, Sentence

from .confidence import CONFIDENCE
from .quotations import SCARE, Quotation

# Two quotations that start with so many same characters are one, printed twice.
HEAD = 60


def has_words(text: str, start: int, end: int) -> bool:
    """Tell whether a letter or digit stands between two offsets."""
    return any(map(str.isalnum, text[start:end]))


class Lines:
    """What stands where: *start* and *end* of each paragraph, what is *said* and *quoted* there.

    *bare* maps where a quotation nobody claims starts to its place among what is said in its
    paragraph. Every look-up is by bisection, so that a paragraph of thousands stays linear.
    """

    def __init__(
        self,
        text: str,
        groups: Sequence[Sequence[Sentence]],
        quotes: Sequence[Sequence[Quotation]],
        found: Sequence[Position],
    ) -> None:
        self.text = text
        self.groups = groups
        self.quotes = quotes
        self.start = [group[0].start for group in groups]
        self.end = [group[-1].end for group in groups]
        every = [quote for inside in quotes for quote in inside]
        self.begins = [quote.start for quote in every]
        self.every = every
        self.sentences = [(one.start, one.end) for group in groups for one in group]
        self.heads = Counter(map(self._head, every))
        # The article's own marks: those most of its quotations have, the first where two tie.
        used = Counter(text[quote.start] for quote in every if quote.words > SCARE)
        self.mark = max(used, key=used.__getitem__, default="")
        self._sort(found)

    def _sort(self, found: Sequence[Position]) -> None:
        self.said: list[list[Position]] = [[] for _ in self.groups]
        self.bare: dict[int, int] = {}
        for one in sorted(found, key=lambda each: (each.content[0].start, each.content[-1].end)):
            place = one.cue.start if one.cue is not None else one.content[0].start
            here = self.said[max(0, bisect_right(self.start, place) - 1)]
            if one.speaker is None and one.cue is None:
                self.bare[one.content[0].start] = len(here)
            here.append(one)

    def only_quoted(self, at: int) -> bool:
        """Tell whether paragraph *at* is quotations and nothing else."""
        gaps = self.between(self.start[at], self.end[at])
        return bool(self.quotes[at]) and not any(has_words(self.text, *gap) for gap in gaps)

    def is_speech(self, quote: Quotation) -> bool:
        """Tell whether *quote* is whole sentences in the article's own marks.

        Words pulled out of the text and printed twice, or in other marks, are a headline's
        or another paper's.
        """
        first = max(0, bisect_right(self.sentences, (quote.start, quote.start)) - 1)
        start = self.sentences[first][0]
        if self.sentences[first][1] < quote.start:
            start = quote.start
        end = max(quote.end, self.sentence_end(quote.end))
        around = has_words(self.text, start, quote.start) or has_words(self.text, quote.end, end)
        again = self.heads[self._head(quote)] > 1
        return not around and not again and self.text[quote.start] == self.mark

    def _head(self, quote: Quotation) -> str:
        """Return how *quote* starts, to tell one printed twice."""
        return self.text[quote.start + 1 : min(quote.end, quote.start + HEAD)]

    def sentence_end(self, place: int) -> int:
        """Return where the sentence ends that stands before the offset *place*, or around it."""
        at = bisect_left(self.sentences, (place, place)) - 1
        return max(place, self.sentences[at][1]) if at >= 0 else place

    def between(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield what no quotation covers from the offset *start* to *stop*."""
        for at in range(max(0, bisect_right(self.begins, start) - 1), len(self.every)):
            quote = self.every[at]
            if quote.start >= stop:
                break
            if quote.end > start:
                yield start, max(start, quote.start)
                start = quote.end
        yield start, max(start, stop)

    def give(self, at: int, bare: int, source: Position, rule: str) -> None:
        """Put the statement *bare* of paragraph *at* down to the speaker of *source*."""
        one = self.said[at][bare]
        del self.bare[one.content[0].start]
        self.said[at][bare] = replace(
            one, speaker=source.speaker, via="carried", confidence=CONFIDENCE[rule], rule=rule
        )
