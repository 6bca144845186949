"""Tell whether "the company" goes on with the body that spoke last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import word_set

if TYPE_CHECKING:
    from .actors import Actor
    from .bodies import Bodies

# Within so many sentences of its statement a firm may be called "the company".
RECENT = 2
ENDS = word_set("inc inc. corp corp. ltd ltd. plc llc airlines airways motors lines")
AIR = word_set("airlines airways lines")
# Who passes on what others say is not the company that comes after.
PASSES_ON = word_set("report reports reported reporting writes wrote notes noted citing cited")


def is_company(phrase: str) -> bool:
    """Tell whether *phrase* is "the company" or the like."""
    return phrase.lower() in {"the company", "the firm", "the airline"}


def fits(bodies: Bodies, actor: Actor, phrase: str, cue: str) -> bool:
    """Tell whether *phrase* may be *actor*, who spoke with *cue* shortly before."""
    words = {word.lower() for word in actor.words}
    if cue.lower() in PASSES_ON:
        return False
    if actor.kind == "organisation":
        return bool(words & (AIR if phrase.lower() == "the airline" else ENDS))
    return actor.kind == "unknown" and len(words) == 1 and bodies.speaks(actor)
