"""Find the quotations that no statement claims: somebody said them, nobody knows who."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.model import Position, Sentence
from brief.spans import Span, overlaps

from .confidence import UNCLAIMED
from .framed import holder
from .quotations import Quotation

# Shorter ones are names and terms.
SHORTEST = 4
# Small words have no capital in a title.
LONG = re.compile(r"\w{4,}+")


def unclaimed(
    text: str,
    group: Sequence[Sentence],
    quotes: Sequence[Quotation],
    found: Sequence[Position],
) -> Iterator[Position]:
    """Yield the quotations of a paragraph, a *group*, that none of its statements *found* holds."""
    content = sorted(span for one in found for span in one.content)
    at = 0
    for quote in quotes:
        place = Span(quote.start, quote.end)
        while at < len(content) and content[at].end <= place.start:
            at += 1
        claimed = at < len(content) and overlaps(place, content[at])
        if quote.words < SHORTEST or claimed or is_headed(text, place):
            continue
        where = holder(group, place.start)
        yield Position("", where, (place,), "direct", confidence=UNCLAIMED, rule="unclaimed")


def is_headed(text: str, quote: Span) -> bool:
    """Tell whether *quote* has capitals like a title: a song, a film, a sign, and no statement."""
    long = LONG.findall(text, quote.start, quote.end)
    return len(long) > 1 and 2 * sum(word[0].isupper() for word in long) > len(long)
