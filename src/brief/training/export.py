"""Write fitted models as a file of weights."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from brief.builtin.attributions.learned.weights import FORMAT, HALF

from .fit import BONUS, Fitted, Linear

# Weights are kept in hundredths of a logit; one that is larger is cut to this.
SCALE = 100
LARGEST = 900


class _Tables:
    """The tables of the file, in the order they are added."""

    def __init__(self) -> None:
        self.head: list[list[Any]] = []
        self.body: list[bytes] = []

    def words(self, name: str, values: Mapping[str, Any]) -> None:
        """Append a table of words."""
        keys = sorted(values)
        lines = "\n".join(keys).encode()
        packed = self._add(lines, [values[key] for key in keys])
        self.head.append(["words", name, [len(lines), len(keys), packed]])

    def codes(self, name: str, values: Mapping[int, Any]) -> None:
        """Append a table of codes."""
        keys = sorted(values)
        packed = self._add(_integers("i", keys), [values[key] for key in keys])
        self.head.append(["codes", name, [len(keys), packed]])

    def groups(self, name: str, values: Mapping[str, Mapping[int, Any]]) -> None:
        """Append a table of groups."""
        names = sorted(values)
        lines = "\n".join(names).encode()
        starts, codes, flat = [0], [], []
        for group in names:
            keys = sorted(values[group])
            codes += keys
            flat += [values[group][key] for key in keys]
            starts.append(len(codes))
        packed = self._add(lines + _integers("i", starts) + _integers("i", codes), flat)
        self.head.append(["groups", name, [len(lines), len(names), len(codes), packed]])

    def lists(self, name: str, values: Sequence[int]) -> None:
        """Append plain integers."""
        self.body.append(_integers("i", values))
        self.head.append(["lists", name, [len(values)]])

    def _add(self, keys: bytes, values: Sequence[Any]) -> bool:
        """Append a table's keys and values; return whether these are six scores each."""
        packed = bool(values) and not isinstance(values[0], int)
        self.body.append(keys)
        if packed:
            for half in (slice(0, 3), slice(3, 6)):
                self.body.append(_integers("q", [_packed(one[half]) for one in values]))
        else:
            self.body.append(_integers("i", values))
        return packed


def _packed(scores: Sequence[int]) -> int:
    return sum(score << (HALF // 3 * at) for at, score in enumerate(scores))


def _integers(code: str, values: Iterable[int]) -> bytes:
    made = array(code, values)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def write(fitted: Fitted, path: Path, about: Mapping[str, Any]) -> None:
    """Write the weights to *path*; *about* goes into its first line."""
    tables = _Tables()
    lexicon = fitted.lexicon
    for name in ("often", "sorts", "clusters"):
        tables.words(name, getattr(lexicon, name))
    sorted_out: dict[tuple[str, str], dict[Any, Any]] = {}
    for model in (fitted.cues, fitted.tagger, fitted.verdict):
        _sort(model, sorted_out)
    for (kind, name), values in sorted(sorted_out.items()):
        if kind == "w":
            tables.words(name, values)
        elif kind == "c":
            tables.codes(name, values)
        else:
            tables.groups(name, values)
    tables.lists("moves", [_whole(one) for one in fitted.moves.tolist()])
    tables.lists("bonus", [_whole(BONUS)])
    tables.lists("sure", [_whole(one) for one in fitted.sure])
    head = {"format": FORMAT, **about, "tables": tables.head}
    line = json.dumps(head, ensure_ascii=False, sort_keys=True)
    path.write_bytes(line.encode() + b"\n" + b"".join(tables.body))


def _sort(model: Linear, found: dict[tuple[str, str], dict[Any, Any]]) -> None:
    """Put the weights of *model* where their features belong; one that is nothing is left out."""
    for feature, value in zip(model.features, model.weights.tolist(), strict=True):
        whole = tuple(map(_whole, value)) if isinstance(value, list) else _whole(value)
        if not (any(whole) if isinstance(whole, tuple) else whole):
            continue
        kind, table, *key = feature.split("\t")
        values = found.setdefault((kind, table), {})
        if kind == "g":
            values.setdefault(key[0], {})[int(key[1])] = whole
        else:
            values[int(key[0]) if kind == "c" else key[0]] = whole


def _whole(value: float) -> int:
    return max(-LARGEST, min(LARGEST, round(SCALE * value)))
