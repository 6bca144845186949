"""Tell the stance of a verb by how it holds and by what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.data import senses

from .grammar import CASES, CLAIMS, GRANTS, LINKS, OBJECTS, REFUSE, REQUESTS, SILENT
from .mood import Mood, mood
from .phrases import QUOTES, Phrase, has_two_objects, phrase, subject
from .senses import is_verb
from .targets import aimed_at, asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief.model import Stance

    from .around import Around
    from .senses import Read

Found = tuple["Stance", Phrase | None]

# Behind a verb that needs somebody, these show that it has nobody: "Smith, accused of fraud,".
WITHOUT_OBJECT = frozenset({"of", "for", "as", "to", "with", "by", "over", "from", "among"})
NEEDS_OBJECT = frozenset({"object", "backed", "matter", "blame", "asked"})
NOTHING = frozenset({"no", "none", "nothing", "nobody", "neither", "little"})
SAYS: Found = ("says", None)


def of_verb(around: Around, read: Read) -> Found:
    """Return the stance of the verb *read*, and whom or what it is aimed at."""
    held, helpers = mood(around, read.first)
    # "Pressed by Smith" does not say for what.
    by_speaker = _is_by_speaker(around) and read.sense.slot not in {"ordered", "to"}
    if held is Mood.PASSIVE and not _is_adjective(around, read):
        # "Was accused by Smith of" is Smith's; "was accused of" is nobody's who is named.
        return (read.sense.stance, subject(around, helpers)) if by_speaker else SAYS
    if held is Mood.UNSURE:
        return SAYS
    if held is Mood.DENIED:
        return ("opposes", aimed_at(around, read)) if read.sense.slot == "backed" else SAYS
    if by_speaker:
        return read.sense.stance, None
    if _lacks_object(around, read):
        return SAYS
    found = _by_what_follows(around, read)
    return (found, None if found in {"says", "denies"} else aimed_at(around, read))


def _is_adjective(around: Around, read: Read) -> bool:
    """Tell whether "was" before the verb makes no passive: "was opposed to"."""
    return around.low(read.first) == "opposed" and read.sense.more == ("to",)


def _is_by_speaker(around: Around) -> bool:
    """Tell whether who speaks stands behind the cue, and "by" before that."""
    starts, speaker = around.starts, around.speaker.start
    at = starts.index(speaker) if speaker in starts else 0
    return at > around.first and around.low(at - 1) == "by"


def _lacks_object(around: Around, read: Read) -> bool:
    """Tell whether there is nothing that the verb is done to: "Smith, accused of fraud, left"."""
    needs = read.sense.slot in NEEDS_OBJECT and not read.sense.more
    if around.low(read.last) in NOTHING:
        # "Endorsed none of it."
        return True
    return needs and around.low(read.last) in WITHOUT_OBJECT


def _by_what_follows(around: Around, read: Read) -> Stance:
    """Return the stance of a verb that holds, by the words behind it."""
    if around.low(read.first) in REFUSE:
        return _refused(around, read)
    if _is_no_matter(around, read):
        return "says"
    judge = FOLLOWED.get(read.sense.slot)
    return judge(around, read) if judge else read.sense.stance


def _of_order(around: Around, read: Read) -> Stance:
    """Return the stance of "asked Smith to leave"; "asked a question" only says."""
    return read.sense.stance if asked(around, read.last) else "says"


def _of_threat(around: Around, read: Read) -> Stance:
    """Return the stance of "threatened to leave"; clouds threaten the harvest."""
    behind = around.low(read.last)
    acts = behind == "to" and is_verb(around, read.last + 1)
    quoted = any(around.low(at) in QUOTES for at in (read.last, read.last + 1))
    return read.sense.stance if acts or quoted or behind == "that" else "says"


def _refused(around: Around, read: Read) -> Stance:
    """Return the stance of "refused to leave", "refused to say" or "refused the offer"."""
    behind = around.low(read.last)
    if not read.sense.more:
        return "opposes" if around.is_word(read.last) and behind not in LINKS | {"to"} else "says"
    if behind in SILENT:
        return "says"
    stances = {sense.stance for sense in senses(behind) if not sense.more and not sense.noun}
    # "Refused to support" opposes; "refused to condemn" tells no more than it says.
    return "opposes" if not stances or "supports" in stances else "says"


def _of_matter(around: Around, read: Read) -> Stance:
    """Return the stance of a verb by whether a claim is what it turns down."""
    found = phrase(around, read.last)
    if found is None or not found.head:
        return read.sense.stance
    if around.low(found.last) == "from" and around.low(read.first).startswith("dismiss"):
        # "Dismissed the minister from office."
        return "says"
    return "denies" if around.low(found.head - 1) in CLAIMS else read.sense.stance


def _is_no_matter(around: Around, read: Read) -> bool:
    """Tell whether the verb is done to what nobody takes sides on: "dismissed the lawsuit"."""
    found = phrase(around, read.last)
    head = around.low(found.head - 1) if found and found.head else ""
    return head in CASES.get(around.low(read.first)[:5], ())


def _of_claim(around: Around, read: Read) -> Stance:
    """Return the stance of "denied" by what is denied: a charge, a request, or entry."""
    behind = around.low(read.last + 1)
    if around.low(read.last) in OBJECTS and around.is_word(read.last + 1) and behind not in LINKS:
        # "Denied them entry."
        return "says"
    if has_two_objects(around, read.last):
        # "Denied his party the victory."
        return "says"
    found = phrase(around, read.last)
    if found is None or not found.head:
        return read.sense.stance
    head = around.low(found.head - 1)
    if head in GRANTS:
        return "says"
    return "opposes" if head in REQUESTS else read.sense.stance


FOLLOWED: dict[str, Callable[[Around, Read], Stance]] = {
    "matter": _of_matter,
    "claim": _of_claim,
    "ordered": _of_order,
    "to": _of_threat,
}
