"""What a plugin hands over, and what brief hands to it in return."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal

from .value import NamedTuple, value

if TYPE_CHECKING:
    from .length import Length
    from .model import Brief
    from .protocols import Accepts, Execute, Load, Render, Transform

Depth = Literal["tldr", "short", "full"]
Takes = Literal["briefs", "digest", "both"]


class Phase(Enum):
    """When a stage runs. The phases follow each other in this order."""

    CLEAN = "clean"
    SPLIT = "split"
    MARK = "mark"
    EXTRACT = "extract"
    POSITIONS = "positions"
    SUMMARISE = "summarise"
    FINISH = "finish"

    @property
    def chooses(self) -> bool:
        """Whether one stage of the phase is chosen by name; else every enabled one runs."""
        return self in (Phase.SPLIT, Phase.EXTRACT, Phase.SUMMARISE)

    @property
    def optional(self) -> bool:
        """Whether `--use PHASE=none` may leave the phase out."""
        return self is not Phase.SPLIT


@value
class Context:
    """What a run asks for. The same for every article of the run; picklable.

    *length* beats *depth*, and for statements *max_positions* (of a party) does; none that is
    less sure than *min_confidence*, from 0 to 1, is shown. With *trim*, what a sentence does
    not need is left out of the summary (see `brief.trimming`). *date* is the day of the run
    (YYYY-MM-DD), read once by the command line; *timezone* is an IANA name for times that
    name no zone. *offline* forbids the network; what was fetched is kept in *cache_dir* (a
    plugin's own folder where it is empty); addresses of this machine and of private networks
    are only fetched from if *allow_private*.
    """

    length: Length | None = None
    depth: Depth = "short"
    focus: str = ""
    language: str = ""
    date: str = ""
    timezone: str = "UTC"
    offline: bool = False
    cache_dir: str = ""
    allow_private: bool = False
    max_positions: int | None = None
    min_confidence: float = 0.0
    trim: bool = True


class Made(NamedTuple):
    """What became of one article: a *piece* rendered in the worker, or the *brief* itself.

    *notices* are those of the brief, each "CODE message".
    """

    source: str
    piece: str = ""
    brief: Brief | None = None
    title: str = ""
    outlet: str = ""
    published: str = ""
    notices: tuple[str, ...] = ()


class Stage(NamedTuple):
    """A step of the pipeline. *after* and *before* name stages of the same phase.

    *honours* names what of the context the stage goes by ("length", "depth", "focus", "trim",
    "max_positions", "min_confidence"): a flag that no stage of a run honours is said, not
    ignored.
    """

    name: str
    run: Transform
    phase: Phase
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()


class Loader(NamedTuple):
    """A way to read articles from a source."""

    name: str
    run: Load
    accepts: Accepts


class Renderer(NamedTuple):
    """An output format; *suffix* (".json") is what `-o` knows it by.

    *honours* names flags whose effect it has without an option of that name ("why",
    "show_removed", "with_text"): a flag that does nothing is said, not ignored.
    """

    name: str
    run: Render
    suffix: str = ""
    takes: Takes = "briefs"
    honours: tuple[str, ...] = ()


class Executor(NamedTuple):
    """A way to spread articles over workers."""

    name: str
    run: Execute
