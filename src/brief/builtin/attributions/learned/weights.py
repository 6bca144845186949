"""Read the weights: tables from features to numbers.

The file is one line of JSON and then the tables it lists, one after the other. Words are UTF-8
with a line break behind each, codes 32-bit integers; values are 32-bit integers or, where six
scores belong together, two 64-bit ones. All integers are little-endian.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

FORMAT = "brief attributions 1"
# Six scores in one integer, each in so many bits: one addition adds six.
BITS = 16
# What any file of weights holds.
LISTS = frozenset({"moves", "bonus", "sure"})
HALF = 3 * BITS


class Groups:
    """Features that are numbers within a group, such as the places for the stem "say"."""

    def __init__(
        self,
        names: Sequence[str] = (),
        starts: Sequence[int] = (),
        codes: Sequence[int] = (),
        values: Callable[[int, int], Sequence[int]] = lambda _first, _last: (),
    ) -> None:
        self._place = dict(zip(names, pairwise(starts), strict=True))
        self._codes = codes
        self._values = values
        self._made: dict[str, dict[int, int]] = {}

    def get(self, name: str) -> dict[int, int]:
        """Return the features of the group *name*, made when it is first asked for."""
        made = self._made.get(name)
        if made is None:
            # Names that are in no file come from the text, and would pile up.
            if name not in self._place:
                return _NONE
            first, last = self._place[name]
            made = dict(zip(self._codes[first:last], self._values(first, last), strict=True))
            self._made[name] = made
        return made

    def together(self, names: Iterable[str]) -> dict[int, int]:
        """Return what the features of several groups weigh together."""
        made: dict[int, int] = {}
        for name in names:
            for code, value in self.get(name).items():
                made[code] = made.get(code, 0) + value
        return made


_NONE: dict[int, int] = {}


class Weights:
    """The tables of a weights file.

    *words* holds features that are words, table by table, *codes* those that are numbers,
    *groups* those that are numbers within a named group; *lists* are plain integers, *about* is
    the head of the file. Raises `ValueError` for a file that is none.
    """

    def __init__(self, path: Path) -> None:
        # Table by table: what is read at once would take the memory of all that is made of it.
        with path.open("rb") as self._file:
            self._left = path.stat().st_size
            self._read_all()

    def _read_all(self) -> None:
        """Read the head, and the tables that it lists."""
        head = self._file.readline()
        self._left -= len(head)
        self.about: dict[str, Any] = json.loads(head) if head.startswith(b"{") else {}
        if self.about.get("format") != FORMAT:
            raise ValueError("it holds no weights for attributions")
        # A table that training has left empty is in no file.
        self.words: dict[str, dict[str, int]] = defaultdict(dict)
        self.codes: dict[str, dict[int, int]] = defaultdict(dict)
        self.groups: dict[str, Groups] = defaultdict(Groups)
        self.lists: dict[str, list[int]] = {}
        read: dict[str, Callable[..., None]] = {
            "words": self._words,
            "codes": self._codes,
            "groups": self._groups,
            "lists": self._lists,
        }
        try:
            for kind, name, sizes in self.about["tables"]:
                read[kind](name, *sizes)
        except (KeyError, TypeError, ValueError) as exc:
            raise ValueError("its tables are not as its head says") from exc
        if self._left or not self.lists.keys() >= LISTS:
            raise ValueError("its tables are not as its head says")

    def _words(self, name: str, size: int, count: int, packed: bool) -> None:
        self.words[name] = dict(zip(self._lines(size), self._values(count, packed), strict=True))

    def _codes(self, name: str, count: int, packed: bool) -> None:
        self.codes[name] = dict(
            zip(self._integers("i", count), self._values(count, packed), strict=True)
        )

    def _groups(self, name: str, size: int, groups: int, count: int, packed: bool) -> None:
        names, starts = self._lines(size), self._integers("i", groups + 1)
        codes = self._integers("i", count)
        self.groups[name] = Groups(names, starts, codes, self._slices(count, packed))

    def _lists(self, name: str, count: int) -> None:
        self.lists[name] = list(self._integers("i", count))

    def _take(self, size: int) -> bytes:
        if not 0 <= size <= self._left:
            raise ValueError("it is cut short")
        self._left -= size
        return self._file.read(size)

    def _lines(self, size: int) -> list[str]:
        return str(self._take(size), "utf-8").split("\n")

    def _integers(self, code: str, count: int) -> array[int]:
        found = array(code)
        found.frombytes(self._take(count * found.itemsize))
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def _values(self, count: int, packed: bool) -> Sequence[int]:
        return self._slices(count, packed)(0, count)

    def _slices(self, count: int, packed: bool) -> Callable[[int, int], Sequence[int]]:
        """Return what gives the values from one place up to another: few groups are asked for."""
        if not packed:
            plain = self._integers("i", count)
            return lambda first, last: plain[first:last].tolist()
        lower, upper = self._integers("q", count), self._integers("q", count)
        return lambda first, last: [
            low + (high << HALF)
            for low, high in zip(lower[first:last], upper[first:last], strict=True)
        ]
