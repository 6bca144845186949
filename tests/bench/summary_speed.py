"""Print what the summariser takes beside the sentence split, and on very long articles.

    python tests/bench/summary_speed.py [--summariser news] [--articles 200] [--runs 7]
                                        [--long 5000,100000] [--plugin NAME|FILE]

The ratio: CPU time of the stage to that of the stage `sentences`, both over the same real articles
in turns; the median of the turns, after one that does not count and is shown as *first*. Opening
a stage (its weights, its models) is told apart.

Long articles are made of the sentences of real ones, each once; *stage* is the summariser alone,
the rest a whole `brief` in a process of its own, without and with positions: CPU time, peak memory,
and what it said. Without the folder of articles they are made up.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from many import made_up
from measuring import DATA, cost, middle, verdict
from summaries_rows import summarisers
from summaries_sets import Cleaned, lines_of

from brief.builtin.sentences import Sentences
from brief.contracts import Context, Stage
from brief.model import Brief

# What the stage may take of the time of the sentence split, and of 5,000 sentences.
RATIO, LONG = 3.0, 2.0
FILES = (
    "summaries/writers.jsonl",
    "summaries/cnndm.jsonl",
    "headlines/bbc.jsonl",
    "stories/newscluster.jsonl",
)
# Of a paragraph of a long article.
SENTENCES = 3


class Turn(NamedTuple):
    """What stages took of CPU time in each turn, in seconds; the first turn apart."""

    opened: float
    first: float
    later: list[float]


def texts(files: Sequence[Path]) -> list[str]:
    """Return the texts of *files*."""
    return [str(record["text"]) for path in files for record in lines_of(path)]


def spread(files: Sequence[Path], number: int) -> list[str]:
    """Return *number* texts, as many of each file, from all over it."""
    each = -(-number // len(files))
    found = []
    for path in files:
        of_file = texts([path])
        found += of_file[:: max(1, len(of_file) // each)][:each]
    return found[:number]


def took(work: Callable[[], object]) -> float:
    """Return the CPU seconds that *work* takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(stage: Stage, briefs: Sequence[Brief], runs: int) -> tuple[Turn, Turn]:
    """Return what the sentence split and *stage* take on all *briefs*, in turns."""
    split, context = Sentences(), Context(language="en")
    opened = took(lambda: _open(split, context)), took(lambda: _open(stage.run, context))
    ones: list[float] = []
    others: list[float] = []
    for _ in range(runs + 1):
        ones.append(took(lambda: [split(each, context) for each in briefs]))
        others.append(took(lambda: [stage.run(each, context) for each in briefs]))
    return Turn(opened[0], ones[0], ones[1:]), Turn(opened[1], others[0], others[1:])


def _open(run: object, context: Context) -> None:
    getattr(run, "open", lambda _: None)(context)


def ratio(stage: Stage, found: Sequence[str], runs: int) -> Iterator[str]:
    """Yield a line for each stage, and the ratio."""
    cleaned = Cleaned(positions=True)
    briefs = [cleaned(str(number), text) for number, text in enumerate(found)]
    words = sum(len(each.article.text.split()) for each in briefs)
    yield f"{len(briefs)} articles, {words / len(briefs):.0f} words each; CPU ms an article"
    yield f"{'':16}{'median':>8}{'spread':>8}{'first':>8}   opened"
    medians = []
    turns = in_turns(stage, briefs, runs)
    for name, turn in zip(("sentences", stage.name), turns, strict=True):
        value, width = middle(turn.later)
        medians.append(value)
        shown = 1000 * value / len(briefs), width, 1000 * turn.first / len(briefs)
        yield f"{name:16}{shown[0]:8.2f}{shown[1]:8.0%}{shown[2]:8.2f}{1000 * turn.opened:6.0f} ms"
    found_ratio = medians[1] / medians[0]
    yield f"{'ratio':16}{found_ratio:8.2f}   {verdict(found_ratio, RATIO)}"


def long_text(files: Sequence[Path], number: int) -> str:
    """Return an article of *number* different sentences, taken from real ones in turn."""
    cleaned = Cleaned()
    seen: dict[str, None] = {}
    for at, text in enumerate(texts(files)):
        brief = cleaned(str(at), text)
        seen.update(dict.fromkeys(each.text for each in brief.sentences if each.text[-1] == "."))
        if len(seen) >= number:
            break
    # Where real sentences run out, they come again with a number that makes them others.
    again = (f"{text[:-1]} {turn}." for turn in count(2) for text in seen)
    found = [*islice(seen, number), *islice(again, max(0, number - len(seen)))]
    paragraphs = (" ".join(found[at : at + SENTENCES]) for at in range(0, number, SENTENCES))
    return "\n\n".join(paragraphs) + "\n"


def long_article(
    stage: Stage, files: Sequence[Path], number: int, folder: Path, plugins: Sequence[str]
) -> Iterator[str]:
    """Yield what an article of *number* sentences takes."""
    path = folder / f"{number}.txt"
    path.write_text(long_text(files, number), encoding="utf-8")
    brief = Cleaned()(str(number), path.read_text("utf-8"))
    _open(stage.run, Context())
    alone = took(lambda: stage.run(brief, Context(language="en")))
    yield f"{number:,} sentences asked for, {len(brief.sentences):,} found"
    told = f"   {verdict(alone, LONG)}" if number <= 5000 else ""
    yield f"  {'stage':22}{alone:8.2f} s{told}"
    for name, words in (("brief --no-positions", ["--no-positions"]), ("brief", [])):
        command = [sys.executable, "-m", "brief", str(path), "-f", "json", "--no-plugins"]
        command += ["--summariser", stage.name, *words]
        command += [word for each in plugins for word in ("-p", each)]
        made = cost(command, keep=True)
        yield f"  {name:22}{made.cpu:8.2f} s{made.peak:8.0f} MB"
        (printed,) = json.loads(made.output)["briefs"]
        yield from (f"    {each['code']} {each['message']}" for each in printed["notices"])


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--summariser", default="news")
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--runs", type=int, default=7, metavar="N")
    parser.add_argument("--plugin", action="append", default=[], help="a name, or file.py")
    parser.add_argument("--long", default="5000,100000", help="sentences, with commas")
    return parser.parse_args()


def main() -> None:
    """Print the tables."""
    options = arguments()
    known = summarisers(options.plugin)
    if options.summariser not in known:
        sys.exit(f"no summariser {options.summariser!r}; there are {', '.join(known)}")
    stage = known[options.summariser]
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        files = [DATA / each for each in FILES]
        if not DATA.is_dir():
            files = [Path(name) / "made-up.jsonl"]
            made_up(files[0])
        print("\n".join(ratio(stage, spread(files, options.articles), options.runs)), flush=True)
        for each in options.long.split(","):
            if each.strip():
                lines = long_article(stage, files, int(each), Path(name), options.plugin)
                print("\n".join(["", *lines]), flush=True)


if __name__ == "__main__":
    main()
