"""The output formats that come with brief: text for people, JSON for programs."""

from __future__ import annotations

from .documents import Json, Jsonl
from .text import Text

__all__ = ["Json", "Jsonl", "Text"]
