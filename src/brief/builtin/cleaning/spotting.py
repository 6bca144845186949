"""Spot which words of the rules an article holds, without a search for each of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .prompts import Rule

# Every byte that is no small letter becomes a space, and every capital a small letter.
_LETTERS = bytes(
    byte if chr(byte).islower() else byte + 32 if chr(byte).isupper() else 32 for byte in range(128)
).ljust(256)


class Lowered(NamedTuple):
    """An article in lower case, each character where it stood plus one.

    Both *lines* and *line*, where spaces take the place of line ends, begin and end in one
    of these. *words* are the runs of English letters.
    """

    lines: str
    line: str
    words: frozenset[str]


class Spot(NamedTuple):
    """A *word* of *rule* that stands in *lowered*, one of the two texts of `Lowered`."""

    rule: Rule
    word: str
    lowered: str


def spotted(text: str, rules: Sequence[Rule]) -> list[Spot]:
    """Return each of the words of *rules* that stands in *text*."""
    lines, line, words = _lowered(text)
    by_letters = _by_letters(tuple(rules))
    spots: list[Spot] = []
    # To look letters up takes a tenth of the time of a search, and few words are left then.
    for letters in ("", *[each for each in by_letters if each in words]):
        for rule, word, others, in_lines in by_letters[letters]:
            if words.issuperset(others):
                searched = lines if in_lines else line
                if word in searched and find_word(searched, word, 0) >= 0:
                    spots.append(Spot(rule, word, searched))
    return spots


def find_word(lowered: str, word: str, start: int) -> int:
    """Return where *word* stands next in *lowered*, no letter before or behind it, or -1."""
    at = lowered.find(word, start)
    while at >= 0:
        end = at + len(word)
        inside = (word[0].isalpha() and lowered[at - 1].isalpha()) or (
            word[-1].isalpha() and lowered[end].isalpha()
        )
        if not inside:
            return at
        at = lowered.find(word, at + 1)
    return -1


@lru_cache(maxsize=2)
def _lowered(text: str) -> Lowered:
    """Return *text* in lower case. No more than the last are remembered."""
    lines = f"\n{_lower(text)}\n".replace("\r", "\n")
    words = text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()
    return Lowered(lines, lines.replace("\n", " "), frozenset(words))


def _lower(text: str) -> str:
    """Return *text* in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


@cache
def _by_letters(
    rules: tuple[Rule, ...],
) -> dict[str, list[tuple[Rule, str, tuple[str, ...], bool]]]:
    """Return the words of *rules* by the longest run of letters in each; "" where it has none.

    With each go its rule, its other runs, and whether it asks for the end of a line.
    """
    found: dict[str, list[tuple[Rule, str, tuple[str, ...], bool]]] = {"": []}
    for rule in rules:
        for word in rule.words:
            *others, longest = sorted(["", *re.findall(r"[a-z]+", word)], key=len)
            entry = (rule, word, tuple(filter(None, others)), "\n" in word)
            found.setdefault(longest, []).append(entry)
    return found
