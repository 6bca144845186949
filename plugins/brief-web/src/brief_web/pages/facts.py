"""Gather what a page says of its article, and fill its gaps with what is known from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief import Notice
from brief.loading.fields import Known, learn

from .dates import changed_of, published_of
from .people import authors_of, outlet_of
from .places import address_of, language_of
from .tags import Tags
from .titles import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from .data import Node


def facts_of(
    tree: _Element, nodes: Sequence[Node], url: str, known: Mapping[str, str]
) -> tuple[Known, tuple[Notice, ...]]:
    """Return what the page says of its article, else what is *known*, and a notice on it."""
    tags = Tags(tree)
    outlet = outlet_of(tags, nodes)
    address = address_of(tags, url or known.get("url", ""))
    published = published_of(tree, tags, nodes, address) or known.get("published", "")
    changed = "" if published else changed_of(tree, tags, nodes)
    said: dict[str, object] = {
        "title": title_of(tree, tags, nodes, outlet),
        "byline": authors_of(tree, tags, nodes, outlet),
        "outlet": outlet,
        "url": address,
        "language": language_of(tree, tags, nodes),
        "published": published or changed,
    }
    found, others = learn(said), learn(dict(known))
    facts = Known(*(one or other for one, other in zip(found, others, strict=True)))
    note = Notice("B113", "the page tells only when it was last changed: taken as its day")
    return facts, (note,) if changed else ()
