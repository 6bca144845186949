"""The words around a cue: within its sentence, and not past a cut."""

from __future__ import annotations

import re
from bisect import bisect
from functools import cache
from typing import TYPE_CHECKING

from brief.data import word_set
from brief.spans import Span, merged
from brief.value import NamedTuple

if TYPE_CHECKING:
    from brief.model import Brief, Position

# Characters to either side of a cue: whatever a sentence's length, reading it takes the same time.
LEFT, RIGHT = 100, 130
OWNERS = word_set("his her its their our my your")
NOBODY = Span(-1, -1)


class Around(NamedTuple):
    """The words and marks around a cue; those from *first* up to, not including, *last* are it.

    Parallel lists, one entry a word: *starts* and *ends* are offsets in the article, *texts*
    and *lows* the word as written and in lower case. *speaker* is where who speaks stands in
    the article, *opened* whether the first of the words starts the sentence.
    """

    starts: list[int]
    ends: list[int]
    texts: list[str]
    lows: list[str]
    first: int
    last: int
    speaker: Span = NOBODY
    opened: bool = True

    def low(self, at: int) -> str:
        """Return the word at *at* in lower case, or nothing past either end."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def is_word(self, at: int) -> bool:
        """Tell whether a word, and no mark, stands at *at*."""
        return 0 <= at < len(self.texts) and self.texts[at][0].isalnum()

    def is_name(self, at: int) -> bool:
        """Tell whether the word at *at* has a capital."""
        return 0 <= at < len(self.texts) and self.texts[at][0].isupper()

    def owns(self, at: int) -> bool:
        """Tell whether the word at *at* is a possessive ("Smith's", "his")."""
        low = self.low(at)
        return low.endswith(("'s", "s'")) or low in OWNERS

    def speaks(self, at: int) -> bool:
        """Tell whether the words of who speaks end at *at*."""
        # The phrase may leave "'s" out.
        return 0 <= at < len(self.ends) and self.starts[at] < self.speaker.end <= self.ends[at]


@cache
def _word() -> re.Pattern[str]:
    # The points of "U.S." and "Mr." are no ends of phrases.
    return re.compile(
        r"(?:\b[A-Z]\.)++(?:['’]s)?|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Rev|St|Prof|Capt|Sgt|Lt|Col)\."
        r"|\w++(?:[’'.\-]\w++)*+(?:(?<=s)[’'](?=\s))?|[^\w\s]"
    )


class Reader:
    """Reads the words around the cues of one brief."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self._sentences = {one.id: one for one in brief.sentences}
        self._holes = merged(brief.cuts)

    def around(self, position: Position, cue: Span) -> Around:
        """Return the words around *cue*, the cue of *position*."""
        low, high = self._sight(position, cue)
        opened = low > cue.start - LEFT
        if not opened:
            # It may be the tail of a word.
            low = next((at for at in range(low, cue.start) if self._text[at].isspace()), cue.start)
        places = [match.span() for match in _word().finditer(self._text, low, high)]
        texts = [self._text[start:end] for start, end in places]
        return Around(
            [start for start, _ in places],
            [end for _, end in places],
            texts,
            [text.lower().replace("’", "'") for text in texts],
            sum(end <= cue.start for _, end in places),
            sum(start < cue.end for start, _ in places),
            position.speaker or NOBODY,
            opened,
        )

    def _sight(self, position: Position, cue: Span) -> tuple[int, int]:
        """Return how far the words around *cue* are read, before it and after it."""
        low, high = max(0, cue.start - LEFT), cue.end + RIGHT
        sentence = self._sentences.get(position.sentence)
        if sentence is not None:
            low = max(low, min(sentence.start, cue.start))
            high = min(high, max(sentence.end, cue.end))
        hole = bisect(self._holes, (cue.start, cue.end))
        if hole:
            low = max(low, min(self._holes[hole - 1][1], cue.start))
        if hole < len(self._holes):
            high = min(high, max(self._holes[hole][0], cue.end))
        return low, high
