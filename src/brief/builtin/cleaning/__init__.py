"""What cuts from an article the text that is not its story, one kind of it a stage."""

from __future__ import annotations

from brief.contracts import Phase, Stage

from .furniture import furniture
from .repeats import Repeats


def stages() -> list[Stage]:
    """Return the stages of the phase CLEAN."""
    return [
        Stage("furniture", furniture, Phase.CLEAN),
        Stage("repeats", Repeats(), Phase.CLEAN, after=("furniture",)),
    ]
