"""Know the lines that a page's pictures and players leave above a story."""

from __future__ import annotations

import re

LONGEST = 160
# Nothing but these whole lines: "Image copyright law" opens a story.
_LEFT = re.compile(
    r"photos?|videos?|media playback is unsupported on your device"
    r"|image (?:copyright|caption)(?-i: [\"'“‘(@©]?[A-Z0-9]).*",
    re.IGNORECASE,
)


def is_leftover(line: str) -> bool:
    """Tell whether *line* is "Photo", "Image caption The pier at dusk" or the like."""
    return len(line) <= LONGEST and _LEFT.fullmatch(" ".join(line.split())) is not None
