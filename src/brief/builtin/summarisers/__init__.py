"""Ways to choose the sentences of a summary: the lead, and what ranks sentences."""

from __future__ import annotations

from brief.contracts import Phase, Stage

from .edmundson import Edmundson
from .kl import KL
from .lead import Lead
from .lexrank import LexRank
from .lsa import Lsa
from .luhn import Luhn
from .news import News
from .reduction import Reduction
from .sumbasic import SumBasic
from .textrank import TextRank

HONOURS = ("length", "depth", "trim")


def stages() -> list[Stage]:
    """Return the stages of the phase SUMMARISE."""
    classic = (KL(), LexRank(), Lsa(), Luhn(), Reduction(), SumBasic(), TextRank())
    return [
        Stage("news", News(), Phase.SUMMARISE, honours=(*HONOURS, "focus")),
        Stage("lead", Lead(), Phase.SUMMARISE, honours=HONOURS),
        Stage("edmundson", Edmundson(), Phase.SUMMARISE, honours=(*HONOURS, "focus")),
        *[Stage(each.method, each, Phase.SUMMARISE, honours=HONOURS) for each in classic],
    ]
