"""Put cue, speaker and content together: the sentence patterns that leave no doubt."""

from __future__ import annotations

from collections.abc import Container

from brief.data import word_set
from brief.model import Via
from brief.value import NamedTuple

from .clause import Stretch, is_quoted, to_comma
from .content import TALES, after_cue
from .following import speaker_after
from .phrases import Speaker
from .preceding import BREAKS, Rest, before_cue, closes, ends_on_apposition, resumed
from .speakers import speaker_before
from .tokens import QUOTED, Unit
from .verbs import Cue

SUBORDINATE = word_set("while after as when before since although though because once")
# What may follow what is said: "The bridge is shut, he said"; "“It is shut,” said Smith".
TRAILS = frozenset({"bare", "clause", "tell"})
TRAILS_QUOTED = TRAILS | {"quote", "claim"}
INVERTS = frozenset({"bare", "clause", "quote"})
# "said Smith, the mayor of the town, “and it stays shut.”"
LONGEST_APPOSITION = 25


class Statement(NamedTuple):
    """Token ranges of one attribution; *rule* names the pattern that found it."""

    rule: str
    speaker: Stretch
    via: Via
    cue: Stretch
    content: tuple[Stretch, ...]


def made(rule: str, speaker: Speaker, cue: Cue, *content: Stretch) -> Statement:
    """Return the statement of *speaker*, *cue* and *content*."""
    place = (speaker.first, speaker.last)
    return Statement(rule, place, speaker.via, (cue.start, cue.end), content)


def read_cue(unit: Unit, cue: Cue, common: Container[str]) -> Statement | None:
    """Return the statement that hangs on *cue*, with the subject before the verb or after it.

    Where both readings hold there is none. *common* are the article's lower-case words.
    """
    speaker = speaker_before(unit, cue.start, common) if cue.finite else None
    if speaker is not None and cue.noun and speaker.via == "description":
        return None
    beside = speaker is not None and speaker.last == cue.start
    turned = None if beside else _inverted(unit, cue, common)
    if speaker is None or (turned is not None and speaker.via == "description"):
        return turned
    return _subject_first(unit, cue, speaker) if turned is None else None


def _subject_first(unit: Unit, cue: Cue, speaker: Speaker) -> Statement | None:
    """Return the statement of "Smith said ..." or "..., Smith said"."""
    left = _left(unit, cue, speaker)
    quoted = left is not None and unit.word[left[1] - 1] == QUOTED
    content = after_cue(unit, cue.end, cue.frame)
    if content is not None and speaker.first and unit.low[speaker.first - 1] in SUBORDINATE:
        # "After Smith praised the plan, Jones left": the comma ends what Smith praised.
        content = to_comma(unit, content)
    if content is not None:
        ahead = unit.word[content[0]] == QUOTED
        if left and quoted and ahead and unit.word[content[0] - 1] == ",":
            return made("split", speaker, cue, left, content)
        # “We won,” Smith said three days later: what is said is before the cue.
        that = unit.low[content[0] - 1] == "that"
        if not (left and quoted) or ahead or that or left[1] - 1 in unit.stopped:
            rule = "quoted" if is_quoted(unit, content) else "clause"
            return made(rule, speaker, cue, content)
    if left is None or cue.frame not in (TRAILS_QUOTED if quoted else TRAILS):
        return None
    if speaker.via == "name" and ends_on_apposition(unit, left):
        # "It was late, the brother of the pilot, Smith said": the phrase is nobody's words.
        return None
    end = cue.end
    while cue.frame == "tell" and end < len(unit.word) and unit.word[end][0].isalnum():
        if unit.low[end] in TALES:
            # "The bill is paid, the ledger tells another story."
            return None
        end += 1
    return _trailing(unit, cue, speaker, left, end)


def _left(unit: Unit, cue: Cue, speaker: Speaker) -> Stretch | None:
    """Return the content before the speaker, where a mark sets it off."""
    first = speaker.first
    if not first or not (unit.word[first - 1] in BREAKS or unit.word[first - 1] == QUOTED):
        return None
    return before_cue(unit, first) if cue.start > first else None


def _trailing(unit: Unit, cue: Cue, speaker: Speaker, left: Stretch, end: int) -> Statement | None:
    """Return the statement whose reporting clause, up to the token *end*, follows it."""
    quoted = is_quoted(unit, left)
    if not quoted and not closes(unit, end):
        return None
    more = resumed(unit, end, left)
    if isinstance(more, tuple):
        return made("split", speaker, cue, left, more)
    return made("quoted" if quoted else "tail", speaker, cue, left) if more != Rest.DOUBT else None


def _inverted(unit: Unit, cue: Cue, common: Container[str]) -> Statement | None:
    """Return the statement of "...,” said Smith" or "The bridge is shut, said Smith"."""
    if not cue.start or not cue.finite or cue.frame not in INVERTS:
        return None
    before = unit.word[cue.start - 1]
    left = before_cue(unit, cue.start) if before == QUOTED or before in BREAKS else None
    found = speaker_after(unit, cue.end, common) if left is not None else None
    if left is None or found is None:
        return None
    speaker, end = found
    quoted = is_quoted(unit, left)
    ended = end >= len(unit.word) or unit.word[end] in ".,"
    if not quoted and (cue.frame != "bare" or not ended):
        return None
    after = _past_apposition(unit, end)
    # Behind a report's speaker only a quotation is sure to be more of it.
    return _trailing(unit, cue, speaker, left, after if quoted or after > end else len(unit.word))


def _past_apposition(unit: Unit, end: int) -> int:
    """Return where a quotation goes on after "said Smith, the mayor," or *end*."""
    for at in range(end, min(len(unit.word) - 1, end + LONGEST_APPOSITION)):
        if unit.word[at] == "," and unit.word[at + 1] == QUOTED:
            return at
    return end
