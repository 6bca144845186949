"""The output formats that come with brief: for people to read, and for programs."""

from __future__ import annotations

from brief.contracts import Renderer

from .digest import digests
from .documents import Json, Jsonl
from .html import Html
from .markdown import Markdown
from .table import Csv
from .template import Template
from .text import Text


def renderers() -> list[Renderer]:
    """Return the formats, each with the suffix that means it."""
    return [
        Renderer("text", Text(), ".txt"),
        Renderer("json", Json(), ".json", honours=("why", "show_removed")),
        Renderer("jsonl", Jsonl(), ".jsonl", honours=("why", "show_removed")),
        Renderer("md", Markdown(), ".md"),
        Renderer("html", Html(), ".html", honours=("with_text",)),
        Renderer("csv", Csv(), ".csv"),
        Renderer("template", Template(), honours=("why", "show_removed", "with_text")),
        *digests(),
    ]
