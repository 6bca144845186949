"""Read the JSON Lines that training learns from, and say which line is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from brief.errors import LoadError


def records(path: Path, *fields: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of the JSON Lines in *path*, which have a `text` and *fields*.

    Raises `LoadError` that names the file, and the line, for what is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as exc:
        raise LoadError(f"{path}: {exc.strerror}") from exc
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except ValueError as exc:
            raise LoadError(f"{path}:{number}: no JSON: {exc}") from exc
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            raise LoadError(f"{path}:{number}: has no `text`")
        missing = [name for name in fields if name not in record]
        if missing:
            raise LoadError(f"{path}:{number}: has no `{missing[0]}`")
        yield record
