"""Print what an outlet loses that the extractor has never seen: each left out of training in turn.

    python tests/bench/outlets.py [--train COMMAND] [--option stage.NAME.OPTION] [-p PLUGIN]
                                  [--only OUTLET] [--keep FOLDER]

Weights are trained without the articles of one outlet, and its dev articles scored against
the weights that know them all. Outlets are what the articles' ids start with. COMMAND is the
training command, "{articles}" and "{weights}" put in; KEY is the option of the extractor that
names weights. `--keep` keeps the weights, and takes those that are there (hours become minutes).
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from attribution_runs import Wish, extracted, records, scored
from attribution_scores import ALL, Counts, summed, tally
from measuring import DATA

TRAIN = "{python} -m brief.training {articles} -o {weights}"
OPTION = "stage.attributions.weights"
# Points of speaker+content F1, the mean over outlets.
BAR = 2.5


class Figures(NamedTuple):
    """What weights reach on the articles of an outlet: F1, and right sources, in per cent."""

    words: float
    relation: float
    quoted: float
    unquoted: float


def outlet(record: dict[str, Any]) -> str:
    """Return the outlet of an article."""
    return str(record["id"]).partition("_")[0]


def trained(articles: Sequence[dict[str, Any]], weights: Path, command: str, folder: Path) -> None:
    """Train weights on *articles*, unless they are there."""
    if weights.exists():
        return
    chosen = folder / "articles.jsonl"
    lines = (json.dumps(each, ensure_ascii=False) for each in articles)
    chosen.write_text("\n".join(lines) + "\n", encoding="utf-8")
    # Beside it first: what an ended run leaves behind must not pass for weights.
    unfinished = folder / f"unfinished-{weights.name}"
    names = {"python": sys.executable, "articles": str(chosen), "weights": str(unfinished)}
    words = [word.format(**names) for word in shlex.split(command)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{shlex.join(words)}: exit {done.returncode}\n{done.stderr[-2000:]}")
    unfinished.replace(weights)


def figures(
    articles: Sequence[dict[str, Any]], weights: Path, option: str, plugins: Sequence[str]
) -> Figures:
    """Return what *weights* reach on *articles*."""
    stage = option.split(".")[1]
    wish = Wish(stage, (f"{option}={json.dumps(str(weights))}",), tuple(plugins))
    briefs, _ = extracted(wish, articles)
    made = [scored(*each) for each in zip(articles, briefs, strict=True)]
    sums = summed(tally(each.found, each.gold) for each in made)

    def of(metric: str, group: str) -> Counts:
        return sums.get((metric, group), Counts())

    return Figures(
        of("speaker+content", ALL).f1,
        of("relation", ALL).f1,
        of("right source", "quoted").recall,
        of("right source", "unquoted").recall,
    )


def rows(given: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Figures, Figures]]:
    """Yield each outlet with the figures of all weights, and of those that never saw it."""
    train, dev = records(given.train_set), records(given.dev_set)
    whole = folder / "all.weights"
    trained(train, whole, given.train, folder)
    for name in given.only or sorted({outlet(each) for each in dev}):
        rest = [each for each in train if outlet(each) != name]
        own = [each for each in dev if outlet(each) == name]
        if len(rest) == len(train) or not own:
            raise SystemExit(f"no outlet {name!r} in both sets")
        without = folder / f"without-{name}.weights"
        trained(rest, without, given.train, folder)
        yield (
            name,
            figures(own, whole, given.option, given.plugin),
            figures(own, without, given.option, given.plugin),
        )


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    folder = DATA / "attributions"
    parser.add_argument("--train", default=TRAIN, help="the training command")
    parser.add_argument("--option", default=OPTION, help="the option that names weights")
    parser.add_argument("-p", "--plugin", action="append", default=[], help="name or file.py")
    parser.add_argument("--only", action="append", help="an outlet; may be given again")
    parser.add_argument("--keep", type=Path, help="a folder for the weights")
    parser.add_argument("--train-set", type=Path, default=folder / "polnear-train.jsonl")
    parser.add_argument("--dev-set", type=Path, default=folder / "polnear-dev.jsonl")
    return parser.parse_args()


def main() -> int:
    """Print a row for each outlet, and the mean loss; return 1 if it is over the bar."""
    given = arguments()
    losses = []
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{'':16}{'speaker+content':>22}{'relation':>20}{'quoted':>20}{'unquoted':>20}")
        for held_out, seen, unseen in rows(given, folder):
            losses.append(seen.words - unseen.words)
            pairs = zip(seen, unseen, strict=True)
            told = "".join(f"{a:10.1f} ->{b:6.1f}  " for a, b in pairs)
            print(f"{held_out:18}{told}", flush=True)
    loss = mean(losses)
    print(f"mean loss {loss:.1f}; bar: <= {BAR}  {'ok' if loss <= BAR else 'MISSED'}")
    return int(loss > BAR)


if __name__ == "__main__":
    sys.exit(main())
