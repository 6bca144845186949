"""Split Chinese and Japanese, where no space and no capital shows that a sentence ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.spans import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

# Punkt looks at the word behind each end, which here is all of the rest.
MODELS = ("chinese", "japanese")
# Dots that trail off end a sentence only with another mark, or with the paragraph.
ENDS = re.compile("[。！？!?][。！？!?…]*[」』”’）)》〉】\"']*")


def close_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of the paragraph *text* starts and ends."""
    start = 0
    for end in [*(match.end() for match in ENDS.finditer(text)), len(text)]:
        span = trim(text, start, end)
        if span:
            yield span.start, span.end
        start = end
