"""Print how many summary sentences open with "He", "It" or "This" and leave the reader to guess.

    python tests/bench/dangling.py [--set newscluster,bbc,writers,cnndm] [--only news,lead]
                                   [--length 3] [--depth full] [--plugin NAME]
    python tests/bench/dangling.py sample [--only news] [--size 40] [the same options]
    python tests/bench/dangling.py names [--json | --missing]
    python tests/bench/dangling.py check

The first prints the share of dangling sentences of each summariser, with its 95 % interval
(dangling_words.py says what dangles, and shares nothing with the guard). `sample` prints them in
their places, to be read. `names` prints the names that the guard can put in, drawn by seed, each
with what stands before; `--json` prints them as rows of dangling-verdicts.jsonl, `--missing` only
those that nobody has read. `check` holds today's names against the verdicts: places and names, no
text.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import dangling_names
from dangling_words import Dangling, dangling
from intervals import wilson
from measuring import DATA
from summaries_rows import asked, summarisers
from summaries_sets import SETS, Cleaned, lines_of, text_of

from brief.contracts import Context, Stage
from brief.model import Brief

BAR = 0.01
FILES = {
    "newscluster": "stories/newscluster.jsonl",
    "bbc": "headlines/bbc.jsonl",
    **{name: path for name, (path, _, _) in SETS.items()},
}


def briefs(name: str, plugins: Sequence[str] = (), folder: Path = DATA) -> Iterator[Brief]:
    """Yield the briefs of a set, all but their summary."""
    cleaned = Cleaned(positions=True, plugins=plugins)
    for number, record in enumerate(lines_of(folder / FILES[name]), 1):
        known = str(record.get("id", number))
        yield cleaned(known, text_of(record), str(record.get("title", "")))


def printed(stage: Stage, made: Iterable[Brief], context: Context) -> Iterator[Brief]:
    """Yield the briefs with the summary of *stage*."""
    opens = getattr(stage.run, "open", None)
    if callable(opens):
        opens(context)
    for brief in made:
        yield stage.run(brief, context)


def table(stages: Sequence[Stage], made: Sequence[Brief], context: Context) -> Iterator[str]:
    """Yield a line for each summariser."""
    yield f"{'':14}{'sentences':>10}{'dangling':>10}{'share':>8}   95 %"
    for stage in stages:
        words: Counter[str] = Counter()
        size = 0
        for brief in printed(stage, made, context):
            size += len(brief.summary.sentences)
            words.update(one.word for one in dangling(brief))
        hits = words.total()
        low, high = wilson(hits, size)
        bar = ""
        if stage.name == "news":
            kept = "ok" if size and hits / size <= BAR else "MISSED"
            bar = f"  bar {BAR:.0%}  {kept}"
        told = ", ".join(f"{word} {count}" for word, count in words.most_common(5))
        yield (
            f"{stage.name:14}{size:10}{hits:10}{hits / max(1, size):8.1%}"
            f"   [{low:.1%}, {high:.1%}]{bar}  {told}"
        )


def samples(stage: Stage, made: Sequence[Brief], context: Context) -> Iterator[str]:
    """Yield the dangling sentences of a summariser, each with what stands before it."""
    for brief in printed(stage, made, context):
        for one in dangling(brief):
            yield from _sample(brief, one)


def _sample(brief: Brief, one: Dangling) -> Iterator[str]:
    yield f"── {brief.article.id}  {brief.summary.method}  sentence {one.place + 1}: {one.word}"
    for sentence in brief.sentences[max(0, one.place - 2) : one.place]:
        yield f"   before: {sentence.text}"
    ids = [pick.id for pick in brief.summary.sentences]
    at = ids.index(one.pick.id)
    yield f"   printed before it: {brief.summary.sentences[at - 1].text if at else '-'}"
    yield f"   {one.pick.text}"


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    whats = ["table", "sample", "names", "check"]
    parser.add_argument("what", nargs="?", choices=whats, default="table")
    parser.add_argument("--set", default="newscluster", help=f"of {', '.join(FILES)}")
    parser.add_argument("--only", default="", help="summarisers, with commas between")
    parser.add_argument("--length", default="", help="as brief takes it")
    parser.add_argument("--depth", default="short", choices=["tldr", "short", "full"])
    parser.add_argument("--plugin", action="append", default=[])
    parser.add_argument("--size", type=int, default=40, help="lines of `sample`")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missing", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Print what is asked for."""
    options = arguments()
    if options.what in {"names", "check"}:
        return dangling_names.main(options, briefs)
    known = summarisers(options.plugin)
    wanted = [name for name in options.only.split(",") if name] or [*known]
    context = asked(options.length, "" if options.length else options.depth)
    for name in options.set.split(","):
        made = list(briefs(name, options.plugin))
        stages = [known[each] for each in wanted]
        if options.what == "table":
            print(f"{name}: {len(made)} articles")
            print("\n".join(table(stages, made, context)))
        else:
            lines = (line for stage in stages for line in samples(stage, made, context))
            print("\n".join(islice(lines, 5 * options.size)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
