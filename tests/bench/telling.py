"""Print what stories tell, to be read, and hold their differences against verdicts.

    python tests/bench/telling.py [--set stories/newscluster.jsonl] [--speed]
    python tests/bench/telling.py sample KIND [--size 60] [--seed 7]
    python tests/bench/telling.py rows KIND
    python tests/bench/telling.py check

The first counts the differences of each kind, over the stories that people made of the set.
`sample` prints those of a kind ("number", "quotation", "party", "position"; or "summary") drawn
by seed, each with its reports. `rows` prints them as rows for telling-verdicts.jsonl, the verdict
left open; `check` counts today's differences against the verdicts there: ids and places, no text.
With `--speed`, the CPU time of the stories is set against that of the briefs.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from measuring import DATA
from stages import default_plan

from brief.contracts import Context
from brief.digest.model import Difference, Report, Story
from brief.digest.telling import told
from brief.job import Job
from brief.model import Brief, Failure
from brief.pipeline import Pipeline
from brief.reading import articles

KINDS = ("quotation", "number", "party", "position")
VERDICTS = Path(__file__).with_name("telling-verdicts.jsonl")


def briefs(path: Path) -> Iterator[Brief]:
    """Yield the briefs of the articles of *path*, made with the default settings."""
    plan = default_plan()
    job = Job(Pipeline(plan.stages, plan.reading.context))
    job.open()
    for article in articles(plan.reading, [str(path)]):
        made = article if isinstance(article, Failure) else job.brief(article)
        if not isinstance(made, Failure):
            yield made


def grouped(path: Path, made: list[Brief]) -> dict[str, list[Report]]:
    """Return the reports of each story that people made, by day and id."""
    lines = path.read_text(encoding="utf-8").splitlines()
    of = {record["id"]: str(record["story"]) for record in map(json.loads, lines)}
    found: dict[str, list[Report]] = {}
    for brief in sorted(made, key=lambda each: (each.article.published, each.article.id)):
        found.setdefault(of[brief.article.id], []).append(Report(brief))
    return found


def key(story: Story, each: Difference) -> list[list[object]]:
    """Return what a difference is known by: the article and the first offset of each version."""
    return sorted(
        [story.reports[version.report].brief.article.id, version.spans[0].start]
        for version in each.versions
    )


def drawn(stories: list[Story], kind: str, seed: int) -> list[tuple[Story, Difference]]:
    """Return the differences of *kind* in an order that *seed* decides."""
    every = [(story, each) for story in stories for each in story.differences if each.kind == kind]
    return sorted(
        every, key=lambda one: sha256(f"{seed} {key(one[0], one[1])}".encode()).hexdigest()
    )


def show(story: Story, each: Difference) -> Iterator[str]:
    """Yield the lines of a difference, as a reader would judge it."""
    yield f"-- {story.id} | {each.about}"
    for version in each.versions:
        article = story.reports[version.report].brief.article
        yield f"   [{article.outlet} {article.published[:10]} {article.id}] {version.text}"


def summary(story: Story) -> Iterator[str]:
    """Yield the lines of a story's summary, each with its outlet."""
    yield f"== {story.id} | {story.title}"
    for line in story.summary:
        also = ", ".join(story.reports[other].brief.article.outlet for other in line.also)
        outlet = story.reports[line.report].brief.article.outlet
        yield f"   [{outlet}{'; also ' + also if also else ''}] {line.pick.text}"


def check(stories: list[Story]) -> Iterator[str]:
    """Yield, for each kind, how many of today's differences were read, and how many are true."""
    rows = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    known = {json.dumps([row["kind"], row["key"]]): row["verdict"] for row in rows}
    for kind in KINDS:
        today = [json.dumps([kind, key(*one)]) for one in drawn(stories, kind, 0)]
        read = [known[each] for each in today if each in known]
        true = sum(verdict == "true" for verdict in read)
        yield f"{kind:12}{len(today):5} today{len(read):5} read{true:5} true"


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="count")
    parser.add_argument("kind", nargs="?", default="quotation", choices=[*KINDS, "summary"])
    parser.add_argument("--set", default="stories/newscluster.jsonl")
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--speed", action="store_true")
    asked = parser.parse_args()
    start = time.process_time()
    made = list(briefs(DATA / asked.set))
    briefed = time.process_time()
    every = grouped(DATA / asked.set, made)
    stories = [told(name, None, each, (), Context()) for name, each in every.items()]
    ended = time.process_time()
    if asked.what == "check":
        print("\n".join(check(stories)))
    elif asked.what == "sample" and asked.kind == "summary":
        print("\n".join(line for story in stories[: asked.size] for line in summary(story)))
    elif asked.what == "sample":
        chosen = drawn(stories, asked.kind, asked.seed)[: asked.size]
        print("\n".join(line for one in chosen for line in show(*one)))
    elif asked.what == "rows":
        for one in drawn(stories, asked.kind, asked.seed):
            print(json.dumps({"kind": asked.kind, "key": key(*one), "verdict": "", "reason": ""}))
    else:
        for kind in KINDS:
            print(f"{kind:12}{len(drawn(stories, kind, 0)):5} in {len(stories)} stories")
    if asked.speed:
        share = (ended - briefed) / (briefed - start)
        print(f"briefs {briefed - start:.1f} s, stories {ended - briefed:.1f} s: {share:.2f}")


if __name__ == "__main__":
    main()
