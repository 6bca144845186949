"""Put articles into stories: one group for each event, however many outlets tell it."""

from __future__ import annotations

from .grouping import grouped
from .told import Group, Join, Told

__all__ = ["Group", "Join", "Told", "grouped"]
