"""Print what cleaning cuts from clean articles, and how much of it was story.

    python tests/bench/cleaning.py sample [--stage NAME] [--all]
    python tests/bench/cleaning.py check

`sample` runs the phase CLEAN over the sets, counts the cuts, and prints 200 of them to be read,
drawn so that every stage is seen (`--all`: every one; `--stage`: those of one stage); `--json`
prints them as rows of the verdicts file with the verdict open.
`check` holds today's cuts against the verdicts in cleaning-verdicts.jsonl: places, no text.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from brief.article import Article
from brief.builtin.describe import describe
from brief.contracts import Context, Phase
from brief.model import Brief
from brief.order import in_order
from brief.pipeline import Pipeline
from brief.plugins import Wanted, load

HERE = Path(__file__).resolve().parent
VERDICTS = HERE / "cleaning-verdicts.jsonl"
DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", HERE.parents[2] / "shared" / "data"))
SETS = ("stories/newscluster", "headlines/bbc", "summaries/writers", "sentences/gum")
SIZE = 200
# Of each stage at least so many are read, as far as it cuts so often.
LEAST = 20
SEED = 3
BAR = 0.005


class Found(NamedTuple):
    """A cut, with where it is: *sentences* are those of its text that it takes a part of."""

    set: str
    id: str
    sha256: str
    start: int
    end: int
    stage: str
    reason: str
    sentences: int
    text: str

    @property
    def key(self) -> tuple[str, str, int, int, str]:
        """What the verdict on it is filed under."""
        return self.set, self.sha256, self.start, self.end, self.stage


def articles(name: str) -> Iterator[Article]:
    """Yield the articles of a set, as a loader would give them."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            record = json.loads(line)
            text = record.get("text") or "\n\n".join(map(" ".join, record.get("paragraphs", [])))
            title, outlet = record.get("title", ""), record.get("outlet", "")
            known = record.get("id") or f"{number}"
            yield Article(known, f"{name}.jsonl", text, title=title, outlet=outlet)


def cleaning() -> Pipeline:
    """Return the stages that a brief without settings cleans with, and its splitter."""
    stages = load(Wanted(only=())).stages
    phases = (Phase.CLEAN, Phase.SPLIT)
    order = in_order([owned.record for owned in stages.values() if owned.record.phase in phases])
    return Pipeline([stages[stage.name] for stage in order], Context(date="2025-01-01"))


def cuts(name: str, run: Pipeline) -> Iterator[tuple[int, list[Found]]]:
    """Yield of each article of a set how many sentences it has without cleaning, and its cuts."""
    split = Pipeline(
        [owned for owned in run.stages if owned.record.phase is Phase.SPLIT], run.context
    )
    for article in articles(name):
        described = describe(article, run.context)
        cleaned, whole = run(described), split(described)
        assert isinstance(cleaned, Brief)
        assert isinstance(whole, Brief)
        digest = sha256(article.text.encode()).hexdigest()[:16]
        yield (
            len(whole.sentences),
            [
                Found(
                    name,
                    article.id,
                    digest,
                    cut.start,
                    cut.end,
                    cut.stage,
                    cut.reason,
                    sum(s.start < cut.end and cut.start < s.end for s in whole.sentences),
                    article.text,
                )
                for cut in cleaned.cuts
            ],
        )


def all_cuts() -> tuple[list[Found], int]:
    """Return every cut of the sets, and how many sentences they have."""
    run = cleaning()
    found: list[Found] = []
    sentences = 0
    for name in SETS:
        for count, made in cuts(name, run):
            sentences += count
            found += made
    return found, sentences


def drawn(found: list[Found]) -> list[Found]:
    """Return the sample: some of each stage, and the rest as they fall.

    A cut is drawn by a digest of its place, so that others which come and go leave it there.
    """
    shuffled = sorted(found, key=lambda cut: sha256(f"{SEED} {cut.key}".encode()).digest())
    stages = sorted({cut.stage for cut in found})
    least = [cut for stage in stages for cut in [c for c in shuffled if c.stage == stage][:LEAST]]
    chosen = {cut.key for cut in least}
    rest = [cut for cut in shuffled if cut.key not in chosen]
    return sorted([*least, *rest][: max(SIZE, len(least))], key=lambda cut: (cut.stage, cut.key))


def shown(cut: Found, width: int = 80) -> str:
    """Return a cut in its place, on one line."""
    before, inside, after = (
        " ⏎ ".join(piece.split("\n"))
        for piece in (
            cut.text[max(0, cut.start - width) : cut.start],
            cut.text[cut.start : cut.end],
            cut.text[cut.end : cut.end + width],
        )
    )
    if len(inside) > 4 * width:
        inside = f"{inside[: 2 * width]} … {inside[-2 * width :]}"
    return f"{before}⟦{inside}⟧{after}"


def row(cut: Found, verdict: str) -> str:
    """Return a line of the verdicts file: where a cut is, and what a reader said of it."""
    fields = {name: getattr(cut, name) for name in ("set", "id", "sha256", "start", "end", "stage")}
    return json.dumps({**fields, "verdict": verdict})


def upper(wrong: int, size: int) -> float:
    """Return the upper 95 % bound (Wilson) of a share seen as *wrong* of *size*."""
    if not size:
        return 1.0
    z, share = 1.645, wrong / size
    middle = share + z * z / (2 * size)
    return (middle + z * math.sqrt(share * (1 - share) / size + z * z / (4 * size * size))) / (
        1 + z * z / size
    )


def sample(stage: str, *, everything: bool, rows: bool) -> None:
    """Print counts, and cuts to be read."""
    found, sentences = all_cuts()
    if rows:
        print("\n".join(row(cut, "") for cut in drawn(found)))
        return
    counts = Counter((cut.stage, cut.reason) for cut in found)
    for (name, reason), count in sorted(counts.items()):
        print(f"{name:12} {reason:20} {count:6}")
    touched = sum(cut.sentences for cut in found)
    print(f"{len(found)} cuts touch {touched} of {sentences} sentences ({touched / sentences:.2%})")
    chosen = found if everything else drawn(found)
    for cut in chosen:
        if stage in ("", cut.stage):
            print(
                f"\n{cut.set} {cut.id} {cut.start}-{cut.end} {cut.stage} ({cut.reason})\n"
                f"{shown(cut)}"
            )


def check() -> int:
    """Print what became of the cuts that were read; return 1 if too many were wrong."""
    read = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    found, sentences = all_cuts()
    keys = ("set", "sha256", "start", "end", "stage")
    verdicts = {tuple(each[key] for key in keys): each["verdict"] for each in read}
    today = {cut.key: cut for cut in found}
    stand = {key: verdict for key, verdict in verdicts.items() if key in today}
    print(f"{len(verdicts)} cuts were read; {len(stand)} of them are still made")
    print(f"{'stage':12} {'cuts':>6} {'read':>6} {'right':>6} {'debatable':>9} {'wrong':>6}")
    estimate = bound = 0.0
    for stage in sorted({cut.stage for cut in found}):
        said = Counter(verdict for key, verdict in stand.items() if key[-1] == stage)
        made = [cut for cut in found if cut.stage == stage]
        size = said.total()
        # The sample is drawn stage by stage: each counts by the sentences that it touches.
        weight = sum(cut.sentences for cut in made) / sentences
        unread = size < len(made)
        estimate += weight * (said["wrong"] / size if size else 1.0)
        bound += weight * (upper(said["wrong"], size) if unread else said["wrong"] / size)
        print(
            f"{stage:12} {len(made):6} {size:6} {said['right']:6} "
            f"{said['debatable']:9} {said['wrong']:6}"
        )
    unseen = [cut for cut in drawn(found) if cut.key not in verdicts]
    print(f"{len(unseen)} cuts of today's sample have no verdict")
    print(
        f"of {sentences} sentences {estimate:.3%} are cut wrongly; "
        f"with 95 % certainty at most {bound:.3%}"
    )
    print(f"bar: {BAR:.1%}  {'ok' if estimate <= BAR else 'MISSED'}")
    return int(estimate > BAR)


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["sample", "check"])
    parser.add_argument("--stage", default="")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.what == "check":
        return check()
    sample(given.stage, everything=given.all, rows=given.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
