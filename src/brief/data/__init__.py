"""Word lists that come with brief, read once per process and shared by its stages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, cast

from brief.model import Stance
from brief.value import NamedTuple

Cue = tuple[Stance, str, bool]
Sex = Literal["", "man", "woman"]


class Sense(NamedTuple):
    """What a cue that starts with a word stands for, if the words *more* follow it.

    *slot* says what comes next (see `cues.en.txt`); a *noun* counts only where it is voiced.
    """

    stance: Stance
    slot: str
    more: tuple[str, ...]
    noun: bool


def text_of(name: str) -> str:
    """Return the text of the list *name*."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the words of each line of the list *name*, comments and blank lines left out."""
    for line in text_of(name).splitlines():
        words = line.split()
        if words and not words[0].startswith("#"):
            yield words


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*: closed classes read better as a line than as a list."""
    return frozenset(text.split())


@cache
def given() -> dict[str, Sex]:
    """Return each known given name in lower case with its usual gender, "" for either."""
    sexes: dict[str, Sex] = {"man": "man", "woman": "woman"}
    return {name: sexes.get(sort, "") for sort, *names in rows("given.en.txt") for name in names}


@cache
def cues() -> dict[str, Cue]:
    """Return each cue form ("called for") with its stance and frame, and if it is a noun too."""
    found: dict[str, Cue] = {}
    for stance, frame, _slot, *forms in _lexicon():
        for form in forms:
            if form == "|":
                # The rest are cues for other extractors than the rules.
                break
            bare = form.rstrip("*").replace("+", " ")
            # The file is ours, and a test holds its stances to the model's.
            found[bare] = (cast("Stance", stance), frame, form.endswith("*"))
    return found


@cache
def _lexicon() -> list[list[str]]:
    return list(rows("cues.en.txt"))


def senses(first: str) -> tuple[Sense, ...]:
    """Return what a cue whose first word is *first* can stand for, the longest form first.

    Nothing for a word that only ever says.
    """
    return _senses(first) if first in _by_first() else ()


@cache
def _senses(first: str) -> tuple[Sense, ...]:
    found: list[Sense] = []
    for form, (stance, frame, slot, *_) in _by_first()[first]:
        more = tuple(form.split("+")[1:])
        found.append(Sense(cast("Stance", stance), slot, more, frame == "noun"))
    # "Agreed to leave" is tried before "agreed to a truce".
    return tuple(sorted(found, key=lambda one: (-len(one.more), one.slot != "verb")))


@cache
def _by_first() -> dict[str, list[tuple[str, list[str]]]]:
    """Return each form that can tell more than "says", with its line, by its first word."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for line in _lexicon():
        plain = line[0] == "says" and line[2] == "-"
        for form in line[3:]:
            if form != "|" and (not plain or "+" in form):
                bare = form.rstrip("*")
                found.setdefault(bare.partition("+")[0], []).append((bare, line))
    return found


@cache
def cue_starts() -> frozenset[str]:
    """Return the words that a cue form starts with: most sentences have none of them."""
    return frozenset(form.split()[0] for form in cues()) | {"according"}


@cache
def roles() -> dict[str, frozenset[str]]:
    """Return the words that stand beside names, by sort; "surname": titles that are names too."""
    found: dict[str, set[str]] = {"surname": set()}
    for sort, *words in rows("roles.en.txt"):
        found.setdefault(sort, set()).update(word.rstrip("*") for word in words)
        found["surname"].update(word.rstrip("*") for word in words if word.endswith("*"))
    return {sort: frozenset(words) for sort, words in found.items()}
