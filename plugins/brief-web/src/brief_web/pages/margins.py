"""Tell what stands before and behind a story, and in boxes inside it, from the story itself."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from .blocks import Block

# With more of it in links a line is the name of another page.
ALL_LINKED = 0.8
# Elements of one kind with less of the running text are no paragraphs of the story.
RARE = 0.05
# With more of it over the headline, that is a heading inside the story.
ABOVE = 0.3
# Boxes in which a page speaks of itself, or tells its story in short.
BOXES = re.compile(
    r"highlight-?s\b|takeaway|\btl-?dr|colou?red-?box|highlight-?box|\bhero\b|hero-|summary"
    r"|\boffer|trial|sign-?up|opt-?in|lead-?(?:gen|form|magnet)|disclosure|editors?-?note"
    r"|about-?(?:us|author)|\bbio\b|profile|testimonial|callout|pull-?quote"
)
# A box with more of the running text is the page.
BOX = 0.15
CHANGING = re.compile(r"\d+|(?:css|sc)-\w+")


def below_headline(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return *blocks* without those over the headline, the first `<h1>` of three words."""
    masses = list(accumulate((block.mass for block in blocks), initial=0))
    for number, block in enumerate(blocks):
        if block.owner.tag == "h1" and block.text.count(" ") > 1:
            return blocks[number:] if masses[number] <= ABOVE * masses[-1] else blocks
    return blocks


def asides_of(blocks: Sequence[Block], story: _Element) -> frozenset[int]:
    """Return the numbers of the *blocks* of a *story* that are beside it.

    Links alone; boxes that say so; what follows the last paragraph that is made like the others.
    """
    masses = [block.mass for block in blocks]
    total = sum(masses)
    kinds = list(map(_kind, blocks))
    each: Counter[tuple[str, ...]] = Counter()
    for kind, mass in zip(kinds, masses, strict=True):
        each[kind] += mass
    last = max(
        (at for at, mass in enumerate(masses) if mass and each[kinds[at]] >= RARE * total),
        default=len(blocks),
    )
    boxed = _boxed(blocks, story)
    # A page may make its whole story of what looks like boxes.
    inside = sum(masses[at] for at in boxed)
    links = {at for at, block in enumerate(blocks) if block.linked > ALL_LINKED * len(block.text)}
    return frozenset(
        links.union(range(last + 1, len(blocks)), boxed if inside < BOX * total else ())
    )


def _kind(block: Block) -> tuple[str, ...]:
    """Return what a block has in common with those a page makes in the same way."""
    above = block.owner.getparent()
    called = (above.get("class") or "")[:400] if above is not None else ""
    return str(block.owner.tag), str(above.tag) if above is not None else "", _plain(called)


@lru_cache(maxsize=4096)
def _plain(called: str) -> str:
    return " ".join(CHANGING.sub("#", called).split()[:3])


def _boxed(blocks: Sequence[Block], story: _Element) -> set[int]:
    """Return the numbers of the *blocks* that stand in a box inside *story*."""
    known: dict[_Element, bool] = {story: False}
    found = set()
    for number, block in enumerate(blocks):
        chain: list[_Element] = []
        element: _Element | None = block.owner
        while element is not None and element not in known:
            chain.append(element)
            element = element.getparent()
        inside = element is not None and known[element]
        for each in reversed(chain):
            inside = known[each] = inside or _is_box(each)
        if inside:
            found.add(number)
    return found


def _is_box(element: _Element) -> bool:
    called, id_ = element.get("class") or "", element.get("id") or ""
    return bool(called or id_) and _says_box(f"{element.tag} {called} {id_}"[:400])


@lru_cache(maxsize=4096)
def _says_box(called: str) -> bool:
    return any(map(_is_name_of_box, called.lower().split()))


@lru_cache(maxsize=4096)
def _is_name_of_box(word: str) -> bool:
    return BOXES.search(word) is not None
