"""What the benchmarks share: a fresh environment with the wheel in it, and the cost of a command.

Every figure is a median of runs that take turns, so that whatever else the machine does
falls on both sides of a ratio.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATA = Path(os.environ.get("ARTICLES_OF_BRIEF", ROOT.parent / "shared" / "data"))
ARTICLE = HERE / "harbour.txt"
# Set, they would change what is measured: compiled modules, what is imported, what is asked for.
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME", "PYTHONUNBUFFERED")


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU and wall time in seconds, peak memory in MB; exit code, output.

    The CPU time counts the processes it started; the memory is that of the largest one.
    """

    cpu: float
    wall: float
    peak: float
    code: int = 0
    output: str = ""


@dataclass(frozen=True)
class Environment:
    """A virtual environment that holds the wheel of brief, compiled."""

    folder: Path

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(self.folder / "bin" / "python")

    @property
    def brief(self) -> str:
        """Its `brief`."""
        return str(self.folder / "bin" / "brief")

    def install(self, *words: str) -> None:
        """Install something beside brief, compiled too."""
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        told([*pip, *words])
        told([self.python, "-m", "compileall", "-q", str(self.folder / "lib")], also=(1,))


def clean_env() -> dict[str, str]:
    """Return the environment variables of a measured command."""
    left = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return {name: value for name, value in left.items() if not name.startswith("BRIEF_")}


def told(command: Sequence[str], also: tuple[int, ...] = ()) -> None:
    """Run a command that prepares something; end with what it said if it fails."""
    done = subprocess.run(command, env=clean_env(), capture_output=True, text=True, check=False)
    if done.returncode not in (0, *also):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")


def new_environment(folder: Path) -> Environment:
    """Build the wheel, and install it into a new environment in *folder*."""
    made = Environment(folder / "env")
    told([sys.executable, "-m", "venv", "--clear", str(made.folder)])
    pip = [made.python, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    told([*pip, "--no-deps", "--wheel-dir", str(folder / "wheel"), str(ROOT)])
    wheel = max((folder / "wheel").glob("brief_news-*.whl"), key=lambda path: path.stat().st_mtime)
    made.install(str(wheel))
    return made


def arguments(description: str) -> argparse.ArgumentParser:
    """Return a parser with the options all benchmarks have."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=0, help="how often each command runs")
    parser.add_argument("--env", type=Path, help="an environment with brief in it to use as it is")
    return parser


@contextmanager
def environment(given: Path | None) -> Iterator[tuple[Environment, Path]]:
    """Yield an environment, new unless one is *given*, and a folder for files."""
    with tempfile.TemporaryDirectory(prefix="brief-bench-") as name:
        folder = Path(name)
        yield (Environment(given.absolute()) if given else new_environment(folder)), folder


def cost(command: Sequence[str], *, codes: tuple[int, ...] = (0,), keep: bool = False) -> Cost:
    """Run *command* and return what it took; its output is thrown away unless asked to *keep* it.

    The peak is at least that of this process, from which the command is started: benchmarks
    hold nothing large themselves.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=clean_env(),
            stdin=subprocess.DEVNULL,
            stdout=out if keep else subprocess.DEVNULL,
            stderr=err,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in codes:
            err.seek(0)
            said = err.read().decode(errors="replace")
            sys.exit(f"{' '.join(command)}: exit {process.returncode}\n{said[-2000:]}")
        out.seek(0)
        output = out.read().decode(errors="replace") if keep else ""
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, kilobytes / 1024, process.returncode, output)


def in_turns(measures: Mapping[str, Callable[[], Cost]], runs: int) -> dict[str, list[Cost]]:
    """Take every measure *runs* times, in turns, after one time that does not count."""
    taken: dict[str, list[Cost]] = {name: [] for name in measures}
    for run in range(runs + 1):
        for name, measure in measures.items():
            found = measure()
            if run:
                taken[name].append(found)
    return taken


def middle(values: Sequence[float]) -> tuple[float, float]:
    """Return the median, and by how much the middle half spreads around it, as a share."""
    ordered = sorted(values)
    quarter = len(ordered) // 4
    spread = ordered[-1 - quarter] - ordered[quarter]
    return median(ordered), spread / median(ordered) / 2


def verdict(value: float, bar: float, *, at_least: bool = False) -> str:
    """Return the bar, and whether *value* keeps to it."""
    kept = value >= bar if at_least else value <= bar
    return f"{'>=' if at_least else '<='} {bar:g}  {'ok' if kept else 'MISSED'}"
