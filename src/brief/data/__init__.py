"""Word lists that come with brief, read once per process and shared by its stages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

from brief.model import Stance

Cue = tuple[Stance, str, bool]


def rows(name: str) -> Iterator[list[str]]:
    """Yield the words of each line of the list *name*, comments and blank lines left out."""
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words and not words[0].startswith("#"):
            yield words


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*: closed classes read better as a line than as a list."""
    return frozenset(text.split())


@cache
def cues() -> dict[str, Cue]:
    """Return each cue form ("called for") with its stance and frame, and if it is a noun too."""
    found: dict[str, Cue] = {}
    for stance, frame, *forms in rows("cues.en.txt"):
        for form in forms:
            bare = form.rstrip("*").replace("+", " ")
            # The file is ours, and a test holds its stances to the model's.
            found[bare] = (cast("Stance", stance), frame, form.endswith("*"))
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
