"""Read the statements of a parsed unit: who says it, the cue, and what hangs on it as content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .contents import Stretch, around, content, mended, trimmed
from .cues import VERBS, Cue, cue, lexicon
from .put_in import put_in
from .speakers import RELATIVE, Speaker, phrase, speaker
from .tree import Doc, Token


class Statement(NamedTuple):
    """A cue, who says it, and what, as stretches of tokens, each with its last one."""

    rule: str
    speaker: Speaker
    cue: Stretch
    content: tuple[Stretch, ...]


def statements(doc: Doc) -> Iterator[Statement]:
    """Yield the statements of a unit that the tree shows, in the order of their cues.

    A cue without a speaker is none: who said it would be a guess.
    """
    for token in doc:
        one = cue(token) if token.pos_ in VERBS else None
        if one is not None and any(each.dep_ == "auxpass" for each in token.children):
            yield from _passive(doc, one)
        elif one is not None:
            yield from _active(doc, one)
        elif token.lower_ == "according":
            yield from _sourced(doc, token)
        elif token.pos_ == "NOUN" and "noun" in lexicon().get(token.lemma_.lower(), ()):
            yield from _noun(doc, token)


def _made(
    doc: Doc, rule: str, who: Speaker | None, place: Stretch, pieces: Iterable[Stretch]
) -> Iterator[Statement]:
    """Yield the statement, if somebody says something."""
    kept = tuple(each for piece in pieces if (each := trimmed(doc, piece)) is not None)
    if who is not None and kept:
        yield Statement(rule, who, place, kept)


def _active(doc: Doc, one: Cue) -> Iterator[Statement]:
    between = put_in(doc, one) if "clause" in one.groups else None
    if between is not None:
        yield from _made(doc, "clause", between[0], (one.first, one.last), between[1])
        return
    who = speaker(doc, one.head)
    what = content(one)
    if who is not None and what is not None:
        pieces = around(mended(doc, what.stretch, what.cue_end), one, who)
        yield from _made(doc, what.rule, who, (one.first, what.cue_end), pieces)


def _passive(doc: Doc, one: Cue) -> Iterator[Statement]:
    """Yield the statement of "the reply was branded empty by Holm"."""
    by = _child(one.head, "agent")
    noun = None if by is None else _child(by, "pobj")
    what = _child(one.head, "nsubjpass")
    if by is None or noun is None or what is None or not one.groups & {"object", "label"}:
        return
    if what.lower_ in RELATIVE:
        return
    thing = (what.left_edge.i, what.right_edge.i)
    label = (one.last + 1, by.i - 1)
    pieces = [each for each in (thing, label) if each[0] <= each[1]]
    yield from _made(doc, "passive", phrase(doc, noun), (one.first, one.last), pieces)


def _sourced(doc: Doc, token: Token) -> Iterator[Statement]:
    """Yield the statement of "according to Holm", before what is said or after it."""
    to = token.i + 1
    if to + 1 >= len(doc) or doc[to].lower_ != "to":
        return
    noun = _child(doc[to], "pobj") or _child(token, "pobj")
    head = token.head
    for _ in range(len(doc)):
        if head.pos_ in VERBS or head.dep_ == "ROOT":
            break
        head = head.head
    if noun is None or head.i == token.i:
        return
    before = (head.left_edge.i, token.i - 1)
    after = (noun.right_edge.i + 1, head.right_edge.i)
    stretch = before if token.i > head.i else after
    yield from _made(doc, "source", phrase(doc, noun), (token.i, to), [stretch])


def _noun(doc: Doc, noun: Token) -> Iterator[Statement]:
    """Yield the statement of "Holm's claim that the bridge was safe"."""
    owner = _child(noun, "poss")
    said = next((each for each in noun.children if each.dep_ in {"acl", "ccomp"}), None)
    if owner is not None and said is not None and said.i > noun.i and said.tag_ != "VBN":
        stretch = (said.left_edge.i, said.right_edge.i)
        yield from _made(doc, "noun", phrase(doc, owner), (noun.i, noun.i), [stretch])


def _child(token: Token, role: str) -> Token | None:
    return next((each for each in token.children if each.dep_ == role), None)
