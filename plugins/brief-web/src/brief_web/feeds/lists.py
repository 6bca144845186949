"""Read lists of addresses: OPML 1.0 to 2.0, sitemaps of news, and indexes of sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from brief import LoadError
from brief.loading.fields import learn

from .addresses import page_address
from .model import Entry, Feed
from .scan import Tag, attributes, local, tags, words_of
from .times import rfc3339

MOST_FEEDS = 500
NEWS = re.compile(r"""xmlns:([\w.-]++)\s?=\s?["']https?://www\.google\.com/schemas/sitemap-news/""")


def feeds_of_opml(text: str) -> Feed:
    """Return the feeds that the outlines of an OPML list name, however nested, each once.

    Addresses are given as they are written. Raises `LoadError`, without a source, for a list
    of more than 500.
    """
    found: dict[str, None] = {}
    for tag in tags(text):
        if local(tag) == "outline" and (address := attributes(tag).get("xmlurl")):
            found[address] = None
            if len(found) > MOST_FEEDS:
                raise LoadError(f"lists more than {MOST_FEEDS} feeds; split it")
    return Feed("opml", feeds=tuple(found))


def sitemaps_of_index(text: str, url: str) -> Feed:
    """Return the sitemaps that an index names, 10 at most: those it calls news, if any."""
    named = [words for name, words in _leaves(text) if name == "loc" and words]
    news = [each for each in named if "news" in each.rpartition("/")[2].lower()] or named
    return Feed("index", feeds=tuple(urljoin(url, each) for each in dict.fromkeys(news[:10])))


def news_of_sitemap(text: str, url: str, most: int) -> Feed:
    """Return the pages that a sitemap lists as news, the first *most*, as entries without text.

    Raises `LoadError`, without a source, for a sitemap of other pages alone.
    """
    news = NEWS.search(text)
    entries: list[Entry] = []
    pages = 0
    for fields in _pages(text, f"{news[1].lower()}:" if news else "news:"):
        pages += 1
        if "news" in fields and fields.get("loc"):
            entries.append(_entry(pages, fields, url))
        if len(entries) == most:
            break
    if pages and not entries:
        raise LoadError("a sitemap without news; name the addresses that you want")
    return Feed("sitemap", entries=tuple(entries))


def _entry(number: int, fields: dict[str, str], url: str) -> Entry:
    known = learn(
        {
            "title": fields.get("title"),
            "outlet": fields.get("name"),
            "language": fields.get("language"),
        }
    )
    return Entry(
        number,
        known.title,
        page_address(fields["loc"], url),
        outlet=known.outlet,
        language=known.language,
        published=rfc3339(fields.get("publication_date", "")),
    )


def _pages(text: str, prefix: str) -> Iterator[dict[str, str]]:
    """Yield what a sitemap says of each page; `news` is there where it is one.

    Only elements without a prefix, and those of news, count: a picture has a title too.
    """
    fields: dict[str, str] = {}
    for name, words in _leaves(text):
        if name == "url":
            yield fields
            fields = {}
        elif name.startswith(prefix):
            fields["news"] = ""
            fields[name.removeprefix(prefix)] = words
        elif ":" not in name:
            fields[name] = words


def _leaves(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names of the elements as they end, with the words since the last tag."""
    last: Tag | None = None
    for tag in tags(text):
        if tag[1] and last is not None:
            yield tag[2].lower(), words_of(text[last.end() : tag.start()])
        last = tag
