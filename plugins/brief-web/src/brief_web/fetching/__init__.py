"""Fetch what stands at a web address: checked, capped, polite, and kept for the next time."""

from __future__ import annotations

from .asking import Limits
from .getting import Fetched, Fetcher, fetcher

__all__ = ["Fetched", "Fetcher", "Limits", "fetcher"]
