r"""Hold what is read from web pages against the true text, title, day and author of 300 of them.

    python tests/bench/pages.py [--speed] [--profile] [--worst N] [--half 1|2]

Of `html/dev.jsonl`. Text is compared by token F1: the words (`\w+`, in small letters) of both as
multisets, the mean over pages. "as loaded" is all that the loader gives, "kept" what the stages
that clean leave of it, headings and tables cut; "story" are the same cuts without those. The
interval is that of the difference to trafilatura, pages drawn again (paired bootstrap).
Titles are compared word by word, without marks and case, since pages print them with other marks
than their headings; "or held in" counts a title that holds the other one, or is held in it.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from measuring import DATA, cost, verdict

from brief import Article, Brief, Context, LoadError, Phase
from brief.builtin.describe import describe
from brief.config import gather
from brief.pipeline import Pipeline
from brief.plan import plan
from brief.plugins import Wanted, load
from brief.recipe import Recipe

WORD = re.compile(r"\w+")
TITLES, DAYS, SPEED = 90, 85, 25
DRAWS, SEED = 2000, 6


@dataclass(frozen=True)
class Page:
    """One page: its bytes, and what is true of it."""

    id: str
    raw: bytes
    url: str
    title: str
    author: str
    published: str
    text: str


def pages(half: int | None) -> list[Page]:
    """Return the pages of the set, or every second one."""
    folder = DATA / "html"
    rows = [json.loads(line) for line in (folder / "dev.jsonl").read_text("utf-8").splitlines()]
    if half:
        rows = rows[half - 1 :: 2]
    return [
        Page(
            raw=gzip.decompress((folder / f"{row['id']}.html.gz").read_bytes()),
            **{name: row[name] or "" for name in Page.__dataclass_fields__ if name != "raw"},
        )
        for row in rows
    ]


def words(text: str) -> Counter[str]:
    """Return the words of *text*, each as often as it stands there."""
    return Counter(WORD.findall(text.lower()))


def f1(found: str, true: str) -> float:
    """Return the token F1 of *found*, in per cent."""
    one, other = words(found), words(true)
    shared = (one & other).total()
    return 200 * shared / (one.total() + other.total()) if shared else 0.0


def cleaner() -> Pipeline:
    """Return the stages that clean, as they run by default."""
    made = plan(gather(Recipe(), isolated=True), load(Wanted(only=())))
    stages = [owned for owned in made.stages if owned.record.phase in (Phase.CLEAN, Phase.SPLIT)]
    return Pipeline(stages, made.reading.context)


@dataclass
class Result:
    """What came of one page."""

    page: Page
    article: Article | None
    loaded: str
    kept: str
    story: str
    fast: str
    default: str


def results(all_pages: Sequence[Page]) -> Iterator[Result]:
    """Yield what comes of each page, by brief and by trafilatura alone."""
    from brief_web.pages import article_of_page
    from trafilatura import extract

    pipeline = cleaner()
    pipeline.open()
    for page in all_pages:
        fast = extract(page.raw, fast=True) or ""
        default = extract(page.raw) or ""
        try:
            article = article_of_page(page.raw, source=page.id, url=page.url)
        except LoadError as error:
            print(f"{page.id}: {error}", file=sys.stderr)
            yield Result(page, None, "", "", "", fast, default)
            continue
        brief = pipeline(describe(article, Context()))
        assert isinstance(brief, Brief), brief
        yield Result(page, article, article.text, _left(brief), _told(brief), fast, default)


def _left(brief: Brief) -> str:
    return "\n".join(brief.text_of([span]) for span in brief.kept())


def _told(brief: Brief) -> str:
    """Return what the cuts leave, with headings and tables, which are marked and not removed."""
    pieces = [(span.start, brief.text_of([span])) for span in brief.kept()]
    pieces += [(s.start, brief.text_of([s])) for s in brief.article.furniture]
    return "\n".join(text for _, text in sorted(pieces))


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of *differences*."""
    draw = random.Random(SEED)  # noqa: S311  # repeatable on purpose
    size = len(differences)
    means = sorted(mean(draw.choices(differences, k=size)) for _ in range(DRAWS))
    return means[DRAWS // 40], means[-DRAWS // 40]


def plain(line: str) -> str:
    """Return the words of a title or a name, as they are compared."""
    return " ".join(WORD.findall(line.lower()))


def print_text(found: Sequence[Result]) -> bool:
    """Print the table of the texts; return whether the bars are kept."""
    readings = ("fast", "default", "loaded", "kept", "story")
    scores = {name: [f1(getattr(r, name), r.page.text) for r in found] for name in readings}
    names = ("trafilatura, fast", "trafilatura", "as loaded", "kept", "kept + headings, tables")
    print(
        f"{'token F1 of ' + str(len(found)) + ' pages':32}{'mean':>8}{'empty':>7}  to fast (95 %)"
    )
    for name, reading in zip(names, readings, strict=True):
        gains = [a - b for a, b in zip(scores[reading], scores["fast"], strict=True)]
        low, high = interval(gains)
        empty = sum(not getattr(r, reading).strip() for r in found)
        told = f"{mean(gains):+.1f} ({low:+.1f} to {high:+.1f})"
        print(f"{name:32}{mean(scores[reading]):8.2f}{empty:7}  {told}")
    lost = [r.page.id for r in found if r.fast.strip() and not r.loaded.strip()]
    best = max(mean(scores["fast"]), mean(scores["default"]))
    print(
        f"as loaded: bar {verdict(round(mean(scores['loaded']), 2), round(best, 2), at_least=True)}"
    )
    print(f"read by trafilatura and left empty: {len(lost)}  {' '.join(lost)}")
    return mean(scores["loaded"]) > best and not lost


def print_facts(found: Sequence[Result]) -> bool:
    """Print how often title, day and author are right; return whether the bars are kept."""
    read = [(r.page, r.article) for r in found if r.article]
    titles = [(plain(a.title), plain(p.title)) for p, a in read if p.title]
    same = 100 * mean(one == other for one, other in titles)
    held = 100 * mean(bool(a) and (a in b or b in a) for a, b in titles)
    days = [a.published[:10] == p.published for p, a in read if p.published]
    names = [(plain(a.byline), plain(p.author)) for p, a in read if p.author]
    named = 100 * mean(one == other for one, other in names)
    partly = 100 * mean(bool(a) and (a in b or b in a) for a, b in names)
    right = 100 * mean(days)
    print(
        f"title right {same:.1f} %, or held in {held:.1f} %  {verdict(held, TITLES, at_least=True)}"
    )
    print(f"day right {right:.1f} % of {len(days)}  {verdict(right, DAYS, at_least=True)}")
    print(f"author right {named:.1f} % of {len(names)}, or held in {partly:.1f} %")
    return held >= TITLES and right >= DAYS


def print_speed(all_pages: Sequence[Page]) -> bool:
    """Print how many pages a second `brief` loads and briefs, as a whole process on one core."""
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        for page in all_pages:
            (Path(name) / f"{page.id}.html").write_bytes(page.raw)
        brief = str(Path(sys.executable).parent / "brief")
        taken = cost([brief, name, "-f", "jsonl", "-j", "1", "-o", f"{name}.jsonl"], codes=(0, 1))
        Path(f"{name}.jsonl").unlink(missing_ok=True)
    rate = len(all_pages) / taken.cpu
    print(
        f"{rate:.1f} pages a second of CPU, {len(all_pages) / taken.wall:.1f} by the clock, "
        f"{taken.peak:.0f} MB  {verdict(rate, SPEED, at_least=True)}"
    )
    return rate >= SPEED


def print_profile(all_pages: Sequence[Page]) -> None:
    """Print where the time of loading goes."""
    from brief_web.pages import article_of_page

    profile = cProfile.Profile()
    start = time.process_time()
    for page in all_pages:
        profile.runcall(article_of_page, page.raw, source=page.id, url=page.url)
    print(f"{(time.process_time() - start) / len(all_pages) * 1000:.1f} ms a page, profiled")
    pstats.Stats(profile).sort_stats("cumulative").print_stats(40)


def main() -> int:
    """Print what is asked for; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--speed", action="store_true", help="pages a second, and nothing else")
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst pages")
    parser.add_argument("--half", type=int, choices=(1, 2), help="every second page only")
    given = parser.parse_args()
    chosen = pages(given.half)
    if given.profile:
        print_profile(chosen)
        return 0
    if given.speed:
        return int(not print_speed(chosen))
    found = list(results(chosen))
    kept = [print_text(found), print_facts(found)]
    for r in sorted(found, key=lambda r: f1(r.loaded, r.page.text))[: given.worst]:
        ours, theirs = f1(r.loaded, r.page.text), f1(r.fast, r.page.text)
        print(f"{ours:6.1f} {theirs:6.1f} {r.page.id} {r.page.url}")
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
