"""Find who wrote an article, and which outlet brings it."""

from __future__ import annotations

import re
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
MOST_WORDS = 12
NAMED = (
    './/*[@itemprop="author"]//*[@itemprop="name"]',
    './/*[@itemprop="author"]',
    './/a[@rel="author"]',
    (
        './/*[contains(@class, "author-name") or contains(@class, "author__name") '
        'or contains(@class, "byline-name") or contains(@class, "byline__name")]'
    ),
    './/*[@class="byline" or @class="author" or contains(@class, "byline ")]',
)


def authors_of(tree: _Element, tags: Tags, nodes: Sequence[Node], outlet: str) -> list[str]:
    """Return the names of who wrote the article; none where the page names nobody.

    An account's name ("admin") and the outlet itself are nobody.
    """
    told = list(_told(nodes))
    found = [name for each in told if (name := _person(each, outlet))]
    for said in (
        tags.first(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "byl",
            "citation_author",
        ),
    ):
        found = found or [name for name in (_person(said, outlet),) if name]
    for path in NAMED:
        if found:
            break
        for tag in tree.xpath(path)[:3]:
            if name := _person(words_of(tag), outlet):
                found = [name]
                break
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
