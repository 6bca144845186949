"""Read articles that stand in files or come on standard input: text, Markdown, JSON, Parquet."""

from __future__ import annotations

from brief.contracts import Loader

from .markdown import Markdown, accepts_markdown
from .parquet import Parquet, accepts_parquet
from .records import Records, accepts_records
from .text import Text, accepts_text


def loaders() -> list[Loader]:
    """Return the loaders, each with what it accepts."""
    return [
        Loader("markdown", Markdown(), accepts_markdown),
        Loader("parquet", Parquet(), accepts_parquet),
        Loader("records", Records(), accepts_records),
        Loader("text", Text(), accepts_text),
    ]
