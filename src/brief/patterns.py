"""Find the files that a pattern matches, as shells do, without following links in circles."""

from __future__ import annotations

import os
from collections.abc import Iterator


def is_pattern(name: str) -> bool:
    """Tell whether *name* holds a sign that patterns have."""
    return any(sign in name for sign in "*?[")


def matches(pattern: str) -> list[str]:
    """Return the files and folders that *pattern* matches, sorted, in the pattern's own form.

    `**` stands for any number of folders. Hidden names match only where the pattern's part
    begins with a dot itself.
    """
    start = "/" if pattern.startswith("/") else ""
    parts: list[str] = []
    for part in pattern.split("/"):
        # "**/**" says no more than "**", and takes far longer.
        if part and not (part == "**" == "".join(parts[-1:])):
            parts.append(part)
    return sorted(set(_grown(start, parts)))


def _grown(path: str, parts: list[str]) -> Iterator[str]:
    """Yield what *path*, empty or ending in "/", becomes when *parts* are matched below it."""
    if not parts:
        if path:
            yield path.rstrip("/") or "/"
        return
    part, rest = parts[0], parts[1:]
    end = "/" if rest else ""
    if part == "**":
        yield from _grown(path, rest)
        for name in _names(path, folders=True):
            yield from _grown(f"{path}{name}/", parts)
        if not rest:
            yield from (path + name for name in _names(path))
    elif is_pattern(part):
        from fnmatch import fnmatch  # only for a pattern the shell has left to brief

        for name in _names(path, hidden=part.startswith(".")):
            if fnmatch(name, part):
                yield from _grown(path + name + end, rest)
    elif os.path.lexists(path + part):
        yield from _grown(path + part + end, rest)


def _names(path: str, *, hidden: bool = False, folders: bool = False) -> list[str]:
    """Return the names in the folder *path*, or only those of folders that are no links."""
    try:
        with os.scandir(path or ".") as entries:
            return [
                entry.name
                for entry in entries
                if entry.name.startswith(".") == hidden
                and (not folders or entry.is_dir(follow_symlinks=False))
            ]
    except (OSError, ValueError):
        return []
