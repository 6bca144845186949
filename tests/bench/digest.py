"""Print what a digest takes against the briefs of the same articles, made in the same run.

    python tests/bench/digest.py [ARTICLES.jsonl] [--env FOLDER] [--runs N]

A finished HTML digest by the installed script, with no state yet and then with the briefs of
the first run kept. Without ARTICLES.jsonl the set named by ARTICLES_OF_BRIEF is used.
"""

from __future__ import annotations

from pathlib import Path

from measuring import (
    DATA,
    Cost,
    Environment,
    arguments,
    cost,
    environment,
    in_turns,
    middle,
    verdict,
)

SET = DATA / "stories" / "newscluster.jsonl"
MOST = 1.6
RUNS = 5


def digest(env: Environment, articles: Path, page: Path, *, again: bool) -> Cost:
    """Return what a digest takes; only with *again* on the state of an earlier one."""
    if not again:
        for each in page.parent.glob(f"{page.name}*"):
            each.unlink()
    command = [env.brief, "digest", "-q", "--isolated", str(articles), "-o", str(page)]
    return cost([*command, "--date", "2026-03-02"])


def main() -> None:
    """Measure in turns and print the medians."""
    parser = arguments(__doc__ or "")
    parser.add_argument("articles", nargs="?", type=Path, default=SET, help="a JSONL file")
    options = parser.parse_args()
    runs = options.runs or RUNS
    with environment(options.env) as (env, folder):
        briefs = [env.brief, "-q", "--isolated", "-f", "jsonl", str(options.articles)]
        first, kept = folder / "first.html", folder / "kept.html"
        digest(env, options.articles, kept, again=False)
        taken = in_turns(
            {
                "the briefs": lambda: cost(briefs, codes=(0, 1)),
                "a digest": lambda: digest(env, options.articles, first, again=False),
                "a digest, briefs kept": lambda: digest(env, options.articles, kept, again=True),
            },
            runs,
        )
    print(f"{options.articles.name}; medians of {runs} runs, CPU time")
    print(f"{'':24}{'seconds':>8} {'peak MB':>8} {'ratio':>6} {'spread':>7}")
    base = middle([each.cpu for each in taken["the briefs"]])[0]
    for name, costs in taken.items():
        seconds, spread = middle([each.cpu for each in costs])
        peak = middle([each.peak for each in costs])[0]
        bar = verdict(seconds / base, MOST) if name == "a digest" else ""
        ratio = f"{seconds / base:6.2f} {spread:7.0%}  {bar}"
        print(f"{name:24}{seconds:8.2f} {peak:8.1f} {ratio}".rstrip())


if __name__ == "__main__":
    main()
