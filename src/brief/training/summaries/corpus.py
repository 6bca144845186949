"""Read articles with summaries, headlines or the other reports of their story, to learn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from brief.article import Article
from brief.builtin import brief_stages
from brief.builtin.describe import describe
from brief.builtin.summarisers.news import wording
from brief.builtin.summarisers.news.alone import awkward
from brief.builtin.summarisers.news.story import Story
from brief.builtin.summarisers.news.terms import Terms
from brief.contracts import Context, Phase, Stage
from brief.extractive import candidates
from brief.model import Brief
from brief.order import in_order
from brief.training.records import records

from .rouge import Reference, tokens

CONTEXT = Context(language="en")


class Example:
    """An article as `news` reads it, and the *texts* that tell what matters in it.

    *words* are what is known of its words, *able* the sentences that can stand alone, *terms*
    those of each text.
    """

    def __init__(self, brief: Brief, texts: Sequence[str], title: str = "") -> None:
        reader = Terms("en")
        places = candidates(brief)
        self.story = Story([brief.sentences[place].text for place in places], reader, title)
        odd = awkward(brief.sentences)
        self.able = [number for number, place in enumerate(places) if not odd[place]]
        self.words = wording.features(self.story)
        self.terms = [frozenset(map(reader.stem, reader.words(text))) for text in texts]
        self._references = [Reference(text) for text in texts]
        self._tokens = [tokens(line.text) for line in self.story.lines]
        self._scores: dict[tuple[int, ...], float] = {}

    def score(self, chosen: Sequence[int]) -> float:
        """Return ROUGE-1 + ROUGE-2 of the lines *chosen*, the mean over the texts; 0 to 200."""
        key = tuple(sorted(chosen))
        if key not in self._scores:
            found = [token for number in key for token in self._tokens[number]]
            scores = [each.score(found) for each in self._references]
            self._scores[key] = sum(scores) / len(scores)
        return self._scores[key]


def with_summaries(path: Path) -> list[Example]:
    """Return the articles of *path* with the summaries in their field `references`."""
    found = []
    for record in records(path):
        texts = [str(text) for text in record.get("references", ()) if str(text).strip()]
        brief = split(record)
        if texts and candidates(brief):
            found.append(Example(brief, texts))
    return found


def split(record: Mapping[str, Any]) -> Brief:
    """Return the brief of a record, cleaned and split into sentences."""
    title = str(record.get("title") or "")
    article = Article(str(record.get("id", "")), "training", str(record["text"]), title=title)
    brief = Brief(describe(article, CONTEXT))
    for stage in _stages():
        brief = stage.run(brief, CONTEXT)
    return brief


@cache
def _stages() -> tuple[Stage, ...]:
    wanted = (Phase.CLEAN, Phase.SPLIT)
    return in_order(stage for stage in brief_stages() if stage.phase in wanted)
