"""Find the part of a page that holds its paragraphs, and read the paragraphs in it.

The first opinion on a page, before trafilatura's: the story is the deepest element with most of
the running text of the page (the idea of Gupta et al., "DOM-based content extraction", 2003),
without the parts that call themselves something else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .blocks import SENTENCE, Block, blocks_of
from .margins import ALL_LINKED, asides_of, below_headline
from .names import Names, usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

# The story's element has this much.
MOST = 0.7


class Contained(NamedTuple):
    """The element of the story, its blocks, and how much of the page's running text they are.

    *asides* are the numbers of the blocks that are beside it; *share* is between 0 and 1.
    """

    element: _Element
    blocks: tuple[Block, ...]
    asides: frozenset[int]
    share: float


def contained(body: _Element) -> Contained:
    """Return the blocks of the element of *body* that holds most of its running text."""
    blocks = blocks_of(body)
    names = Names(body)
    called = [names.of(block.owner) for block in blocks]
    known = usual(zip(called, (block.mass for block in blocks), strict=True))
    kept = [block for block, each in zip(blocks, called, strict=True) if each <= known]
    story = _deepest(body, kept)
    inside = tuple(_told_once(below_headline(list(_inside(story, kept)))))
    share = _mass(inside) / max(_mass(blocks), 1)
    return Contained(story, inside, asides_of(inside, story), share)


def _deepest(body: _Element, blocks: Sequence[Block]) -> _Element:
    """Return the deepest element that holds most of the running text of *blocks*."""
    masses: Counter[_Element] = Counter()
    total = 0
    for block in blocks:
        if mass := block.mass:
            total += mass
            element: _Element | None = block.owner
            while element is not None and element is not body:
                masses[element] += mass
                element = element.getparent()
    story = body
    while total:
        inner = next((each for each in story if masses[each] >= MOST * total), None)
        if inner is None:
            break
        story = inner
    return story


def _inside(story: _Element, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the *blocks* in *story* that are no links to other pages."""
    known = {story: True}
    for block in blocks:
        chain: list[_Element] = []
        element: _Element | None = block.owner
        while element is not None and element not in known:
            chain.append(element)
            element = element.getparent()
        within = element is not None and known[element]
        known.update(dict.fromkeys(chain, within))
        if within and not _is_link(block):
            yield block


def _is_link(block: Block) -> bool:
    """Tell whether a block is the name of another page, and not a paragraph or a heading."""
    if block.heading or block.owner.tag == "p":
        return False
    return block.linked > ALL_LINKED * len(block.text)


def _mass(blocks: Iterable[Block]) -> int:
    return sum(block.mass for block in blocks)


def _told_once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield *blocks* without the sentences a page repeats for another width of screen."""
    seen: set[str] = set()
    for block in blocks:
        if len(block.text) < SENTENCE or block.text not in seen:
            seen.add(block.text)
            yield block
