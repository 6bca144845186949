"""The command that trains the weights."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

# One thread adds in one order: the same data give the same bytes.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from brief.errors import BriefError  # noqa: E402  # numpy reads them when it is imported


def main() -> int:
    """Train, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m brief.training", description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path, help="annotated articles, JSON Lines")
    parser.add_argument("--texts", nargs="*", type=Path, default=[], help="more text, JSON Lines")
    parser.add_argument("--without", default="", help="leave out articles whose id starts so")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file of weights")
    options = parser.parse_args()
    try:
        train(options)
    except BriefError as exc:
        print(f"brief.training: {exc}", file=sys.stderr)
        return 2
    return 0


def train(options: argparse.Namespace) -> None:
    """Read, fit and write."""
    from .clusters import clusters
    from .corpus import passages, read
    from .export import write
    from .fit import SEED, Training
    from .records import records

    start = time.monotonic()

    def log(line: str) -> None:
        print(f"{time.monotonic() - start:5.0f} s  {line}", file=sys.stderr)

    articles = [one for path in options.articles for one in read(path)]
    if options.without:
        articles = [one for one in articles if not one.id.startswith(options.without)]
    if not any(one.gold for one in articles):
        raise BriefError("no articles with statements to learn from")
    log(f"{len(articles)} articles, {sum(len(one.gold) for one in articles)} statements")
    rows = [passage.low for one in articles for passage in one.passages]
    for path in options.texts:
        for record in records(path):
            rows += [passage.low for passage in passages(str(record["text"]))]
    words = clusters(rows, SEED)
    log(f"{len(words)} words in clusters, from {len(rows)} paragraphs")
    fitted = Training(articles, words, log).fit()
    write(fitted, options.output, {"language": "en", "articles": len(articles)})
    log(f"{options.output}: {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
