"""Print how fast and how large a run over many articles is, beside `lede` on the same texts.

    python tests/bench/many.py [ARTICLES.jsonl] [--profile] [--env FOLDER] [--runs N]

Full briefs as JSONL through the installed script. `lede` (PyPI, a fast summariser in pure
Python) makes its plain summary of the same texts, and only that loop is timed; of brief the
whole process is. Without ARTICLES.jsonl the set named by ARTICLES_OF_BRIEF is used, else articles
are made up. `--profile` prints what each stage takes instead.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from measuring import (
    ARTICLE,
    DATA,
    HERE,
    Cost,
    Environment,
    arguments,
    clean_env,
    cost,
    environment,
    in_turns,
    middle,
    verdict,
)

SET = DATA / "stories" / "newscluster.jsonl"
TIMES = 10
MADE_UP = 383
LEDE = """
import json, sys, time
import lede
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
start = time.process_time()
for text in texts:
    lede.summarize(text)
print(time.process_time() - start)
"""


def made_up(path: Path) -> None:
    """Write articles of shuffled paragraphs with other numbers; the same ones every time."""
    chance = random.Random(2)  # noqa: S311  # the same every time
    paragraphs = ARTICLE.read_text("utf-8").strip().split("\n\n")
    with path.open("w", encoding="utf-8") as out:
        for at in range(MADE_UP):
            body = chance.sample(paragraphs[2:], chance.randint(6, len(paragraphs) - 3))
            digits = str.maketrans("23456789", "".join(chance.sample("23456789", 8)))
            text = "\n\n".join(body).translate(digits)
            out.write(json.dumps({"id": str(at), "title": paragraphs[0], "text": text}) + "\n")


def repeated(path: Path, folder: Path) -> Path:
    """Return a file with the records of *path* ten times."""
    many = folder / "many.jsonl"
    with many.open("wb") as out:
        for _ in range(TIMES):
            with path.open("rb") as records:
                out.writelines(line.rstrip(b"\n") + b"\n" for line in records)
    return many


def lede(env: Environment, path: Path) -> Cost:
    """Return what the loop of lede takes."""
    whole = cost([env.python, "-c", LEDE, str(path)], keep=True)
    return Cost(float(whole.output), whole.wall, whole.peak)


def speed(env: Environment, path: Path, runs: int) -> None:
    """Print articles a second of brief and of lede."""
    with path.open("rb") as records:
        articles = sum(1 for line in records if line.strip())
    taken = in_turns(
        {
            "lede, the loop": lambda: lede(env, path),
            "brief -f jsonl, the process": lambda: brief(env, path),
        },
        runs,
    )
    print(f"{path.name}: {articles} articles; medians of {runs} runs, CPU time")
    print(f"{'':30}{'articles/s':>11} {'ratio':>6} {'spread':>7}")
    rates = {}
    for name, costs in taken.items():
        seconds, spread = middle([each.cpu for each in costs])
        rates[name] = articles / seconds
        ratio = rates[name] / rates["lede, the loop"]
        bar = verdict(ratio, 0.12, at_least=True) if name.startswith("brief") else ""
        print(f"{name:30}{rates[name]:11.0f} {ratio:6.2f} {spread:7.0%}  {bar}".rstrip())


def growth(env: Environment, path: Path, many: Path, runs: int) -> None:
    """Print what ten times the articles take, in memory, and with two processes."""
    once, ten, two, pair = "once", f"{TIMES} times", f"{TIMES} times, -j 2", "two of brief at once"
    load = os.getloadavg()[0]
    taken = in_turns(
        {
            once: lambda: brief(env, path),
            ten: lambda: brief(env, many),
            two: lambda: brief(env, many, "-j", "2"),
            pair: lambda: side_by_side(env, many),
        },
        runs,
    )
    print(f"\nmedians of {runs} runs; {os.cpu_count()} cores, load before {load:.1f}")
    print(f"{'':30}{'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'spread':>7}")
    for name, costs in taken.items():
        wall, spread = middle([each.wall for each in costs])
        cpu = middle([each.cpu for each in costs])[0]
        peak = middle([each.peak for each in costs])[0]
        print(f"{name:30}{wall:8.2f} {cpu:8.2f} {peak:8.1f} {spread:7.0%}")
    walls = {name: middle([each.wall for each in costs])[0] for name, costs in taken.items()}
    peaks = {name: middle([each.peak for each in costs])[0] for name, costs in taken.items()}
    faster, larger = walls[ten] / walls[two], peaks[ten] / peaks[once]
    print(f"-j 2 against -j 1, wall time   {faster:5.2f}  {verdict(faster, 1.7, at_least=True)}")
    # Where other work, or a shared core, leaves less than two cores, nobody can reach 2.
    print(f"what this machine lets two do  {2 * walls[ten] / walls[pair]:5.2f}")
    print(f"peak memory, {TIMES} times : once    {larger:5.2f}  {verdict(larger, 1.1)}")


def side_by_side(env: Environment, path: Path) -> Cost:
    """Return what two runs that know nothing of each other take at the same time."""
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: brief(env, path), range(2)))
    wall = time.perf_counter() - start
    return Cost(sum(each.cpu for each in both), wall, max(each.peak for each in both))


def brief(env: Environment, path: Path, *words: str) -> Cost:
    """Return what the briefs of *path* take; articles that fail are said by brief, and count."""
    return cost([env.brief, "-q", "--isolated", "-f", "jsonl", *words, str(path)], codes=(0, 1))


def main() -> None:
    """Measure, or print where the time goes."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", nargs="?", type=Path, help="a JSONL file with `text`")
    parser.add_argument("--profile", action="store_true", help="print the time of each stage")
    options = parser.parse_args()
    with environment(options.env) as (env, folder):
        path = options.articles or SET
        if options.articles is None and not SET.is_file():
            path = folder / "made-up.jsonl"
            made_up(path)
        if options.profile:
            command = [env.python, str(HERE / "stages.py"), str(path)]
            sys.exit(subprocess.run(command, env=clean_env(), check=False).returncode)
        env.install("lede")
        speed(env, path, options.runs or 5)
        growth(env, path, repeated(path, folder), max(1, (options.runs or 5) // 2))


if __name__ == "__main__":
    main()
