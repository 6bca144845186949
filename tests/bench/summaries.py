"""Print how much summaries share with those that people wrote (ROUGE), for any summariser.

    python tests/bench/summaries.py [--set writers,cnndm] [--only lead,lexrank] [--raw]
                                    [--depth tldr] [--length 70w] [--plugin NAME]

ROUGE-1, ROUGE-2 and ROUGE-Lsum: F1 in per cent, words stemmed, the mean over an article's
references, then over articles. *words* is the length of a summary, *ms* the time that the
summariser itself took for an article. `--raw` leaves out every cleaner; the row "lead raw" is
always the lead without them. Needs rouge-score: pip install rouge-score
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

from brief.article import Article
from brief.builtin.sentences import Sentences
from brief.config import gather
from brief.contracts import Context, Phase, Stage
from brief.job import Job
from brief.length import parse_length
from brief.model import Brief, Failure
from brief.options import Given
from brief.pipeline import Pipeline
from brief.plan import plan
from brief.plugins import Wanted, load
from brief.recipe import Recipe, with_values

DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", Path(__file__).parents[3] / "shared" / "data"))
# Where each set lies, which of its ids count, and the sentences its references stand for.
SETS = {
    "writers": ("summaries/writers.jsonl", "", "3"),
    "cnndm": ("summaries/cnndm.jsonl", "", "3"),
    "cnndm-raw": ("summaries/cnndm.jsonl", "cnndm-raw-", "3"),
    "cnndm-tidy": ("summaries/cnndm.jsonl", "cnndm-tok-", "3"),
    "xsum": ("summaries/xsum.jsonl", "", "1"),
    "gum": ("sentences/gum.jsonl", "", "1"),
}
KINDS = ("rouge1", "rouge2", "rougeLsum")
RAW = "lead raw"


@dataclass(frozen=True)
class Example:
    """An article split into sentences, *raw* or with what cleaning leaves, and its references."""

    id: str
    raw: Brief
    cleaned: Brief
    references: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """What a summariser reached on a set: ROUGE for each article, words, and seconds for each."""

    name: str
    scores: Mapping[str, Sequence[float]]
    words: Sequence[int]
    seconds: Sequence[float]


def records(name: str, folder: Path = DATA) -> Iterator[dict[str, Any]]:
    """Yield the records of the set *name*."""
    path, prefix, _ = SETS[name]
    for line in (folder / path).read_text("utf-8").splitlines():
        record = json.loads(line)
        if str(record["id"]).startswith(prefix):
            yield record


def text_of(record: Mapping[str, Any]) -> str:
    """Return the text of a record, which may hold it as paragraphs of sentences."""
    if "text" in record:
        return str(record["text"])
    return "\n\n".join(" ".join(sentences) for sentences in record["paragraphs"])


class Cleaned:
    """Makes briefs up to where a summariser takes over."""

    def __init__(self, *, raw: bool, plugins: Sequence[str] = ()) -> None:
        values = {"positions": Given(value=False, origin="bench")}
        registry = load(Wanted(only=tuple(plugins)))
        made = plan(with_values(gather(Recipe(), isolated=True), values), registry)
        kept = [
            owned
            for owned in made.stages
            if owned.record.phase not in (Phase.SUMMARISE, Phase.FINISH)
            and not (raw and owned.record.phase is Phase.CLEAN)
        ]
        self.job = Job(Pipeline(kept, made.reading.context))
        self.job.open()

    def __call__(self, name: str, text: str) -> Brief:
        """Return the brief of *text* without a summary."""
        made = self.job.brief(Article(name, "bench", text))
        if isinstance(made, Failure):
            raise SystemExit(f"{name}: {made.step}: {made.reason}")
        return made


def examples(name: str, plugins: Sequence[str] = ()) -> list[Example]:
    """Return the articles of a set that have references."""
    raw, cleaned = Cleaned(raw=True, plugins=plugins), Cleaned(raw=False, plugins=plugins)
    return [
        Example(
            str(record["id"]),
            raw(record["id"], text_of(record)),
            cleaned(record["id"], text_of(record)),
            tuple(_in_lines(reference) for reference in record["references"] if reference.strip()),
        )
        for record in records(name)
        if record.get("references")
    ]


@cache
def _in_lines(text: str) -> str:
    """Return *text* with a line for each sentence, which is what Lsum compares."""
    if "\n" in text.strip():
        return text
    made = Sentences()(Brief(Article("r", "r", text)), Context(language="en"))
    return "\n".join(sentence.text for sentence in made.sentences)


def summarisers(plugins: Sequence[str] = ()) -> dict[str, Stage]:
    """Return every stage that writes summaries, by name."""
    known = load(Wanted(only=tuple(plugins))).stages
    return {n: each.record for n, each in known.items() if each.record.phase is Phase.SUMMARISE}


class Scorer:
    """Scores summaries against references."""

    def __init__(self) -> None:
        try:
            # By name: it is none of the packages that the checks are run with.
            scorer = import_module("rouge_score.rouge_scorer")
        except ImportError:
            sys.exit("needs rouge-score: pip install rouge-score")
        self.score = scorer.RougeScorer(list(KINDS), use_stemmer=True).score

    def __call__(self, summary: str, references: Sequence[str]) -> dict[str, float]:
        """Return F1 in per cent for each kind, the mean over *references*."""
        found = [self.score(reference, summary) for reference in references]
        return {kind: 100 * mean(each[kind].fmeasure for each in found) for kind in KINDS}


def row(
    name: str, stage: Stage, examples: Sequence[Example], context: Context, *, raw: bool
) -> Row:
    """Return what *stage* reaches on *examples*."""
    opens = getattr(stage.run, "open", None)
    if callable(opens):
        opens(context)
    score = Scorer()
    scores: dict[str, list[float]] = {kind: [] for kind in KINDS}
    words, seconds = [], []
    for example in examples:
        brief = example.raw if raw else example.cleaned
        told = replace(context, language=brief.article.language)
        start = time.perf_counter()
        made = stage.run(brief, told)
        seconds.append(time.perf_counter() - start)
        texts = [pick.text for pick in made.summary.sentences]
        for kind, value in score("\n".join(texts), example.references).items():
            scores[kind].append(value)
        words.append(sum(len(text.split()) for text in texts))
    return Row(name, scores, words, seconds)


def rows(name: str, options: argparse.Namespace) -> Iterator[Row]:
    """Yield a row for each summariser that is wanted, the raw lead first."""
    found = examples(name, options.plugin)
    length = options.length or ("" if options.depth else SETS[name][2])
    context = Context(
        length=parse_length(length) if length else None, depth=options.depth or "short"
    )
    known = summarisers(options.plugin)
    yield row(RAW, known["lead"], found, context, raw=True)
    for wanted in options.only or sorted(known, key=lambda each: (each != "lead", each)):
        if wanted not in known:
            sys.exit(f"no summariser {wanted!r}; there are {', '.join(known)}")
        yield row(wanted, known[wanted], found, context, raw=options.raw)


def names(text: str) -> list[str]:
    """Return the names in a list with commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def sets(text: str) -> list[str]:
    """Return the names of sets in a list with commas."""
    found = names(text)
    if unknown := sorted({*found} - {*SETS}):
        raise argparse.ArgumentTypeError(f"no set {unknown[0]!r}; there are {', '.join(SETS)}")
    return found


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--set", type=sets, default=list(SETS), help="sets, with commas")
    parser.add_argument("--only", type=names, default=[], help="summarisers, with commas")
    parser.add_argument("--raw", action="store_true", help="without the cleaners")
    parser.add_argument("--depth", choices=("tldr", "short", "full"), help="instead of a length")
    parser.add_argument("--length", default="", help="3, 20%% or 70w, for every set")
    parser.add_argument("--plugin", type=names, default=[], help="plugins to load too")
    return parser.parse_args()


def main() -> None:
    """Print a table for each set."""
    options = arguments()
    for name in options.set:
        print(f"{name:14}{'R1':>7}{'R2':>7}{'Lsum':>7}{'words':>7}{'ms':>8}")
        for each in rows(name, options):
            figures = "".join(f"{mean(each.scores[kind]):7.2f}" for kind in KINDS)
            took = f"{mean(each.seconds) * 1000:8.2f}"
            print(f"  {each.name:12}{figures}{mean(each.words):7.1f}{took}", flush=True)
        print()


if __name__ == "__main__":
    main()
