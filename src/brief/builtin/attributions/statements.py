"""Collect the statements of a unit: by cue, by frame, by a cue that shares a subject."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from brief.data import cue_starts

from .clause import until
from .content import after_cue
from .frames import Statement, read_cue
from .headlines import headed
from .naming import CALLS, named
from .passives import JUDGING, TELLING, passives
from .phrasing import phrased
from .sources import sourced
from .tokens import QUOTED, Unit
from .verbs import Cue, find_cues
from .words import VERBS

SHARES = frozenset({"bare", "clause", "claim", "to"})


@cache
def openers() -> frozenset[str]:
    """Return the words of which a sentence without quotation marks has one, if it states anything.

    Lower case; a headline ("Poll: ...") and "According to" at a sentence's start have none.
    """
    return cue_starts() | CALLS | JUDGING | TELLING


def attributed(unit: Unit, common: Container[str]) -> list[Statement]:
    """Return what *unit* says that somebody says, by cue or by frame, none inside another.

    *common* are the words that the article has in lower case. A question states nothing.
    """
    if "?" in unit.word[-1:]:
        return []
    found = _by_cue(unit, common)
    if "according" in unit.low:
        found += [one for one in sourced(unit, common) if not _outside(one, found)]
    found += _framed(unit, common, found)
    apart = list(_apart(unit, found))
    return [one for one in apart if not _inside(one, apart)]


def _by_cue(unit: Unit, common: Container[str]) -> list[Statement]:
    """Return what hangs on a verb of the lexicon."""
    found: list[Statement] = []
    for cue in find_cues(unit):
        here = read_cue(unit, cue, common) or _shared(unit, cue, found)
        if here is not None:
            found.append(here)
    return found


def _framed(unit: Unit, common: Container[str], found: Sequence[Statement]) -> list[Statement]:
    """Return what the frames without a cue of their own read, beside the statements *found*."""
    more: list[Statement] = []
    low = frozenset(unit.low)
    if not CALLS.isdisjoint(low):
        more += named(unit, common, found)
    if "by" in low:
        more += passives(unit, common)
    if QUOTED in low:
        more += phrased(unit, common)
        more += _added(unit, found)
    heading = headed(unit) if ":" in low and not found and not more else None
    return [*more, heading] if heading is not None else more


def _inside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether the cue of *one* stands in what another says ("Smith said she denied it")."""
    at = one.cue[0]
    return any(start <= at < end for other in others for start, end in other.content)


def _outside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether what *one* says holds another's cue: "he said it, according to Reed" is his."""
    return any(start <= other.cue[0] < end for other in others for start, end in one.content)


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


def _added(unit: Unit, found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield what the sentence's one speaker adds: "..., and underlined the “cost is too high”".

    Whatever the verb, a quotation with a verb of its own that ends the sentence is what the
    speaker goes on to say; a thing's name in marks has none.
    """
    low = unit.low
    last = len(low) - 1 - (low[-1] == ".")
    verb = last - 1 - (low[last - 1] in {"the", "a", "an"})
    if unit.word[last] != QUOTED or verb < 1 or len({one.speaker for one in found}) != 1:
        return
    speaks = low[verb].endswith("ed") and low[verb - 1] in {"and", "but"}
    states = not VERBS.isdisjoint(unit.quoted(last).lower().split())
    if speaks and states and found[-1].cue[1] < verb:
        first = found[0]
        said = (verb + 1, last + 1)
        yield Statement("shared", first.speaker, first.via, (verb, verb + 1), (said,))


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
