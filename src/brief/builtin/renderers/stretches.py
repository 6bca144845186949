"""Join the spans of a line to the stretches that its place names."""

from __future__ import annotations

from collections.abc import Iterable

from brief.spans import Part, Span

# As long as white space between two spans of one stretch may be.
LONGEST_GAP = 8


def stretches(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return where *spans* start and end in *text*, in their order, those that touch as one.

    Nothing but a little white space stands between two that touch. A word put in for the
    reader has no place in the line.
    """
    joined: list[tuple[int, int]] = []
    for span in spans:
        if isinstance(span, Part) and span.inserted:
            continue
        if joined and _touch(text, joined[-1][1], span.start):
            joined[-1] = (joined[-1][0], span.end)
        else:
            joined.append((span.start, span.end))
    return joined


def offsets(joined: Iterable[tuple[int, int]]) -> str:
    """Return "1043-1180,1200-1210"."""
    return ",".join(f"{start}-{end}" for start, end in joined)


def _touch(text: str, end: int, start: int) -> bool:
    return end == start or (end < start <= end + LONGEST_GAP and text[end:start].isspace())
