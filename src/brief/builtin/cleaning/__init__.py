"""What cuts from an article the text that is not its story, one kind of it a stage."""

from __future__ import annotations

from brief.contracts import Phase, Stage

from .adverts import adverts
from .agency import agency
from .authors import authors
from .breaks import breaks
from .captions import captions
from .disclosures import disclosures
from .furniture import furniture
from .margins import margins
from .newsletter import newsletter
from .notices import notices
from .related import related
from .repeats import Repeats
from .share import share
from .stamps import stamps

# What a page says to its reader is looked for while its sentences are in one piece.
PROMPTS = (adverts, agency, disclosures, newsletter, notices, related, share)


def stages() -> list[Stage]:
    """Return the stages of the phase CLEAN."""
    names = tuple([run.__name__ for run in PROMPTS])
    return [
        Stage("furniture", furniture, Phase.CLEAN),
        *(Stage(run.__name__, run, Phase.CLEAN, after=("furniture",)) for run in PROMPTS),
        Stage("captions", captions, Phase.CLEAN, after=("furniture", *names)),
        Stage("breaks", breaks, Phase.CLEAN, after=names),
        Stage("stamps", stamps, Phase.CLEAN, after=("furniture", *names)),
        Stage("margins", margins, Phase.CLEAN, after=("captions", "stamps")),
        Stage("authors", authors, Phase.CLEAN, after=("margins",)),
        Stage("repeats", Repeats(), Phase.CLEAN, after=("furniture",)),
    ]
