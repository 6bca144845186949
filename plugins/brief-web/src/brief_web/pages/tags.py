"""What a page says of itself in its `<meta>` and `<link>` tags, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .limits import LONGEST_LINE

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 500


class Tags:
    """The first value of each name; names are compared in small letters."""

    def __init__(self, tree: _Element) -> None:
        self.tree = tree
        self._values: dict[str, str] = {}
        for number, tag in enumerate(tree.iter("meta")):
            name = tag.get("property") or tag.get("name") or tag.get("itemprop")
            value = " ".join((tag.get("content") or "").split())[:LONGEST_LINE]
            if name and value:
                self._values.setdefault(name.strip().lower(), value)
            if number > MOST:
                break

    def first(self, *names: str) -> str:
        """Return the value of the first of *names* that the page gives."""
        return next((self._values[name] for name in names if name in self._values), "")

    def link(self, relation: str) -> str:
        """Return where the first `<link>` of this *relation* leads."""
        for tag in self.tree.iter("link"):
            if relation in (tag.get("rel") or "").lower().split():
                return (tag.get("href") or "").strip()
        return ""


def words_of(element: _Element) -> str:
    """Return the words in *element* in one line, cut where they are no line any more."""
    return " ".join(" ".join(element.itertext()).split())[:LONGEST_LINE]
