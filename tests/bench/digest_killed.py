"""Kill runs of a digest with SIGKILL, start eight at once, and look at what their state says.

    python tests/bench/digest_killed.py [--kills N] [--seed N] [--together N]

A run (`tests/digest_days.py`) reads the state, saves the page of a day and writes down what it
shows. Each of N runs (200) is killed at a moment between its start and its end that chance
(seeded) picks; the state must then hold what it held before, or all that the page shows. The
day is run again until it goes through. On the pages of all days each article must be new once,
on the day it appeared: none lost, none doubled. Then N runs (8) on one new state at once: on
one of their pages every article is new, and on no other. Exit code 1 on any fault.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from brief.digest.state import Past, opened

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from digest_days import articles_of, day_of  # tests are no package

RUN = Path(__file__).resolve().parents[1] / "digest_days.py"
# A day is killed so often at most, then it runs to its end.
PER_DAY = 3
LATE = "too late"


def moment(number: int) -> str:
    """Return what a day's run gives as its moment."""
    return f"{day_of(number)}T06:00:00Z"


def start(folder: Path, number: int, page: str) -> subprocess.Popen[str]:
    """Start a run, and return it when it has imported all it needs."""
    words = [sys.executable, str(RUN), str(folder / "days.state"), str(number), str(folder / page)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def past_of(folder: Path) -> Past:
    """Return what the state holds; it must be whole."""
    with opened(str(folder / "days.state"), dry=True) as state:
        return state.past()


def shown(folder: Path, page: str) -> dict[str, str]:
    """Return the status of each article on a page, nothing if there is none."""
    path = folder / page
    articles: dict[str, str] = json.loads(path.read_text())["articles"] if path.exists() else {}
    return articles


def kill_once(folder: Path, number: int, after: float, where: Counter[str]) -> Iterator[str]:
    """Kill a run of a day *after* so many seconds, and yield what is wrong with the state.

    *where* counts how far the runs had come.
    """
    before, name = past_of(folder), f"{number:03}.json"
    (folder / name).unlink(missing_ok=True)
    process = start(folder, number, name)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    found, page = past_of(folder), shown(folder, name)
    if found == before:
        where["with the page" if page else "before the page"] += 1
        return
    day = day_of(number)
    where["with the state" if process.returncode else LATE] += 1
    if found.last != moment(number):
        yield f"{day}: the state is neither of before nor of after"
    lost = [name for name in page if found.articles[name].last != day]
    yield from (f"{day}: {name} is on the page and not in the state" for name in lost)


def whole_run(folder: Path, number: int) -> float:
    """Run a day to its end and return how long that took."""
    process = start(folder, number, f"{number:03}.json")
    began = time.perf_counter()
    process.communicate()
    if process.returncode:
        sys.exit(f"{day_of(number)}: a run that nobody killed failed")
    return time.perf_counter() - began


def kill_often(
    folder: Path, kills: int, chance: random.Random, where: Counter[str]
) -> Iterator[str]:
    """Kill runs of day after day, and yield what is wrong with any of them or in the end."""
    took = whole_run(folder, 1)
    number, per_day = 2, 0
    # A run that was over before the kill has shown nothing.
    while where.total() - where[LATE] < kills:
        yield from kill_once(folder, number, chance.uniform(0, 1.05) * took, where)
        per_day += 1
        is_shown = past_of(folder).last == moment(number)
        if is_shown or per_day == PER_DAY:
            if not is_shown:
                whole_run(folder, number)
            number, per_day = number + 1, 0
    whole_run(folder, number)
    new = Counter(
        name
        for each in range(1, number + 1)
        for name, status in shown(folder, f"{each:03}.json").items()
        if status == "new"
    )
    due = {article.id for each in range(1, number + 1) for article in articles_of(each)}
    yield from (f"{name} was never new" for name in sorted(due - new.keys()))
    yield from (f"{name} was new {count} times" for name, count in new.items() if count > 1)


def all_at_once(folder: Path, together: int) -> Iterator[str]:
    """Start runs of one day at once, and yield what is wrong with their pages."""
    pages = [f"{number}.json" for number in range(together)]
    for process in [start(folder, 1, page) for page in pages]:
        process.communicate()
        if process.returncode:
            yield "a run failed"
    new = Counter(
        name for page in pages for name, status in shown(folder, page).items() if status == "new"
    )
    due = [article.id for article in articles_of(1)]
    yield from (f"{name} was new {new[name]} times" for name in due if new[name] != 1)


def main() -> None:
    """Kill runs, start many at once, print what was wrong, and exit 1 if anything was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200, help="how many runs are killed")
    parser.add_argument("--together", type=int, default=8, help="how many runs start at once")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from")
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311  # the same every time
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        folders = [Path(name, each) for each in ("killed", "together")]
        for folder in folders:
            os.mkdir(folder)  # noqa: PTH102
        where: Counter[str] = Counter()
        wrong = list(kill_often(folders[0], options.kills, chance, where))
        print(", ".join(f"{count} {name}" for name, count in sorted(where.items())))
        print(f"{options.kills} runs killed: {len(wrong)} faults", flush=True)
        crowd = list(all_at_once(folders[1], options.together))
        print(f"{options.together} runs at once: {len(crowd)} faults")
    print("\n".join([*wrong, *crowd][:20]))
    sys.exit(1 if wrong or crowd else 0)


if __name__ == "__main__":
    main()
