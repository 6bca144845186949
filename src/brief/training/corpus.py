"""Annotated articles: what training reads."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from brief.article import Article
from brief.builtin.attributions.learned.passage import Passage
from brief.builtin.attributions.quotations import quotations
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.model import Brief

from .records import records

Ranges = list[list[int]]
ENGLISH = Context(language="en")


class Gold(NamedTuple):
    """One annotated statement by tokens of its *passage* (a number)."""

    passage: int
    cue: list[int]
    source: list[int]
    content: list[int]


class Annotated:
    """An article as passages, with the statements that somebody has marked in it."""

    def __init__(self, record: dict[str, object]) -> None:
        self.id = str(record["id"])
        self.passages = passages(str(record["text"]))
        begins = [passage.start[0] for passage in self.passages]
        self.gold: list[Gold] = []
        for marked in record["attributions"]:  # type: ignore[attr-defined]  # a list of dicts
            cue, content = marked["cue"], marked["content"]
            if not cue or not content or not begins:
                continue
            number = max(0, bisect_right(begins, cue[0][0]) - 1)
            tokens = [
                _touched(self.passages[number], ranges)
                for ranges in (cue, marked["source"], content)
            ]
            if tokens[0]:
                self.gold.append(Gold(number, *tokens))


def _touched(passage: Passage, ranges: Ranges) -> list[int]:
    """Return the tokens of *passage* that lie in one of *ranges*, or touch it."""
    return [
        at
        for at, (start, end) in enumerate(zip(passage.start, passage.end, strict=True))
        if any(start < last and end > first for first, last in ranges)
    ]


def passages(text: str) -> list[Passage]:
    """Return the paragraphs of *text* that hold words, as the stage `attributions` sees them."""
    brief = Sentences()(Brief(Article("text", "training", text)), ENGLISH)
    groups = [list(group) for _, group in groupby(brief.sentences, lambda one: one.paragraph)]
    parts = [[part for sentence in group for part in sentence.parts] for group in groups]
    found = [
        Passage(text, group, quotes)
        for group, quotes in zip(groups, quotations(text, parts), strict=True)
    ]
    return [passage for passage in found if passage.word]


def read(path: Path) -> list[Annotated]:
    """Return the articles of *path*, one JSON object a line.

    Each has `id`, `text` and `attributions`, a list of objects with `source`, `cue` and `content`:
    lists of `[start, end]` in code points of the text. Raises `LoadError` for anything else.
    """
    return [Annotated(record) for record in records(path, "attributions")]
