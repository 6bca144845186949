"""Tables that split the figures of an extractor: by group, confidence and outlet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean

from attribution_runs import Scored
from attribution_scores import ALL, Counts, Key, Tally, agree, pairs, summed, tally

SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
FORMS = ("direct", "mixed", "indirect")
NONE = Counts()


def by_group(sums: Mapping[Key, Counts]) -> Iterator[str]:
    """Yield how right relations are by form, and by the rule that found them (precision alone).

    The form of what is found is what the extractor says, that of what is annotated follows
    from the marks.
    """
    head = f"{'P':>8}{'R':>7}{'F1':>7}{'found':>8}  speaker right, if paired"
    yield f"{'relation by form, by rule':32}{head}"
    rules = sorted({group for _, group in sums if group.startswith("rule ")})
    for group in (*FORMS, *rules):
        counts = sums.get(("relation", group), NONE)
        speaker = sums.get(("speaker, where paired", group), NONE)
        recall = f"{counts.recall:7.1f}{counts.f1:7.1f}" if group in FORMS else f"{'':14}"
        yield (
            f"  {group:30}{counts.precision:8.1f}{recall}{counts.found:8}"
            f"{speaker.precision:16.1f} of {speaker.found}"
        )


def by_confidence(made: Sequence[Scored]) -> Iterator[str]:
    """Yield what is left, and how right, where only surer statements are kept."""
    head = f"{'kept':>6}   speaker+content P/R/F1     relation P/R/F1  speaker right"
    yield f"{'confidence at least':20}{head}"
    for least in SHARES:
        tallies = [
            tally([one for one in each.found if one.confidence >= least], each.gold)
            for each in made
        ]
        sums = summed(tallies)
        words, relation = (sums.get((m, ALL), NONE) for m in ("speaker+content", "relation"))
        speaker = sums.get(("speaker, where paired", ALL), NONE)
        yield (
            f"{least:20.2f}{relation.found:6}{_prf(words):>25}{_prf(relation):>20}"
            f"{speaker.precision:15.1f}"
        )


def _prf(counts: Counts) -> str:
    return f"{counts.precision:.1f}/{counts.recall:.1f}/{counts.f1:.1f}"


def calibration(made: Sequence[Scored]) -> Iterator[str]:
    """Yield how often statements of a confidence are right (the relation), in ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for each in made:
        pairing = pairs(each.found, each.gold)
        for at, one in enumerate(each.found):
            right = at in pairing and agree(one, each.gold[pairing[at]])
            bins.setdefault(min(9, int(10 * one.confidence)), []).append((one.confidence, right))
    size = sum(map(len, bins.values()))
    off = 0.0
    yield f"{'confidence':20}{'found':>6}{'said':>9}{'right':>9}"
    for number, held in sorted(bins.items()):
        said, true = mean(share for share, _ in held), mean(right for _, right in held)
        off += len(held) / size * abs(said - true)
        span = f"{number / 10:.1f} to {(number + 1) / 10:.1f}"
        yield f"{span:20}{len(held):6}{said:9.1%}{true:9.1%}"
    yield f"off by {off:.1%} on average"


def by_outlet(made: Sequence[Scored], tallies: Sequence[Tally]) -> Iterator[str]:
    """Yield the figures of each outlet, as far as the ids name it."""
    names = sorted({each.outlet for each in made})
    if len(names) < 2:
        return
    head = "   speaker+content P/R/F1     relation P/R/F1   right source: quoted, unquoted"
    yield f"{'outlet':26}{head}"
    for name in names:
        own = [each for scored, each in zip(made, tallies, strict=True) if scored.outlet == name]
        sums = summed(own)
        words, relation = (sums.get((m, ALL), NONE) for m in ("speaker+content", "relation"))
        quoted, unquoted = (sums.get(("right source", g), NONE) for g in ("quoted", "unquoted"))
        yield (
            f"{name:20}{len(own):6}{_prf(words):>25}{_prf(relation):>20}"
            f"{quoted.recall:18.1f}{unquoted.recall:8.1f}"
        )
