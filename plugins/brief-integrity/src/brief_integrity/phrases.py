"""The list of mangled phrases: what each should be, and how sure a sign it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
LIST = HERE / "phrases.en.txt"


class Phrase(NamedTuple):
    """A mangled *form* of *original*: "White Home" of "White House".

    *kind* is name, office, institution or phrase. *strength* is 3 for what nobody writes, 2 for
    what a careful writer does not, 1 for what counts beside others only. *words* are those of
    the form in small letters.
    """

    kind: str
    strength: int
    form: str
    original: str
    words: tuple[str, ...]

    @property
    def key(self) -> int:
        """At which of its words the two stand that it is looked up by.

        Two that the original does not have, for the others stand in honest articles too; of
        those the two whose shorter one is longest.
        """
        own = set(pairwise(tokens(self.original)))
        pairs = [*pairwise(self.words)]
        return max(
            range(len(pairs)),
            key=lambda at: (pairs[at] not in own, min(map(len, pairs[at])), -at),
        )


Pair = tuple[str, str]


def tokens(text: str) -> list[str]:
    """Return the words of *text* in small letters, what hyphens and apostrophes part too."""
    return re.findall(r"\w+", text.lower())


@cache
def phrases() -> dict[Pair, tuple[Phrase, ...]]:
    """Return the list by two neighbouring words of each form, the longest form first.

    Two words, for one of them alone stands in every article: see `Phrase.key`.
    """
    found: dict[Pair, list[Phrase]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, strength, form, original = line.split("\t")
        words = tuple(tokens(form))
        phrase = Phrase(kind, int(strength), form, original, words)
        at = phrase.key
        found.setdefault((words[at], words[at + 1]), []).append(phrase)
    longest_first = (sorted(each, key=lambda one: -len(one.words)) for each in found.values())
    return dict(zip(found, map(tuple, longest_first), strict=True))
