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


@dataclass(slots=True)
class Block:
    """Words that belong together: *owner* is the block element they stand in.

    *linked* is how many of the characters of *text* are links. A `<br>` is a line break.
    """

    owner: _Element
    text: str
    linked: int

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
    for event, element in walker:
        if event == "start":
            if element.tag in SILENT or reader.is_footnote(element):
                skipped = element
                walker.skip_subtree()
            else:
                reader.opens(element)
        elif skipped is not None and element is skipped:
            skipped = None
            reader.takes(element.tail)
        elif element is not body:
            # The tail of the body, if it has any, is no part of it.
            reader.closes(element)
    reader.flush()
    return reader.blocks


class _Reader:
    """Gathers words until a block begins or ends."""

    def __init__(self, body: _Element) -> None:
        self.blocks: list[Block] = []
        self._owners = [body]
        self._words: list[str] = []
        self._linked = 0
        self._links = 0

    def opens(self, element: _Element) -> None:
        """Take what stands in *element* before its first child."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            self._owners.append(element)
        elif tag == "a":
            self._links += 1
        elif tag == "br":
            self._words.append("\n")
        if words := element.text:
            self.takes(words)

    def closes(self, element: _Element) -> None:
        """Take what follows *element*."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            self._owners.pop()
        elif tag == "a":
            self._links -= 1
        if words := element.tail:
            self.takes(words)

    def takes(self, words: str | None) -> None:
        """Take *words*, which are part of the block that is being gathered."""
        if words:
            plain = words.replace("\n", " ")
            self._words.append(plain)
            if self._links:
                self._linked += len(plain.strip())

    def is_footnote(self, element: _Element) -> bool:
        """Tell whether *element* is the raised mark of a footnote behind a word."""
        if element.tag != "sup" or not self._words:
            return False
        words = "".join(element.itertext())
        before = self._words[-1][-20:].rstrip()
        return FOOTNOTE.fullmatch(words[:40]) is not None and not UNITS.search(before)

    def flush(self) -> None:
        """End the block that is being gathered."""
        if not self._words:
            return
        lines = [" ".join(line.split()) for line in "".join(self._words).split("\n")]
        if text := "\n".join(lines).strip():
            self.blocks.append(Block(self._owners[-1], text, self._linked))
        self._words, self._linked = [], 0
