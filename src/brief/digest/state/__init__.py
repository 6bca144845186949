"""Remember in one SQLite file what earlier digests showed, so that nothing comes twice."""

from __future__ import annotations

from .changes import changes_of, story_status
from .keys import cache_key, maker
from .naming import story_ids
from .past import Earlier, Failing, Past, Shown, days_failing, gone_from, status_of
from .state import State, opened

__all__ = [
    "Earlier",
    "Failing",
    "Past",
    "Shown",
    "State",
    "cache_key",
    "changes_of",
    "days_failing",
    "gone_from",
    "maker",
    "opened",
    "status_of",
    "story_ids",
    "story_status",
]
