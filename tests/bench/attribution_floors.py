"""The figures that may only rise: what they are, and the file that holds their floors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from attribution_parties import held
from attribution_runs import Scored
from attribution_scores import ALL, Counts, summed, tally

FLOORS = Path(__file__).resolve().parent / "attribution-floors.json"
# A floor stands this much under the figure it was taken from: rounding is no loss.
SLACK = 0.1


def figures(made: Sequence[Scored], least: float = 0.0) -> dict[str, float]:
    """Return the figures with a floor, in per cent; *least* is the confidence that is shipped."""
    sums = summed(tally(each.found, each.gold) for each in made)
    shipped = summed(
        tally([one for one in each.found if one.confidence >= least], each.gold) for each in made
    )

    def of(metric: str, group: str = ALL) -> Counts:
        return sums.get((metric, group), Counts())

    return {
        "content F1": of("content").f1,
        "speaker+content F1": of("speaker+content").f1,
        "relation F1": of("relation").f1,
        "relation precision, at the shipped confidence": shipped.get(
            ("relation", ALL), Counts()
        ).precision,
        "quoted: right source": of("right source", "quoted").recall,
        "unquoted: right source": of("right source", "unquoted").recall,
        "speaker right, where one is paired": of("speaker, where paired").precision,
    }


def party_figures(made: Sequence[Scored]) -> dict[str, float]:
    """Return those with a floor that need parties, in per cent."""
    said = [one.outcome for one in held(made)]
    right, wrong = said.count("right"), said.count("wrong")
    named = right + wrong
    return {
        "a party, where the source is a name": 100 * named / max(1, len(said)),
        "the right party, where there is one": 100 * right / max(1, named),
    }


def floors(path: Path = FLOORS) -> dict[str, float]:
    """Return the floors."""
    found = json.loads(path.read_text("utf-8"))
    return {str(name): float(value) for name, value in found.items()}


def below(found: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """Return a line for each figure that lies under its floor, or that has gone."""
    return [
        f"{name}: {found.get(name, 0.0):.2f} is under its floor, {floor:.2f}"
        for name, floor in least.items()
        if found.get(name, 0.0) < floor
    ]


def raised(found: Mapping[str, float], path: Path = FLOORS) -> str:
    """Write the floors that *found* raises; return what was done, a line each."""
    old = floors(path) if path.exists() else {}
    new = {name: max(old.get(name, 0.0), round(value - SLACK, 1)) for name, value in found.items()}
    kept = {name: value for name, value in old.items() if name not in new}
    path.write_text(json.dumps({**new, **kept}, indent=2) + "\n", encoding="utf-8")
    told = [f"{name}: {old.get(name, 0.0)} -> {value}" for name, value in new.items()]
    return "\n".join(told)
