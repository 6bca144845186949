"""Count in how many articles each word stands: the table that tells rare words from common ones."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from brief.errors import BriefError, LoadError
from brief.stories.folding import TITLE_WORDS, folded, written

from .records import records

# A word of one article is worth as much as one outside the table.
LEAST = 2
WIDTH = 98
HEAD = """\
# In how many English news articles a word stands, the counts that stories are told apart by.
# "articles" and how many were counted; then a count, and words with this count.
# Made by python -m brief.training.background; background.en.md says from what.
"""


def main() -> int:
    """Count the words, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m brief.training.background")
    parser.description = __doc__
    parser.add_argument("articles", nargs="+", type=Path, help="articles, JSON Lines with `text`")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the table")
    options = parser.parse_args()
    try:
        total, counts = counted(
            (str(record.get("title") or ""), record["text"])
            for path in options.articles
            for record in records(path)
        )
        if not total:
            raise LoadError("no articles to count words in")
    except BriefError as exc:
        print(f"brief.training.background: {exc}", file=sys.stderr)
        return 2
    options.output.write_text(table(total, counts), encoding="utf-8", newline="\n")
    print(f"{options.output}: {total} articles", file=sys.stderr)
    return 0


def counted(articles: Iterable[tuple[str, str]]) -> tuple[int, Counter[str]]:
    """Return how many *articles* (title, text) there are, and in how many each word stands."""
    counts: Counter[str] = Counter()
    total = 0
    for title, text in articles:
        total += 1
        counts.update({folded(word) for word in (*written(title)[:TITLE_WORDS], *written(text))})
    return total, counts


def table(total: int, counts: Counter[str]) -> str:
    """Return the lines of the table, the rarest words first.

    Numbers are left out: a collection says nothing of how telling 58 or 1.13 is.
    """
    found: dict[int, list[str]] = {}
    for word, count in counts.items():
        if word[:1].isalpha() and count >= LEAST:
            found.setdefault(count, []).append(word)
    lines = [f"articles {total}"]
    for count in sorted(found):
        lines += _wrapped(str(count), sorted(found[count]))
    return HEAD + "\n".join(lines) + "\n"


def _wrapped(count: str, words: list[str]) -> Iterable[str]:
    line = count
    for word in words:
        if len(line) + 1 + len(word) > WIDTH and line != count:
            yield line
            line = count
        line = f"{line} {word}"
    yield line


if __name__ == "__main__":
    sys.exit(main())
