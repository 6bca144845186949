"""Hold one person, body or place of an article while it is found out who is who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from brief.data import Sex, given

if TYPE_CHECKING:
    from brief.model import Kind

    from .runs import Run

SUFFIXES = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III"})


class Actor:
    """Somebody or something named: the fullest *words*, what it is, and where it is *seen*."""

    __slots__ = ("kind", "seen", "sex", "words")

    def __init__(self, words: tuple[str, ...], kind: Kind) -> None:
        self.words = words
        self.kind = kind
        self.sex: Sex = ""
        self.seen: list[Run] = []

    def add(self, run: Run) -> None:
        """Take *run* for one of its names."""
        self.seen.append(run)
        self.sex = self.sex or run.name.sex
        if run.name.person:
            self.kind = "person"

    def settle(self) -> None:
        """Tell person and gender by the given name, where titles did not."""
        if len(self.words) > 1 and self.kind in {"unknown", "person"}:
            low = self.words[0].lower()
            if low in given():
                self.kind = "person"
                self.sex = self.sex or given()[low]


def last_of(words: Sequence[str]) -> str:
    """Return the word that a person of that name is called by: "Reed", "Reed Jr."."""
    if len(words) > 1 and words[-1] in SUFFIXES:
        return " ".join(words[-2:])
    return words[-1]
