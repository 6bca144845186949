"""Read transcripts and interviews, where each paragraph starts with who speaks in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from brief.data import word_set
from brief.model import Position, Sentence
from brief.spans import Span, trim
from brief.value import NamedTuple

from .confidence import CONFIDENCE, UNCLAIMED
from .quotations import LONGEST

# So many turns are a conversation; fewer are notes with a colon.
FEWEST = 3
# Words: "Clinton: 547." is a line of a table.
SHORTEST = 4
# Characters up to the colon.
LONGEST_LABEL = 140
ASKS = frozenset({"q", "question", "q."})
ANSWERS = frozenset({"a", "answer", "a."})
NO_NAMES = word_set(
    """note notes update updates photo photos picture pictures image source sources credit video
    watch read listen date time where when who what why how price tickets address score scores
    contact phone email website age born from to subject result results first second third
    advertisement correction related more live analysis opinion verdict"""
)


class Turn(NamedTuple):
    """A paragraph that its speaker's name opens: where the name stands, and where the words."""

    paragraph: int
    name: Span
    said: Span


@cache
def _label() -> re.Pattern[str]:
    """Return what opens a turn: a name of up to five words and a colon, bold, quoted or not."""
    word = r"[A-Z][\w.’'-]{0,24}"
    bold = r"(?:\*\*|__)?"
    name = rf"{word}(?: {word}){{0,4}}"
    return re.compile(rf"[\"“]?{bold}({name}){bold}:{bold}\s{{1,4}}")


def turns(text: str, groups: Sequence[Sequence[Sentence]]) -> list[Turn]:
    """Return the turns of the conversation that the paragraphs *groups* print, if they do.

    Two voices or more take turns, and one of them speaks twice.
    """
    found: list[Turn] = []
    for at, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        near = text.find(":", start, start + LONGEST_LABEL) > 0
        match = _label().match(text, start, end) if near else None
        if match is None or match[1].lower() in NO_NAMES:
            continue
        said = trim(text, match.end(), end)
        if said is not None and text[said.start : said.end].count(" ") >= SHORTEST - 1:
            found.append(Turn(at, Span(*match.span(1)), said))
    voices = Counter(_voice(text, one) for one in found)
    talk = len(found) >= FEWEST and len(voices) > 1 and max(voices.values()) > 1
    return found if talk else []


def _voice(text: str, turn: Turn) -> str:
    return text[turn.name.start : turn.name.end].lower()


def with_turns(
    text: str, groups: Sequence[Sequence[Sentence]], found: Sequence[Position]
) -> list[Position]:
    """Return *found* with what each voice of a conversation says, questions too.

    In "Q:" and "A:" nobody is named: what is answered has no speaker.
    """
    told = turns(text, groups)
    if not told:
        return list(found)
    made: list[Position] = []
    for one in told:
        voice = _voice(text, one)
        long = len(text[one.said.start : one.said.end].split()) > LONGEST
        if voice not in ASKS and not long:
            made.append(_position(one, groups[one.paragraph], named=voice not in ANSWERS))
    starts = [groups[one.paragraph][0].start for one in told]
    ends = [groups[one.paragraph][-1].end for one in told]
    # The tagger reads "REED: The bridge is rotten" too, without its turn's last sentences.
    named = {one.speaker for one in made if one.speaker is not None}
    kept = (one for one in found if one.speaker not in named or one.rule != "model")
    return [*(one for one in kept if not _taken(one, starts, ends)), *made]


def _taken(one: Position, starts: list[int], ends: list[int]) -> bool:
    """Tell whether *one* stands in a turn, and is nobody's or read from its first words."""
    place = one.content[0].start
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < ends[at] and (one.speaker is None or one.rule == "headline")


def _position(turn: Turn, group: Sequence[Sentence], *, named: bool) -> Position:
    return Position(
        "",
        group[0].id,
        (turn.said,),
        "direct",
        speaker=turn.name if named else None,
        via="name" if named else "",
        confidence=CONFIDENCE["turn"] if named else UNCLAIMED,
        rule="turn",
    )
