"""Print how well and how fast articles are grouped into stories.

    python tests/bench/stories.py                       B-cubed on 383 articles of 69 events
    python tests/bench/stories.py check                 joined pairs against stories-verdicts.jsonl
    python tests/bench/stories.py sample [--missing] [--seed 7] [--size 100] [--json]
    python tests/bench/stories.py scale [--sizes 2500,5000,10000,20000]

The first chooses the threshold on half of the events and scores the articles of the other half
(40 halves), then shows the shipped threshold on all of them, with and without dates and outlets.
`sample` draws pairs of articles that are in one group, among 2,092 articles of the BBC taken as
one outlet without dates, and prints both texts to be read; `--json` prints them as rows of the
verdicts file, `--missing` only those that nobody has read. `scale` groups articles made from the
383: of each copy, the rare words and numbers of an event become others, and one word in twenty
any word. Verdicts are "same event", "same saga" and "different"; ids, no text.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import mean, pstdev
from zlib import crc32

from intervals import wilson
from measuring import DATA, HERE, verdict

from brief.stories import Group, Told, grouped
from brief.stories.background import background
from brief.stories.folding import folded
from brief.stories.grouping import THRESHOLD, grouped_at

NEWS, BBC = "stories/newscluster.jsonl", "headlines/bbc.jsonl"
VERDICTS = HERE / "stories-verdicts.jsonl"
SEED = 7
THRESHOLDS = [each / 200 for each in range(24, 45)]
SPLITS = 20
F_BAR, P_BAR, WRONG_BAR, SECONDS, EXPONENT, MEGABYTES = 0.95, 0.96, 0.10, 30.0, 1.2, 1000.0
# What is taken for a rare word where copies are made.
RARE = 4.0

Scores = list[tuple[float, float]]


def records(path: str) -> list[dict[str, str]]:
    """Return the records of a file of articles."""
    lines = (DATA / path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def told(record: dict[str, str], outlet: str = "") -> Told:
    """Return a record as grouping takes it."""
    given = (str(record.get(name) or "") for name in ("title", "outlet", "published", "text"))
    title, own, published, text = given
    return Told(str(record["id"]), "", title, outlet or own, published, text)


def bcubed(groups: Sequence[Group], gold: Sequence[str]) -> Scores:
    """Return the precision and recall of each article (Bagga and Baldwin 1998)."""
    number = {member: at for at, group in enumerate(groups) for member in group.members}
    found, true = Counter(number.values()), Counter(gold)
    both = Counter((number[at], story) for at, story in enumerate(gold))
    shared = [both[number[at], story] for at, story in enumerate(gold)]
    sizes = [(found[number[at]], true[story]) for at, story in enumerate(gold)]
    return [(each / one, each / other) for each, (one, other) in zip(shared, sizes, strict=True)]


def figures(scores: Scores) -> tuple[float, float, float]:
    """Return mean precision, mean recall and their F."""
    precision, recall = (mean(side) for side in zip(*scores, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


def halves(gold: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the articles of half of the events, and the others, 20 times each way."""
    events = sorted(set(gold), key=str)
    draw = random.Random(SEED)  # noqa: S311  # a draw, no secret
    for _ in range(SPLITS):
        draw.shuffle(events)
        half = set(events[: len(events) // 2])
        inside = [at for at, event in enumerate(gold) if event in half]
        outside = [at for at, event in enumerate(gold) if event not in half]
        yield inside, outside
        yield outside, inside


def quality() -> None:
    """Print B-cubed, cross-validated, and by the shipped threshold."""
    rows = records(NEWS)
    articles, gold = [told(row) for row in rows], [row["story"] for row in rows]
    by = {each: bcubed(grouped_at(articles, each), gold) for each in THRESHOLDS}
    found, chosen = [], []
    for tuned, held in halves(gold):
        best = max(THRESHOLDS, key=lambda each: figures([by[each][at] for at in tuned])[2])
        chosen.append(best)
        found.append(figures([by[best][at] for at in held]))
    precision, recall, f = (mean(side) for side in zip(*found, strict=True))
    print(f"{'':34}{'P':>7}{'R':>7}{'F':>7}")
    spread = pstdev([one[2] for one in found])
    line(
        f"{2 * SPLITS} halves, threshold {mean(chosen):.3f} +- {pstdev(chosen):.3f}",
        (precision, recall, f),
        f"sd {spread:.3f}",
    )
    print(f"  F {verdict(f, F_BAR, at_least=True)}, P {verdict(precision, P_BAR, at_least=True)}")
    line(f"all, threshold {THRESHOLD}", figures(bcubed(grouped(articles), gold)))
    undated = [one._replace(published="") for one in articles]
    line("the same without dates", figures(bcubed(grouped(undated), gold)))
    nowhere = [one._replace(outlet="") for one in articles]
    line("the same without outlets", figures(bcubed(grouped(nowhere), gold)))


def line(name: str, scores: tuple[float, float, float], more: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:34}" + "".join(f"{score:7.3f}" for score in scores) + f"  {more}")


def drawn(seed: int, size: int) -> tuple[list[Told], list[tuple[int, int]]]:
    """Return the articles of the BBC, and pairs of them in one group, drawn by *seed*."""
    articles = [told(row, "BBC") for row in records(BBC)]
    pairs = sorted(
        (one, other)
        for group in grouped(articles)
        for at, other in enumerate(group.members)
        for one in group.members[:at]
    )
    joins = sum(len(group.members) - 1 for group in grouped(articles))
    print(f"{len(articles)} articles, {joins} joins, {len(pairs)} pairs", file=sys.stderr)
    draw = random.Random(seed)  # noqa: S311
    return articles, sorted(draw.sample(pairs, min(size, len(pairs))))


def verdicts() -> dict[tuple[str, str], str]:
    """Return what readers said of pairs of articles, by their ids."""
    rows = map(json.loads, VERDICTS.read_text(encoding="utf-8").splitlines())
    return {(row["first"], row["second"]): row["verdict"] for row in rows}


def sample(options: argparse.Namespace) -> None:
    """Print pairs to be read."""
    known = verdicts() if options.missing else {}
    articles, pairs = drawn(options.seed, options.size)
    for one, other in pairs:
        first, second = articles[one], articles[other]
        if (first.id, second.id) in known:
            continue
        if options.json:
            print(json.dumps({"first": first.id, "second": second.id, "verdict": ""}))
            continue
        print(f"== {first.id} {second.id}")
        for article in (first, second):
            print(f"-- {article.title}\n{article.text[: options.letters]}")


def check() -> None:
    """Hold a draw of joined pairs against the verdicts."""
    known = verdicts()
    articles, pairs = drawn(SEED, 100)
    said = Counter(
        known.get((articles[one].id, articles[other].id), "unread") for one, other in pairs
    )
    print(", ".join(f"{name} {count}" for name, count in sorted(said.items())))
    read = len(pairs) - said["unread"]
    low, high = wilson(said["different"], read)
    share = said["different"] / max(1, read)
    print(f"different {share:.1%} [{low:.1%}, {high:.1%}]  {verdict(share, WRONG_BAR)}")


def copied(size: int) -> list[Told]:
    """Return *size* articles: the 383, and copies that tell of events of their own."""
    rows = records(NEWS)
    table = background()
    rare = sorted(word for word, worth in table.worth.items() if worth >= RARE)
    word = re.compile(r"[^\W\d_]{2,}|\d+")
    found = [told(row) for row in rows]
    for number in range(size - len(rows)):
        row, copy = rows[number % len(rows)], number // len(rows)
        draw = random.Random(number)  # noqa: S311

        def other(
            match: re.Match[str],
            row: dict[str, str] = row,
            copy: int = copy,
            draw: random.Random = draw,
        ) -> str:
            written = match.group()
            if draw.random() < 0.05:
                return draw.choice(rare)
            if not written.isdigit() and table.of(folded(written)) < RARE:
                return written
            key = crc32(f"{copy} {row['story']} {folded(written)}".encode())
            return str(key % 10 ** len(written)) if written.isdigit() else rare[key % len(rare)]

        one = told(row)
        title, text = (word.sub(other, side) for side in (one.title, one.text))
        found.append(one._replace(id=f"{one.id}-{copy}", title=title, text=text))
    return found[:size]


def once(size: int) -> None:
    """Group made articles, and print seconds of CPU and megabytes as JSON."""
    articles = copied(size)
    start = time.process_time()
    groups = grouped(articles)
    took = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "peak": peak, "groups": len(groups)}))


def scale(sizes: Sequence[int]) -> None:
    """Print time and memory for each of *sizes*, and the exponent between the first and last."""
    print(f"{'articles':>9}{'CPU s':>8}{'peak MB':>9}{'groups':>8}")
    found = {}
    for size in sizes:
        command = [sys.executable, str(Path(__file__)), "once", "--sizes", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[size] = json.loads(done.stdout)
        one = found[size]
        print(f"{size:9}{one['seconds']:8.1f}{one['peak']:9.0f}{one['groups']:8}", flush=True)
    first, last = sizes[0], sizes[-1]
    print(
        f"CPU s {verdict(found[last]['seconds'], SECONDS)}, "
        f"MB {verdict(found[last]['peak'], MEGABYTES)}"
    )
    if first < last:
        grown = math.log(found[last]["seconds"] / found[first]["seconds"])
        exponent = grown / math.log(last / first)
        print(f"grows as n^{exponent:.2f}  {verdict(exponent, EXPONENT)}")


def main() -> int:
    """Print what is asked for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    whats = ["quality", "check", "sample", "scale", "once"]
    parser.add_argument("what", nargs="?", choices=whats, default="quality")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--size", type=int, default=100, help="pairs of `sample`")
    parser.add_argument("--letters", type=int, default=4000, help="of each text in `sample`")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--missing", action="store_true")
    parser.add_argument("--sizes", default="2500,5000,10000,20000", help="for `scale`")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    ways: dict[str, Callable[[], None]] = {
        "quality": quality,
        "check": check,
        "sample": partial(sample, options),
        "scale": partial(scale, sizes),
        "once": partial(once, sizes[0]),
    }
    ways[options.what]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
