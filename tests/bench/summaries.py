"""Print how much summaries share with those that people wrote (ROUGE), for any summariser.

    python tests/bench/summaries.py [--set writers,cnndm] [--only news,lexrank] [--length 3,70w]
                                    [--depth tldr] [--raw] [--no-positions] [--plugin NAME|FILE]
                                    [--weights cross|left-out|shipped|FILE] [--train COMMAND]
                                    [--keep FOLDER] [--jobs 2]
    python tests/bench/summaries.py --stories [--length 70w] [--only news]
    python tests/bench/summaries.py --raise-floors

ROUGE-1, ROUGE-2 and ROUGE-Lsum: F1 in per cent, words stemmed, the mean over an article's
references, then over articles (counted as rouge-score does, which need not be installed).
*recall* is that of ROUGE-1, *words* the length of a summary, *ms* the time that the summariser
itself took for an article. Behind them: by how much R1 and R2 are above the lead's, with 95 %
intervals (articles drawn again 10,000 times, in pairs). With a length in words that lead is the
one that fills it: it skips what does not fit, where `lead` as users get it stops. `--raw` leaves
out every cleaner; the row "lead raw" is always the lead without them. `lede` (pip install lede)
gets as many characters as the lead takes, or as many as keep to the words.

A summariser that learns is measured by weights that never saw the article nor a copy of it: 5
folds, twice (*cross*), or the whole set left out (*left-out*). They are trained by COMMAND, in
which {summaries}, {headlines}, {stories}, {weights} and {python} are put in; `--keep` keeps them,
and takes those that are there if neither the data nor the code of training have changed.

`--stories` asks instead how much of what other outlets tell first about the same event a
summary has: summaries_stories.py. `--raise-floors` writes today's figures into
summary-floors.json where they are higher than what stands there.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

import summaries_floors
from attribution_floors import raised
from summaries_bars import POOLED, Result, bars, gain_of
from summaries_draws import gain
from summaries_measured import CROSS, SHIPPED, Learned, learned, measured, shares, wanted
from summaries_rows import FILLED, LEAD, learns, others, summarisers
from summaries_sets import SETS, USUAL
from summaries_stories import Share, reports
from summaries_training import JOBS, TRAIN

from brief.errors import ConfigError
from brief.length import parse_length

LENGTHS = ("3", "70w", "1", "30w")
FIELDS = ("words", "names", "agreed")


def names(text: str) -> list[str]:
    """Return the names in a list with commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def sets(text: str) -> list[str]:
    """Return the names of sets in a list with commas."""
    found = names(text)
    if unknown := sorted({*found} - {*SETS}):
        raise argparse.ArgumentTypeError(f"no set {unknown[0]!r}; there are {', '.join(SETS)}")
    return found


def lengths(text: str) -> list[str]:
    """Return the lengths in a list with commas, as users write them."""
    try:
        return [str(parse_length(name)) for name in names(text)]
    except ConfigError as exc:
        raise argparse.ArgumentTypeError(str(exc)) from exc


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--set", type=sets, default=list(USUAL), help="sets, with commas")
    parser.add_argument("--only", type=names, default=[], help="summarisers, with commas")
    parser.add_argument("--raw", action="store_true", help="without the cleaners")
    parser.add_argument("--depth", choices=("tldr", "short", "full"), help="instead of lengths")
    parser.add_argument("--length", type=lengths, default=[], help="3, 20%% or 70w, with commas")
    parser.add_argument("--no-positions", action="store_true", help="without parties and positions")
    parser.add_argument("--plugin", type=names, default=[], help="names, or file.py")
    parser.add_argument("--weights", default=CROSS, help="cross, left-out, shipped or a file")
    parser.add_argument("--train", default=TRAIN, help="the command that trains")
    parser.add_argument("--keep", type=Path, help="a folder for the weights")
    parser.add_argument("--jobs", type=int, default=JOBS, help="trainings at a time")
    parser.add_argument("--stories", action="store_true", help="against what other outlets tell")
    parser.add_argument("--raise-floors", action="store_true")
    return parser.parse_args()


def table(result: Result) -> Iterator[str]:
    """Yield the table of a set at a length."""
    count = len(result.rows[LEAD].scores)
    head = f"{result.set} ({count}), {result.length}"
    above = f"R1 above {result.base}", f"R2 above {result.base}"
    figures = f"{'R1':>7}{'R2':>7}{'Lsum':>7}{'recall':>8}{'words':>7}{'ms':>8}"
    yield f"{head:20}{figures}   {above[0]:24}{above[1]}"
    for name, row in result.rows.items():
        made = row.mean
        line = f"  {name:18}{made.r1:7.2f}{made.r2:7.2f}{made.lsum:7.2f}{made.recall:8.2f}"
        line += f"{made.words:7.1f}{row.milliseconds:8.2f}"
        if name != result.base:
            found = (gain_of([result], name, result.base, each) for each in ("r1", "r2"))
            line += "   " + "".join(f"{each!s:24}" for each in found)
        yield line.rstrip()


def pooled(results: Sequence[Result]) -> Iterator[str]:
    """Yield by how much each summariser is above the lead on the pooled sets."""
    for length in dict.fromkeys(each.length for each in results):
        pool = [each for each in results if each.set in POOLED and each.length == length]
        if len(pool) < len(POOLED):
            continue
        base = pool[0].base
        head = f"{'+'.join(POOLED)}, {length}"
        yield f"{head:26}" + "".join(
            f"{f'{each} above {base}':26}" for each in ("R1", "R2", "Lsum")
        )
        for name in pool[0].rows:
            if name != base:
                found = [gain_of(pool, name, base, each) for each in ("r1", "r2", "lsum")]
                yield f"  {name:24}" + "".join(f"{each!s:26}" for each in found).rstrip()
        yield ""


def print_sets(options: argparse.Namespace, folder: Path) -> None:
    """Print a table for each set and length, the pooled sets, and the bars."""
    options.length = options.length or ([] if options.depth else list(LENGTHS))
    stages = wanted(options)
    weights = _weights(options, folder, [each for each in stages if learns(stages[each])])
    found = []
    for name in options.set:
        for result in measured(name, options, stages, weights):
            print("\n".join([*table(result), ""]), flush=True)
            found.append(result)
    print("\n".join(pooled(found)))
    if summaries_floors.DEFAULT in stages:
        print("\n".join(bars(found, summaries_floors.DEFAULT)))


def print_stories(options: argparse.Namespace, folder: Path) -> None:
    """Print how much of what other outlets tell first the summaries have."""
    asked = wanted(options)
    known = {**summarisers(), **others()}
    stages = {LEAD: known[LEAD], FILLED: known[FILLED], **asked}
    weights = _weights(options, folder, [each for each in stages if learns(stages[each])])
    found = reports(plugins=options.plugin)
    stories = [each.story for each in found]
    for length in options.length or ["70w", "3"]:
        base = FILLED if length.endswith("w") else LEAD
        kept = {name: each for name, each in stages.items() if name != FILLED or name == base}
        made = {name: shares(each, weights, found, length) for name, each in kept.items()}
        head = f"{len(found)} articles of {len({*stories})} events, {length}"
        above = "".join(f"{f'{field} above {base}':26}" for field in FIELDS)
        print(
            f"{head:36}" + "".join(f"{each:>8}" for each in Share._fields) + f"   {above}".rstrip()
        )
        for name, each in made.items():
            print(_share_line(name, each, made[base], stories).rstrip())
        print()


def _share_line(
    name: str, mine: Sequence[Share], base: Sequence[Share], stories: Sequence[str]
) -> str:
    figures = [mean(column) for column in zip(*mine, strict=True)]
    line = f"  {name:34}" + "".join(f"{each:8.2f}" for each in figures) + "   "
    for field in FIELDS:
        ours, theirs = ([getattr(each, field) for each in them] for them in (mine, base))
        line += f"{gain(ours, theirs, stories)!s:26}" if mine is not base else ""
    return line


def _weights(options: argparse.Namespace, folder: Path, learning: Sequence[str]) -> list[Learned]:
    if learning and options.weights == SHIPPED:
        print(f"{', '.join(learning)}: by shipped weights, which may know these articles\n")
    return learned(options, folder) if learning else []


def main() -> None:
    """Print what is asked for."""
    options = arguments()
    if options.raise_floors:
        print(raised(summaries_floors.figures(), summaries_floors.FLOORS))
        return
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        folder = options.keep or Path(name)
        (print_stories if options.stories else print_sets)(options, folder)


if __name__ == "__main__":
    main()
