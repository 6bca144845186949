"""Print how right the statements of any extractor are on articles annotated by others.

    python tests/bench/attributions.py [FILE] [--use NAME] [--against NAME|FILE] [--errors N]
                                       [-p PLUGIN] [--set KEY=VALUE] [--min-confidence X]
                                       [--whole] [--passes N] [--save FILE] [--raise-floors]

FILE is PolNeAR's JSONL or any of its form: `id`, `text`, `attributions` with lists of offsets
`source`, `cue`, `content`. The stage runs on the text as it is; `--whole` cuts headline and
furniture first, as a reader's brief does, and holds parties against sources that are names.
What the metrics are: attribution_scores.py.
Intervals are of 95 %, articles drawn again. `--against` compares, on the same articles, with
another extractor or with what `--save` wrote. `--raise-floors` writes today's figures into
attribution-floors.json where they are higher than what stands there; with `--whole` those of
parties.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import attribution_floors
from attribution_errors import errors
from attribution_parties import by_party, wrong_parties
from attribution_runs import Scored, Speed, Wish, extracted, planned, records, scored
from attribution_scores import ALL, Counts, Key, Tally, summed, tally
from attribution_tables import by_confidence, by_group, by_outlet, calibration
from intervals import f1_difference, f1_interval, share_interval
from measuring import DATA, verdict

METRICS = ("content", "speaker+content", "relation")
GROUPS = (ALL, "quoted", "unquoted")
NONE = Counts()


def wished(given: argparse.Namespace, stage: str) -> Wish:
    """Return the extractor called *stage* with what the command line says of it."""
    return Wish(stage, tuple(given.set), tuple(given.plugin), given.whole)


def run(given: argparse.Namespace, stage: str) -> tuple[list[Scored], Speed]:
    """Return the articles with what the stage finds in them."""
    articles = records(given.file)
    briefs, speed = extracted(wished(given, stage), articles, given.passes)
    made = [scored(*each) for each in zip(articles, briefs, strict=True)]
    least = given.min_confidence
    return [
        each._replace(found=tuple(one for one in each.found if one.confidence >= least))
        for each in made
    ], speed


def main_table(tallies: Sequence[Tally]) -> Iterator[str]:
    """Yield P, R and F1 of each metric, for quoted and unquoted statements too."""
    sums = summed(tallies)
    yield f"{'':34}{'P':>6}{'R':>7}{'F1':>7}"
    for metric in METRICS:
        for group in GROUPS:
            counts = sums.get((metric, group), NONE)
            low, high = f1_interval([each.get((metric, group), NONE) for each in tallies])
            name = metric if group == ALL else f"  {group}"
            yield (
                f"{name:32}{counts.precision:8.1f}{counts.recall:7.1f}{counts.f1:7.1f}"
                f"   [{low:.1f}, {high:.1f}]"
            )
    for group in GROUPS[1:]:
        key = "right source", group
        counts = sums.get(key, NONE)
        low, high = share_interval([each.get(key, NONE) for each in tallies])
        name = f"{group}: right source"
        told = f"({counts.met} of {counts.gold})"
        yield f"{name:39}{counts.recall:8.1f}          [{low:.1f}, {high:.1f}] {told}"
    counts = sums.get(("speaker, where paired", ALL), NONE)
    told = f"({counts.right} of {counts.found})"
    yield f"{'speaker right, where one is paired':34}{counts.precision:6.1f} {told}"


def bars(made: Sequence[Scored], speed: Speed, least: float) -> Iterator[str]:
    """Yield the figures that a bar is set for; *least* is the confidence that is shipped."""
    sums = summed(tally(each.found, each.gold) for each in made)
    sure = [
        each._replace(found=tuple(o for o in each.found if o.confidence >= least)) for each in made
    ]
    shipped = summed(tally(each.found, each.gold) for each in sure)
    figures = {
        "speaker+content F1": (sums.get(("speaker+content", ALL), NONE).f1, 80),
        "relation F1": (sums.get(("relation", ALL), NONE).f1, 71),
        f"relation precision, confidence {least:g}": (
            shipped.get(("relation", ALL), NONE).precision,
            75,
        ),
        "quoted: right source": (sums.get(("right source", "quoted"), NONE).recall, 92),
        "unquoted: right source": (sums.get(("right source", "unquoted"), NONE).recall, 66),
    }
    for name, (value, bar) in figures.items():
        yield f"{name:36}{value:7.1f}  {verdict(value, bar, at_least=True)}"
    if speed.first:
        words = speed.words / speed.first
        told = verdict(words / 1000, 100, at_least=True)
        yield f"{'thousand words/s, first pass':36}{words / 1000:7.1f}  {told}"


def speeds(speed: Speed) -> Iterator[str]:
    """Yield words a second of CPU time, the first pass of the process apart."""
    if not speed.first:
        return
    line = (
        f"opened in {1000 * speed.opened:.0f} ms CPU; first pass "
        f"{speed.words / speed.first:,.0f} words/s"
    )
    if speed.later:
        line += (
            f", later ones {speed.words / median(speed.later):,.0f} (median of {len(speed.later)})"
        )
    yield line


def differences(tallies: Sequence[Tally], others: Sequence[Tally]) -> Iterator[str]:
    """Yield by how much each F1 is above that of the other extractor."""
    for metric in METRICS:
        for group in GROUPS:
            one, other = (
                [each.get((metric, group), NONE) for each in them] for them in (tallies, others)
            )
            gain, low, high = f1_difference(one, other)
            sure = "" if low <= 0 <= high else "  *"
            name = metric if group == ALL else f"  {group}"
            yield f"{name:32}{gain:+8.1f}   [{low:+.1f}, {high:+.1f}]{sure}"


def other_tallies(given: argparse.Namespace) -> list[Tally]:
    """Return the counts of what is compared with: a file of `--save`, or a stage."""
    path = Path(given.against)
    if path.suffix != ".json":
        made, _ = run(given, given.against)
        return [tally(each.found, each.gold) for each in made]
    saved = json.loads(path.read_text("utf-8"))
    wanted = [str(each["id"]) for each in records(given.file)]
    if list(saved) != wanted:
        raise SystemExit(f"{path}: not of the articles of {given.file}; save it anew")
    return [
        {_key(name): Counts(*counts) for name, counts in each.items()} for each in saved.values()
    ]


def _key(name: str) -> Key:
    metric, _, group = name.partition("/")
    return metric, group


def save(path: Path, made: Sequence[Scored], tallies: Sequence[Tally]) -> None:
    """Write the counts of each article, to compare another run with."""
    table = {
        each.id: {"/".join(key): counts for key, counts in counted.items()}
        for each, counted in zip(made, tallies, strict=True)
    }
    path.write_text(json.dumps(table), encoding="utf-8")


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    default = DATA / "attributions" / "polnear-dev.jsonl"
    parser.add_argument("file", nargs="?", type=Path, default=default)
    parser.add_argument("--use", default="attributions", help="a stage of the phase EXTRACT")
    parser.add_argument("--against", default="", help="another one, or a file that --save wrote")
    parser.add_argument("--set", action="append", default=[], help="as `brief --set` takes it")
    parser.add_argument("-p", "--plugin", action="append", default=[], help="name or file.py")
    parser.add_argument("--min-confidence", type=float, default=0.0)
    parser.add_argument("--whole", action="store_true", help="with cleaning and parties")
    parser.add_argument("--passes", type=int, default=0, help="later passes, for the speed")
    parser.add_argument("--errors", type=int, default=0, help="so many of each kind, to be read")
    parser.add_argument("--save", type=Path, help="write the counts, for --against")
    parser.add_argument("--raise-floors", action="store_true")
    return parser.parse_args()


def main() -> None:
    """Print the tables."""
    given = arguments()
    made, speed = run(given, given.use)
    tallies = [tally(each.found, each.gold) for each in made]
    print(f"{given.file.name}: {len(made)} articles, extractor {given.use!r}")
    shipped = planned(wished(given, given.use)).reading.context.min_confidence
    lines = [*speeds(speed), "", *bars(made, speed, shipped), "", *main_table(tallies)]
    lines += ["", *by_group(summed(tallies)), "", *by_confidence(made), "", *calibration(made)]
    lines += ["", *by_outlet(made, tallies)]
    if given.whole:
        lines += ["", *by_party(made)]
    if given.against:
        lines += ["", f"F1 above {given.against} (* where 0 is outside)"]
        lines += differences(tallies, other_tallies(given))
    print("\n".join(lines))
    if given.errors and given.whole:
        print("\n== party: not the annotated name")
        print("\n".join(wrong_parties(made, given.errors)))
    for line in errors(made, given.errors):
        print(line)
    if given.save:
        save(given.save, made, tallies)
    if given.raise_floors:
        floors = attribution_floors
        found = floors.party_figures(made) if given.whole else floors.figures(made, shipped)
        print(floors.raised(found))


if __name__ == "__main__":
    main()
