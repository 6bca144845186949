"""The plugin that comes with brief. It uses what any third-party plugin may use."""

from __future__ import annotations

from brief.contracts import Executor, Loader, Phase, Renderer, Stage
from brief.hookspecs import hookimpl

from .attributions import Attributions
from .executors import Processes, serial
from .furniture import furniture
from .lead import Lead
from .lexrank import LexRank
from .loaders import Records, Text, accepts_records, accepts_text
from .positions import KeyPositions, parties, stance
from .renderers import Json, Jsonl
from .renderers import Text as TextRenderer
from .repeats import Repeats
from .sentences import Sentences


@hookimpl
def brief_stages() -> list[Stage]:
    """Return the stages of the usual pipeline, and those to choose instead."""
    return [
        Stage("furniture", furniture, Phase.CLEAN),
        Stage("repeats", Repeats(), Phase.CLEAN, after=("furniture",)),
        Stage("sentences", Sentences(), Phase.SPLIT),
        Stage("attributions", Attributions(), Phase.EXTRACT),
        Stage("parties", parties, Phase.POSITIONS),
        Stage("stance", stance, Phase.POSITIONS, after=("parties",)),
        Stage(
            "key-positions",
            KeyPositions(),
            Phase.POSITIONS,
            after=("parties", "stance"),
            honours=("depth",),
        ),
        Stage("lead", Lead(), Phase.SUMMARISE, honours=("length", "depth")),
        Stage("lexrank", LexRank(), Phase.SUMMARISE, honours=("length", "depth")),
    ]


@hookimpl
def brief_loaders() -> list[Loader]:
    """Return the loaders of plain text and of JSON records."""
    return [
        Loader("records", Records(), accepts_records),
        Loader("text", Text(), accepts_text),
    ]


@hookimpl
def brief_renderers() -> list[Renderer]:
    """Return the formats for people and for programs."""
    return [
        Renderer("text", TextRenderer(), ".txt"),
        Renderer("json", Json(), ".json"),
        Renderer("jsonl", Jsonl(), ".jsonl"),
    ]


@hookimpl
def brief_executors() -> list[Executor]:
    """Return the executors for one process and for several."""
    return [Executor("serial", serial), Executor("processes", Processes())]
