"""Put stages in the order they run: by phase, then before/after, then name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from heapq import heapify, heappop, heappush

from .contracts import Phase, Stage
from .errors import PluginError


class OrderError(PluginError):
    """The wishes of the stages called *names* cannot be met."""

    def __init__(self, message: str, names: Iterable[str]) -> None:
        super().__init__(message)
        self.names = tuple(names)


def in_order(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """Return *stages* in the order they run. The order they come in never counts.

    Names in `before` and `after` that are not among *stages* are ignored.
    Raises `OrderError` for stages that wait for each other, or for a later phase.
    """
    by_name = {stage.name: stage for stage in stages}
    phases = list(Phase)
    out: list[Stage] = []
    for phase in phases:
        of_phase = {name: each for name, each in by_name.items() if each.phase is phase}
        out += [by_name[name] for name in _sorted(_waits(of_phase, by_name))]
    return tuple(out)


def _waits(stages: Mapping[str, Stage], known: Mapping[str, Stage]) -> dict[str, set[str]]:
    """Return for each stage of a phase the names of those it waits for."""
    waits: dict[str, set[str]] = {name: set() for name in stages}
    order = list(Phase)
    for name, stage in stages.items():
        for word, others in (("after", stage.after), ("before", stage.before)):
            for other in others:
                if other in stages:
                    first, then = (other, name) if word == "after" else (name, other)
                    waits[then].add(first)
                elif other in known:
                    later = order.index(known[other].phase) > order.index(stage.phase)
                    if later == (word == "after"):
                        raise OrderError(
                            f"stage {name!r} cannot run {word} {other!r}: "
                            f"its phase is {'earlier' if later else 'later'}",
                            (name, other),
                        )
    return waits


def _sorted(waits: Mapping[str, set[str]]) -> list[str]:
    """Return the names so that each stands after those it waits for, else by name."""
    sorter = TopologicalSorter(waits)
    try:
        sorter.prepare()
    except CycleError as exc:
        # The cycle's start depends on the order of a set: turn it to begin with its least name.
        ring = list(reversed(exc.args[1]))[:-1]
        at = ring.index(min(ring))
        ring = [*ring[at:], *ring[:at], ring[at]]
        message = f"stages wait for each other: {' -> '.join(ring)}"
        raise OrderError(message, ring[:-1]) from exc
    ready = list(sorter.get_ready())
    heapify(ready)
    out: list[str] = []
    while ready:
        out.append(heappop(ready))
        sorter.done(out[-1])
        for name in sorter.get_ready():
            heappush(ready, name)
    return out
