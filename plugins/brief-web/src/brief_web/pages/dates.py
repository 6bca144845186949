"""Find the day or time at which an article was published, never that of its last change."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from .data import is_article, line
from .days import ISO, when
from .near import CHANGED, called, near_title
from .tags import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from .data import Node
    from .tags import Tags

NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "published",
    "w-published-date",
    "published-date",
    "date.published",
    "og:published_time",
    "published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "article_date_original",
    "originalpublicationdate",
    "date",
)
CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "updated")
ADDRESS = re.compile(
    r"/((?:19[89]|20\d)\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)"
)


def published_of(tree: _Element, tags: Tags, nodes: Sequence[Node], url: str) -> str:
    """Return when the article came out, an RFC 3339 time or a day; empty where it is not said.

    What the page tells search engines counts first, then its `<meta>` and `<time>` tags, then its
    address, then what stands near the headline. A time that names no zone is given without one.
    """
    told = [line(node, "datePublished") for node in nodes if is_article(node)]
    told += [tags.first(name) for name in NAMES[:-1]]
    told += [line(node, "datePublished") for node in nodes if not is_article(node)]
    # What is written as schema.org demands comes from the system that published the article; other
    # forms are filled in by site builders, often with the last change: the page knows better.
    sure = filter(ISO.match, told)
    # One after the other: the later ones take long to look for.
    shown = chain(_times(tree), [_address(url)], near_title(tree), told, _rest(tree, tags))
    return next(filter(None, map(when, chain(sure, shown))), "")


def changed_of(tree: _Element, tags: Tags, nodes: Sequence[Node]) -> str:
    """Return when the article was last changed, as the page tells; empty where it does not."""
    told = [line(node, "dateModified") for node in nodes if is_article(node)]
    told += [tags.first(*CHANGES)]
    told += [line(node, "dateModified") for node in nodes]
    return next(filter(None, map(when, chain(told, near_title(tree, changed=True)))), "")


def _times(tree: _Element) -> Iterator[str]:
    """Yield what `<time>` tags and parts say that are named for it."""
    for tag in _timed_tags(tree):
        if tag.get("pubdate") is not None or "publish" in called(tag).lower():
            yield (tag.get("datetime") or "").strip()
    for tag in tree.xpath('descendant::*[@itemprop="datePublished"]'):
        yield tag.get("content") or tag.get("datetime") or words_of(tag)


def _rest(tree: _Element, tags: Tags) -> Iterator[str]:
    """Yield what may be the day, if nothing surer is: the first `<time>` of several."""
    for tag in _timed_tags(tree):
        yield (tag.get("datetime") or "").strip()
        break
    yield tags.first(NAMES[-1])


def _timed_tags(tree: _Element) -> Iterator[_Element]:
    """Yield the first tags that give a time, but for those of a change."""
    for tag in islice(tree.xpath("descendant::*[@datetime]"), 50):
        if not CHANGED.search(called(tag)) and not CHANGED.search(words_of(tag)[:40]):
            yield tag


def _address(url: str) -> str:
    found = ADDRESS.search(url[:500])
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
