"""What cuts from an article the text that is not its story, one kind of it a stage."""

from __future__ import annotations

from brief.contracts import Phase, Stage

from .adverts import adverts
from .agency import agency
from .breaks import breaks
from .captions import captions
from .furniture import furniture
from .newsletter import newsletter
from .notices import notices
from .related import related
from .repeats import Repeats
from .share import share

# What a page says to its reader is looked for while its sentences are in one piece.
PROMPTS = (adverts, agency, newsletter, notices, related, share)


def stages() -> list[Stage]:
    """Return the stages of the phase CLEAN."""
    names = tuple([run.__name__ for run in PROMPTS])
    return [
        Stage("furniture", furniture, Phase.CLEAN),
        *(Stage(run.__name__, run, Phase.CLEAN, after=("furniture",)) for run in PROMPTS),
        Stage("captions", captions, Phase.CLEAN, after=("furniture", *names)),
        Stage("breaks", breaks, Phase.CLEAN, after=names),
        Stage("repeats", Repeats(), Phase.CLEAN, after=("furniture",)),
    ]
