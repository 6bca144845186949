"""Collect the statements of a unit: by cue, by "according to", by a cue that shares a subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clause import until
from .content import after_cue
from .following import speaker_after
from .frames import Statement, made, read_cue
from .preceding import before_cue, closes
from .tokens import Unit
from .verbs import Cue, find_cues

SHARES = frozenset({"bare", "clause", "claim", "to"})


def statements(unit: Unit, common: frozenset[str]) -> list[Statement]:
    """Return what *unit* says that somebody says; contents of two speakers may be nested.

    *common* are the words that the article has in lower case. A question states nothing.
    """
    if "?" in unit.word[-1:]:
        return []
    found: list[Statement] = []
    for cue in find_cues(unit):
        here = read_cue(unit, cue, common) or _shared(unit, cue, found)
        if here is not None:
            found.append(here)
    found += _sourced(unit, common)
    apart = list(_apart(unit, found))
    return [one for one in apart if one.via != "pronoun" or not _inside(one, apart)]


def _inside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether the cue of *one* stands in what another says ("Smith said she denied it")."""
    at = one.cue[0]
    return any(start <= at < end for other in others for start, end in other.content)


def _shared(unit: Unit, cue: Cue, earlier: Sequence[Statement]) -> Statement | None:
    """Return the statement of ", adding that ..." or "and added that ...".

    Its speaker is the one that the sentence has had so far, if that is just one.
    """
    if len({one.speaker for one in earlier}) != 1 or cue.frame not in SHARES or not cue.start:
        return None
    first = earlier[0]
    before = unit.low[cue.start - 1]
    joined = before == "," if not cue.finite else before in {"and", "but"}
    content = after_cue(unit, cue.end, cue.frame) if joined else None
    if content is None or cue.verb < earlier[-1].cue[1]:
        return None
    return Statement("shared", first.speaker, first.via, (cue.start, cue.end), (content,))


def _sourced(unit: Unit, common: frozenset[str]) -> Iterator[Statement]:
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


def _apart(unit: Unit, found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield *found* with each content ended where the next reporting clause starts."""
    for at, one in enumerate(found):
        content = one.content
        for later in found[at + 1 :]:
            cue = later.cue[0]
            if later.rule != "shared":
                content = until(unit, content, min(later.speaker[0], cue))
            elif cue > one.cue[0]:
                content = until(unit, content, cue)
        if content:
            yield one._replace(content=content)
