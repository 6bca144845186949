"""Write the list of mangled phrases, `phrases.en.txt`, from `originals.en.txt`.

    python -m brief_integrity.making

Each original is a name or fixed phrase with the words that are swapped in braces; the words
they are swapped for stand at the top of the file. See `phrases.en.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from .phrases import HERE, LIST, tokens

ORIGINALS = HERE / "originals.en.txt"
HEAD = """\
# What programs that swap words make of names and fixed phrases: kind, strength, the form, what
# it should be; parted by tabs. Made by `python -m brief_integrity.making`; see phrases.en.md.
"""
Swaps = dict[str, list[str]]
Row = tuple[str, str, str, str]


def made(source: str) -> str:
    """Return the text of the list that *source*, the text of `originals.en.txt`, stands for."""
    rows: dict[tuple[str, ...], Row] = {}
    for row in _rows(source):
        # The first line that has a form decides what it should be.
        rows.setdefault(tuple(tokens(row[2])), row)
    return HEAD + "".join("\t".join(row) + "\n" for row in sorted(rows.values()))


def _rows(source: str) -> Iterator[Row]:
    swaps: Swaps = {}
    for line in source.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, strength, rest = line.split(" ", 2)
        if kind == "swap":
            swaps[strength] = rest.split(", ")
            continue
        listed, parted, original = rest.partition(" = ")
        original = original if parted else rest.replace("{", "").replace("}", "")
        for form in listed.split(", ") if parted else _swapped(rest, swaps):
            yield kind, strength, form, original


def _swapped(pattern: str, swaps: Swaps) -> Iterator[str]:
    """Yield *pattern* with the words in braces swapped: each alone, and together."""
    words = pattern.split(" ")
    forms = [_forms(word, swaps) for word in words]
    for chosen in product(*forms):
        if list(chosen) != [own[0] for own in forms]:
            yield " ".join(chosen)


def _forms(word: str, swaps: Swaps) -> list[str]:
    """Return *word* without its braces, and what it is swapped for, in capitals as it is."""
    if not word.startswith("{"):
        return [word]
    own = word[1 : word.index("}")]
    rest = word[word.index("}") + 1 :]
    found = [own, *swaps[own.lower()]]
    return [(form[0].upper() + form[1:] if own[0].isupper() else form) + rest for form in found]


if __name__ == "__main__":
    Path(LIST).write_text(made(ORIGINALS.read_text(encoding="utf-8")), encoding="utf-8")
