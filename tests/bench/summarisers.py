"""Hold the summarisers of sumy against sumy alone, and compare all of them on time and quality.

    python tests/bench/summarisers.py agree [--articles 100]
    python tests/bench/summarisers.py [--runs 5]
    python tests/bench/summarisers.py --write-docs [--keep FOLDER]

*agree*: sumy's own classes as its documentation uses them, on the same sentences and words, in
a process of its own for each of five hash seeds, against our stages, at 1 to 5 sentences.
*tie*: other sentences, which sumy rates the same but for the last digits. *seed*: sumy picks
otherwise from one hash seed to the next, and once as we do. Anything else is *wrong*.

Without *agree*, a table of time and of ROUGE (see summaries.py, also for `--weights`, `--train`
and `--keep`: a summariser that learns is scored on articles that it has not seen); `--write-docs`
puts it into docs/summarisers.md. Time is a ratio to the lead in the same run, the median of turns.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from math import isclose, isnan
from pathlib import Path
from statistics import median
from typing import Any

from measuring import DATA
from summaries_measured import CROSS, Learned, learned, reached
from summaries_rows import learns, summarisers
from summaries_sets import Cleaned, examples
from summaries_training import JOBS, TRAIN

from brief.article import Article
from brief.builtin.sentences import Sentences
from brief.builtin.summarisers.edmundson import Edmundson
from brief.builtin.summarisers.material import Words, one_thread
from brief.contracts import Context
from brief.extractive import candidates
from brief.length import Length
from brief.model import Brief

DOCS = Path(__file__).parents[2] / "docs" / "summarisers.md"
START, END = "<!-- summarisers -->", "<!-- end -->"
ARTICLES = (
    "summaries/writers.jsonl",
    "summaries/cnndm.jsonl",
    "headlines/bbc.jsonl",
    "stories/newscluster.jsonl",
)
SEEDS = ("0", "1", "2", "3", "4")
COUNTS = range(1, 6)
CUED = "edmundson, cued"
GREEDY = ("kl", "sumbasic")
QUALITY = {"writers": 3, "cnndm": 3, "xsum": 1, "gum": 1}

Told = Mapping[str, Any]


def articles(count: int) -> Iterator[Brief]:
    """Yield *count* articles, as many from each set, spread over it; without a summary.

    Pages of captions are left out: nothing of them is a story.
    """
    ready = Cleaned(raw=False)
    each = -(-count // len(ARTICLES))
    found = []
    for path in ARTICLES:
        lines = (DATA / path).read_text("utf-8").splitlines()
        chosen = lines[:: max(1, len(lines) // each)][:each]
        found += [(f"{path}:{number}", json.loads(line)) for number, line in enumerate(chosen)]
    briefs = (ready(name, record["text"]) for name, record in found)
    yield from islice((brief for brief in briefs if candidates(brief)), count)


def told(brief: Brief) -> Told:
    """Return what sumy is told of an article: its sentences, each once, and its title."""
    chosen = [brief.sentences[place] for place in candidates(brief)]
    words = Words().to_words(" ".join(each.text for each in chosen))
    return {
        "sentences": [[each.text, each.paragraph] for each in chosen],
        "title": brief.article.title,
        "language": brief.article.language or "en",
        "bonus": sorted(dict.fromkeys(words), key=len)[-3:],
    }


def alone(article: Told) -> dict[str, list[list[float]]]:
    """Return, for each method of sumy's, all sentences best first, each with its rating.

    sumy prints the first so many of them.
    """
    from sumy.summarizers.edmundson import EdmundsonSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.kl import KLSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.lsa import LsaSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.luhn import LuhnSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.reduction import ReductionSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.sum_basic import SumBasicSummarizer  # type: ignore[import-untyped]
    from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-untyped]
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]

    stop = get_stop_words(article["language"])
    methods = {
        "kl": KLSummarizer(),
        "lexrank": LexRankSummarizer(),
        "lsa": LsaSummarizer(),
        "luhn": LuhnSummarizer(),
        "reduction": ReductionSummarizer(),
        "sumbasic": SumBasicSummarizer(),
        "textrank": TextRankSummarizer(),
    }
    for method in methods.values():
        method.stop_words = stop
    plain = EdmundsonSummarizer(cue_weight=0)
    cued = EdmundsonSummarizer()
    plain.null_words = cued.null_words = stop
    cued.bonus_words, cued.stigma_words = article["bonus"], ["no-such-word"]
    document, titled = documents(article)
    made = {name: best_first(method, document) for name, method in methods.items()}
    made["edmundson"] = best_first(plain, titled)
    made[CUED] = best_first(cued, titled)
    return made


def documents(article: Told) -> tuple[Any, Any]:
    """Return sumy's document of an article without and with its title."""
    from sumy.models.dom import (  # type: ignore[import-untyped]
        ObjectDocumentModel,
        Paragraph,
        Sentence,
    )

    words = Words()
    paragraphs: dict[int, list[Any]] = {}
    for text, paragraph in article["sentences"]:
        paragraphs.setdefault(paragraph, []).append(Sentence(text, words))
    plain = ObjectDocumentModel([Paragraph(each) for each in paragraphs.values()])
    if article["title"]:
        next(iter(paragraphs.values())).insert(
            0, Sentence(article["title"], words, is_heading=True)
        )
    return plain, ObjectDocumentModel([Paragraph(each) for each in paragraphs.values()])


def best_first(method: Callable[..., object], document: object) -> list[list[float]]:
    """Return the place and the rating of every sentence, best first."""
    found: list[list[float]] = []

    def gather(infos: Sequence[Any]) -> Sequence[Any]:
        found.extend([info.order, float(info.rating)] for info in infos)
        return infos

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        method(document, gather)
    return found


def ours(brief: Brief) -> dict[str, list[list[int]]]:
    """Return what our stages pick, at each count, by the places of the candidates."""
    places = {brief.sentences[at].id: number for number, at in enumerate(candidates(brief))}
    known = summarisers().items()
    runs = {name: stage.run for name, stage in known if name != "lead" and not learns(stage)}
    runs[CUED] = Edmundson(bonus_words=tuple(told(brief)["bonus"]))
    found: dict[str, list[list[int]]] = {}
    for name, run in runs.items():
        made = [run(brief, Context(length=Length(count))) for count in COUNTS]
        found[name] = [[places[pick.id] for pick in each.summary.sentences] for each in made]
    return found


def verdict(method: str, ours: Sequence[int], theirs: Sequence[list[list[float]]]) -> str:
    """Return how what we pick stands to what sumy picks under each hash seed."""
    count = len(ours)
    picks = [sorted(int(order) for order, _ in each[:count]) for each in theirs]
    if all(pick == sorted(ours) for pick in picks):
        return "same"
    # The ratings of a greedy method are its order of choice: no two are the same.
    if method not in GREEDY:
        rated = {int(order): rating for order, rating in theirs[0]}
        if any(map(isnan, rated.values())):
            return "no number"
        pairs = zip(
            sorted(rated[at] for at in ours), sorted(rated[at] for at in picks[0]), strict=True
        )
        if all(isclose(one, other, rel_tol=1e-9) for one, other in pairs):
            return "tie"
    return "seed" if sorted(ours) in picks else "wrong"


def agree(count: int) -> None:
    """Print how often our stages pick what sumy alone picks."""
    briefs = list(articles(count))
    lines = "".join(f"{json.dumps(told(brief))}\n" for brief in briefs)
    by_seed = [in_a_process(lines, seed) for seed in SEEDS]
    found: dict[str, Counter[str]] = {}
    for number, brief in enumerate(briefs):
        for name, picked in ours(brief).items():
            theirs = [each[number][name] for each in by_seed]
            counts = found.setdefault(name, Counter())
            counts.update(verdict(name, pick, theirs) for pick in picked)
            once = {tuple(int(order) for order, _ in each[: COUNTS[-1]]) for each in theirs}
            counts["unsteady"] += len(once) > 1
    kinds = ("same", "tie", "seed", "no number", "wrong", "unsteady")
    print(f"{len(briefs)} articles, {len(briefs) * len(COUNTS)} summaries by each method")
    print(f"{'':18}" + "".join(f"{kind:>11}" for kind in kinds))
    for name, counts in sorted(found.items()):
        print(f"{name:18}" + "".join(f"{counts[kind]:11}" for kind in kinds))
    print("cued: with three bonus words")
    print("unsteady: articles whose five best sumy alone changes or reorders with the hash seed")


def in_a_process(lines: str, seed: str) -> list[dict[str, list[list[float]]]]:
    """Return what sumy alone makes of articles under a hash seed."""
    done = subprocess.run(
        [sys.executable, __file__, "alone"],
        input=lines,
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def long_article(count: int) -> Brief:
    """Return an article of *count* different sentences, taken from real articles in turn."""
    texts: dict[str, None] = {}
    for brief in articles(40):
        texts.update(dict.fromkeys(sentence.text for sentence in brief.sentences))
    text = "\n\n".join(islice(texts, 2 * count))
    made = Sentences()(Brief(Article("long", "bench", text, language="en")), Context())
    return Brief(made.article, sentences=made.sentences[:count])


def times(runs: int, brief: Brief) -> dict[str, float]:
    """Return the median time of each summariser on *brief* in seconds, taking turns."""
    known = summarisers()
    for stage in known.values():
        getattr(stage.run, "open", lambda _: None)(Context())
    taken: dict[str, list[float]] = {name: [] for name in known}
    for run in range(runs + 1):
        for name, stage in known.items():
            start = time.perf_counter()
            stage.run(brief, Context())
            # The first run imports.
            if run:
                taken[name].append(time.perf_counter() - start)
    return {name: median(each) for name, each in taken.items()}


def table(runs: int, weights: Sequence[Learned]) -> str:
    """Return the comparison of all summarisers as a Markdown table."""
    # As in a run of brief: here another summariser would import numpy first, with its threads.
    one_thread()
    short, long = times(runs, long_article(50)), times(runs, long_article(400))
    head = ["summariser", "50 sentences", "400 sentences"]
    sets = {name: examples(name, positions=True) for name in QUALITY}
    head += [f"{name} ({len(each)})" for name, each in sets.items()]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    for name, stage in summarisers().items():
        cells = [f"`{name}`"]
        for taken in (short, long):
            ratio = float(f"{taken[name] / taken['lead']:.2g}")
            cells.append(f"{ratio:,.0f} x" if name != "lead" else f"{taken[name] * 1000:.2g} ms")
        for each, count in QUALITY.items():
            context = Context(length=Length(count))
            made = reached(stage, weights, each, sets[each], context).mean
            cells.append(f"{made.r1:.1f} / {made.r2:.1f} / {made.lsum:.1f}")
        lines.append(cells)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def write_docs(made: str) -> None:
    """Put the table into the docs, between its markers."""
    text = DOCS.read_text("utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    DOCS.write_text(f"{before}{START}\n{made}\n{END}{after}", "utf-8")


def main() -> None:
    """Do what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("what", nargs="?", choices=("compare", "agree", "alone"), default="compare")
    parser.add_argument("--articles", type=int, default=100, metavar="N")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    parser.add_argument("--write-docs", action="store_true")
    parser.add_argument("--weights", default=CROSS, help="cross, left-out, shipped or a file")
    parser.add_argument("--train", default=TRAIN, help="the command that trains")
    parser.add_argument("--keep", type=Path, help="a folder for the weights")
    parser.add_argument("--jobs", type=int, default=JOBS, help="trainings at a time")
    options = parser.parse_args()
    if options.what == "alone":
        for line in sys.stdin:
            print(json.dumps(alone(json.loads(line))))
    elif options.what == "agree":
        agree(options.articles)
    else:
        learning = any(map(learns, summarisers().values()))
        with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
            folder = options.keep or Path(name)
            made = table(options.runs, learned(options, folder) if learning else [])
        print(made)
        if options.write_docs:
            write_docs(made)


if __name__ == "__main__":
    main()
