"""Make an article of each entry of a feed, of its page where the feed holds only a teaser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from brief import Article, Failure, LoadError, Notice
from brief.loading import joined
from brief.loading.decode import sound
from brief.loading.reading import digest

from .ahead import ahead
from .reach import Reach, reason

if TYPE_CHECKING:
    from .feeds import Entry, Feed
    from .fetching import Fetched

# Characters: less is a sentence or two, which is no article to brief.
LEAST_SUMMARY = 240


def articles_of_entries(
    feed: Feed, source: str, source_sha256: str, reach: Reach
) -> Iterator[Article | Failure]:
    """Yield an article for each entry of *feed*, in its order; a `Failure` where there is none.

    Pages are fetched side by side, only where the feed does not hold the whole text.
    """

    def page_of(entry: Entry) -> Fetched | LoadError | None:
        return reach.tried(entry.url) if entry.url else None

    made = _Made(feed, source, source_sha256)
    if not reach.pages or all(each.whole for each in feed.entries):
        for entry in feed.entries:
            yield made.result(entry, None)
        return
    pages = ahead(page_of, (each for each in feed.entries if not each.whole))
    for entry in feed.entries:
        yield made.result(entry, None if entry.whole else next(pages)[1])


class _Made:
    """Makes the articles of one feed."""

    def __init__(self, feed: Feed, source: str, source_sha256: str) -> None:
        self._feed = feed
        self._source = source
        self._sha256 = source_sha256

    def result(self, entry: Entry, page: Fetched | LoadError | None) -> Article | Failure:
        """Return the article of *entry*: as its *page* has it, or else as the feed has it."""
        if entry.whole:
            return self._from_feed(entry)
        why = "it names no page" if not entry.url else "its page was not asked for"
        if isinstance(page, LoadError):
            why = f"its page was not read: {reason(page, entry.url)}"
        elif page is not None:
            try:
                article = self._from_page(entry, page)
            except LoadError as error:
                why = f"its page was not read: {reason(error, self._source)}"
            else:
                if len(article.text) >= entry.length:
                    return article
                why = "its page holds less"
        if entry.length < LEAST_SUMMARY:
            what = "only a teaser in the feed" if entry.length else "no text in the feed"
            return Failure(f"{self._source}#{entry.number}", "load", f"{what}, and {why}")
        return self._from_feed(entry, Notice("B111", f"only what the feed holds of it: {why}"))

    def _from_page(self, entry: Entry, page: Fetched) -> Article:
        from .pages import article_of_page  # slow: trafilatura

        known = {
            "title": entry.title,
            "byline": entry.byline,
            "outlet": entry.outlet,
            "published": entry.published,
            "language": entry.language,
        }
        return article_of_page(
            page.raw,
            source=self._source,
            url=page.url,
            charset=page.charset,
            record=entry.number,
            known=known,
        )

    def _from_feed(self, entry: Entry, *notices: Notice) -> Article:
        text, furniture = joined(entry.story)
        text, mended = sound(text)
        origin = f"{self._source}#{entry.number}"
        return Article(
            id=sound(entry.url or entry.guid)[0] or origin,
            source=self._source,
            record=entry.number,
            text=text,
            title=entry.title,
            byline=entry.byline,
            outlet=entry.outlet,
            url=entry.url,
            language=entry.language,
            published=entry.published,
            sha256=digest(text.encode()),
            source_sha256=self._sha256,
            furniture=furniture,
            notices=(*self._feed.notices, *mended, *notices),
        )
