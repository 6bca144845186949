"""Read what a page tells search engines of its article (JSON-LD with the words of schema.org)."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, TypeAlias

from .limits import MOST_NODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Node: TypeAlias = "Mapping[str, object]"

# Below these stands what the page is about; elsewhere are other articles, people, pictures.
BELOW = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
POSTS = frozenset(("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report"))
PAGES = frozenset(("WebPage", "ItemPage", "MedicalWebPage", "VideoObject"))
EDGES = " \t\r\n;"
WRAPPED = (("<![CDATA[", "]]>"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"))


def nodes_of(data: Iterable[str]) -> list[Node]:
    """Return the objects that the scripts *data* hold, articles first.

    A broken script says nothing.
    """
    found: list[Node] = []
    for script in data:
        found += _nodes(_parsed(script))
    # Stable: within a kind the first on the page counts.
    return sorted(found[:MOST_NODES], key=_rank)


def is_article(node: Node) -> bool:
    """Tell whether *node* is an article, of whatever kind."""
    return any(kind.endswith("Article") or kind in POSTS for kind in kinds(node))


def kinds(node: Node) -> list[str]:
    """Return what *node* says it is."""
    kind = node.get("@type")
    several = kind if isinstance(kind, list) else [kind]
    return [each.rpartition("/")[2] for each in several if isinstance(each, str)]


def line(node: Node, *names: str) -> str:
    """Return the first of *names* that *node* has a text for, without entities and tags."""
    for name in names:
        value = node.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, str) and value.strip():
            return unescape(value).strip()
    return ""


def referred(nodes: Iterable[Node], value: object) -> object:
    """Return the node that *value* names by its address, or *value*."""
    address = value.get("@id") if isinstance(value, dict) and len(value) == 1 else None
    if address is None:
        return value
    return next((each for each in nodes if each.get("@id") == address), value)


def _parsed(script: str) -> object:
    text = script.strip(EDGES)
    for start, end in WRAPPED:
        text = text.removeprefix(start).removesuffix(end).strip(EDGES)
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _nodes(value: object) -> Iterator[Node]:
    """Yield the objects in *value* that may describe the page, without recursion."""
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < MOST_NODES:
        each = waiting.pop()
        seen += 1
        if isinstance(each, list):
            waiting += reversed(each[:MOST_NODES])
        elif isinstance(each, dict):
            yield each
            waiting += [each[name] for name in reversed(BELOW) if name in each]


def _rank(node: Node) -> int:
    return 0 if is_article(node) else 1 if PAGES.intersection(kinds(node)) else 2
