"""The articles that summaries are measured on, ready for a summariser to take over."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from measuring import DATA

from brief.article import Article
from brief.builtin.sentences import Sentences
from brief.config import gather
from brief.contracts import Context, Phase
from brief.job import Job
from brief.model import Brief, Failure
from brief.options import Given
from brief.pipeline import Pipeline
from brief.plan import plan
from brief.plugins import Wanted, load
from brief.recipe import Recipe, with_values

# Where each set lies, which of its ids count, and the sentences its references stand for.
SETS = {
    "writers": ("summaries/writers.jsonl", "", "3"),
    "cnndm": ("summaries/cnndm.jsonl", "", "3"),
    "cnndm-raw": ("summaries/cnndm.jsonl", "cnndm-raw-", "3"),
    "cnndm-tidy": ("summaries/cnndm.jsonl", "cnndm-tok-", "3"),
    "xsum": ("summaries/xsum.jsonl", "", "1"),
    "gum": ("sentences/gum.jsonl", "", "1"),
}
# Each article once: the halves of cnndm are there to be asked for.
USUAL = ("writers", "cnndm", "xsum", "gum")


@dataclass(frozen=True)
class Example:
    """An article split into sentences, *raw* or with what cleaning leaves, and its references."""

    id: str
    raw: Brief
    cleaned: Brief
    references: tuple[str, ...]


def records(name: str, folder: Path = DATA) -> Iterator[dict[str, Any]]:
    """Yield the records of the set *name*."""
    path, prefix, _ = SETS[name]
    for record in lines_of(folder / path):
        if str(record["id"]).startswith(prefix):
            yield record


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON Lines."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def text_of(record: Mapping[str, Any]) -> str:
    """Return the text of a record, which may hold it as paragraphs of sentences."""
    if "text" in record:
        return str(record["text"])
    return "\n\n".join(" ".join(sentences) for sentences in record["paragraphs"])


def wished(plugins: Sequence[str]) -> Wanted:
    """Return which plugins to load, by name or, ending in .py, by path."""
    files = tuple(each for each in plugins if each.endswith(".py"))
    return Wanted(only=tuple(each for each in plugins if each not in files), files=files)


class Cleaned:
    """Makes briefs up to where a summariser takes over, parties and positions too if asked for.

    *raw* leaves the cleaners out.
    """

    def __init__(
        self, *, raw: bool = False, positions: bool = False, plugins: Sequence[str] = ()
    ) -> None:
        values = {} if positions else {"positions": Given(value=False, origin="bench")}
        registry = load(wished(plugins))
        made = plan(with_values(gather(Recipe(), isolated=True), values), registry)
        kept = [
            owned
            for owned in made.stages
            if owned.record.phase not in (Phase.SUMMARISE, Phase.FINISH)
            and not (raw and owned.record.phase is Phase.CLEAN)
        ]
        self.job = Job(Pipeline(kept, made.reading.context))
        self.job.open()

    def __call__(self, name: str, text: str, title: str = "") -> Brief:
        """Return the brief of *text* without a summary."""
        made = self.job.brief(Article(name, "bench", text, title=title))
        if isinstance(made, Failure):
            raise SystemExit(f"{name}: {made.step}: {made.reason}")
        return made


def examples(
    name: str, plugins: Sequence[str] = (), *, positions: bool = False, folder: Path = DATA
) -> list[Example]:
    """Return the articles of a set that have references."""
    raw = Cleaned(raw=True, plugins=plugins)
    cleaned = Cleaned(positions=positions, plugins=plugins)
    return [
        Example(
            str(record["id"]),
            raw(record["id"], text_of(record)),
            cleaned(record["id"], text_of(record)),
            tuple(in_lines(reference) for reference in record["references"] if reference.strip()),
        )
        for record in records(name, folder)
        if record.get("references")
    ]


@cache
def in_lines(text: str) -> str:
    """Return *text* with a line for each sentence, which is what Lsum compares."""
    if "\n" in text.strip():
        return text
    made = Sentences()(Brief(Article("r", "r", text)), Context(language="en"))
    return "\n".join(sentence.text for sentence in made.sentences)
