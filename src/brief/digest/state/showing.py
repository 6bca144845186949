"""Read from a state what was shown, and write down what a digest shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .past import Earlier, Failing, Past, Shown, days_failing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from brief.digest.model import Digest, Story

# Days after which a story that nobody tells is forgotten; and an article that no digest shows,
# which a feed may go on offering for long.
STORY_KEPT = 30
ARTICLE_KEPT = 365

_ARTICLE = """INSERT INTO articles VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
  story = excluded.story, sha256 = excluded.sha256,
  first = min(first, excluded.first), last = max(last, excluded.last)"""
_STORY = """INSERT INTO stories VALUES (?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET
  title = excluded.title, first = min(first, excluded.first), last = max(last, excluded.last),
  gone = 0"""


def written(text: str) -> str | bytes:
    """Return *text* as SQLite can hold it: bytes where it has what UTF-8 cannot write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _text(value: object) -> str:
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else str(value)


def past_of(found: Connection) -> Past:
    """Return what the state holds of earlier digests."""
    articles: dict[str, Shown] = {}
    members: dict[str, list[str]] = {}
    rows = found.execute("SELECT id, story, sha256, first, last FROM articles ORDER BY id")
    for name, story, sha256, first, last in rows:
        shown = Shown(_text(story), _text(sha256), _text(first), _text(last))
        articles[_text(name)] = shown
        members.setdefault(shown.story, []).append(_text(name))
    stories = {}
    for name, title, first, last, gone in found.execute("SELECT * FROM stories ORDER BY id"):
        among = tuple(sorted(members.get(_text(name), ())))
        stories[_text(name)] = Earlier(
            _text(title), _text(first), _text(last), among, gone=bool(gone)
        )
    failing = {
        _text(source): Failing(int(days), _text(last))
        for source, days, last in found.execute("SELECT * FROM failing ORDER BY source")
    }
    said = found.execute("SELECT value FROM said WHERE name = 'last'").fetchone()
    return Past(articles, stories, failing, _text(said[0]) if said else "")


def write_down(found: Connection, digest: Digest, moment: str) -> None:
    """Put what *digest* shows into the state; the caller sees that it is one transaction."""
    past = past_of(found)
    _join(found, past, digest.stories)
    for story in digest.stories:
        found.execute(_STORY, (written(story.id), written(story.title), digest.day, digest.day))
        rows = [
            (written(each.id), written(story.id), written(each.sha256), digest.day, digest.day)
            for each in (report.brief.article for report in story.reports)
        ]
        found.executemany(_ARTICLE, rows)
    gone = [(written(each.id),) for each in digest.gone]
    found.executemany("UPDATE stories SET gone = 1 WHERE id = ?", gone)
    sources = (trouble.failure.source for trouble in digest.troubles)
    _count(found, past, sources, digest.day)
    _forget(found, date.fromisoformat(digest.day))
    found.execute("INSERT OR REPLACE INTO said VALUES ('last', ?)", (written(moment),))


def _join(found: Connection, past: Past, stories: Iterable[Story]) -> None:
    """Let an earlier story end in the one that most of its articles stand in today.

    Else the others would wait under its id, and be said to be gone.
    """
    stories = list(stories)
    told = {story.id for story in stories}
    for story in stories:
        count: dict[str, int] = {}
        for report in story.reports:
            shown = past.articles.get(report.brief.article.id)
            if shown is not None and shown.story not in told:
                count[shown.story] = count.get(shown.story, 0) + 1
        for name, moved in count.items():
            if name in past.stories and 2 * moved > len(past.stories[name].members):
                both = (written(story.id), written(name))
                found.execute("UPDATE articles SET story = ? WHERE story = ?", both)
                found.execute("DELETE FROM stories WHERE id = ?", both[1:])


def _count(found: Connection, past: Past, sources: Iterable[str], day: str) -> None:
    """Count the days of the *sources* that failed; the others are forgotten."""
    rows = {source: (written(source), days_failing(past, source, day), day) for source in sources}
    found.execute("DELETE FROM failing")
    found.executemany("INSERT INTO failing VALUES (?, ?, ?)", rows.values())


def _forget(found: Connection, today: date) -> None:
    """Forget what has not been shown for long."""
    for table, kept in (("stories", STORY_KEPT), ("articles", ARTICLE_KEPT)):
        # The first days there are have nothing before them.
        before = max(today.toordinal() - kept, 1)
        oldest = date.fromordinal(before).isoformat()
        found.execute(f"DELETE FROM {table} WHERE last < ?", (oldest,))  # noqa: S608  # ours
