"""Read a page as a strict parser does, and look at what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

# Whatever is not listed here must never be on a page, whoever wrote the words on it.
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "nav"),
    *("article", "section", "div", "h1", "h2", "h3", "h4", "p", "span", "ul", "ol", "li"),
    *("a", "b", "del", "small", "time", "details", "summary"),
}
ATTRIBUTES = {
    *("lang", "dir", "id", "class", "href", "rel", "datetime", "data-n", "data-why"),
    *("aria-label", "aria-labelledby", "charset", "content", "http-equiv", "name"),
}


def parsed(page: str) -> Element:
    """Return the root of *page*; raises on anything that is no valid HTML."""
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    )
    root: Element = parser.parse(page)
    return root


def check_page(page: str) -> Element:
    """Assert what holds for every page, and return its root."""
    root = parsed(page)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    assert {each.tag for each in elements} <= ELEMENTS
    assert {name for each in elements for name in each.attrib} <= ATTRIBUTES
    ids = [each.get("id") for each in elements if each.get("id") is not None]
    assert len(ids) == len(set(ids))
    for link in root.iter("a"):
        to = link.get("href") or ""
        if to.startswith("#"):
            assert to[1:] in ids, to
        else:
            assert re.match("https?://", to), to
            assert link.get("rel") == "noreferrer noopener"
    assert {each.get("aria-labelledby") for each in elements} <= {*ids, None}
    return root


def of_class(root: Element, name: str) -> list[Element]:
    """Return the elements of the class *name*, in order."""
    return [each for each in root.iter() if name in (each.get("class") or "").split()]


def text_of(element: Element) -> str:
    """Return all text in *element*, as it stands in the source."""
    return "".join(element.itertext())


def words_of(element: Element) -> str:
    """Return all text in *element* on one line."""
    return " ".join(text_of(element).split())


def pieces(root: Element, name: str) -> Iterator[str]:
    """Yield the words of the elements of the class *name*."""
    yield from map(words_of, of_class(root, name))
