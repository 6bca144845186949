"""What a feed holds: its entries, or the addresses of other feeds that it lists."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from brief import Notice

Kind: TypeAlias = Literal["feed", "json", "opml", "sitemap", "index", "page", ""]
# A paragraph is its text, and whether it is no story (a heading).
Paragraphs: TypeAlias = tuple[tuple[str, bool], ...]


class Entry(NamedTuple):
    """One entry of a feed. What the feed does not say is empty, never guessed.

    *number* is its place in the feed, from 1. *story* is what the feed holds of its text, and
    *whole* whether that is the article, as far as can be told, or a teaser of it.
    *published* is RFC 3339 where the feed's own writing could be read, else as it is written.
    """

    number: int
    title: str = ""
    url: str = ""
    guid: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: str = ""
    story: Paragraphs = ()
    whole: bool = False

    @property
    def length(self) -> int:
        """How many characters of story the feed holds."""
        return sum(len(text) for text, aside in self.story if not aside)


class Feed(NamedTuple):
    """What was read of a feed, each entry once, or the *feeds* that a list of them names."""

    kind: Kind
    title: str = ""
    entries: tuple[Entry, ...] = ()
    feeds: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
