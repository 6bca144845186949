"""Invented articles with every statement marked, in the form that training reads."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

NAMES = ("Anna Reed", "Tom Cole", "Ines Holm", "Mayor Lee Park", "the harbour board", "She")
VERBS = ("said", "warned", "added", "argued", "insisted")
MATTERS = (
    "the bridge would stay shut until spring",
    "nobody had asked the town for its view",
    "the tolls were far too high for small boats",
    "the council had broken its word again",
)
FILLERS = (
    "The bridge was built in 1931 and carries two lanes.",
    "Rain fell on the harbour for most of the week.",
    "A ferry crosses the river every half hour.",
)


def article(number: int, cases: list[tuple[str, str, str]]) -> dict[str, object]:
    """Return an article that reports and quotes; what is marked lies at its true places."""
    text = ""
    marked: list[dict[str, list[list[int]]]] = []
    for at, (name, verb, matter) in enumerate(cases):
        quoted = at % 2 == 1
        said = f"“{matter.capitalize()},”" if quoted else f"that {matter}"
        order = (said, name, verb) if quoted else (name, verb, said)
        places = []
        start = len(text)
        for piece in order:
            places.append([start, start + len(piece)])
            start += len(piece) + 1
        text += " ".join(order) + ".\n\n" + FILLERS[(number + at) % len(FILLERS)] + "\n\n"
        content, source, cue = places if quoted else (places[2], places[0], places[1])
        marked.append({"source": [source], "cue": [cue], "content": [content]})
    return {"id": f"paper-{number % 3}_{number}", "text": text, "attributions": marked}


def write(path: Path, count: int = 40) -> None:
    """Write *count* articles to *path*, one a line; the same ones every time."""
    cases = list(product(NAMES, VERBS, MATTERS))
    lines = []
    for number in range(count):
        chosen = [cases[(number * 7 + step * 31) % len(cases)] for step in range(6)]
        lines.append(json.dumps(article(number, chosen), ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
