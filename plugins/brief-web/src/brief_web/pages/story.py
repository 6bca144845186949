"""Read the story of a page: its paragraphs in order, each told from headings and tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .container import contained
from .elements import CELLS
from .hidden import hidden_in, take_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from .blocks import Block

# A paragraph without white space at its ends, and whether it is an aside.
Paragraph = tuple[str, bool]

WORD = re.compile(r"\w+")
# Less of the page's running text in one element leaves room for doubt, and so do few words.
DOUBT, SHORT = 0.25, 100
# The other reading has so many times the words, and all of ours.
LONGER, INSIDE = 1.2, 0.95
# So few words are no story; whatever else can be read is better.
FEWEST = 40
# A table whose cells are longer on average is a layout, and its cells are paragraphs.
CELL = 120


class Story(NamedTuple):
    """The paragraphs of a story, and the passages in it that readers do not see."""

    paragraphs: list[Paragraph]
    hidden: tuple[str, ...] = ()


def story_of(body: _Element) -> Story:
    """Return the story in *body*; without a paragraph where there is nothing to read.

    What readers do not see is taken out of the tree. The element with most of the running text
    is read, and where it leaves doubt trafilatura's reading is taken if that has clearly more,
    or if there is none else.
    """
    found = contained(body)
    unseen: tuple[str, ...] = ()
    if hidden := hidden_in(body):
        before = _size(found.element)
        unseen = take_out(hidden, found.element)
        found = contained(body) if _size(found.element) != before else found
    ours = list(paragraphs(found.blocks, found.asides))
    if found.share >= DOUBT and _count(ours) >= SHORT:
        return Story(ours, unseen)
    from .second import second_reading  # slow: trafilatura takes 0.2 s

    theirs = second_reading(body)
    return Story(theirs if _is_better(theirs, ours) else ours, unseen)


def paragraphs(
    blocks: Sequence[Block], asides: frozenset[int] = frozenset()
) -> Iterator[Paragraph]:
    """Yield what *blocks* say: a row of a table in a line.

    Headings, tables and the *asides*, by number, are beside the story.
    """
    rows = list(map(_row, blocks))
    wide = _layouts(blocks, rows)
    row: list[str] = []
    last: _Element | None = None
    for number, (block, at) in enumerate(zip(blocks, rows, strict=True)):
        if row and (at is None or at is not last):
            yield " | ".join(row), True
            row = []
        if at is not None and _table(at) not in wide:
            row.append(" ".join(block.text.split()))
            last = at
        else:
            yield from _paragraphs(block, aside=block.heading or number in asides)
    if row:
        yield " | ".join(row), True


def _paragraphs(block: Block, *, aside: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block: two line breaks end one."""
    if block.heading:
        yield " ".join(block.text.split()), True
        return
    for part in block.text.split("\n\n"):
        if said := part.strip():
            yield said, aside


def _layouts(blocks: Sequence[Block], rows: Sequence[_Element | None]) -> set[_Element]:
    """Return the tables that only place paragraphs beside each other."""
    sizes: dict[_Element, list[int]] = {}
    for block, at in zip(blocks, rows, strict=True):
        if at is not None and (table := _table(at)) is not None:
            sizes.setdefault(table, []).append(len(block.text))
    return {table for table, each in sizes.items() if sum(each) > CELL * len(each)}


def _row(block: Block) -> _Element | None:
    """Return the row of the table that a block stands in; nearest ones only."""
    element: _Element | None = block.owner
    for _ in range(4):
        if element is None:
            return None
        if element.tag in CELLS:
            return element.getparent()
        element = element.getparent()
    return None


def _table(row: _Element) -> _Element | None:
    table: _Element | None = row.getparent()
    return table.getparent() if table is not None and table.tag != "table" else table


def _is_better(theirs: Sequence[Paragraph], ours: Sequence[Paragraph]) -> bool:
    """Tell whether another reading has clearly more, with what is in *ours*, or all there is."""
    one, other = _words(theirs), _words(ours)
    if other.total() < FEWEST:
        return one.total() > other.total()
    shared = (one & other).total()
    return one.total() > LONGER * other.total() and shared > INSIDE * other.total()


def _words(found: Sequence[Paragraph]) -> Counter[str]:
    return Counter(WORD.findall(" ".join(text for text, _ in found).lower()))


def _count(found: Sequence[Paragraph]) -> int:
    return sum(len(text.split()) for text, _ in found)


def _size(element: _Element) -> int:
    return int(element.xpath("string-length()"))
