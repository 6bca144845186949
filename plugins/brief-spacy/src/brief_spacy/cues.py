"""Find the verbs that report, and leave out those that a "would", a "not" or an "if" undoes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from .tree import Token


def words(text: str) -> frozenset[str]:
    """Return the words of *text*: closed classes read better as a line than as a list."""
    return frozenset(text.split())


# Denied, these still tell what somebody holds: "did not rule out a strike".
BEARS_NOT = words(
    "deny dispute oppose support endorse back agree believe think want expect know rule"
)
MODAL = words("will would can could may might must shall should 'd ’d ca wo")
# "Expected to say", "declined to say": nothing has been said.
UNSAID = words(
    """expect plan intend decline refuse fail want hope need try seek avoid stop likely due set able
    unable"""
)
DOUBTING = words("if whether unless")
ASKING = words("WDT WP WRB WP$")
VERBS = frozenset({"VERB", "AUX"})


class Cue(NamedTuple):
    """The verb *head*, its tokens *first* to *last* (that one included), and its groups."""

    head: Token
    first: int
    last: int
    groups: frozenset[str]


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the groups of each lemma of the list (`cues.en.txt` says what they are)."""
    found: dict[str, set[str]] = {}
    path = Path(__file__).parent / "cues.en.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        group, *lemmas = line.partition("#")[0].split() or [""]
        for lemma in lemmas:
            found.setdefault(lemma, set()).add(group)
    return {lemma: frozenset(groups) for lemma, groups in found.items()}


def cue(token: Token) -> Cue | None:
    """Return the cue whose verb is *token*, if it is one and states something."""
    lemma = token.lemma_.lower()
    groups = lexicon().get(lemma, frozenset()) - {"noun"}
    if token.pos_ not in VERBS or not groups or _is_undone(token, lemma):
        return None
    first = last = token.i
    for child in token.children:
        if child.dep_ in {"aux", "auxpass", "neg"}:
            first = min(first, child.i)
        elif child.dep_ == "prt" and child.i == token.i + 1:
            last = child.i
    return Cue(token, first, last, groups)


def _is_undone(token: Token, lemma: str) -> bool:
    """Tell whether something beside the verb *token* makes it state nothing."""
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in UNSAID:
        return True
    for child in token.children:
        low, role = child.lower_, child.dep_
        if (role == "mark" and low in DOUBTING) or (role in {"aux", "auxpass"} and low in MODAL):
            return True
        if role == "neg" and lemma not in BEARS_NOT:
            return True
        # "What Holm said" says nothing; "who said" does.
        if child.tag_ in ASKING and child.i < token.i and role not in {"nsubj", "nsubjpass"}:
            return True
    return False
