"""Read articles that stand in files or come on standard input: plain text, Markdown and JSON."""

from __future__ import annotations

from brief.contracts import Loader

from .markdown import Markdown, accepts_markdown
from .records import Records, accepts_records
from .text import Text, accepts_text


def loaders() -> list[Loader]:
    """Return the loaders, each with what it accepts."""
    return [
        Loader("markdown", Markdown(), accepts_markdown),
        Loader("records", Records(), accepts_records),
        Loader("text", Text(), accepts_text),
    ]
