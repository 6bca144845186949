"""A paragraph as parallel lists of tokens, on the text as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from brief.builtin.attributions.quotations import SCARE, Quotation
from brief.model import Sentence

from .shapes import MARK, PRONOUN, PRONOUNS, shape

# Possessive (++): a hostile text cannot make it look back.
TOKEN = re.compile(r"\w++(?:[’'.\-]\w++)*+|''|``|[^\w\s]")
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
    case, *shape* its class and *kind* its cluster (which `Lexicon.sort` fills in). *quoted* is 1
    in and on quotation marks, *mark* 1 on an opening and 2 on a closing one. *scare* holds the
    tokens between marks around a word or two: those marks are left out. *sentence* numbers the
    token's sentence, whose tokens run from ``bounds[n][0]`` up to, not including,
    ``bounds[n][1]``. *code* sums up what a token is apart from its words.
    """

    __slots__ = (
        "bounds",
        "code",
        "end",
        "kind",
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
        forms = [_FORMS[word] for word in self.word]
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
        self.kind: list[int] = []

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token from the offset *start* on, and the first from *end* on."""
        return bisect_left(self.start, start), bisect_left(self.start, end)

    def _read(self, text: str, sentence: Sentence, left_out: set[int]) -> None:
        places = [
            match.span()
            for part in sentence.parts
            for match in TOKEN.finditer(text, part.start, part.end)
        ]
        if left_out:
            places = [place for place in places if place[0] not in left_out]
        if not places:
            return
        first = len(self.start)
        self.start += [start for start, _ in places]
        self.end += [end for _, end in places]
        self.word += [text[start:end] for start, end in places]
        self.sentence += [len(self.bounds)] * len(places)
        self.bounds.append((first, len(self.start)))

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
        """Return the codes of the tokens, whose *kinds* are shapes, or `PRONOUN`."""
        if any(self.quoted):
            kinds = [
                (quoted * 3 + mark) * _MARKED + kind
                for quoted, mark, kind in zip(self.quoted, self.mark, kinds, strict=True)
            ]
        # The third token of a sentence is as deep in it as all that follow.
        kinds = [kind + 2 * SHAPES for kind in kinds]
        for first, last in self.bounds:
            kinds[first] -= 2 * SHAPES
            if last - first > 1:
                kinds[first + 1] -= SHAPES
        return kinds


class _Forms(dict[str, tuple[str, int, int]]):
    """A word in lower case, its shape, and the same with pronouns told apart."""

    def __missing__(self, word: str) -> tuple[str, int, int]:
        if len(self) > MOST_FORMS:
            self.clear()
        low, sort = word.lower().replace("’", "'"), shape(word)
        self[word] = made = low, sort, PRONOUN if low in PRONOUNS else sort
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
