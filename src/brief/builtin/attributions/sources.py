"""Read "according to Smith", before what is said or after it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from .content import after_cue
from .following import speaker_after
from .frames import Statement, made
from .preceding import before_cue, closes
from .tokens import Unit
from .verbs import Cue


def sourced(unit: Unit, common: Container[str]) -> Iterator[Statement]:
    """Yield the statements of "according to Smith", before what is said or after it."""
    low, word, size = unit.low, unit.word, len(unit.low)
    for at in range(size - 2):
        if low[at] != "according" or low[at + 1] != "to":
            continue
        found = speaker_after(unit, at + 2, common)
        if found is None:
            continue
        speaker, end = found
        if at == 0:
            content = after_cue(unit, end + 1, "bare") if word[end : end + 1] == [","] else None
        else:
            content = before_cue(unit, at) if closes(unit, end) else None
        if content is not None:
            yield made("source", speaker, Cue(at, at, at + 2, "bare"), content)
