"""Tell all that is known of a plugin, or of a stage, loader, format or executor."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_type_hints

from brief.contracts import Phase, Stage
from brief.discovery import Plugin
from brief.options import options_of, type_name
from brief.registry import Owned, Record
from brief.sanitise import one_line

from .completion import first_line
from .listing import toml
from .tables import wrapped

# Paragraphs of a docstring that begin so are told beside the other facts.
FACTS = ("Cost: ", "Source: ")
# What a user writes to choose, or leave out, a record of each kind.
CHOSEN = {
    "loader": "--loader {}",
    "format": "-f {}",
    "digest format": "brief digest -f {}",
    "executor": "--executor {}",
}
# What the options of each kind stand under in `brief.toml`.
TABLES = {"format": "renderer", "digest format": "renderer"}


def plugin_page(
    plugin: Plugin, adds: Mapping[str, Sequence[Owned[Record]]], width: int
) -> Iterator[str]:
    """Yield what a plugin is and adds, in lines of *width*."""
    yield f"plugin {plugin.name} {plugin.version}".rstrip()
    yield from _fact("from", plugin.origin, width)
    yield from _fact(
        "state", plugin.state + (f" ({plugin.reason})" if plugin.reason else ""), width
    )
    for kind, records in adds.items():
        for owned in records:
            said = first_line(owned.record.run)
            name = f"{kind} {owned.record.name}"
            yield from _fact("adds", f"{name}: {said}" if said else name, width)


def record_page(kind: str, owned: Owned[Record], width: int) -> Iterator[str]:
    """Yield what a record is, does and takes, in lines of *width*."""
    record = owned.record
    yield f"{kind} {record.name} (plugin {owned.plugin} {owned.version})".replace(" )", ")")
    for name in ("phase", "after", "before", "honours", "suffix", "takes"):
        value = getattr(record, name, None)
        if value:
            shown = getattr(value, "value", value)
            shown = ", ".join(shown) if isinstance(shown, tuple) else str(shown)
            yield from _fact(name, shown, width)
    yield from _fact("use", _use(kind, record), width)
    paragraphs = [
        " ".join(each.split()).replace("*", "") if each[:1].strip() else each
        for each in (inspect.getdoc(record.run) or "No description.").split("\n\n")
    ]
    for paragraph in paragraphs:
        if paragraph.startswith(FACTS):
            fact, _, rest = paragraph.partition(": ")
            yield from _fact(fact.lower(), rest, width)
    for paragraph in paragraphs:
        if not paragraph.startswith(FACTS):
            yield ""
            yield from wrapped(one_line(paragraph), width)
    yield from _options(kind, record, width)


def _fact(name: str, value: str, width: int) -> list[str]:
    return wrapped(one_line(value), width, first=f"{name}: ", further=" " * (len(name) + 2))


def _use(kind: str, record: Record) -> str:
    """Return how users choose the record, or leave it out."""
    if kind == "format" and record.name == "template":
        return "--template FILE"
    if not isinstance(record, Stage):
        return CHOSEN[kind].format(record.name)
    if record.phase is Phase.SUMMARISE:
        return f"--summariser {record.name}"
    if record.phase.chooses:
        return f"--use {record.phase.value}={record.name}"
    return f"runs by itself; --skip {record.name} leaves it out"


def _options(kind: str, record: Record, width: int) -> Iterator[str]:
    """Yield each option with its value, type, and what the docstring says of it."""
    options = options_of(record.run)
    if not options:
        return
    try:
        types = {name: type_name(each) for name, each in get_type_hints(type(record.run)).items()}
    except Exception:  # noqa: BLE001  # annotations of a plugin; `brief plugins check` tells
        types = {}
    where = f"{TABLES.get(kind, kind)}.{record.name}"
    yield ""
    yield from wrapped(f"Options ([{where}] in brief.toml, or --set {where}.NAME=VALUE):", width)
    for name, value in options.items():
        takes = f" ({types[name]})" if name in types else ""
        yield from wrapped(
            f"option {name} = {toml(value)}{takes}", width, first="  ", further=" " * 6
        )
        meaning = _meaning(name, inspect.getdoc(record.run) or "")
        if meaning:
            yield from wrapped(meaning, width, first=" " * 6, further=" " * 6)


def _meaning(name: str, doc: str) -> str:
    """Return the clause that tells of the option *name* alone; what tells of several stands above.

    Nor is it said twice what the page begins with.
    """
    for paragraph in doc.split("\n\n")[1:]:
        for clause in re.split(r"(?<=[.;])\s", " ".join(paragraph.split())):
            if re.findall(r"\*(\w+)\*", clause) == [name]:
                return one_line(clause.rstrip(";.").replace("*", ""))
    return ""
