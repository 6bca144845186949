"""Print what trimming leaves out of sentences, how often, and how often a reader called it wrong.

    python tests/bench/trims.py sample [--kind NAME] [--all]
    python tests/bench/trims.py check

`sample` trims every sentence of the sets as if the one before it were not printed, counts what
goes by kind, and prints 200 of the sentences to be read, drawn so that every kind is seen (`--all`:
every one; `--kind`: those of one kind); `--json` prints them as rows of the verdicts file with the
verdict open. `check` holds today's trims against the verdicts in trim-verdicts.jsonl: places, no
text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cleaning import articles, cleaning, upper

from brief.builtin.describe import describe
from brief.model import Brief, Sentence
from brief.spans import Span
from brief.trimming import left_out, trimmed

VERDICTS = Path(__file__).resolve().parent / "trim-verdicts.jsonl"
SETS = ("stories/newscluster", "headlines/bbc", "summaries/writers", "summaries/cnndm")
# Of this set every fourth article is enough: it is as large as all others together.
EVERY = {"headlines/bbc": 4}
SIZE = 200
# Of each kind at least so many are read, as far as there are.
LEAST = 20
SEED = 5
KINDS = ("joining", "dateline", "picture")
FIELDS = ("set", "id", "sha256", "start", "end", "kind")


class Trim(NamedTuple):
    """What is left out of a sentence from *start* to *end*, and the sentence as it is printed."""

    set: str
    id: str
    sha256: str
    start: int
    end: int
    kind: str
    gone: str
    printed: str
    before: str

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What the verdict on it is filed under."""
        return self.set, self.sha256, self.start, self.end


def trims(name: str) -> Iterator[tuple[int, list[Trim]]]:
    """Yield of each article of a set how many sentences it has, and what is left out of them."""
    run = cleaning()
    for number, article in enumerate(articles(name)):
        if number % EVERY.get(name, 1):
            continue
        brief = run(describe(article, run.context))
        assert isinstance(brief, Brief)
        digest = sha256(article.text.encode()).hexdigest()[:16]
        yield (
            len(brief.sentences),
            [
                Trim(name, article.id, digest, gone.start, gone.end, *found)
                for place in range(len(brief.sentences))
                for gone, found in of_sentence(brief, place)
            ],
        )


def of_sentence(brief: Brief, place: int) -> Iterator[tuple[Span, tuple[str, str, str, str]]]:
    """Yield what is left out of the sentence at *place*: kind, words, what is printed, before."""
    text, sentence = brief.article.text, brief.sentences[place]
    parts = trimmed(text, sentence)
    before = brief.sentences[place - 1].text if place else ""
    for gone in left_out(text, sentence, parts):
        words = text[gone.start : gone.end]
        yield gone, (kind_of(words, gone, sentence), words, brief.text_of(parts), before)


def kind_of(words: str, gone: Span, sentence: Sentence) -> str:
    """Return what *words* are: at the beginning with a bracket in them they are a dateline."""
    if gone.start > sentence.start:
        return "picture"
    return "dateline" if "(" in words else "joining"


def drawn(found: list[Trim]) -> list[Trim]:
    """Return the sample: some of each kind, and the rest as they fall, by a digest of the place.

    An article that a set has twice is read once.
    """
    once = {trim.key: trim for trim in found}.values()
    shuffled = sorted(once, key=lambda trim: sha256(f"{SEED} {trim.key}".encode()).digest())
    least = [each for kind in KINDS for each in [t for t in shuffled if t.kind == kind][:LEAST]]
    chosen = {each.key for each in least}
    rest = [each for each in shuffled if each.key not in chosen]
    return sorted([*least, *rest][:SIZE], key=lambda trim: (trim.kind, trim.key))


def all_trims() -> tuple[list[Trim], int]:
    """Return every trim of the sets, and how many sentences they have."""
    found: list[Trim] = []
    sentences = 0
    for name in SETS:
        for count, made in trims(name):
            sentences += count
            found += made
    return found, sentences


def sample(kind: str, *, everything: bool, rows: bool) -> None:
    """Print counts, and trimmed sentences to be read, each below the one before it."""
    found, sentences = all_trims()
    if rows:
        for each in drawn(found):
            fields = {name: getattr(each, name) for name in FIELDS}
            print(json.dumps({**fields, "verdict": ""}))
        return
    for name in KINDS:
        of_kind = [each for each in found if each.kind == name]
        words = Counter(each.gone for each in of_kind).most_common(8)
        print(f"{name:9} {len(of_kind):5}  {', '.join(f'{w} {count}' for w, count in words)}")
    print(f"{len(found)} trims in {sentences} sentences ({len(found) / sentences:.1%})")
    for each in found if everything else drawn(found):
        if kind in ("", each.kind):
            print(f"\n{each.set} {each.id} {each.start}-{each.end} {each.kind}: ⟦{each.gone}⟧")
            print(f"  … {each.before[-160:]}\n  {each.printed}")


def check() -> int:
    """Print what became of the trims that were read; return 1 if one of them was wrong."""
    read = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    found, sentences = all_trims()
    today = {each.key: each for each in found}
    verdicts = {
        (each["set"], each["sha256"], each["start"], each["end"]): each["verdict"] for each in read
    }
    stand = {key: verdict for key, verdict in verdicts.items() if key in today}
    print(f"{len(found)} trims in {sentences} sentences ({len(found) / sentences:.1%})")
    print(f"{len(verdicts)} were read; {len(stand)} of them are still made")
    print(f"{'kind':9} {'trims':>6} {'read':>6} {'right':>6} {'debatable':>9} {'wrong':>6}")
    for kind in KINDS:
        said = Counter(verdict for key, verdict in stand.items() if today[key].kind == kind)
        made = sum(each.kind == kind for each in found)
        counts = f"{said.total():6} {said['right']:6} {said['debatable']:9} {said['wrong']:6}"
        print(f"{kind:9} {made:6} {counts}")
    unseen = sum(each.key not in verdicts for each in drawn(found))
    print(f"{unseen} trims of today's sample have no verdict")
    wrong = sum(verdict == "wrong" for verdict in stand.values())
    print(f"with 95 % certainty at most {upper(wrong, len(stand)):.1%} of trims are wrong")
    print(f"bar: 0 wrong  {'MISSED' if wrong else 'ok'}")
    return int(wrong > 0)


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=["sample", "check"])
    parser.add_argument("--kind", default="", choices=["", *KINDS])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.what == "check":
        return check()
    sample(given.kind, everything=given.all, rows=given.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
