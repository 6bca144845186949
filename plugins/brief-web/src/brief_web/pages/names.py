"""What the parts of a page call themselves, as far as it says that no story stands in them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# What no story stands in, unless a good part of the page does: pages wrap it in anything.
# A block in a link is the picture, title and teaser of another page.
TAGS = frozenset(
    [
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "dialog",
        "menu",
        "figcaption",
        "label",
        "aside",
        "header",
        "template",
        "a",
    ]
)
ROLES = frozenset(
    [
        "navigation",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "search",
        "tooltip",
        "complementary",
        "contentinfo",
    ]
)
NAMED = re.compile(
    r"comment|related|sidebar|footer|newsletter|cookie|consent|shar(?:e|ing)|social|promo"
    r"|breadcrumb|menu|\bnav|navbar|banner|popup|modal|subscri|recommend|widget|author|byline"
    r"|disclaimer|read-?(?:more|next)|\bcta|call-?to-?action|advert|sponsor|\btoc\b|table-of"
    r"|hidden|swiper|carousel|sticky|republi|teaser|excerpt|\bcards?\b"
)
# Of the running text: a name on this much of it says nothing about the page's parts.
USUAL = 0.15
# What other people write under a story may be longer than it.
USUAL_OTHERS = 0.6
OTHERS = frozenset(("comment", "related"))
# Menus, footers and questions may be longer than a short story, and hold none but by mistake.
USUAL_NEVER = 0.9
NEVER = frozenset(
    [
        "<nav>",
        "<dialog>",
        "<footer>",
        "=navigation",
        "=dialog",
        "=alertdialog",
        "=menu",
        "footer",
        "cookie",
        "consent",
    ]
)
LONGEST = 400
NONE = frozenset[str]()
OF_TAGS = {tag: frozenset((f"<{tag}>",)) for tag in TAGS}


class Names:
    """The telling names of the elements of one page, each element looked at once."""

    def __init__(self, body: _Element) -> None:
        self._known: dict[_Element, frozenset[str]] = {body: frozenset()}

    def of(self, element: _Element) -> frozenset[str]:
        """Return the telling names of *element* and of all it stands in."""
        known = self._known
        chain: list[_Element] = []
        while (names := known.get(element)) is None:
            chain.append(element)
            above = element.getparent()
            assert above is not None  # each element stands in the body
            element = above
        for each in reversed(chain):
            own = _own(each)
            names = known[each] = names | own if own else names
        return names


def usual(masses: Iterable[tuple[frozenset[str], int]]) -> frozenset[str]:
    """Return the names that say nothing, from those of each block and its running text."""
    each = Counter[frozenset[str]]()
    for names, mass in masses:
        each[names] += mass
    total, under = each.total(), Counter[str]()
    for names, mass in each.items():
        for name in names if mass else ():
            under[name] += mass
    return frozenset(name for name, mass in under.items() if mass >= _least(name) * total)


def _least(name: str) -> float:
    return USUAL_NEVER if name in NEVER else USUAL_OTHERS if name in OTHERS else USUAL


def _own(element: _Element) -> frozenset[str]:
    tag = element.tag
    names = OF_TAGS.get(tag, NONE)
    if (role := element.get("role")) in ROLES:
        names |= {f"={role}"}
    if tag in ("article", "main"):
        return names
    called, id_ = element.get("class") or "", element.get("id") or ""
    return names | _told(f"{called} {id_}"[:LONGEST]) if called or id_ else names


# Pages name hundreds of elements alike, and more in part: no name goes across white space.
@lru_cache(maxsize=4096)
def _told(called: str) -> frozenset[str]:
    return NONE.union(*map(_in_word, called.lower().split()))


@lru_cache(maxsize=4096)
def _in_word(word: str) -> tuple[str, ...]:
    return tuple(NAMED.findall(word))
