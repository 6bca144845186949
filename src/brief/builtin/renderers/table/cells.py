"""Write the cells of a CSV file so that no program that opens it takes text for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from brief.sanitise import json_text, one_line

COLUMNS = (
    *("row", "source", "record", "id", "title", "outlet", "published", "url"),
    *("part", "party", "role", "kind", "stance", "target", "form", "confidence", "shown"),
    *("disputes", "speaker", "via", "cue", "content", "line", "start", "end", "offsets"),
    *("notes", "key", "heading", "label", "level", "origin", "stage", "data"),
    *("rule", "speaks_for"),
)

Row = Mapping[str, str | float | None]

# What begins a formula (OWASP, CSV Injection), also in the width that East Asian input
# methods write, also behind quotation marks and spaces, which some programs take off, and
# also behind a semicolon, at which Excel splits where the decimal mark is a comma.
_MARKS = "=+-@＝＋－＠"
_TAKEN_OFF = " \"'\u200b\u2060\ufeff"
_BEHIND_SEMICOLON = re.compile(rf";(?=[{_TAKEN_OFF}]*[{re.escape(_MARKS)}])")


def text_cell(text: str) -> str:
    """Return *text* on one line, an apostrophe before what would be a formula."""
    return _unreckoned(one_line(text))


def head() -> str:
    """Return the first line: the names of the columns."""
    return lines([{name: name for name in COLUMNS}])


def lines(rows: Iterable[Row]) -> str:
    r"""Return *rows* as lines that end with CR LF; a column that a row has not is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(name, row.get(name)) for name in COLUMNS])
    return out.getvalue()


def _cell(name: str, value: str | float | None) -> str | float | None:
    if not isinstance(value, str):
        return value
    # White space inside JSON is part of a value.
    return _unreckoned(json_text(value)) if name == "data" else text_cell(value)


def _unreckoned(line: str) -> str:
    """Return *line* with an apostrophe wherever a formula would begin."""
    if ";" in line:
        line = _BEHIND_SEMICOLON.sub(";'", line)
    first = line.lstrip(_TAKEN_OFF)[:1]
    return f"'{line}" if first and first in _MARKS else line
