"""Turn digests into the entries of a feed: an id that holds from day to day, a time, the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.digest.html.marks import Style
from brief.builtin.renderers.digest.html.page import anchors, ending
from brief.builtin.renderers.digest.html.story import story as laid_out
from brief.builtin.renderers.digest.sources import Sources
from brief.builtin.renderers.digest.text import Sheet
from brief.builtin.renderers.html.safe import allowed
from brief.digest.model import Digest, Story
from brief.sanitise import one_line

# A day that is none (in a test, by hand) stands for the day before all others.
_DAY, FIRST_DAY = r"\d{4}-\d\d-\d\d", "1970-01-01"
TEXT_WIDTH = 72


class Entry(NamedTuple):
    """A story, or what a digest tells beside its stories. None of its texts is escaped.

    *id* is a `urn:uuid:` (version 5, RFC 9562) of the story's own id, so that a reader is shown
    a story once, and again as changed. *url* is where it can be read, or empty. *published* is
    the day it was first told on, if that is known, and *news* says that it was told anew.
    """

    id: str
    title: str
    updated: str
    url: str
    tags: tuple[str, ...]
    summary: str
    html: str
    text: str
    published: str = ""
    news: bool = True


def entries(digests: Iterable[Digest], page: str) -> Iterator[Entry]:
    """Yield the entries, the newest digest first, each story once: as it was told last.

    *page* is the address of the digest's page, or empty.
    """
    seen: set[str] = set()
    for digest in sorted(digests, key=lambda each: each.day, reverse=True):
        keys = anchors(digest.stories)
        for story in digest.stories:
            entry = _story(story, digest, page and f"{page}#{keys[id(story)]}")
            if entry.id not in seen:
                seen.add(entry.id)
                yield entry
        # A notice alone is no news: most days have one.
        if digest.troubles or digest.gone:
            entry = _beside(digest, page)
            if entry.id not in seen:
                seen.add(entry.id)
                yield entry


def updated(digests: Iterable[Digest]) -> str:
    """Return the time of the newest digest, in RFC 3339: midnight of its day, no clock is read."""
    return max([_time(each.day) for each in digests], default=_time(FIRST_DAY))


def urn(kind: str, name: str) -> str:
    """Return an address for what has none: always the same one for the same *kind* and *name*."""
    from uuid import NAMESPACE_URL, uuid5  # slow: 5 ms, and only feeds need it

    # As ASCII, for a name may hold half a character, which UTF-8 cannot.
    return uuid5(NAMESPACE_URL, f"brief:{kind}:{name!a}").urn


def safe(text: str) -> str:
    """Return *text* on one line, with no character that XML may not hold."""
    return allowed(one_line(text))


def _story(story: Story, digest: Digest, page: str) -> Entry:
    sources = Sources(story.reports)
    links = [sources[number].url for number in range(len(sources)) if sources[number].url]
    text = str(Sheet(TEXT_WIDTH).story(story))
    return Entry(
        urn("story", story.id),
        safe(story.title) or wording.UNNAMED,
        _changed(story, digest),
        page or (links[0] if links else ""),
        tuple(filter(None, (safe(story.desk), safe(story.status)))),
        safe(" ".join(each.pick.text for each in story.summary)),
        laid_out(story, Style(folds=False)),
        allowed(text),
        news=story.status != "continuing",
    )


def _beside(digest: Digest, page: str) -> Entry:
    """Return the entry of what is no story. A feed that fails for days is one entry, not seven."""
    sources = [each.failure.source for each in digest.troubles]
    told = [wording.number(len(sources), "source") + " failed"] if sources else []
    title = " · ".join(told) or f"About this digest, {wording.day_in_words(digest.day)}"
    key = "\n".join(sorted(sources)) or digest.day
    quiet = Digest(digest.day, (), digest.gone, digest.troubles, digest.notices, digest.title)
    text = str(Sheet(TEXT_WIDTH).ending(quiet))
    body = ending(quiet, 3, ids=False)
    return Entry(
        urn("failed" if sources else "about", key),
        safe(title),
        _time(digest.day),
        page,
        (),
        safe(title),
        body,
        allowed(text),
    )


def _changed(story: Story, digest: Digest) -> str:
    """Return when *story* was last told anew: what goes on as it was bears an older day."""
    if story.status != "continuing":
        return _time(digest.day)
    days = [each.brief.article.published[:10] for each in story.reports]
    told = [day for day in days if re.fullmatch(_DAY, day) and day <= digest.day]
    return _time(max(told, default=digest.day))


def _time(day: str) -> str:
    words = wording.day_in_words(day)
    return f"{day if words != day else FIRST_DAY}T00:00:00Z"
