"""Offer what a word on the command line may become: files, formats, stages, values."""

from collections.abc import Callable


def files(incomplete: str) -> list[str]:
    """Return the files and folders that *incomplete* may become."""
    import os
    from pathlib import Path

    folder, start = os.path.split(incomplete)
    try:
        entries = sorted(Path(folder or ".").iterdir())
    except OSError:
        return []
    hidden = start.startswith(".")
    return [
        os.path.join(folder, entry.name) + ("/" if entry.is_dir() else "")  # noqa: PTH118  # as typed
        for entry in entries
        if entry.name.startswith(start) and (hidden or not entry.name.startswith("."))
    ]


def formats(incomplete: str) -> list[str]:
    """Return the formats that start with *incomplete*."""
    from brief.plugins import Wanted, load

    return [name for name in load(Wanted()).renderers if name.startswith(incomplete)]


def stages(incomplete: str) -> list[str]:
    """Return the stages that start with *incomplete*."""
    from brief.plugins import Wanted, load

    return [name for name in load(Wanted()).stages if name.startswith(incomplete)]


def summarisers(incomplete: str) -> list[str]:
    """Return the summarisers that start with *incomplete*."""
    from brief.contracts import Phase
    from brief.plugins import Wanted, load

    stages = load(Wanted()).stages.items()
    return [n for n, s in stages if s.record.phase is Phase.SUMMARISE and n.startswith(incomplete)]


def values(name: str) -> Callable[[str], list[str]]:
    """Return what offers the values of the setting *name*."""

    def offered(incomplete: str) -> list[str]:
        from brief.settings import SETTINGS

        return [each for each in SETTINGS[name].choices if each.startswith(incomplete)]

    return offered
