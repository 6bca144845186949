"""Kill brief with SIGKILL while it saves 1,000 briefs, and look at what is left.

    python tests/bench/killed.py [--kills N] [--articles N] [--seed N] [--env FOLDER]

Every way of saving is killed N times (50), the whole process group at once, at a moment between
the start and the end of a run that chance (seeded) picks. A file is torn if it is neither what
an unharmed run writes nor what was there before; an input is lost if it is not as it was. Then
one more run must leave every brief whole and nothing else behind. Exit code 1 on any of it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from measuring import arguments, clean_env, environment

PLACES = ("Tarnby", "Orlund", "Vestrum", "Kaldvik", "Hollin", "Marrow", "Sandness", "Brekke")
WHAT = ("ferry", "bridge", "school", "library", "harbour", "market", "quarry", "mill")
WHO = ("Ines Holm", "Peter Aas", "Clara Moss", "Ruben Vale", "Maren Dahl", "Anders Brandt")
# What a killed run may leave beside whole files: its temporary file, hidden, for the next run
# to remove.
LEFT = (".brief-", ".tmp")

Files = Mapping[str, bytes]


class Way(NamedTuple):
    """A way of saving: the *words* of the command, and whether older files are there before."""

    name: str
    words: tuple[str, ...]
    older: bool = False


WAYS = (
    Way("a file each", ("-o", "out/")),
    Way("a file each, -j 2", ("-j", "2", "-o", "out/")),
    Way("a file each, over older ones", ("--force", "-o", "out/"), older=True),
    Way("one file, over an older one", ("--force", "-o", "out/all.jsonl"), older=True),
)


class Found(NamedTuple):
    """What is left after a kill: how many files are new and old, and what is wrong."""

    new: int
    old: int
    left: int
    wrong: list[str]


def write_articles(folder: Path, count: int) -> None:
    """Write *count* short articles, each with words of its own."""
    chance = random.Random(3)  # noqa: S311  # the same every time
    folder.mkdir()
    for number in range(1, count + 1):
        place, what, who = chance.choice(PLACES), chance.choice(WHAT), chance.choice(WHO)
        text = (
            f"{place} {what} report {number}\n\n"
            f"The {what} of {place} will close for {chance.randint(2, 40)} weeks, the town said "
            f"on Monday.\n\n"
            f"“We need {chance.randint(2, 900)} new beams,” said {who}, who runs the {what}.\n\n"
            f"About {chance.randint(2, 90)} people work there. The repair begins in May.\n"
        )
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder that is there or not, by name."""
    if not folder.is_dir():
        return {}
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir())}


def command(brief: str, way: Way) -> list[str]:
    """Return the words of a run."""
    return [brief, "-q", "--isolated", "--no-plugins", "in/", *way.words]


def run_whole(brief: str, way: Way, folder: Path, *more: str) -> float:
    """Run brief to its end and return how long it took."""
    start = time.perf_counter()
    subprocess.run([*command(brief, way), *more], cwd=folder, env=clean_env(), check=True)
    return time.perf_counter() - start


def run_killed(words: Sequence[str], folder: Path, moment: float) -> bool:
    """Start a run, kill all of its processes after *moment*, and tell whether it still ran."""
    with subprocess.Popen(
        words,
        cwd=folder,
        env=clean_env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        time.sleep(moment)
        ran = process.poll() is None
        try:
            # Its workers are of its group, and of no other.
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            ran = False
        process.wait()
        return ran and process.returncode == -signal.SIGKILL


def looked_at(folder: Path, before: Files, after: Files, inputs: Files) -> Found:
    """Hold what a killed run has left against what may be there."""
    new = old = left = 0
    wrong: list[str] = []
    for name, text in files_in(folder / "out").items():
        if name.startswith(LEFT[0]) and name.endswith(LEFT[1]):
            left += 1
        elif name not in after:
            wrong.append(f"foreign file {name}")
        elif text == after[name]:
            new += 1
        elif text == before.get(name):
            old += 1
        else:
            wrong.append(f"torn file {name}: {len(text)} of {len(after[name])} bytes")
    missing = before.keys() - files_in(folder / "out").keys()
    wrong += [f"lost file {name}" for name in sorted(missing)]
    found = files_in(folder / "in")
    wrong += [f"lost input {name}" for name in inputs if found.get(name) != inputs[name]]
    wrong += [f"foreign file {name} among the inputs" for name in found.keys() - inputs.keys()]
    return Found(new, old, left, wrong)


def put_back(folder: Path, before: Files) -> None:
    """Make the folder of briefs what it was before."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "out").mkdir()
    for name, text in before.items():
        (folder / "out" / name).write_bytes(text)


def kill_often(
    brief: str, way: Way, folder: Path, kills: int, chance: random.Random
) -> tuple[list[Found], list[str]]:
    """Kill one way of saving *kills* times; return what was left, and what a last run left."""
    inputs = files_in(folder / "in")
    before: dict[str, bytes] = {}
    if way.older:
        put_back(folder, {})
        run_whole(brief, way, folder, "-n", "1")
        before = files_in(folder / "out")
    put_back(folder, before)
    whole = run_whole(brief, way, folder)
    after = files_in(folder / "out")
    found: list[Found] = []
    while len(found) < kills:
        put_back(folder, before)
        # A run that was over before the kill has shown nothing, and is done again.
        if run_killed(command(brief, way), folder, chance.uniform(0.02, 1) * whole):
            found.append(looked_at(folder, before, after, inputs))
    force = () if "--force" in way.words else ("--force",)
    run_whole(brief, way, folder, *force)
    last = files_in(folder / "out")
    wrong = [
        f"not mended by another run: {name}" for name in after if last.get(name) != after[name]
    ]
    wrong += [f"still left after another run: {name}" for name in last.keys() - after.keys()]
    return found, wrong


def main() -> None:
    """Kill every way of saving, print a line for each, and exit 1 if anything was damaged."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--kills", type=int, default=50, help="how often each way is killed")
    parser.add_argument("--articles", type=int, default=1000, help="how many briefs a run saves")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from")
    options = parser.parse_args()
    damage: list[str] = []
    with environment(options.env) as (env, folder):
        work = folder / "work"
        work.mkdir()
        write_articles(work / "in", options.articles)
        print(
            f"{options.articles} articles, seed {options.seed}; briefs left by a kill: fewest, most"
        )
        print(f"{'':32}{'kills':>6} {'new':>11} {'older':>11} {'temporary':>10} {'damage':>7}")
        for way in WAYS:
            chance = random.Random(f"{options.seed} {way.name}")  # noqa: S311  # the same every time
            found, wrong = kill_often(env.brief, way, work, options.kills, chance)
            wrong += [each for one in found for each in one.wrong]
            new = sorted(each.new for each in found)
            old = sorted(each.old for each in found)
            left = sum(each.left for each in found)
            print(
                f"{way.name:32}{len(found):6} {f'{new[0]}, {new[-1]}':>11} "
                f"{f'{old[0]}, {old[-1]}':>11} {left:10} {len(wrong):7}",
                flush=True,
            )
            damage += [f"{way.name}: {each}" for each in wrong]
    print("\n".join(damage[:20]) or "0 torn files, 0 lost inputs")
    sys.exit(1 if damage else 0)


if __name__ == "__main__":
    main()
