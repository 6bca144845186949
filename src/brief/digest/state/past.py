"""What earlier digests showed, and what that says of today's articles, stories and sources."""

from __future__ import annotations

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from brief.digest.model import Gone

if TYPE_CHECKING:
    from brief.article import Article
    from brief.digest.model import Status


class Shown(NamedTuple):
    """What was shown of one article: the *story* it stood in last, and which text of it.

    *sha256* is that of the text shown last, *first* and *last* are days (YYYY-MM-DD).
    """

    story: str
    sha256: str
    first: str
    last: str


class Earlier(NamedTuple):
    """A story of earlier digests: *members* are ids of articles, sorted.

    *first* and *last* are the days it was shown. *gone* is whether a digest has said that no
    source tells it any more: that is said once.
    """

    title: str
    first: str
    last: str
    members: tuple[str, ...] = ()
    gone: bool = False


class Failing(NamedTuple):
    """On how many days of digests running (1 or more) a source has failed, *last* on which."""

    days: int
    last: str


class Past(NamedTuple):
    """What earlier digests showed: articles by their ids, stories by theirs, failing sources.

    *last* is the moment of the latest digest as it was given, empty if there was none. A story
    that was last shown more than 30 days ago is forgotten; its articles are still known.
    """

    articles: Mapping[str, Shown] = MappingProxyType({})
    stories: Mapping[str, Earlier] = MappingProxyType({})
    failing: Mapping[str, Failing] = MappingProxyType({})
    last: str = ""


def status_of(past: Past, article: Article) -> Status:
    """Return "new" for an article never shown, "updated" for one shown with another text."""
    shown = past.articles.get(article.id)
    if shown is None:
        return "new"
    return "continuing" if shown.sha256 == article.sha256 else "updated"


def days_failing(past: Past, source: str, day: str) -> int:
    """Return on how many days running *source* has failed, *day* among them.

    Days are those of digests: a day without a digest neither counts nor ends the row, and two
    digests of one day count once.
    """
    before = past.failing.get(source)
    if before is None:
        return 1
    return before.days + (before.last != day)


def gone_from(past: Past, told: Container[str]) -> tuple[Gone, ...]:
    """Return the earlier stories that are not among the ids *told*, the latest shown first.

    *told* are today's stories, those that did not fit into the digest among them. What a
    digest has said to be gone is not said again.
    """
    left = [
        Gone(name, story.title, story.last)
        for name, story in past.stories.items()
        if name not in told and not story.gone
    ]
    left.sort(key=lambda each: each.id)
    return tuple(sorted(left, key=lambda each: each.last_shown, reverse=True))
