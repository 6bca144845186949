"""Kill `brief digest` with SIGKILL, start eight at once, and look at what they leave.

    python tests/bench/digest_killed.py [--kills N] [--together N] [--seed N] [--env FOLDER]

The command is killed N times (200): half of them just before a thing that it does to a file or
to its state (`digest_points.py`), the points spread over the whole run, and half at a moment
that chance (seeded) picks. Each kill meets the first day of a site or a page, or a later one,
on which articles came, went and were edited. A file is torn if it is neither what it was nor
what an unharmed run writes; a story is lost if the state holds it and the page does not. The
run that carries on must leave what runs that nobody killed leave, byte for byte, and no other
file; a state that moved too early or too late would show as a story that is not told, or told
twice as new. Then N runs (8) start at once on one new state: one of them tells each article as
new, and the site that all of them write is that of as many in a row. Exit code 1 on any fault.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from measuring import Environment, arguments, clean_env, environment

POINTS = Path(__file__).with_name("digest_points.py")
STATE, ARTICLES = "days.state", "articles.jsonl"
TABLES = ("said", "articles", "stories", "failing")
# Beside what is told: the state, what undoes a killed transaction, and the lock of a turn.
OURS = {ARTICLES, STATE, *(f"{STATE}-{each}" for each in ("journal", "lock", "lock-journal"))}
# What a killed run may leave for the next one to remove.
LEFT = (".brief-", ".tmp")
LATE = "too late"

SHOWN, NEXT, EDITED = 8, 3, 4
PLACES = ("Tarnby", "Orlund", "Vestrum", "Kaldvik", "Hollin", "Marrow", "Sandness")
WHAT = ("ferry", "bridge", "school", "library", "quarry", "mill", "market", "lock", "orchard")
WHO = ("Ines Holm", "Peter Aas", "Clara Moss", "Ruben Vale", "Maren Dahl")

Files = Mapping[str, bytes]
Rows = tuple[tuple[object, ...], ...]


class Scene(NamedTuple):
    """A command and the day it runs on; `before` it, the days before have been told."""

    words: tuple[str, ...]
    day: int


WAYS = (
    ("-o", "site/"),
    ("-o", "page.html"),
    ("-o", "digest.md", "-o", "site/", "-o", "github:summary"),
)
SCENES = tuple(Scene(words, day) for words in WAYS for day in (1, 3))


class Left(NamedTuple):
    """What lies in a folder: the files that are told, the rows of the state, and leftovers."""

    files: Files
    rows: Rows
    extra: tuple[str, ...] = ()


def article(number: int, day: int) -> dict[str, str]:
    """Return an article; every fourth is another text on each day. Two outlets tell of a thing."""
    thing = number // 2
    place, what = PLACES[thing % len(PLACES)], WHAT[thing % len(WHAT)]
    who, edition = WHO[number % len(WHO)], day if number % EDITED == 0 else 0
    return {
        "id": f"https://news.example/{number}",
        "title": f"The {what} of {place} shuts for {thing + 2} weeks",
        "outlet": f"The {place} Post" if number % 2 else "Tarn Valley News",
        "published": "2026-11-01",
        "text": f"The {what} of {place} will shut for {thing + 2} weeks, the council said.\n\n"
        f'"Nobody in {place} was asked about the {what}," said {who}, who lives there.\n\n'
        f"The repair costs {thing + 3} million crowns. This is edition {edition} of the report.",
    }


def put_day(folder: Path, day: int) -> None:
    """Write the articles of a day, from 1, into *folder*."""
    start = (day - 1) * NEXT
    lines = (json.dumps(article(each, day)) + "\n" for each in range(start, start + SHOWN))
    (folder / ARTICLES).write_text("".join(lines), encoding="utf-8")


def words_of(scene: Scene, state: str = STATE) -> list[str]:
    """Return the words behind `brief` of the run of a scene."""
    day = f"2026-11-{scene.day:02}"
    return ["digest", "-q", "--isolated", ARTICLES, *scene.words, "--state", state, "--date", day]


def started(command: list[str], folder: Path) -> subprocess.Popen[str]:
    """Start a command in *folder*."""
    return subprocess.Popen(
        command, cwd=folder, env=clean_env(), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def whole(command: list[str], folder: Path) -> str:
    """Run a command to its end, which must be a good one, and return what it said."""
    process = started(command, folder)
    said = process.communicate()[1]
    if process.returncode:
        sys.exit(f"a run that nobody killed ended with {process.returncode}: {said[-2000:]}")
    return said


def left_in(folder: Path) -> Left:
    """Return what lies in *folder*."""
    rows = rows_of(folder / STATE)
    files, extra = {}, []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = str(path.relative_to(folder))
        if path.name.startswith(LEFT[0]) and path.name.endswith(LEFT[1]):
            extra.append(name)
        elif name not in OURS:
            files[name] = path.read_bytes()
    return Left(files, rows, tuple(extra))


def rows_of(path: Path) -> Rows:
    """Return all that a state says was shown; nothing where it has not come to be."""
    if not path.exists():
        return ()
    with closing(sqlite3.connect(path)) as found:
        if not found.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return ()
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return tuple(
            (table, *row)
            for table in TABLES
            for row in found.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608  # ours
        )


class Trial:
    """A scene that can be tried again and again, and what unharmed runs make of it."""

    def __init__(self, env: Environment, scene: Scene, home: Path) -> None:
        self.command = [env.brief, *words_of(scene)]
        self.counted = [env.python, str(POINTS)]
        self.words = words_of(scene)
        self.home, self.place = home, home.with_name(f"{home.name}-tried")
        home.mkdir()
        for day in range(1, scene.day + 1):
            put_day(home, day)
            if day < scene.day:
                whole([env.brief, *words_of(scene._replace(day=day))], home)
        self.before = left_in(home)
        self._anew()
        start = time.perf_counter()
        whole(self.command, self.place)
        self.took = time.perf_counter() - start
        self.once = left_in(self.place)
        whole(self.command, self.place)
        self.twice = left_in(self.place)
        self._anew()
        self.points = int(whole([*self.counted, "0", *self.words], self.place).split()[-1])

    def _anew(self) -> None:
        if self.place.exists():
            shutil.rmtree(self.place)
        shutil.copytree(self.home, self.place)

    def at_point(self, number: int, where: Counter[str]) -> Iterator[str]:
        """Kill the run before the thing with that *number*, and yield what is wrong."""
        self._anew()
        process = started([*self.counted, str(number), *self.words], self.place)
        process.communicate()
        yield from self._judged(process.returncode, f"point {number}", where)

    def after(self, seconds: float, where: Counter[str]) -> Iterator[str]:
        """Kill the run after so many *seconds*, and yield what is wrong."""
        self._anew()
        process = started(self.command, self.place)
        time.sleep(seconds)
        process.kill()
        process.communicate()
        yield from self._judged(process.returncode, f"{seconds:.3f} s", where)

    def _judged(self, code: int, when: str, where: Counter[str]) -> Iterator[str]:
        """Yield what is wrong after a kill, and after the run that carries on.

        *where* counts how far the killed runs had come.
        """
        if code != -signal.SIGKILL:
            where[LATE] += 1
            return
        found, told = left_in(self.place), f"{' '.join(self.words)}, killed at {when}"
        moved = found.rows != self.before.rows
        out = sum(found.files.get(name) == text for name, text in self.once.files.items())
        far = "all" if out == len(self.once.files) else "some" if out else "none"
        where["state moved" if moved else f"{far} of the files written"] += 1
        for name, text in found.files.items():
            if text not in (self.before.files.get(name), self.once.files.get(name)):
                yield f"{told}: {name} is torn"
        if moved and (found.rows != self.once.rows or found.files != self.once.files):
            yield f"{told}: the state has moved on, and not all of it is told"
        whole(self.command, self.place)
        end, due = left_in(self.place), self.twice if moved else self.once
        for name in sorted(end.files.keys() | due.files.keys()):
            if end.files.get(name) != due.files.get(name):
                yield f"{told}: {name} is not as runs that were not killed leave it"
        if end.rows != due.rows:
            yield f"{told}: the state is not as runs that were not killed leave it"
        yield from (f"{told}: {name} was left" for name in end.extra)


def kill_often(trial: Trial, kills: int, chance: random.Random, where: Counter[str]) -> list[str]:
    """Kill a run so often, half of the times at points, and return what was wrong."""
    wrong: list[str] = []
    counted = kills // 2
    for number in range(counted):
        wrong += trial.at_point(1 + number * (trial.points - 1) // max(1, counted - 1), where)
    late = where[LATE]
    done = counted
    while done < kills:
        wrong += trial.after(chance.uniform(0, trial.took), where)
        # A run that was over before the kill is none.
        done, late = done + (where[LATE] == late), where[LATE]
    return wrong


def all_at_once(env: Environment, home: Path, together: int) -> Iterator[str]:
    """Start runs of one day at once on one state, and yield what is wrong with what they tell."""
    home.mkdir()
    put_day(home, 1)
    pages = [f"{number}.json" for number in range(together)]
    for words in ([("-o", page) for page in pages], [("-o", "site/")] * together):
        state = f"{words[0][1].strip('/')}.state"
        runs = [started([env.brief, *words_of(Scene(each, 1), state)], home) for each in words]
        for process in runs:
            said = process.communicate()[1]
            if process.returncode:
                yield f"a run of {together} at once ended with {process.returncode}: {said}"
    new = Counter(
        each["id"]
        for page in pages
        for story in json.loads((home / page).read_bytes())["stories"]
        for each in story["articles"]
        if each["status"] == "new"
    )
    due = [article(each, 1)["id"] for each in range(SHOWN)]
    yield from (f"{name} was new {new[name]} times" for name in due if new[name] != 1)
    site = {path.name: path.read_bytes() for path in (home / "site").iterdir()}
    shutil.rmtree(home / "site")
    for _ in range(together):
        whole([env.brief, *words_of(Scene(("-o", "site/"), 1), "row.state")], home)
    row = {path.name: path.read_bytes() for path in (home / "site").iterdir()}
    yield from (
        f"site/{name} is not that of runs in a row"
        for name in sorted(site.keys() | row.keys())
        if site.get(name) != row.get(name)
    )


def main() -> None:
    """Kill runs, start many at once, print what was wrong, and exit 1 if anything was."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--kills", type=int, default=200, help="how many runs are killed")
    parser.add_argument("--together", type=int, default=8, help="how many runs start at once")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from")
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311  # the same every time
    each, more = divmod(options.kills, len(SCENES))
    with environment(options.env) as (env, folder):
        where: Counter[str] = Counter()
        wrong: list[str] = []
        for number, scene in enumerate(SCENES):
            trial = Trial(env, scene, folder / f"scene-{number}")
            wrong += kill_often(trial, each + (number < more), chance, where)
            print(
                f"{' '.join(scene.words)}, day {scene.day}: {trial.points} points, "
                f"{trial.took:.1f} s",
                flush=True,
            )
        print(", ".join(f"{count} with {name}" for name, count in sorted(where.items())))
        print(f"{options.kills} runs killed: {len(wrong)} faults", flush=True)
        crowd = list(all_at_once(env, folder / "together", options.together))
        print(f"{options.together} runs at once: {len(crowd)} faults")
    print("\n".join([*wrong, *crowd][:20]))
    sys.exit(1 if wrong or crowd else 0)


if __name__ == "__main__":
    main()
