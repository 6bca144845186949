"""Turn the bytes of a web page into the article on it: its text, title, byline, outlet and time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .looks import looks_like_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brief import Article

__all__ = ["article_of_page", "looks_like_page"]


def article_of_page(
    raw: bytes,
    *,
    source: str,
    url: str = "",
    charset: str = "",
    record: int | None = None,
    known: Mapping[str, str] | None = None,
) -> Article:
    """Return the article that the page *raw* holds, each paragraph between blank lines.

    *source* is what the user named, *url* where the page was fetched, *charset* what the server
    said it is written in, *record* its number among many. *known* (title, byline, outlet,
    published, language, url) counts where the page says nothing. Headings and tables are in the
    text and marked as furniture. The same bytes give the same article, in any thread.

    Raises `LoadError`, in one line that begins with *source*, for what is no page, is larger
    than the caps in `limits`, or holds no article.
    """
    from .article import read  # slow: the parser and trafilatura behind it take 0.2 s

    return read(raw, source=source, url=url, charset=charset, record=record, known=known or {})
