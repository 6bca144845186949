"""Read the stance of each statement off the words around its cue, and whom it is aimed at."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from brief.data import senses
from brief.languages import is_english, not_english, spoken

from .around import RIGHT, Around, Reader
from .senses import read_cue
from .targets import heads, party_of, span_of
from .verbs import of_verb
from .voiced import behind, voiced

if TYPE_CHECKING:
    from brief.contracts import Context
    from brief.model import Brief, Position, Stance
    from brief.spans import Span

    from .phrases import Phrase

# "Told" and "asked" ask for something only where a "to" follows.
NEEDED = {"ordered": " to"}


def stance(brief: Brief, context: Context) -> Brief:
    """Tells from the cue of each statement what stance it takes, and at whom it is aimed.

    Where the words around the cue leave any doubt, a statement "says". The content is not
    judged: "said it would not support the plan" says. English only.

    | the words | the stance |
    | --- | --- |
    | does not, did not, will not, cannot, no longer, never, refused to support | opposes |
    | has not, has yet to, declined to, failed to, stopped short of, may support | says |
    | would support (the condition is in the content), continued to support | supports |
    | once, previously, used to support; if, unless, whether Smith supports | says |
    | did not rule out, condemn, deny, demand, warn, promise, accuse | says |
    | not only condemned | opposes |
    | refused to leave, refused the offer | opposes |
    | refused, declined to say or comment | says |
    | rejected, dismissed the claim, the report | denies |
    | denied the motion, the request; denied entry | opposes; says |
    | asked, told, ordered Smith to leave; asked or told anything else | demands; says |
    | agreed to leave; with Smith; to a truce, that it was late | promises; supports; says |
    | voiced, expressed, issued, or his support, opposition, denial, warning, promise | the noun's |
    | withdrew support for; dropped opposition to | opposes; says |
    | was accused by Smith of: Smith's; was accused of | accuses; says |
    """
    if not brief.positions:
        return brief
    if not is_english(spoken(brief, context)):
        return not_english(brief, context)
    judge = Judge(brief)
    return replace(brief, positions=tuple(judge.judged(one) for one in brief.positions))


@lru_cache(maxsize=1024)
def hints(cue: str) -> tuple[str, ...]:
    """Return what must stand in or behind *cue* for it to tell more than "says": any of these.

    Most cues have nothing, so that the words around them need not be read.
    """
    found: set[str] = set()
    for word in cue.lower().replace("’", "'").replace("-", " ").split():
        bare = word.strip(".,:;“”\"'()")
        if bare == "against":
            found.add("")
        for sense in senses(bare):
            found.add(f" {sense.more[0]}" if sense.more else NEEDED.get(sense.slot, ""))
    return ("",) if "" in found else tuple(sorted(found))


class Judge:
    """Judges the statements of one brief by the words around their cues."""

    def __init__(self, brief: Brief) -> None:
        self._text = brief.article.text
        self._reader = Reader(brief)
        self._heads = heads(brief.parties)

    def judged(self, position: Position) -> Position:
        """Return *position* with its stance, its target and the target's party."""
        found: Stance = "says"
        aimed: Phrase | None = None
        around = None
        cue = position.cue
        if cue is not None and self._may_tell(cue):
            around = self._reader.around(position, cue)
            found, aimed = stance_of(around)
        if around is None or aimed is None:
            blank = found == position.stance and position.target is None
            return position if blank else replace(position, stance=found, target=None)
        party = party_of(around, aimed, self._heads)
        return replace(
            position,
            stance=found,
            target=span_of(around, aimed),
            # Nobody accuses himself: then it is a namesake, or a slip.
            target_party=party if party != position.party else "",
        )

    def _may_tell(self, cue: Span) -> bool:
        hinted = hints(self._text[cue.start : cue.end])
        if not hinted or not hinted[0]:
            return bool(hinted)
        near = self._text[cue.start : cue.end + RIGHT].lower()
        return any(hint in near for hint in hinted)


def stance_of(around: Around) -> tuple[Stance, Phrase | None]:
    """Return the stance of the cue in *around*, and whom or what it is aimed at."""
    read = read_cue(around)
    if read is not None and read.sense.slot in {"light", "drop"}:
        read = behind(around, read.first)
    if read is None:
        return "says", None
    return (voiced(around, read), None) if read.sense.noun else of_verb(around, read)
