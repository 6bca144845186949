"""Print how well sentence boundaries are found: plain Punkt, and what brief makes of it.

    python tests/bench/sentences.py [FOLDER]

FOLDER holds `sentences/gum.jsonl`: paragraphs of true sentences. A paragraph is joined with
spaces, split again, and the boundaries inside it are compared.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from brief.builtin.sentences import ends_of, splitter

Spans = Iterable[tuple[int, int]]
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def paragraphs(path: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield each paragraph and the offsets at which its sentences end, but for the last."""
    for line in path.read_text("utf-8").splitlines():
        for sentences in json.loads(line)["paragraphs"]:
            squeezed = [" ".join(sentence.split()) for sentence in sentences]
            ends, at = set(), 0
            for sentence in squeezed[:-1]:
                ends.add(at + len(sentence))
                at += len(sentence) + 1
            yield " ".join(squeezed), ends


def scores(split: Callable[[str], Spans], path: Path) -> tuple[float, float, float]:
    """Return precision, recall and F1 of *split*, in per cent."""
    right = found = true = 0
    for text, ends in paragraphs(path):
        got = {end for _, end in list(split(text))[:-1]}
        right, found, true = right + len(got & ends), found + len(got), true + len(ends)
    return 100 * right / found, 100 * right / true, 200 * right / (found + true)


def main() -> None:
    """Print a line for each splitter."""
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("ARTICLES_OF_BRIEF", DATA)
    path = Path(folder) / "sentences" / "gum.jsonl"
    splitters: dict[str, Callable[[str], Spans]] = {
        "punkt": splitter("english").span_tokenize,
        "brief": lambda text: ends_of(text, "english"),
    }
    print("             P      R      F")
    for name, split in splitters.items():
        precision, recall, f1 = scores(split, path)
        print(f"{name:8} {precision:6.2f} {recall:6.2f} {f1:6.2f}")


if __name__ == "__main__":
    main()
