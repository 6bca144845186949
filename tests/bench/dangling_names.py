"""Draw the names that the reference guard puts in, and hold them against what readers said."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple

from intervals import wilson

from brief.model import Brief
from brief.references import Opening, openings

VERDICTS = Path(__file__).resolve().parent / "dangling-verdicts.jsonl"
# How many are drawn of each set, and how many of one article at most.
SIZES = {"newscluster": 200, "bbc": 100}
MOST = 10
SEED = 5
BAR = 0
# Sentences before it that a reader is shown.
BEFORE = 4


class Named(NamedTuple):
    """An opening with a name: the guard puts *name* in at offset *end*."""

    brief: Brief
    place: int
    opening: Opening
    sha256: str

    @property
    def name(self) -> str:
        """The name that is put in, without its brackets."""
        return self.opening.name.inserted[1:-1] if self.opening.name else ""

    @property
    def key(self) -> tuple[str, int, str]:
        """What a verdict is on: an article, the offset of a word, and a name."""
        return self.sha256, self.opening.span.start, self.name

    @property
    def rank(self) -> str:
        """What it is drawn by, so that others which come or go leave it in its place."""
        return sha256(f"{SEED} {self.key}".encode()).hexdigest()


def named(made: Iterable[Brief]) -> Iterator[Named]:
    """Yield every opening that has a name."""
    for brief in made:
        digest = sha256(brief.article.text.encode()).hexdigest()[:16]
        for place, opening in openings(brief).items():
            if opening.name is not None:
                yield Named(brief, place, opening, digest)


def drawn(found: Iterable[Named], size: int) -> list[Named]:
    """Return the sample: by seed, spread over articles."""
    taken: Counter[str] = Counter()
    chosen: list[Named] = []
    for one in sorted(found, key=lambda each: each.rank):
        if len(chosen) < size and taken[one.sha256] < MOST:
            taken[one.sha256] += 1
            chosen.append(one)
    return chosen


def verdicts() -> dict[tuple[str, int, str], dict[str, Any]]:
    """Return the rows of the verdicts file by what they are on."""
    if not VERDICTS.exists():
        return {}
    rows = [json.loads(line) for line in VERDICTS.read_text("utf-8").splitlines()]
    return {(row["sha256"], row["word"][0], row["name"]): row for row in rows}


def row_of(one: Named, verdict: str = "", reason: str = "") -> str:
    """Return a line of the verdicts file."""
    span = one.opening.span
    row = {
        "id": one.brief.article.id,
        "sha256": one.sha256,
        "word": [span.start, span.end],
        "name": one.name,
        "verdict": verdict,
        "reason": reason,
    }
    return json.dumps(row, ensure_ascii=False)


def shown(number: int, one: Named) -> Iterator[str]:
    """Yield a name in its place, as a reader needs it."""
    brief, place = one.brief, one.place
    word = brief.text_of([one.opening.span])
    yield f"── {number}  {brief.article.id}  {word} [{one.name}]"
    before = " ".join(each.text for each in brief.sentences[max(0, place - BEFORE) : place])
    for line in (f"…{before[-500:]}", f">> {brief.sentences[place].text[:300]}"):
        yield fill(line, 110, initial_indent="   ", subsequent_indent="   ")


def check(chosen: Sequence[Named]) -> int:
    """Print what readers said of today's names; return 1 if one of them is wrong."""
    known = verdicts()
    read = [(one, known[one.key]) for one in chosen if one.key in known]
    count = Counter(str(row["verdict"]) for _, row in read)
    low, high = wilson(count["wrong"], len(read))
    kept = "ok" if count["wrong"] <= BAR else "MISSED"
    print(f"{len(chosen)} names drawn, {len(read)} of them read: {dict(count)}")
    print(f"wrong: {count['wrong']} [{low:.1%}, {high:.1%}]; bar: {BAR}  {kept}")
    for one, row in read:
        if row["verdict"] != "right":
            print(f"  {row['verdict']}: {row['id']} {row['word'][0]} {one.name}: {row['reason']}")
    return int(count["wrong"] > BAR)


def main(options: argparse.Namespace, briefs: Callable[[str], Iterable[Brief]]) -> int:
    """Print the names, or what became of them."""
    chosen = [one for name, size in SIZES.items() for one in drawn(named(briefs(name)), size)]
    if options.what == "check":
        return check(chosen)
    known = verdicts()
    for number, one in enumerate(chosen, 1):
        if options.missing and one.key in known:
            continue
        print(row_of(one) if options.json else "\n".join(shown(number, one)))
    return 0
