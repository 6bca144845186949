"""Parse the source of a page into a tree, within the caps on length, tags and depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief import LoadError

from .limits import LONGEST, MOST_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element

# What may be nested without end by mistake, and means nothing to the text.
LOOSE = re.compile(
    r"</?(?:div|span|section|font|b|i|em|strong|u|small|big|center|a|ins|tt|code|s|sup|sub|label)"
    r"(?=[\s/>])[^<>]{0,2000}>",
    re.IGNORECASE,
)
# The parser's own message where tags are nested deeper than 256.
TOO_DEEP = "ERR_RESOURCE_LIMIT"


def tree_of(html: str) -> _Element:
    """Return the tree of *html*, whose elements are nested at most 256 deep.

    Where they are deeper, tags that mean nothing are taken out first: the parser would end
    silently with half a page. Raises `LoadError` where that does not help, for too many tags
    and for too long a page.
    """
    if len(html) > LONGEST:
        raise LoadError(
            f"{len(html) / 1e6:.1f} million characters without scripts and styles; "
            f"a page may have {LONGEST / 1e6:g}, save the article alone"
        )
    if (tags := html.count("<")) > MOST_TAGS * 2:
        raise LoadError(
            f"{tags // 2:,} elements; a page may have {MOST_TAGS:,}, save the article alone"
        )
    tree, deep = _parsed(html)
    if deep:
        tree, deep = _parsed(LOOSE.sub(" ", html))
    if deep:
        raise LoadError("no article found: tags are nested more than 256 deep")
    if tree is None:
        raise LoadError("no article found: the page is empty")
    return tree


def _parsed(html: str) -> tuple[_Element | None, bool]:
    """Return the tree of *html*, none for an empty one, and whether it was nested too deeply."""
    from lxml.etree import HTMLParser, LxmlError, fromstring

    # A parser of its own: its log is that of this page, in whatever thread.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        tree = None
    return tree, any(entry.type_name == TOO_DEEP for entry in parser.error_log)
