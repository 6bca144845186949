"""Lets brief read web pages, addresses, feeds, OPML lists, sitemaps of news, web archives."""

from __future__ import annotations

from brief import Loader, hookimpl

from .loaders import Feeds, Page, Web, accepts_feed, accepts_page, accepts_web
from .warc import Warc, accepts_warc

__all__ = ["Feeds", "Page", "Warc", "Web", "brief_loaders"]


@hookimpl
def brief_loaders() -> list[Loader]:
    """Return the loaders this plugin adds."""
    return [
        Loader("feed", Feeds(), accepts_feed),
        Loader("page", Page(), accepts_page),
        Loader("warc", Warc(), accepts_warc),
        Loader("web", Web(), accepts_web),
    ]
