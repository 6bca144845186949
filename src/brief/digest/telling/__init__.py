"""Tell a story from its reports: a summary, who speaks, what they say, and where they differ."""

from __future__ import annotations

from .whole import told

__all__ = ["told"]
