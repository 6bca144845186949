"""One run of a digest as far as its state goes, for tests that kill runs or start many at once.

    python tests/digest_days.py STATE DAY PAGE

DAY counts from 1. What is shown is of made-up articles: each day has SHOWN of them, NEXT of
these for the first time, and some with another text than the day before.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from brief.article import Article
from brief.digest.model import Digest, Report, Story
from brief.digest.state import Past, State, opened, status_of, story_ids, story_status
from brief.model import Brief, Sentence
from brief.spans import Span

SHOWN, NEXT, IN_A_STORY = 60, 15, 3
FIRST = date(2026, 11, 1)


def day_of(number: int) -> str:
    """Return the day with that number."""
    return (FIRST + timedelta(days=number - 1)).isoformat()


def articles_of(number: int) -> Iterator[Article]:
    """Yield the articles of a day: every tenth has been edited since the day before."""
    start = (number - 1) * NEXT
    for each in range(start, start + SHOWN):
        edition = number if each % 10 == 0 else 0
        text = f"Ferry {each} sails again, the harbour said. Edition {edition} of the report."
        yield Article(
            f"https://tarnby.example/news/{each}",
            "tarnby.jsonl",
            text,
            title=f"Ferry {each // IN_A_STORY} sails again",
            outlet="Tarnby Times",
            sha256=sha256(text.encode()).hexdigest(),
        )


def brief_of(state: State, article: Article) -> Brief:
    """Return the brief of *article*, kept from an earlier run or made and kept."""
    key = sha256(f"{article.id} {article.sha256}".encode()).hexdigest()
    made = Brief(article, sentences=_sentences(article))
    found = state.brief(key)
    if found is None:
        state.keep(key, made)
    elif found != made:
        sys.exit(f"{article.id}: another brief was kept than is made")
    return found or made


def _sentences(article: Article) -> tuple[Sentence, ...]:
    end = article.text.index(".") + 1
    return (Sentence("sentence-1", (Span(0, end),), article.text[:end], 0),)


def stories_of(past: Past, day: str, briefs: list[Brief]) -> tuple[Story, ...]:
    """Return the stories of a day: three articles each, as they follow each other."""
    groups: dict[str, list[Brief]] = {}
    for brief in briefs:
        groups.setdefault(brief.article.title, []).append(brief)
    members = [(title, [each.article.id for each in group]) for title, group in groups.items()]
    stories = []
    for name, (title, group) in zip(story_ids(past, day, members), groups.items(), strict=True):
        reports = tuple(Report(each, status_of(past, each.article)) for each in group)
        stories.append(Story(name, title, reports, story_status(reports)))
    return tuple(stories)


def save(digest: Digest, page: Path) -> None:
    """Write the page of a digest, whole or not at all: each story and article with its status."""
    stories = {story.id: story.status for story in digest.stories}
    reports = [report for story in digest.stories for report in story.reports]
    articles = {report.brief.article.id: report.status for report in reports}
    new = page.with_name(f"{page.name}.{os.getpid()}.tmp")
    new.write_text(json.dumps({"stories": stories, "articles": articles}), encoding="utf-8")
    new.replace(page)


def main() -> None:
    """Show a day: read the state, save the page, then write down what it shows."""
    path, number, page = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    print("ready", flush=True)
    with opened(path) as state:
        briefs = [brief_of(state, article) for article in articles_of(number)]
        past = state.past()
        day = day_of(number)
        digest = Digest(day, stories_of(past, day, briefs))
        save(digest, page)
        state.commit(digest, moment=f"{day}T06:00:00Z")
    print("done", flush=True)


if __name__ == "__main__":
    main()
