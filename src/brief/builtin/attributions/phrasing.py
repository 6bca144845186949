"""Read a quotation with a phrase for its speaker: "as Smith put it", "— Anna Reed"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from brief.data import word_set

from .clause import Stretch
from .following import speaker_after
from .frames import Statement, made
from .phrases import Speaker, is_name
from .speakers import speaker_before
from .tokens import QUOTED, Unit
from .verbs import Cue

DASHES = frozenset("—–-―")
# "As Smith put it", "as Smith referred to it".
PUTS = word_set("put puts called calls described describes termed terms dubbed dubs")
REFERS = frozenset({"referred", "refers"})
LONGEST_SIGNATURE = 16
PAUSES = DASHES | {","}


def phrased(unit: Unit, common: Container[str]) -> Iterator[Statement]:
    """Yield the quotations whose speaker stands in a phrase beside them."""
    low = unit.low
    for at, word in enumerate(low):
        if word == "as" and at + 3 < len(low):
            yield from _put(unit, at, common)
        elif word == "words" and at > 1 and low[at - 2 : at + 2] == ["in", "the", "words", "of"]:
            yield from _in_words(unit, at - 2, common)
    yield from _signed(unit)


def _put(unit: Unit, at: int, common: Container[str]) -> Iterator[Statement]:
    """Yield the quotation beside "as Smith put it"."""
    low = unit.low
    for verb in range(at + 2, min(at + 10, len(low) - 1)):
        end = _puts_it(low, verb)
        if not end:
            continue
        speaker = speaker_before(unit, verb, common)
        content = _beside(unit, at, end)
        if speaker is not None and speaker.first == at + 1 and content is not None:
            yield made("phrase", speaker, Cue(verb, verb, end, "quote"), content)
        return


def _puts_it(low: list[str], verb: int) -> int:
    """Return where "put it" or "referred to it" ends that starts at the token *verb*, or 0."""
    if low[verb] in REFERS and low[verb + 1] == "to":
        end = verb + 2 + (low[verb + 2 : verb + 3] == ["as"])
        return end + 1 if low[end : end + 1] == ["it"] else 0
    return verb + 2 if low[verb] in PUTS and low[verb + 1] == "it" else 0


def _in_words(unit: Unit, at: int, common: Container[str]) -> Iterator[Statement]:
    """Yield the quotation beside "in the words of Smith"."""
    found = speaker_after(unit, at + 4, common)
    content = _beside(unit, at, found[1]) if found is not None else None
    if found is not None and content is not None:
        yield made("phrase", found[0], Cue(at, at + 2, at + 4, "quote"), content)


def _beside(unit: Unit, first: int, last: int) -> Stretch | None:
    """Return the quotation that stands before the token *first* or after *last*."""
    word = unit.word
    after = last + (last < len(word) and word[last] in PAUSES | {":"})
    if after < len(word) and word[after] == QUOTED:
        return after, after + 1
    before = first - 1 - (first > 0 and word[first - 1] in PAUSES)
    return (before, before + 1) if before >= 0 and word[before] == QUOTED else None


def _signed(unit: Unit) -> Iterator[Statement]:
    """Yield a quotation that the unit ends by signing: "“We won.” — Anna Reed, mayor"."""
    word = unit.word
    size = len(word)
    at = next((at for at in range(size - 1) if word[at] == QUOTED and word[at + 1] in DASHES), -1)
    if at < 0 or at or size - at > LONGEST_SIGNATURE:
        return
    first = at + 2
    end = next((one for one in range(first, size) if word[one] in {",", "(", "."}), size)
    short = end - first == 1 and word[first][0].isupper()
    if first < end and (short or is_name(unit, first, end)):
        cue = Cue(at + 1, at + 1, first, "quote")
        yield made("signed", Speaker(first, end, "name"), cue, (at, at + 1))
