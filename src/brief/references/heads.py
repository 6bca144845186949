"""Cut the beginning of a sentence into words, each looked at when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from brief.value import NamedTuple

# Behind so many words nothing opens a sentence.
MOST = 20
QUOTES = "“”„\"«»‘'’"
BEFORE = QUOTES + "(["
BEHIND = QUOTES + ".,;:!?)]…—–"
STOPS = (",", ";", ":", "—", "–", "--")


class Word(NamedTuple):
    """A word without the marks around it, *low* in lower case with plain apostrophes.

    *clitic* is what is run into it ("'s" of "he's") and no part of *text* or *low*. *skipped*
    counts the marks before it. *quoted*: one of them is a quotation mark; *stops*: a comma or
    the like stands behind it.
    """

    text: str
    low: str
    clitic: str
    skipped: int
    quoted: bool
    stops: bool


class Head:
    """The first words of a sentence."""

    __slots__ = ("_made", "_places", "_raws")

    def __init__(self, raws: Sequence[str]) -> None:
        self._raws = raws
        # A dash that stands apart is no word.
        self._places = [at for at, raw in enumerate(raws[:MOST]) if _is_word(raw)]
        self._made: dict[int, Word] = {}

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._places)

    def word(self, at: int) -> Word:
        """Return the word *at* (from 0)."""
        if at not in self._made:
            place = self._places[at]
            behind = self._raws[place + 1] if place + 1 < len(self._raws) else ""
            self._made[at] = _word(self._raws[place], behind)
        return self._made[at]

    def low(self, at: int) -> str:
        """Return the word *at* in lower case, or nothing past the last."""
        return self.word(at).low if at < len(self._places) else ""

    def lows(self, start: int, end: int) -> list[str]:
        """Return the words from *start* up to *end* in lower case."""
        return [self.word(at).low for at in range(start, min(end, len(self._places)))]

    def is_name(self, at: int) -> bool:
        """Tell whether the word *at* has a capital."""
        return at < len(self._places) and self.word(at).text[0].isupper()

    def raw(self, at: int) -> int:
        """Return the number of the word *at* with what is no word counted."""
        return self._places[at]


def _is_word(raw: str) -> bool:
    return raw[0].isalnum() or raw[-1].isalnum() or any(map(str.isalnum, raw))


def _word(raw: str, behind: str) -> Word:
    if raw.isalpha():
        # Most words: nothing has to be stripped.
        return Word(raw, raw.lower(), "", 0, False, behind in STOPS)
    opened = raw.lstrip(BEFORE)
    bare = opened.rstrip(BEHIND)
    low, mark, clitic = bare.lower().replace("’", "'").partition("'")
    skipped = len(raw) - len(opened)
    stops = opened.startswith(STOPS, len(bare)) or opened.endswith(STOPS) or behind in STOPS
    quoted = skipped > 0 and any(one in QUOTES for one in raw[:skipped])
    return Word(bare[: len(low)], low, mark + clitic, skipped, quoted, stops)


def place_of(text: str, start: int, number: int) -> int:
    """Return where the word *number* (from 0) behind *start* begins, white space alone parting."""
    at = start
    for left in range(number, -1, -1):
        while text[at].isspace():
            at += 1
        if left:
            while not text[at].isspace():
                at += 1
    return at
