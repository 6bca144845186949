"""A paragraph as parallel lists of tokens, on the text as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from brief.builtin.attributions.quotations import SCARE, Quotation
from brief.model import Sentence

from .shapes import MARK, PRONOUN, PRONOUNS, shape

# Possessive (++): a hostile text cannot make it look back.
_PIECES = re.compile(r"(\w++(?:[’'.\-]\w++)*+|''|``|[^\w\s])")
# More words than any sentence of news has: what is longer is a table or a hostile text.
LONGEST = 300
# Words that are remembered: far more than one article has.
MOST_FORMS = 50_000
OPENS, CLOSES = 1, 2
SHAPES, DEPTHS = 8, 3
# A token's code is less than this.
CODES = 2 * 3 * DEPTHS * SHAPES


class Passage:
    """The tokens of one paragraph; each list but *bounds* has one entry a token.

    *start* and *end* are offsets in the text, *word* and *low* the token as it is and in lower
    case, *shape* its class. *quoted* is 1 in and on quotation marks, *mark* 1 on an opening and 2
    on a closing one. *scare* holds the tokens between marks around a word or two: those marks are
    left out. *sentence* numbers the token's sentence, whose tokens run from ``bounds[n][0]`` up
    to, not including, ``bounds[n][1]``. *code* sums up what a token is apart from its words.
    """

    __slots__ = (
        "bounds",
        "code",
        "end",
        "low",
        "mark",
        "quoted",
        "scare",
        "sentence",
        "shape",
        "start",
        "word",
    )

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotes: Sequence[Quotation]
    ) -> None:
        self.start: list[int] = []
        self.end: list[int] = []
        self.word: list[str] = []
        self.sentence: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        first = sentences[0].start
        coloured = [one for one in quotes if _colours(text, one, first)]
        left_out = {at for one in coloured for at in (one.start, _last_mark(text, one))}
        for sentence in sentences:
            self._read(text, sentence, left_out)
        forms = list(map(_FORMS.__getitem__, self.word))
        self.low = [low for low, _, _ in forms]
        self.shape = [sort for _, sort, _ in forms]
        self.quoted = [0] * len(forms)
        self.mark = [0] * len(forms)
        self.scare: frozenset[int] | set[int] = frozenset()
        if quotes:
            self._quote([one for one in quotes if one.start not in left_out])
        if coloured:
            self.scare = {at for one in coloured for at in range(*self.tokens(one.start, one.end))}
        self.code = self._codes([kind for _, _, kind in forms])

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token from the offset *start* on, and the first from *end* on."""
        return bisect_left(self.start, start), bisect_left(self.start, end)

    def _read(self, text: str, sentence: Sentence, left_out: set[int]) -> None:
        first = len(self.start)
        for part in sentence.parts:
            # What lies between the tokens and these, in turn: their lengths tell the offsets.
            pieces = _PIECES.split(text[part.start : part.end])
            ends = list(accumulate(map(len, pieces), initial=part.start))
            self.word += pieces[1::2]
            self.start += ends[1:-1:2]
            self.end += ends[2::2]
        if left_out:
            self._leave_out(first, left_out)
        if first < len(self.start):
            self.sentence += [len(self.bounds)] * (len(self.start) - first)
            self.bounds.append((first, len(self.start)))

    def _leave_out(self, first: int, left_out: set[int]) -> None:
        """Take out the tokens from *first* on that start where something is *left_out*."""
        kept = [at for at in range(first, len(self.start)) if self.start[at] not in left_out]
        self.word[first:] = [self.word[at] for at in kept]
        self.end[first:] = [self.end[at] for at in kept]
        self.start[first:] = [self.start[at] for at in kept]

    def _quote(self, quotes: Sequence[Quotation]) -> None:
        """Mark the tokens of *quotes*."""
        for one in quotes:
            first, last = self.tokens(one.start, one.end)
            self.quoted[first:last] = [1] * (last - first)
            if first < last:
                self.mark[first] = OPENS
                if one.closed and last - first > 1 and self.shape[last - 1] in _CLOSING:
                    self.mark[last - 1] = CLOSES

    def _codes(self, kinds: list[int]) -> list[int]:
        """Return the codes of the tokens; *kinds* are what the words alone say of them."""
        if any(self.quoted):
            kinds = [
                (quoted * 3 + mark) * _MARKED + kind
                for quoted, mark, kind in zip(self.quoted, self.mark, kinds, strict=True)
            ]
        for first, last in self.bounds:
            kinds[first] -= 2 * SHAPES
            if last - first > 1:
                kinds[first + 1] -= SHAPES
        return kinds


class _Forms(dict[str, tuple[str, int, int]]):
    """A word in lower case, its shape, and the same with pronouns told apart and its depth."""

    def __missing__(self, word: str) -> tuple[str, int, int]:
        if len(self) > MOST_FORMS:
            self.clear()
        low, sort = word.lower().replace("’", "'"), shape(word)
        # The third token of a sentence is as deep in it as all that follow.
        self[word] = made = low, sort, 2 * SHAPES + (PRONOUN if low in PRONOUNS else sort)
        return made


_FORMS = _Forms()
# What one step of the marks is worth in a token's code.
_MARKED = DEPTHS * SHAPES
# A single closing mark has the shape of other signs.
_CLOSING = frozenset({MARK, 7})


def _colours(text: str, one: Quotation, first: int) -> bool:
    """Tell whether *one* only colours a word; "“No,” she said" states something."""
    return (
        one.closed
        and one.words <= SCARE
        and one.start != first
        and text[_last_mark(text, one) - 1] not in ".,!?"
    )


def _last_mark(text: str, one: Quotation) -> int:
    return one.end - (2 if text.endswith(("''", "``"), one.start, one.end) else 1)
