"""How much `news` picks: of each depth, and of each length that a user can ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.value import NamedTuple
from brief.words import count as words_in

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief

# Once so much of the words asked for is used, nothing is squeezed in to use the rest.
FULL = 0.8
# Of so few words the first sentences take most: what fits beside them must not replace them.
TIGHT = 40
# A full brief is a fifth of the sentences, within these.
SHARE, FEWEST, MOST = 0.2, 5, 15


class Room(NamedTuple):
    """Room for so many *sentences*, or *words*; *exact* where the user has named a number.

    *share*: the words are a share of the article, and not the most that there may be. With fewer
    than *least* sentences there is nothing to choose from, which is said.
    """

    sentences: int | None
    words: float | None = None
    exact: bool = False
    share: bool = False
    least: int = 1

    @property
    def tight(self) -> bool:
        """Whether there are so few words that a sentence or two fill them."""
        return self.words is not None and self.words <= TIGHT

    def left(self, sentences: int, words: int) -> bool:
        """Tell whether there is room for more when so much is chosen."""
        if self.words is not None:
            return not sentences or words < FULL * self.words
        return self.sentences is None or sentences < self.sentences

    def holds(self, sentences: int, words: int) -> bool:
        """Tell whether so much may be chosen."""
        if self.words is not None:
            return words <= self.words
        return self.sentences is None or sentences <= self.sentences


def room(brief: Brief, context: Context, sentences: int, count: int) -> Room:
    """Return the room for a summary of *brief*, *sentences* by default, out of *count*."""
    length = context.length
    if length is None:
        full = max(sentences, FEWEST, min(MOST, round(SHARE * count)))
        wanted = {"tldr": 1, "short": sentences, "full": full}[context.depth]
        return Room(wanted, least=1 if context.depth == "full" else wanted)
    if length.unit == "sentences":
        return Room(length.number, exact=True, least=length.number)
    if length.unit == "words":
        return Room(None, length.number)
    return Room(None, length.number * words_in(brief.text_of(brief.kept())) / 100, share=True)
