"""Print what start-up costs: `brief --help`, `--version` and one article against `import typer`.

    python tests/bench/startup.py [--typer VERSION] [--env FOLDER] [--runs N]

CPU time of whole processes, from the built wheel in an environment that holds nothing else,
bytecode compiled. `--typer 0.29.2` measures once more with that release of typer, which
shows whether the upper bound in pyproject.toml is still needed.
"""

from __future__ import annotations

import json
import subprocess

from measuring import (
    ARTICLE,
    Environment,
    arguments,
    clean_env,
    cost,
    environment,
    in_turns,
    middle,
    new_environment,
    verdict,
)

BASE = "python -c 'import typer'"
BARS = {"brief --help": 1.3, "brief --version": 1.3, "brief ARTICLE": 3.0}
ABSENT = ("nltk", "sumy", "numpy", "lxml", "rich", "pydantic")
ONE_COMMAND = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"
IMPORTED = """
import json, sys
from brief.cli import main
sys.argv = ["brief", *sys.argv[1:]]
try:
    main()
finally:
    names = {name.partition(".")[0] for name in sys.modules}
    sys.stderr.write(json.dumps([len(sys.modules), sorted(names - sys.stdlib_module_names)]))
"""


def commands(env: Environment) -> dict[str, list[str]]:
    """Return what is measured, by the name it is printed under."""
    return {
        "python -c pass": [env.python, "-c", "pass"],
        BASE: [env.python, "-c", "import typer"],
        "a typer app that does nothing": [env.python, "-c", ONE_COMMAND],
        "brief --help": [env.brief, "--help"],
        "brief --version": [env.brief, "--version"],
        "brief ARTICLE": [env.brief, str(ARTICLE)],
    }


def measure(env: Environment, runs: int) -> None:
    """Print a line for each command."""
    measures = {name: (lambda words=words: cost(words)) for name, words in commands(env).items()}
    taken = in_turns(measures, runs)
    base, _ = middle([each.cpu for each in taken[BASE]])
    print(f"{'':32}{'CPU ms':>8} {'spread':>7} {'ratio':>6}")
    for name, costs in taken.items():
        cpu, spread = middle([each.cpu for each in costs])
        bar = verdict(cpu / base, BARS[name]) if name in BARS else ""
        print(f"{name:32}{cpu * 1000:8.1f} {spread:7.0%} {cpu / base:6.2f}  {bar}".rstrip())


def imported(env: Environment) -> None:
    """Print which packages each command imports beside Python's own."""
    print("\nimported beside Python's own packages")
    for words in (["--help"], ["--version"], [str(ARTICLE)]):
        count, names = _imported(env, words)
        slow = sorted({*ABSENT} & {*names})
        said = f"MISSED: {', '.join(slow)}" if slow else "ok"
        shown = "ARTICLE" if words[0] == str(ARTICLE) else words[0]
        print(f"brief {shown:10} {count:4} modules  {said}  {', '.join(names)}")


def _imported(env: Environment, words: list[str]) -> tuple[int, list[str]]:
    command = [env.python, "-c", IMPORTED, *words]
    done = subprocess.run(command, env=clean_env(), capture_output=True, text=True, check=False)
    count, names = json.loads(done.stderr.splitlines()[-1])
    return int(count), list(names)


def main() -> None:
    """Measure, and with `--typer` measure again."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--typer", metavar="VERSION", help="measure with this typer too")
    options = parser.parse_args()
    runs = options.runs or 21
    with environment(options.env) as (env, folder):
        print(f"{ARTICLE.name}: {len(ARTICLE.read_text('utf-8').split())} words; {runs} runs each")
        measure(env, runs)
        imported(env)
        if options.typer:
            other = new_environment(folder / "typer")
            # The bound in the wheel forbids it; that is what is to be measured.
            other.install(f"typer=={options.typer}")
            print(f"\nwith typer {options.typer}")
            measure(other, runs)


if __name__ == "__main__":
    main()
