"""Carry on the feeds of a site: today's entries, then those of earlier days."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.html.safe import address, allowed
from brief.digest.model import Digest

from .entries import Entry, entries

# As many as a reader who looks in once a week may want; a day that has more has them all.
MOST = 60
# Of an older feed: one that is larger is none of ours.
LARGEST = 32 * 2**20
_ID = r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_TIME = r"\d{4}-\d\d-\d\dT00:00:00Z"


def carried_on(digest: Digest, page: str, before: bytes) -> list[Entry]:
    """Return the entries of a site's feed, the latest first: those of *digest*, then of *before*.

    *before* is the site's JSON Feed until now, empty where there was none. A story keeps its
    entry from day to day, its id and the day it was first told on; one that goes on as it was
    stays as it was told last. *page* is the address of the site, or empty: entries link to the
    page of the day they were told on.
    """
    kept = {each.id: each for each in earlier(before)}
    of_day = f"{page.rstrip('/')}/{digest.day}.html" if page else ""
    made = []
    for entry in entries([digest], of_day):
        old = kept.pop(entry.id, None)
        if old is None:
            made.append(entry._replace(published=entry.updated))
        elif entry.news:
            made.append(entry._replace(published=old.published or old.updated))
        else:
            made.append(old)
    rest = [*kept.values()][: max(0, MOST - len(made))]
    return sorted([*made, *rest], key=lambda each: each.updated, reverse=True)


def earlier(before: bytes) -> list[Entry]:
    """Return the entries of a JSON Feed that brief has written; what is none is left out."""
    try:
        feed = json.loads(before) if before and len(before) <= LARGEST else {}
    except (ValueError, RecursionError):
        return []
    items = feed.get("items") if isinstance(feed, dict) else None
    listed: Sequence[object] = items if isinstance(items, list) else ()
    found = [_entry(each) for each in listed if isinstance(each, dict)]
    return [each for each in found if each is not None]


def _entry(item: Mapping[str, object]) -> Entry | None:
    def text(name: str) -> str:
        found = item.get(name)
        return allowed(found) if isinstance(found, str) else ""

    tags = item.get("tags")
    listed: Sequence[object] = tags if isinstance(tags, list) else ()
    entry = Entry(
        text("id"),
        text("title") or wording.UNNAMED,
        text("date_modified"),
        text("url"),
        tuple(allowed(each) for each in listed if isinstance(each, str)),
        text("summary"),
        text("content_html"),
        text("content_text"),
        text("date_published"),
    )
    times = (entry.updated, entry.published or entry.updated)
    is_ours = re.fullmatch(_ID, entry.id) and all(re.fullmatch(_TIME, each) for each in times)
    return entry._replace(url=entry.url if address(entry.url) else "") if is_ours else None
