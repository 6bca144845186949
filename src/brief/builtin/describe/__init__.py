"""Fill in what an article says of itself above its story, and mark where it says so."""

from __future__ import annotations

from dataclasses import replace

from brief.article import Article, Notice
from brief.contracts import Context
from brief.spans import Span, merged, squeeze

from .language import language
from .times import when, zoned
from .top import above


def describe(article: Article, context: Context) -> Article:
    """Return *article* with an empty title, byline, time and language filled in, where sure.

    What the top of the text says of them, and the dateline, becomes `furniture`. The time
    is written as RFC 3339: one that names no zone is read in the context's (notice B103),
    one that cannot be read is left out (B104).
    """
    title, byline, time, furniture = above(article.text, squeeze(article.title))
    notices = list(article.notices)
    given = article.published.strip()
    found = when(given) if given else None
    if given and found is None:
        notices.append(Notice("B104", f"published time cannot be read: {given[:60]!r}"))
    found = found or time
    published, assumed = zoned(found, context.timezone) if found else ("", False)
    if assumed:
        notices.append(Notice("B103", f"published time has no zone: read as {context.timezone}"))
    return replace(
        article,
        title=title,
        byline=article.byline or byline,
        published=published,
        language=context.language or article.language or language(article.text),
        furniture=tuple(Span(*pair) for pair in merged((*article.furniture, *furniture))),
        notices=tuple(notices),
    )
