"""Read the stance of each statement off the words of its cue, and "not" among them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from brief.data import cues, word_set

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Position, Stance

WORDS = re.compile(r"\w++(?:'\w++)?")
NEGATIONS = word_set("not never no hardly barely without")
# "Does not support" opposes; "does not oppose" or "did not deny" says no more than itself.
DENIED: dict[Stance, Stance] = {"supports": "opposes"}


def stance(brief: Brief, _context: Context) -> Brief:
    """Tells from the cue of each statement what stance it takes, such as says, denies or warns.

    The content is not looked at: "said it would not support the plan" says.
    """
    if not brief.positions:
        return brief
    return replace(brief, positions=tuple(_judged(brief, one) for one in brief.positions))


def _judged(brief: Brief, position: Position) -> Position:
    if position.cue is None:
        return position
    found = stance_of(brief.text_of((position.cue,)))
    return position if found == position.stance else replace(position, stance=found)


def stance_of(cue: str) -> Stance:
    """Return the stance that the words of *cue* ("has strongly denied") stand for.

    A cue the lexicon does not know says.
    """
    words = WORDS.findall(cue.lower().replace("’", "'"))
    lexicon = cues()
    known = [f"{one} {two}" for one, two in pairwise(words)] + words[::-1]
    found: Stance = next((lexicon[word][0] for word in known if word in lexicon), "says")
    if any(word in NEGATIONS or word.endswith("n't") for word in words):
        return DENIED.get(found, "says")
    return found
