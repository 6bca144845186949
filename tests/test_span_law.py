"""Every line of a brief is found in the source at its offsets, whatever the article."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief import Article, Brief, Context, Failure
from brief.builtin.describe import describe
from brief.chosen import stages
from brief.form import brief_form
from brief.pipeline import Pipeline
from brief.plugins import Wanted, load
from brief.recipe import Recipe
from brief.testing import SAMPLES, brief_of
from true_spans import faults

# What news is made of, and what breaks programs that read it.
PIECES = [
    "Mayor Ines Holm",
    "Holm",
    "said",
    "denied that",
    "warned",
    "according to",
    "“We have waited too long for this,”",
    '"It is closed today,"',
    "‘No’",
    "the bridge",
    "is shut",
    "in Tarnby",
    "Dr.",
    "U.S.",
    "4.2",
    ".",
    "?",
    "...",
    ",",
    "—",
    "(",
    ")",
    "“",
    "”",
    '"',
    "’s",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u00a0",
    "\u2028",
    "\t",
    "By Jane Doe",
    "TARNBY — ",
    "14 March 2025",
    "🎻",
    "é",
    "e\u0301",
    "\u202e",
    "\x1b[31m",
    "\x00",
    "москва",
    "東京",
]

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=60).map(
    " ".join
)


@given(texts.filter(lambda text: text.strip()))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_span_is_true_whatever_the_text(text: str) -> None:
    """Any mixture of what news is made of gives a brief that can be checked."""
    made = brief_of(text, depth="full")

    assert [notice for notice in made.notices if notice.code.startswith("B6")] == []
    assert list(faults(brief_form(made), made.article.text)) == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("summariser", ["lead", "lexrank"])
def test_every_span_of_the_samples_is_true(name: str, summariser: str) -> None:
    """The odd shapes that plugins are tested with keep the law with every summariser."""
    made = brief_of(SAMPLES[name], use={"summarise": summariser})

    assert list(faults(brief_form(made), made.article.text)) == []


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Return the usual pipeline, opened."""
    usual = Pipeline(stages(Recipe(), load(Wanted(only=()))), Context(depth="full"))
    usual.open()
    return usual


def real_articles(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every article in the folder of real ones."""
    for path in sorted(data.rglob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            record = json.loads(line) if line else {}
            text = record.get("text") or "\n\n".join(
                " ".join(sentences) for sentences in record.get("paragraphs", [])
            )
            if text.strip():
                yield f"{path.name}#{number}", text
    for path in sorted(data.rglob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in sorted(data.rglob("*.html.gz"))[:20]:
        # Pages are not what the core reads; as text they are as odd as text can be.
        yield path.name, gzip.decompress(path.read_bytes()).decode("utf-8", "replace")[:50_000]


def test_every_span_of_real_articles_is_true(data: Path, pipeline: Pipeline) -> None:
    """Thousands of articles from many outlets: every line of every brief is where it says."""
    wrong: list[str] = []
    count = 0

    for name, text in real_articles(data):
        made: Brief | Failure = pipeline(describe(Article(name, name, text), Context()))
        count += 1
        if isinstance(made, Failure):
            wrong.append(f"{name}: {made.step}: {made.reason}")
            continue
        wrong += [f"{name}: {n.message}" for n in made.notices if n.code.startswith("B6")]
        wrong += [f"{name}: {fault}" for fault in faults(brief_form(made), text)]

    assert wrong == []
    assert count > 1000
