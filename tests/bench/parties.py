"""Print how often a statement that readers are shown stands under the wrong party.

    python tests/bench/parties.py sample [--missing] [--from N] [--to N] [--json]
    python tests/bench/parties.py check [--file ARTICLES.jsonl] [--use NAME] [-p PLUGIN]

`sample` prints 300 shown statements with a named party, drawn by seed from articles of many
outlets, at most three an article and half of them quoted, each with its paragraph; `--missing`
only those without a verdict; `--json` prints them as rows of the verdicts file, verdict open.
`check` holds today's sample against party-verdicts.jsonl: places and names, no text. A verdict
is "right", "wrong" or "debatable" with a reader's reason; it stands for every statement of that
article under that party whose content is at least half the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attribution_runs import Wish
from intervals import wilson
from measuring import DATA
from party_sample import Share, Shown, briefs, drawn, printed, share, statements

HERE = Path(__file__).resolve().parent
VERDICTS = HERE / "party-verdicts.jsonl"
BAR, NAMED = 0.02, 0.60
SAME = 0.5
# So many without a verdict are listed.
FEW = 40

Row = Mapping[str, Any]


def verdicts() -> dict[str, list[Row]]:
    """Return the rows of the verdicts file by article."""
    found: dict[str, list[Row]] = {}
    if VERDICTS.exists():
        for line in VERDICTS.read_text("utf-8").splitlines():
            row = json.loads(line)
            found.setdefault(str(row["sha256"]), []).append(row)
    return found


def verdict(one: Shown, known: Mapping[str, Sequence[Row]]) -> Row | None:
    """Return the row of a reader who saw this statement under this party, if any."""
    rows = [row for row in known.get(one.sha256, ()) if row["party"] == one.party]
    best = max(rows, key=lambda row: alike(one, row), default=None)
    return best if best is not None and alike(one, best) >= SAME else None


def alike(one: Shown, row: Row) -> float:
    """Return what two contents share, of both: 1 for the same."""
    mine = {at for start, end in one.content for at in range(start, end)}
    other = {at for start, end in row["content"] for at in range(start, end)}
    return 2 * len(mine & other) / (len(mine) + len(other))


def row_of(one: Shown, said: str = "", reason: str = "") -> str:
    """Return a line of the verdicts file."""
    return json.dumps(
        {
            "id": one.id,
            "sha256": one.sha256,
            "speaker": one.speaker,
            "content": one.content,
            "party": one.party,
            "verdict": said,
            "reason": reason,
        },
        ensure_ascii=False,
    )


def rates(read: Sequence[tuple[Shown, Row]]) -> Iterator[str]:
    """Yield the share of wrong ones with its interval, in all and by kind."""
    groups: dict[str, list[str]] = {}
    for one, row in read:
        said = str(row["verdict"])
        sure = 10 * one.position.confidence // 1 / 10
        reason = [f"reason {row['reason']}"] if row["reason"] else []
        via, form = one.position.via or "?", one.position.form
        for name in ("all", f"via {via}", f"form {form}", f"confidence {sure:.1f}+", *reason):
            groups.setdefault(name, []).append(said)
    yield f"{'':24}{'read':>6}{'right':>7}{'debatable':>11}{'wrong':>7}"
    for name, held in sorted(groups.items()):
        count = Counter(held)
        low, high = wilson(count["wrong"], len(held))
        yield (
            f"{name:24}{len(held):6}{count['right']:7}{count['debatable']:11}{count['wrong']:7}"
            f"   {count['wrong'] / len(held):.1%} [{low:.1%}, {high:.1%}]"
        )


def named(found: Share) -> Iterator[str]:
    """Yield how many quoted statements have a named party, of those shown and of all found."""
    shown, every = found.shown_named / max(1, found.shown), found.named / max(1, found.found)
    kept = "ok" if shown >= NAMED else "MISSED"
    yield (
        f"quoted statements with a named party: {shown:.1%} of {found.shown} shown"
        f" (>= {NAMED:.0%}  {kept}), {every:.1%} of {found.found} found"
    )


def check(chosen: Sequence[Shown], found: Share) -> int:
    """Print what readers said of today's sample; return 1 if too much of it is wrong."""
    known = verdicts()
    pairs = [(one, verdict(one, known)) for one in chosen]
    read = [(one, row) for one, row in pairs if row is not None]
    print("\n".join(named(found)))
    print(f"{len(chosen)} drawn, {len(read)} of them read")
    print("\n".join(rates(read)))
    for one, seen in read:
        if seen["verdict"] == "wrong":
            print(f"  wrong: {one.id} {one.content[0][0]} {one.party} ({seen['reason']})")
    unread = [one for one, row in pairs if row is None]
    for one in unread[:FEW]:
        print(f"  unread: {one.id} {one.content[0][0]} {one.party}")
    if len(unread) > FEW:
        print(f"  and {len(unread) - FEW} more unread: `sample --missing` prints them")
    wrong = sum(row["verdict"] == "wrong" for _, row in read)
    rate = wrong / max(1, len(read))
    print(f"wrong party: {rate:.1%}; bar: {BAR:.0%}  {'ok' if rate <= BAR else 'MISSED'}")
    return int(rate > BAR)


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("what", choices=["sample", "check"])
    parser.add_argument("--file", type=Path, default=DATA / "stories" / "newscluster.jsonl")
    parser.add_argument("--use", default="attributions", help="a stage of the phase EXTRACT")
    parser.add_argument("--set", action="append", default=[], help="as `brief --set` takes it")
    parser.add_argument("-p", "--plugin", action="append", default=[], help="name or file.py")
    parser.add_argument("--missing", action="store_true", help="only those nobody has read")
    parser.add_argument("--from", dest="first", type=int, default=1)
    parser.add_argument("--to", dest="last", type=int, default=10**6)
    parser.add_argument("--json", action="store_true", help="as rows of the verdicts file")
    return parser.parse_args()


def main() -> int:
    """Do what the command line says."""
    given = arguments()
    wish = Wish(given.use, tuple(given.set), tuple(given.plugin))
    made = list(briefs(given.file, wish))
    chosen = drawn([each for known, brief in made for each in statements(known, brief)])
    if given.what == "check":
        return check(chosen, share(brief for _, brief in made))
    known = verdicts() if given.missing else {}
    for number, one in enumerate(chosen, 1):
        if given.first <= number <= given.last and verdict(one, known) is None:
            print(row_of(one) if given.json else "\n".join(printed(number, one)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
