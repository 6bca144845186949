"""The output formats that come with brief: text for people, JSON for programs."""

from __future__ import annotations

from brief.contracts import Renderer

from .documents import Json, Jsonl
from .text import Text


def renderers() -> list[Renderer]:
    """Return the formats, each with the suffix that means it."""
    return [
        Renderer("text", Text(), ".txt"),
        Renderer("json", Json(), ".json"),
        Renderer("jsonl", Jsonl(), ".jsonl"),
    ]
