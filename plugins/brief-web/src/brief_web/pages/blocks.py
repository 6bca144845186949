"""Read a tree as a reader does: the blocks of text one after the other, and what each stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .elements import BLOCKS, HEADINGS, SILENT

if TYPE_CHECKING:
    from lxml.etree import _Element

# The mark of a footnote: "1", "[2]", "3, 4", "*".
FOOTNOTE = re.compile(r"\s*(?:\[?\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,5}\s*\]?|[*†‡§]{1,3})\s*")
# Behind a unit it is a power ("m2"), behind a number too; behind a word or a full stop a footnote.
UNITS = re.compile(r"(?:^|[^\w])(?:[a-zA-Zµ]{1,2}|\w*\d)$")
# Shorter ones are labels, names, buttons.
SENTENCE = 40
# More of it in links makes a sentence one about other pages.
LINKED = 0.4
# What tags do to the words around them; all others are part of a line.
BLOCK, MUTE, LINK, BREAK, RAISED = range(1, 6)
KINDS = {
    **dict.fromkeys(BLOCKS, BLOCK),
    **dict.fromkeys(SILENT, MUTE),
    "a": LINK,
    "br": BREAK,
    "sup": RAISED,
}
# A line break that was meant, among those of the source; no page holds it.
BROKEN = "\0"


@dataclass(slots=True)
class Block:
    """Words that belong together: *owner* is the block element they stand in.

    *linked* is how many of the characters of *text* are links, *mass* how many are running text:
    none for a label, or links. A `<br>` is a line break.
    """

    owner: _Element
    text: str
    linked: int
    mass: int

    @property
    def heading(self) -> bool:
        """Whether it stands over others."""
        return self.owner.tag in HEADINGS


def blocks_of(body: _Element) -> list[Block]:
    """Return the blocks of *body* in order; time grows with the number of its elements."""
    from lxml.etree import iterwalk

    reader = _Reader(body)
    walker = iterwalk(body, events=("start", "end"))
    skipped: _Element | None = None
    kind_of, takes = KINDS.get, reader.takes
    # Most elements are part of a line: nothing is called for these but where they hold words.
    for event, element in walker:
        kind = kind_of(element.tag)
        if event == "start":
            if kind and reader.skips(kind, element):
                skipped = element
                walker.skip_subtree()
                continue
            words = element.text
        else:
            if element is body:
                # Its tail, if it has any, is no part of it.
                break
            if element is skipped:
                skipped = None
            elif kind:
                reader.closes(kind)
            words = element.tail
        if words:
            takes(words)
    reader.flush()
    return reader.blocks


class _Reader:
    """Gathers words until a block begins or ends."""

    __slots__ = ("_linked", "_links", "_owners", "_words", "blocks")

    def __init__(self, body: _Element) -> None:
        self.blocks: list[Block] = []
        self._owners = [body]
        self._words: list[str] = []
        self._linked = 0
        self._links = 0

    def skips(self, kind: int, element: _Element) -> bool:
        """Tell whether nothing in *element* is to be read; if not, it begins here."""
        if kind == BLOCK:
            if self._words:
                self.flush()
            self._owners.append(element)
        elif kind == LINK:
            self._links += 1
        elif kind == BREAK:
            self._words.append(BROKEN)
        else:
            return kind == MUTE or self._is_footnote(element)
        return False

    def closes(self, kind: int) -> None:
        """End an element of a *kind*."""
        if kind == BLOCK:
            if self._words:
                self.flush()
            self._owners.pop()
        elif kind == LINK:
            self._links -= 1

    def takes(self, words: str) -> None:
        """Take *words*, which are part of the block that is being gathered."""
        self._words.append(words)
        if self._links:
            self._linked += len(words.strip())

    def _is_footnote(self, element: _Element) -> bool:
        """Tell whether a raised *element* is the mark of a footnote behind a word."""
        if not self._words:
            return False
        words = "".join(element.itertext())
        before = self._words[-1][-20:].rstrip()
        return FOOTNOTE.fullmatch(words[:40]) is not None and not UNITS.search(before)

    def flush(self) -> None:
        """End the block that is being gathered."""
        words = "".join(self._words)
        if BROKEN in words:
            text = "\n".join(" ".join(line.split()) for line in words.split(BROKEN)).strip()
        else:
            text = " ".join(words.split())
        if text:
            linked = self._linked
            runs = len(text) >= SENTENCE and linked <= LINKED * len(text)
            mass = len(text) - linked if runs else 0
            self.blocks.append(Block(self._owners[-1], text, linked, mass))
        self._words, self._linked = [], 0
