"""Print how right the attributions are on articles annotated by others (PolNeAR's JSONL).

    python tests/bench/attributions.py [FILE]

*content*: tokens of content found. *speaker+content*: the same, counted only where the
speaker shares a word with the annotated one. *relation*: statements paired one to one with
annotated ones by content (token F1 of one half or more), right if the speaker is too.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from brief.article import Article
from brief.builtin.attributions import Attributions
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.data import word_set
from brief.model import Brief

DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", Path(__file__).parents[3] / "shared" / "data"))
WORD = re.compile(r"\w+(?:[’'.]\w+)*")
STOP = word_set("the a an of to and in on for with at by s")
CONTEXT = Context(language="en")

Range = tuple[int, int]
Tokens = frozenset[int]
Pair = tuple[Tokens, Tokens]


def briefs(path: Path) -> Iterator[tuple[Brief, list[dict[str, list[Range]]]]]:
    """Yield each article of *path*, split and attributed, with its annotations."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        brief = Brief(Article(str(record["id"]), "bench", record["text"]))
        yield Attributions()(Sentences()(brief, CONTEXT), CONTEXT), record["attributions"]


def cover(tokens: list[Range], spans: Iterable[Range]) -> Tokens:
    """Return which of *tokens* the *spans* touch."""
    return frozenset(at for a, b in spans for at, (x, y) in enumerate(tokens) if x < b and y > a)


class Scorer:
    """Sums over articles; ``counts`` maps a metric to right, found and annotated."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}

    def add(self, brief: Brief, gold: list[dict[str, list[Range]]]) -> None:
        """Count one article."""
        text = brief.article.text
        tokens = [match.span() for match in WORD.finditer(text)]
        self.words = [text[a:b].lower() for a, b in tokens]
        true = [(cover(tokens, g["content"]), cover(tokens, g["source"])) for g in gold]
        true = [pair for pair in true if pair[0]]
        found = [
            (
                cover(tokens, [(s.start, s.end) for s in p.content]),
                cover(tokens, [(p.speaker.start, p.speaker.end)] if p.speaker else []),
            )
            for p in brief.positions
        ]
        self._tokens(true, found)
        self._relations(true, found, brief)

    def same(self, one: Tokens, other: Tokens) -> bool:
        """Tell whether two speakers share a word that says something, or are both empty."""
        a = {at for at in one if self.words[at] not in STOP}
        b = {at for at in other if self.words[at] not in STOP}
        return bool(a & b) or (not a and not b)

    def count(self, metric: str, right: float, found: int, gold: int) -> None:
        """Add to the sums of *metric*."""
        sums = self.counts.setdefault(metric, Counter())
        sums.update(right=int(right), found=found, gold=gold)

    def _tokens(self, true: list[Pair], found: list[Pair]) -> None:
        by_true: dict[int, list[Tokens]] = {}
        by_found: dict[int, list[Tokens]] = {}
        for pairs, into in ((true, by_true), (found, by_found)):
            for content, speaker in pairs:
                for token in content:
                    into.setdefault(token, []).append(speaker)
        both = by_true.keys() & by_found.keys()
        right = sum(any(self.same(a, b) for a in by_true[t] for b in by_found[t]) for t in both)
        self.count("content", len(both), len(by_found), len(by_true))
        self.count("speaker+content", right, len(by_found), len(by_true))

    def _relations(self, true: list[Pair], found: list[Pair], brief: Brief) -> None:
        scored = sorted(
            (
                (2 * len(g[0] & p[0]) / (len(g[0]) + len(p[0])), i, j)
                for i, g in enumerate(true)
                for j, p in enumerate(found)
                if g[0] & p[0]
            ),
            reverse=True,
        )
        taken: dict[int, int] = {}
        for score, i, j in scored:
            if score >= 0.5 and i not in taken.values() and j not in taken:
                taken[j] = i
        right = {j for j, i in taken.items() if self.same(true[i][1], found[j][1])}
        self.count("relation", len(right), len(found), len(true))
        named = [j for j, p in enumerate(brief.positions) if p.speaker]
        held = sum(bool(speaker) for _, speaker in true)
        self.count("relation, with speaker", len(right & set(named)), len(named), held)
        paired = [j for j in named if j in taken]
        self.count("speaker right where paired", len(right & set(paired)), len(paired), 0)
        for j, position in enumerate(brief.positions):
            rule = f"  at confidence {position.confidence} {position.via or 'nobody'}"
            self.count(rule, j in right, 1, 0)


def report(scorer: Scorer) -> Iterator[str]:
    """Yield a line for each metric: precision, recall and F1 in percent."""
    for metric, sums in sorted(scorer.counts.items()):
        precision = 100 * sums["right"] / max(1, sums["found"])
        line = f"{metric:40} P {precision:5.1f}"
        if sums["gold"]:
            recall = 100 * sums["right"] / sums["gold"]
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            line += f"  R {recall:5.1f}  F1 {f1:5.1f}"
        yield f"{line}  ({sums['right']} of {sums['found']})"


def main() -> None:
    """Score the file named, else PolNeAR's dev articles."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    scorer = Scorer()
    start = time.process_time()
    made = list(briefs(given or DATA / "attributions" / "polnear-dev.jsonl"))
    spent = time.process_time() - start
    for brief, gold in made:
        scorer.add(brief, gold)
    for line in report(scorer):
        print(line)
    print(f"{1000 * spent / len(made):.2f} ms an article, splitting included")


if __name__ == "__main__":
    main()
