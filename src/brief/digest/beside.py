"""Say once, beside the stories of a digest, what holds for many of its articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from brief.article import Notice

from .model import OF_READING

if TYPE_CHECKING:
    from brief.model import Brief

    from .model import Story

LEFT_OUT = "B701"
# Outlets named beside a notice that holds for many; and articles that no story tells, of which
# somebody may want to know each.
NAMED, NAMED_LEFT_OUT = 3, 20


def empty(brief: Brief) -> bool:
    """Tell whether cleaning left no sentence of an article, as of a gallery's."""
    return not brief.sentences


def noticed(stories: Iterable[Story], left_out: Sequence[Brief]) -> tuple[Notice, ...]:
    """Return what to know of the articles of *stories*, each once with a count and who it is
    about, and which articles were *left_out* because nothing is left of them.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for story in stories:
        for report in story.reports:
            article = report.brief.article
            for each in dict.fromkeys((n.code, n.message) for n in report.brief.notices):
                if each[0] in OF_READING:
                    found.setdefault(each, []).append(article.outlet or article.origin)
    told = [
        Notice(code, f"{message} ({_counted(who)})")
        for (code, message), who in sorted(found.items())
    ]
    if left_out:
        who = _counted([brief.article.origin for brief in left_out], NAMED_LEFT_OUT)
        told.append(Notice(LEFT_OUT, f"left out, for cleaning left no sentence: {who}"))
    return tuple(told)


def _counted(who: Sequence[str], most: int = NAMED) -> str:
    """Return "3 articles: The Courier, The Herald", the first *most* by name."""
    names = list(dict.fromkeys(who))
    more = len(names) - most
    listed = ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
    return f"{len(who)} article{'' if len(who) == 1 else 's'}: {listed}"
