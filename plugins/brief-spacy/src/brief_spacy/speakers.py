"""Find who a verb's subject is, and how much of the phrase is the speaker."""

from __future__ import annotations

from typing import Literal, NamedTuple

from .cues import words
from .tree import Doc, Token

Via = Literal["name", "description", "pronoun"]

# What hangs behind a speaker and is no part of the phrase: "Holm, who is 59".
BEHIND = words("relcl acl appos punct advcl parataxis advmod npadvmod")
NOBODY = words(
    """there that this what which it nobody none no-one these those something everything nothing
    i we you who whom one"""
)
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = words("who which that whom")
DOCUMENTS = words(
    """letter statement report message email post memo poll study survey release article document
    paper tweet filing petition note sign banner advert ad"""
)
NAMES = words("PERSON ORG GPE NORP")
# Verbs that share one subject hang on each other; no sentence of news has more of them.
FARTHEST = 6


class Speaker(NamedTuple):
    """The tokens *first* to *last* (that one included), and how the phrase names somebody."""

    first: int
    last: int
    via: Via


def speaker(doc: Doc, verb: Token) -> Speaker | None:
    """Return the speaker of *verb*: its subject, or the one it shares with the verb it hangs on.

    None where there is no subject, and for "it", "this", "I" and the like.
    """
    for _ in range(FARTHEST):
        subject = next(
            (each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"}), None
        )
        if subject is not None and not (
            subject.lower_ in RELATIVE and verb.dep_ in {"relcl", "acl"}
        ):
            return phrase(doc, subject)
        if subject is not None:
            # "Women who complained" are not anybody who speaks here; "Holm, who said" is.
            return phrase(doc, verb.head) if verb.head.pos_ == "PROPN" else None
        if verb.tag_ == "VBG" and verb.dep_ == "acl":
            if doc[verb.i - 1].text != ",":
                # "A letter saying"; but "wrote to supporters saying" is not said by these.
                known = verb.head.pos_ == "PROPN" or verb.head.lemma_.lower() in DOCUMENTS
                return phrase(doc, verb.head) if known else None
            # ", adding that" belongs to the verb before, whatever noun it is put behind.
            verb = verb.head
            while verb.pos_ not in {"VERB", "AUX"} and verb.dep_ != "ROOT":
                verb = verb.head
        elif verb.dep_ in {"conj", "xcomp"} or (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
            # "Holm said ... and added", "went on to say", "..., adding that".
            verb = verb.head
        else:
            return None
    return None


def phrase(doc: Doc, head: Token) -> Speaker | None:
    """Return the phrase around the noun *head* as a speaker, if it can be one."""
    if head.lower_ in NOBODY:
        return None
    if head.pos_ == "PRON":
        return Speaker(head.i, head.i, "pronoun")
    if head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "X"}:
        return None
    head = _name_beside(head) or head
    first, last = head.left_edge.i, head.i
    for child in sorted(head.children, key=lambda each: each.i):
        if child.i > head.i:
            if child.dep_ in BEHIND or child.left_edge.i != last + 1:
                break
            last = child.right_edge.i
    while first < head.i and (doc[first].pos_ in {"PUNCT", "SPACE"} or doc[first].dep_ == "cc"):
        first += 1
    # The parser may end a name early that the recogniser has whole.
    while last + 1 < len(doc) and doc[last].ent_type_ == "PERSON" and doc[last + 1].ent_iob_ == "I":
        last += 1
    while last > head.i and doc[last].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        last -= 1
    named = head.pos_ == "PROPN" or head.ent_type_ in NAMES
    return Speaker(first, last, "name" if named else "description")


def _name_beside(head: Token) -> Token | None:
    """Return the name that stands beside a description: "the mayor, Ines Holm,"."""
    if head.pos_ == "PROPN":
        return None
    beside = (child for child in head.children if child.dep_ == "appos")
    return next((each for each in beside if each.ent_type_ == "PERSON"), None)
