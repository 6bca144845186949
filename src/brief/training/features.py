"""List the features of cues, places and verdicts, as training counts them.

A feature is a string: what kind of table it stands in, the table's name, and the key in it. The
stage sums the same features in a faster way; a test holds the two to the same sums.
"""

from __future__ import annotations

from collections.abc import Iterator

from brief.builtin.attributions.learned.arguments import NEAR
from brief.builtin.attributions.learned.codes import ASPECTS, by_word, taken_apart, whatever_cue
from brief.builtin.attributions.learned.cues import NEIGHBOURS
from brief.builtin.attributions.learned.lexicon import CLUSTERS, NO_CLUSTER, Lexicon
from brief.builtin.attributions.learned.passage import Passage
from brief.builtin.attributions.learned.relations import WORDS, Facts
from brief.builtin.attributions.learned.shapes import stem
from brief.builtin.attributions.learned.tables import PLACES
from brief.builtin.attributions.learned.views import view

from .clues import Clue


def word(table: str, key: str) -> str:
    """Return the feature *key*, one or more words, of a table of words."""
    return f"w\t{table}\t{key}"


def code(table: str, key: int) -> str:
    """Return the feature *key* of a table of codes."""
    return f"c\t{table}\t{key}"


def grouped(table: str, group: str, key: int) -> str:
    """Return the feature *key* of a *group* in a table of groups."""
    return f"g\t{table}\t{group}\t{key}"


def typed(table: str, low: str, kind: int) -> Iterator[str]:
    """Yield the features of one word in one place: itself, and its cluster if it is in one."""
    yield word(table, low)
    if kind != NO_CLUSTER:
        yield code(table, kind)


def of_cue(found: Clue, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a candidate."""
    low = found.words[0]
    yield word("cue stem", stem(low))
    yield word("cue ending", low[-3:])
    for step, one, kind in zip((0, *NEIGHBOURS), found.words, found.kinds, strict=True):
        yield from typed(f"cue word {step}", one, kind)
    for number, pair in enumerate(found.pairs):
        yield word(f"cue pair {number}", pair)
    for key in found.codes:
        yield code("cue", key)
    own, clusters = found.kinds[0], found.kinds[3:5]
    for step, cluster in zip((-1, 1), clusters, strict=True):
        yield code(f"cue clusters {step}", own * CLUSTERS + cluster)
    for group in lexicon.verb_groups(low):
        for key in found.with_verb:
            yield grouped("cue", group, key)
        for side, cluster in enumerate(clusters, 1):
            yield grouped("cue", group, side * CLUSTERS + cluster)
        for step, beside in zip((-1, 1), found.beside, strict=True):
            yield word(f"cue beside {step}", f"{group} {beside}")


def of_token(passage: Passage, at: int, side: int, lexicon: Lexicon) -> list[str]:
    """Return the features of the token *at* on one *side* of any cue."""
    low, shape, size = passage.low, passage.shape, len(passage.low)
    words = (low[at - 1] if at else "<", low[at], low[at + 1] if at + 1 < size else ">")
    sorts = (shape[at - 1] if at else 0, shape[at], shape[at + 1] if at + 1 < size else 0)
    kinds = [lexicon.cluster(one) for one in words]
    found = [
        word("both", f"{words[0]} {words[1]}"),
        word(f"next {side}", f"{words[1]} {words[2]}"),
        code(f"shapes {side}", sorts[0] * 64 + sorts[1] * 8 + sorts[2]),
        code(f"clusters before {side}", kinds[0] * CLUSTERS + kinds[1]),
        code(f"clusters after {side}", kinds[1] * CLUSTERS + kinds[2]),
    ]
    for where, one, cluster in zip(PLACES, words, kinds, strict=True):
        found += typed(f"{where} {side}", one, cluster)
    if at in passage.scare:
        found.append(code("scare", side))
    return found


def of_places(
    passage: Passage, cue: int, first: int, seen: list[int], lexicon: Lexicon
) -> Iterator[list[str]]:
    """Yield the features of each place *seen* from the *cue*, from the token *first* on."""
    look = view(passage, cue)
    groups = look.groups(lexicon)
    for at, place in enumerate(seen, first):
        side = 2 if at == cue else int(at > cue)
        apart = taken_apart(place)
        found = of_token(passage, at, side, lexicon)
        found += [code("place", key) for key in whatever_cue(apart)]
        for aspect, group in groups:
            found += [grouped("place", group, key) for key in ASPECTS[aspect](apart)]
        away = abs(at - cue)
        if away <= NEAR:
            found.append(grouped("place", f"word {look.low}", by_word(side, away)))
            found.append(word(f"near {side} {away}", passage.low[at]))
        yield found


def of_verdict(found: Facts, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a cue with what was found for it."""
    for key in found.codes:
        yield code("verdict", key)
    for table, one in zip(WORDS, found.words, strict=True):
        yield word(f"verdict {table}", one)
    for group in lexicon.verb_groups(found.words[0]):
        for key in found.with_verb:
            yield grouped("verdict", group, key)
        yield word("verdict verb opening", f"{group} {found.opening}")
