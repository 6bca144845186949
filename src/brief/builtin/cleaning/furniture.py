"""Cut the headline, byline and dateline that stand inside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.spans import squeeze

if TYPE_CHECKING:
    from brief.article import Article
    from brief.contracts import Context
    from brief.model import Brief
    from brief.spans import Span


# How far from a dateline its story may begin.
NEAR = 80


def furniture(brief: Brief, context: Context) -> Brief:  # noqa: ARG001 - the contract of a stage
    """Cuts headline, byline, dateline and what else stands in the text and is no story."""
    article = brief.article
    for span in article.furniture:
        brief = brief.cut_spans([span], reason=reason_of(span, article))
    return brief


def reason_of(span: Span, article: Article) -> str:
    """Return what *span* is: "headline", "byline", "dateline", "caption", "player".

    What is none of them is "furniture".
    """
    text = squeeze(article.text[span.start : span.end]).casefold()
    title, byline = (squeeze(field).casefold() for field in (article.title, article.byline))
    if title and (text == title or (len(text) > len(title) / 2 and text in title)):
        return "headline"
    if text.startswith("by ") or (byline and byline in text):
        return "byline"
    # "LEEDS, England (AP) --": the story follows on the same line.
    if text.endswith(("-", "–", "—", "―")) or (text.endswith(")") and _goes_on(span, article)):
        return "dateline"
    if text in ("photo", "photos") or text.startswith(("image copyright ", "image caption ")):
        return "caption"
    player = text in ("video", "videos") or text.startswith("media playback ")
    return "player" if player else "furniture"


def _goes_on(span: Span, article: Article) -> bool:
    """Tell whether the line goes on after *span*: "(CNN) How the pier was lost"."""
    rest = article.text[span.end : span.end + NEAR]
    return rest.strip() != "" and rest.lstrip(" \t\xa0")[:1] not in ("\r", "\n")
