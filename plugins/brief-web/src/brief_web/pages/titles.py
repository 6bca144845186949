"""Find the headline of a page, without the name of the outlet behind it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from .data import is_article, line
from .tags import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from .data import Node
    from .tags import Tags

MARKS = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*\|\s*")
WORD = re.compile(r"\w+")
# Behind a mark, so many words or fewer are the name of a site.
MOST_NAME = 4
# A heading of more words is a paragraph in large letters.
LONGEST_HEADING = 30


def title_of(tree: _Element, tags: Tags, nodes: Sequence[Node], outlet: str) -> str:
    """Return the headline of the page; empty where it has none.

    The heading of the page that agrees with what it tells search engines and other sites, else
    what it tells them, without the name of the *outlet*.
    """
    told = [line(node, "headline") for node in nodes if is_article(node)][:1]
    told += [tags.first("og:title", "twitter:title", "dc.title", "title"), _title_tag(tree)]
    told = [bare(each, outlet) for each in told if each]
    # Some systems escape their marks twice.
    headings = [words for each in tree.iter("h1") if (words := unescape(words_of(each)))]
    for heading in headings[:10]:
        if any(_alike(heading, each) for each in told):
            return heading
    # What stands over the story is its headline, and not what search engines are told instead.
    if (
        len(headings) == 1
        and 2 < len(headings[0].split()) <= LONGEST_HEADING
        and not _is_name(headings[0], outlet)
    ):
        return headings[0]
    return next(iter(told), headings[0] if headings else "")


def _is_name(heading: str, outlet: str) -> bool:
    return bool(outlet) and _plain(heading) in _plain(outlet)


def bare(title: str, outlet: str) -> str:
    """Return *title* in one line without the name of the *outlet*, or of a site, at its end."""
    title = " ".join(title.split())
    parts = MARKS.split(title)
    if len(parts) < 2:
        return title
    mark = next(reversed(list(MARKS.finditer(title))))
    name = parts[-1]
    named = _plain(name) == _plain(outlet) or (outlet and _plain(outlet) in _plain(name))
    short = "|" in mark[0] or len(parts[-2].split()) > MOST_NAME * 2
    if named or (short and ":" not in mark[0] and len(name.split()) <= MOST_NAME):
        return title[: mark.start()].strip() or title
    return title


def _title_tag(tree: _Element) -> str:
    found = next(tree.iter("title"), None)
    return "" if found is None else words_of(found)


def _alike(one: str, other: str) -> bool:
    """Tell whether one of two titles has nearly all the words of the other."""
    first, second = set(WORD.findall(one.lower())), set(WORD.findall(other.lower()))
    fewer = min(len(first), len(second))
    return (
        fewer > 1
        and len(first & second) >= 0.8 * fewer
        and fewer * 2 >= max(len(first), len(second))
    )


def _plain(words: str) -> str:
    return "".join(WORD.findall(words.lower()))
