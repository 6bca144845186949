"""The plugin that comes with brief. It uses what any third-party plugin may use."""

from __future__ import annotations

from brief.contracts import Executor, Loader, Phase, Renderer, Stage
from brief.hookspecs import hookimpl

from . import cleaning, summarisers
from .attributions import Attributions
from .executors import Processes, serial
from .loaders import loaders
from .positions import KeyPositions, disputes, parties, stance
from .renderers import renderers
from .sentences import Sentences


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stages of the usual pipeline, and those to choose instead."""
    return [
        *cleaning.stages(),
        Stage("sentences", Sentences(), Phase.SPLIT),
        Stage("attributions", Attributions(), Phase.EXTRACT),
        Stage("parties", parties, Phase.POSITIONS),
        Stage("stance", stance, Phase.POSITIONS, after=("parties",)),
        Stage("disputes", disputes, Phase.POSITIONS, after=("parties", "stance")),
        Stage(
            "key-positions",
            KeyPositions(),
            Phase.POSITIONS,
            after=("parties", "stance", "disputes"),
            honours=("depth", "max_positions", "min_confidence"),
        ),
        *summarisers.stages(),
    ]


@hookimpl
def brief_loaders() -> list[Loader]:
    """Return the ways to read articles from files and from standard input."""
    return loaders()


@hookimpl
def brief_renderers() -> list[Renderer]:
    """Return the formats for people and for programs."""
    return renderers()


@hookimpl
def brief_executors() -> list[Executor]:
    """Return the executors for one process and for several."""
    return [Executor("serial", serial), Executor("processes", Processes())]
