"""Join the spans of a line to the stretches that its place names."""

from __future__ import annotations

from collections.abc import Iterable

from brief.spans import Part, Span

# As long as white space between two spans of one stretch may be.
LONGEST_GAP = 8


def stretches(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return where *spans* start and end in *text*, in their order, those that touch as one.

    Nothing but a little white space stands between two that touch.
    """
    joined: list[tuple[int, int]] = []
    for start, end in places(spans):
        if joined and _touch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return where each of *spans* starts and ends, but for words put in for the reader.

    A letter put in ("[T]" joined to "he mayor") has the place of the letter it stands for.
    """
    found: list[tuple[int, int]] = []
    letter: Span | None = None
    for span in spans:
        if isinstance(span, Part) and span.inserted:
            letter = span
            continue
        one_word = isinstance(span, Part) and span.joined and letter and letter.end == span.start
        found.append((letter.start if letter and one_word else span.start, span.end))
        letter = None
    return found


def offsets(joined: Iterable[tuple[int, int]]) -> str:
    """Return "1043-1180,1200-1210"."""
    return ",".join(f"{start}-{end}" for start, end in joined)


def _touch(text: str, end: int, start: int) -> bool:
    return end == start or (end < start <= end + LONGEST_GAP and text[end:start].isspace())
