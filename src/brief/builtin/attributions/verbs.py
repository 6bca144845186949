"""Find the cues of a unit: verbs of the lexicon with the helpers, particle and "not" they carry."""

from __future__ import annotations

from collections.abc import Iterator

from brief.data import cue_starts, cues
from brief.value import NamedTuple

from .tokens import Unit
from .words import ADVERBS, BE, HAVE, HEDGES, MODAL, NOT, TIMES

# The longest run of helpers and adverbs before a verb ("has not yet publicly").
REACH = 5
# Denied, these still tell what somebody holds ("did not rule out"); no other verb does.
BEARS_NOT = frozenset({"supports", "opposes", "denies"})
# What ends in -ly and is no adverb.
NOUNS_IN_LY = frozenset({"family", "italy", "reply", "july"})


class Cue(NamedTuple):
    """The tokens *start* to *end* are the cue with its helpers; *verb* is its verb.

    *frame* is the lexicon's; *noun* says that the form is a noun as well. A participle by
    itself ("adding") is not *finite*: it has no subject of its own.
    """

    start: int
    verb: int
    end: int
    frame: str
    noun: bool = False
    finite: bool = True


def find_cues(unit: Unit) -> Iterator[Cue]:
    """Yield the cues that state something: none passive, hypothetical or denied.

    "Was told", "would say", "declined to say", "did not say" are none; "did not deny" is
    one, with the "not" inside.
    """
    lexicon, starts = cues(), cue_starts()
    low = unit.low
    last = len(low) - 1
    for at, word in enumerate(low):
        if word not in starts or (at and unit.word[at][0].isupper()):
            continue
        end = at + 1
        entry = lexicon.get(f"{word} {low[end]}") if at < last else None
        if entry is not None:
            end += 1
        else:
            entry = lexicon.get(word)
        found = helpers(low, at) if entry is not None else None
        if entry is None or found is None:
            continue
        stance, frame, noun = entry
        start, denied, finite = found
        if not denied or stance in BEARS_NOT:
            yield Cue(start, at, end, frame, noun, finite)


def helpers(low: list[str], verb: int) -> tuple[int, bool, bool] | None:
    """Return where the verb's helpers start, whether one denies it and whether it is finite.

    None where it states nothing.
    """
    participle = low[verb].endswith("ing")
    start, denied, finite = verb, False, not participle
    for at in range(verb - 1, max(-1, verb - 1 - REACH), -1):
        word = low[at]
        if word in MODAL or word in HEDGES or (word in BE and not participle):
            return None
        if word in TIMES or not (
            word in BE or word in NOT or word in HAVE or word in ADVERBS or is_adverb(word)
        ):
            break
        finite = finite or word in BE
        denied = denied or word in NOT
        start = at
    while start < verb and (low[start] in ADVERBS or is_adverb(low[start])):
        start += 1
    return start, denied, finite


def is_adverb(word: str) -> bool:
    """Tell whether *word* has the shape of an adverb of manner ("repeatedly")."""
    return word.endswith("ly") and len(word) > 4 and word not in NOUNS_IN_LY
