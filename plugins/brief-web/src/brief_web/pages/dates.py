"""Find the day or time at which an article was published, never that of its last change."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from .data import is_article, line
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
ISO = re.compile(
    r"(?<!\d)((?:19[89]|20\d)\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
NAMED = re.compile(
    rf"\b(?:{_MONTH}\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}|"
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}})((?:19[89]|20\d)\d)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"(?<![\d./])(\d{1,2})[./](\d{1,2})[./]((?:19[89]|20\d)\d)(?![\d./])")
ADDRESS = re.compile(
    r"/((?:19[89]|20\d)\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)"
)
CHANGED = re.compile(r"updat|modif|edited|review|revis", re.IGNORECASE)
DIGIT = re.compile("[0-9]")
SAID = re.compile(r"publish|posted|date|time\b|byline|meta\b|entry-info", re.IGNORECASE)
# Lines that may hold nothing but the day, or a byline and the day.
LONGEST, MOST_WORDS = 120, 12
# Elements from the headline on in which the day may stand.
NEAR = 150


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
    shown = chain(_times(tree), [_address(url)], _near_title(tree), told, _rest(tree, tags))
    return next(filter(None, map(when, chain(sure, shown))), "")


def changed_of(tree: _Element, tags: Tags, nodes: Sequence[Node]) -> str:
    """Return when the article was last changed, as the page tells; empty where it does not."""
    told = [line(node, "dateModified") for node in nodes if is_article(node)]
    told += [tags.first(*CHANGES)]
    told += [line(node, "dateModified") for node in nodes]
    return next(filter(None, map(when, chain(told, _near_title(tree, changed=True)))), "")


def when(text: str) -> str:
    """Return the time or the day that *text* begins with, or tells after a word or two."""
    text = text[:LONGEST]
    if found := ISO.search(text):
        year, month, day, clock, zone = found.groups()
        date = f"{year}-{month}-{day}"
        return (
            _timed(date, clock, zone) if clock and _is_day(date) else date if _is_day(date) else ""
        )
    if found := NUMBERS.search(text):
        # Where the day is not told from the month, nothing is known.
        one, two, year = (int(each) for each in found.groups())
        day, month = (one, two) if one > 12 or one == two else (two, one)
        date = f"{year}-{month:02}-{day:02}"
        return date if (day > 12 or one == two) and _is_day(date) else ""
    if found := NAMED.search(text):
        first, after, before, second, year = found.groups()
        month = MONTHS.index((first or second).lower()) + 1
        date = f"{year}-{month:02}-{int(after or before):02}"
        return date if _is_day(date) else ""
    return ""


def _timed(date: str, clock: str, zone: str | None) -> str:
    if int(clock[:2]) > 23 or clock[3] > "5":
        return date
    clock = clock if len(clock) == 8 else f"{clock}:00"
    zone = zone or ""
    if zone in ("UTC", "GMT"):
        zone = "Z"
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{date}T{clock}{zone}"


def _is_day(date: str) -> bool:
    from datetime import date as day

    try:
        day.fromisoformat(date)
    except ValueError:
        return False
    return True


def _times(tree: _Element) -> Iterator[str]:
    """Yield what `<time>` tags and parts say that are named for it."""
    for tag in _timed_tags(tree):
        if tag.get("pubdate") is not None or "publish" in _called(tag).lower():
            yield (tag.get("datetime") or "").strip()
    for tag in tree.iterfind('.//*[@itemprop="datePublished"]'):
        yield tag.get("content") or tag.get("datetime") or words_of(tag)


def _rest(tree: _Element, tags: Tags) -> Iterator[str]:
    """Yield what may be the day, if nothing surer is: the first `<time>` of several."""
    for tag in _timed_tags(tree):
        yield (tag.get("datetime") or "").strip()
        break
    yield tags.first(NAMES[-1])


def _timed_tags(tree: _Element) -> Iterator[_Element]:
    """Yield the first tags that give a time, but for those of a change."""
    for tag in islice(tree.iterfind(".//*[@datetime]"), 50):
        if not CHANGED.search(_called(tag)) and not CHANGED.search(words_of(tag)[:40]):
            yield tag


def _near_title(tree: _Element, *, changed: bool = False) -> Iterator[str]:
    """Yield the lines around the headline that may tell a day, then those named for it.

    With *changed*, those that say they tell the day of a change; else the others.
    """
    heading = next(tree.iter("h1"), None)
    if heading is not None:
        before, after = _around(heading)
        for element in (*after, *before):
            for piece in (element.text, element.tail):
                words = " ".join((piece or "").split())
                if _may_tell(words):
                    said = f"{_called(element)} {_context(element)} {words}"
                    if bool(CHANGED.search(said)) == changed:
                        yield words
    for tag in islice(tree.iterfind(".//*[@class]"), 4000):
        if not SAID.search(tag.get("class") or "") or not _may_tell(words := words_of(tag)):
            continue
        if bool(CHANGED.search(f"{_called(tag)} {words}")) == changed:
            yield words


def _may_tell(words: str) -> bool:
    """Tell whether *words* are a line about a day, and no sentence that names one."""
    return (
        DIGIT.search(words) is not None and len(words) <= LONGEST and words.count(" ") < MOST_WORDS
    )


def _context(element: _Element) -> str:
    """Return the words that stand in front of those in *element*: "Page updated:"."""
    previous = element.getprevious()
    above = element.getparent()
    said = [words_of(previous)[-40:] if previous is not None else ""]
    said += [(above.text or "")[-40:] if above is not None else ""]
    return " ".join(said)


def _around(heading: _Element) -> tuple[list[_Element], list[_Element]]:
    """Return the elements shortly before and after *heading* on the page."""
    before: list[_Element] = []
    after: list[_Element] = []
    past = False
    for element in heading.getroottree().getroot().iter():
        if not isinstance(element.tag, str):
            continue
        past = past or element is heading
        (after if past else before).append(element)
        if len(after) > NEAR:
            break
    return before[:-30:-1], after


def _called(tag: _Element) -> str:
    above = tag.getparent()
    names = [tag.get("class"), tag.get("id"), tag.get("itemprop")]
    return " ".join([*filter(None, names), (above.get("class") or "") if above is not None else ""])


def _address(url: str) -> str:
    found = ADDRESS.search(url[:500])
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
