"""What every extractor's statements get: parties, a stance each, and the choice of the key ones."""

from __future__ import annotations

from .choose import KeyPositions
from .disputes import disputes
from .parties import parties
from .stance import stance

__all__ = ["KeyPositions", "disputes", "parties", "stance"]
