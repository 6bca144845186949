"""Put words together again that were divided at the end of a line, where that is sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SOFT = "\xad"
# A letter or digit, hyphens and letters before, and the mark at the very end.
TAIL = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)([-\xad])$")
HEAD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
# Longer ones are no words.
WIDEST = 80
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Behind these a hyphen is as often part of the word; the joined form must stand elsewhere.
FIRSTS = (
    "all anti cross eight ex far fifty first five forty four full half high ill long low mid "
    "multi nine ninety non old one out post pre pro re second self semi seven seventy short six "
    "sixty so ten third thirty three twenty two under vice well wide year"
)


class Words:
    """The words of a document, as far as they stand within a line.

    The last word of a line that ends in a hyphen is left out, and the first of the next.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        divided = False
        for line in lines:
            words = WORD.findall(line.casefold())
            if divided:
                words = words[1:]
            divided = line.endswith(("-", SOFT))
            self._known.update(words[:-1] if divided else words)

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._known


def before(above: str, below: str, words: Words) -> str:
    """Return the line *above* as it stands before the line *below* in one paragraph.

    With a space behind it; or without its hyphen, where that divides a word: the joined form
    stands elsewhere in the document, or the hyphenated one does not and nothing speaks for
    it. A soft hyphen always goes.
    """
    tail, head = TAIL.search(above, max(0, len(above) - WIDEST)), HEAD.match(below[:WIDEST])
    if tail is None or head is None:
        return f"{above} "
    keeps = tail[2] != SOFT and _is_real(tail[1], head[0], words)
    return above if keeps else above[:-1]


def _is_real(tail: str, head: str, words: Words) -> bool:
    """Tell whether the hyphen between *tail* and *head* is one that is written everywhere."""
    if f"{tail}{head}" in words:
        return False
    if f"{tail}-{head}" in words:
        return True
    last = re.split("['’-]", tail)[-1].casefold()
    if not head[0].islower() or last.isdigit() or last in FIRSTS.split() or "-" in tail:
        return True
    # "government-backed" is made of two words, "suspend-ed" is not.
    return last in words and head.partition("-")[0] in words
