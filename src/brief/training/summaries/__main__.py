"""The command `python -m brief.training.summaries`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from brief.errors import BriefError, ConfigError

from . import __doc__ as about


def main() -> int:
    """Return the exit code: 0, or 2 for data that cannot be read."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m brief.training.summaries", description=about, formatter_class=form
    )
    parser.add_argument("summaries", nargs="+", type=Path, help="articles with `references`")
    parser.add_argument("--stories", nargs="*", type=Path, default=[], help="with a `story`")
    parser.add_argument("--articles", nargs="*", type=Path, default=[], help="with nothing else")
    parser.add_argument(
        "--weight", action="append", default=[], metavar="NAME=NUMBER", help="of a file by its stem"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file of weights")
    options = parser.parse_args()
    try:
        train(options)
    except BriefError as exc:
        print(f"brief.training.summaries: {exc}", file=sys.stderr)
        return 2
    return 0


def train(options: argparse.Namespace) -> None:
    """Read, fit and write."""
    from brief.builtin.summarisers.news.weights import named

    from .corpus import with_summaries
    from .fit import Lesson, fit
    from .openings import openings, with_openings
    from .reports import with_reports

    start = time.monotonic()
    weights = _weights(options.weight)
    lessons: dict[str, Lesson] = {}
    readers = (
        (options.summaries, with_summaries),
        (options.stories, with_reports),
    )
    for paths, read in readers:
        for path in paths:
            found = read(path)
            lessons[str(path)] = Lesson(
                found, weights.pop(path.stem, 1.0), choices=read is with_summaries
            )
            took = time.monotonic() - start
            print(f"{took:5.0f} s  {path}: {len(found)} articles", file=sys.stderr)
    if weights:
        raise ConfigError(f"--weight {next(iter(weights))}: no file of that name is read")
    if not any(lesson.choices and lesson.examples for lesson in lessons.values()):
        raise ConfigError("no articles with summaries to learn from")
    articles = [texts for path in options.articles for texts in with_openings(path)]
    print(f"{time.monotonic() - start:5.0f} s  {len(articles)} openings", file=sys.stderr)
    told = json.dumps(named(fit(lessons, openings(articles))), indent=2)
    options.output.write_text(told + "\n", encoding="utf-8")
    print(f"{time.monotonic() - start:5.0f} s  {options.output}", file=sys.stderr)


def _weights(given: list[str]) -> dict[str, float]:
    """Return the weights of files by name. Raises `ConfigError` for what is no weight."""
    found: dict[str, float] = {}
    for each in given:
        name, _, number = each.partition("=")
        try:
            found[name] = float(number)
        except ValueError as exc:
            raise ConfigError(f"--weight {each}: must be NAME=NUMBER, as in writers=2") from exc
        if found[name] < 0:
            raise ConfigError(f"--weight {each}: must not be below 0")
    return found


if __name__ == "__main__":
    sys.exit(main())
