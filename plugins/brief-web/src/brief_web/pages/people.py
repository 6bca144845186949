"""Find who wrote an article, and which outlet brings it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from .data import is_article, kinds, line, referred
from .tags import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from .data import Node
    from .tags import Tags

OUTLETS = ("NewsMediaOrganization", "Organization", "WebSite")
PREFIX = re.compile(
    r"^(?:(?:written|words|story|posted|reported|created|published|article)\s+)?by[\s:]+|^(?:author|von|par|por)\s*[:\s]\s*",
    re.IGNORECASE,
)
# Behind a name: a role, a day, what else stands on the line.
BEHIND = re.compile(r"\s*(?:[|•·–—(]|\s-\s|,?\s(?:on|published|updated|posted)\s|\d{1,2}[/.]\d).*$")
NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "editor",
        "editorial",
        "staff",
        "team",
        "author",
        "guest",
        "contributor",
        "webmaster",
        "root",
        "user",
        "anonymous",
        "unknown",
    ]
)
NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
)
OF_AUTHOR = re.compile("author-name|author__name|byline-name|byline__name")
LINES = ("byline", "author")
MOST_WORDS = 12
NAMED = (
    'descendant::*[@itemprop="author"]/descendant::*[@itemprop="name"]',
    'descendant::*[@itemprop="author"]',
    'descendant::a[@rel="author"]',
)


def authors_of(tree: _Element, tags: Tags, nodes: Sequence[Node], outlet: str) -> list[str]:
    """Return the names of who wrote the article; none where the page names nobody.

    An account's name ("admin") and the outlet itself are nobody.
    """
    told = list(_told(nodes))
    found = [name for each in told if (name := _person(each, outlet))]
    if not found:
        # One after the other: the later ones take long to look for.
        shown = chain([tags.first(*NAMES)], map(words_of, _named(tree)))
        found = list(islice(filter(None, (_person(said, outlet) for said in shown)), 1))
    return list(dict.fromkeys(found))


def outlet_of(tags: Tags, nodes: Sequence[Node]) -> str:
    """Return the name of the outlet as the page gives it; empty where it gives none."""
    said = tags.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    if said and "://" not in said:
        return said
    for node in nodes:
        publisher = referred(nodes, node.get("publisher")) if is_article(node) else None
        if isinstance(publisher, dict) and (name := line(publisher, "name")):
            return name
    named = (line(node, "name") for node in nodes if set(OUTLETS).intersection(kinds(node)))
    return next(filter(None, named), tags.first("dc.publisher", "publisher"))


def _named(tree: _Element) -> Iterator[_Element]:
    """Yield what is marked as an author, then what calls itself so, a few of each kind."""
    for path in NAMED:
        yield from tree.xpath(path)[:3]
    calls = [(each, each.get("class") or "") for each in tree.xpath("descendant::*[@class]")]
    yield from [each for each, called in calls if OF_AUTHOR.search(called)][:3]
    lines = (each for each, called in calls if called in LINES or "byline " in called)
    yield from islice(lines, 3)


def _told(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield the authors that the first article among *nodes* names."""
    for node in nodes:
        value = node.get("author") if is_article(node) else None
        each = value if isinstance(value, list) else [value]
        names = []
        for author in (referred(nodes, one) for one in each[:20]):
            if isinstance(author, dict):
                names.append(line(author, "name"))
            elif isinstance(author, str):
                names.append(author)
        if any(names):
            yield from names
            return


def _person(said: str, outlet: str) -> str:
    """Return the name in *said*, or nothing where it names no person."""
    name = PREFIX.sub("", " ".join(said.split()))
    name = BEHIND.sub("", name).strip(" ,;:")
    plain = name.lower()
    if not name or "://" in name or "@" in name or len(name.split()) > MOST_WORDS:
        return ""
    if plain in NOBODY or plain == outlet.lower() or not any(map(str.isalpha, name)):
        return ""
    return name
