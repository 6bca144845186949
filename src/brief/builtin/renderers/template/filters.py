"""The filters a template may use beside Jinja2's own: `place`, `md`, `csv` and `one_line`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brief.errors import ConfigError
from brief.sanitise import one_line


def filters() -> dict[str, Callable[..., object]]:
    """Return the filters by name."""
    return {"place": place, "md": md, "csv": cell, "one_line": _one_line}


def place(thing: object, brief: object = None) -> str:
    """Return where *thing* of *brief* stands: `talks.txt:7`; nothing for what has no line.

    *thing* is a line, or anything of a brief that has one.
    """
    line = thing.get("line") if isinstance(thing, Mapping) else thing
    article = brief.get("article") if isinstance(brief, Mapping) else None
    if not isinstance(article, Mapping) or "source" not in article:
        raise ConfigError("place needs the brief too: {{ sentence | place(brief) }}")
    if line is None:
        return ""
    if isinstance(line, bool) or not isinstance(line, int):
        raise ConfigError("place is of something that has a line, or of a line")
    record = article.get("record")
    origin = article["source"] if record is None else f"{article['source']}#{record}"
    return one_line(f"{origin}:{line}")


def md(text: object) -> str:
    """Return *text* escaped for Markdown, as the format `md` writes it."""
    from brief.builtin.renderers.markdown.escape import prose

    return prose(_words(text))


def cell(text: object) -> object:
    """Return *text* as a cell of a CSV file, quoted, and never a formula; numbers as they are."""
    if isinstance(text, int | float) and not isinstance(text, bool):
        return text
    from brief.builtin.renderers.table.cells import text_cell

    quoted = text_cell(_words(text)).replace('"', '""')
    return f'"{quoted}"'


def _one_line(text: object) -> str:
    return one_line(_words(text))


def _words(text: object) -> str:
    """Return what is to be escaped; nothing for what is not known."""
    return "" if text is None else str(text)
