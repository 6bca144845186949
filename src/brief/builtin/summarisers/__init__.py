"""Ways to choose the sentences of a summary: the lead, and what ranks sentences."""

from __future__ import annotations

from brief.contracts import Phase, Stage

from .lead import Lead
from .lexrank import LexRank

HONOURS = ("length", "depth")


def stages() -> list[Stage]:
    """Return the stages of the phase SUMMARISE."""
    return [
        Stage("lead", Lead(), Phase.SUMMARISE, honours=HONOURS),
        Stage("lexrank", LexRank(), Phase.SUMMARISE, honours=HONOURS),
    ]
