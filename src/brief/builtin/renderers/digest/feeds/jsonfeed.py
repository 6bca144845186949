"""Write digests as a JSON Feed, version 1.1 (jsonfeed.org, 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.builtin.renderers.digest import wording
from brief.builtin.renderers.indent import indented
from brief.digest.model import Digest
from brief.model import Json
from brief.sanitise import json_text

from .entries import Entry, entries, safe


def jsonfeed(
    digests: Sequence[Digest], page: str, feed: str, told: Iterable[Entry] | None = None
) -> str:
    """Return the feed; *page* and *feed* are the addresses of both, or empty.

    Its items are the entries *told*, or those of *digests*.
    """
    listed = entries(digests, page) if told is None else told
    titles = [wording.title(each) for each in digests] or [wording.TITLE]
    about = " · ".join(wording.counts(digests[0])) if len(digests) == 1 else ""
    made: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": safe(titles[0]),
        **_known(home_page_url=page, feed_url=feed, description=safe(about)),
        "authors": [{"name": "brief"}],
        "items": [_item(each) for each in listed],
    }
    return json_text(indented(made)) + "\n"


def _item(entry: Entry) -> Json:
    tags: Json = [*entry.tags]
    return {
        "id": entry.id,
        **_known(url=entry.url),
        "title": entry.title,
        "content_html": entry.html,
        "content_text": entry.text,
        **_known(summary=entry.summary),
        **_known(date_published=entry.published),
        "date_modified": entry.updated,
        **({"tags": tags} if entry.tags else {}),
    }


def _known(**texts: str) -> dict[str, Json]:
    """Return those of *texts* that there are: the format knows no null."""
    return {key: text for key, text in texts.items() if text}
