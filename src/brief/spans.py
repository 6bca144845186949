"""Half-open stretches of an article's text, and the law that ties them to what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .value import value


@value
class Span:
    """The text from *start* up to, not including, *end*, in code points of `Article.text`.

    The law: a span starts and ends on a character that is no white space, and its text is
    the slice with every run of white space made one space (see `squeeze`).
    """

    start: int
    end: int

    def __lt__(self, other: Span) -> bool:
        """Sort by place. Written out: `order=True` doubles the cost of each class at start-up."""
        return (self.start, self.end) < (other.start, other.end)


@value
class Cut(Span):
    """Text that is not the story: *reason* says why ("byline"), *stage* who said so.

    The runner fills *stage* in when it is left empty.
    """

    reason: str
    stage: str = ""


@value
class Part(Span):
    """A piece of a summary sentence: text of the article, or a word put in for the reader.

    With *inserted*, that is what is printed ("[Zelensky]"), and the span is where it comes from.
    *joined* to the part before it, it follows without a space: "[T]" and "he mayor".
    """

    inserted: str = ""
    joined: bool = False


def squeeze(text: str) -> str:
    """Return *text* with every run of white space made one space and none at the ends."""
    # Of all white space only the space is printable: to see that nothing is to be done, as most
    # often, takes half as long as to do it.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def quoted(text: str, spans: Iterable[Span], gap: str = " [...] ") -> str:
    """Return the words of *spans* in *text*, with *gap* where words between them are left out.

    A stray dot or a quotation mark between two is no word.
    """
    return "".join(
        (gap if leaves_out else " " if place else "") + squeeze(text[span.start : span.end])
        for place, (span, leaves_out) in enumerate(with_gaps(text, spans))
    )


def with_gaps(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Yield each of *spans*, and whether words between it and the one before are left out."""
    at: int | None = None
    for span in spans:
        yield span, at is not None and any(map(str.isalnum, text[at : span.start]))
        at = span.end


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the span from *start* to *end* without white space at its ends, if any is left."""
    piece = text[start:end]
    bare = piece.lstrip()
    if not bare:
        return None
    start += len(piece) - len(bare)
    return Span(start, start + len(bare.rstrip()))


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the union of *spans* as sorted, disjoint (start, end) pairs."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def without(
    text: str, spans: Iterable[Span], holes: list[tuple[int, int]]
) -> Iterator[tuple[Span, ...]]:
    """Yield each of the sorted *spans* as what the sorted *holes* leave of it, if anything.

    One pass over both, so thousands of holes in thousands of spans stay linear.
    """
    first = 0
    for span in spans:
        while first < len(holes) and holes[first][1] <= span.start:
            first += 1
        if first == len(holes) or holes[first][0] >= span.end:
            yield (span,)
            continue
        pieces: list[Span] = []
        at, hole = span.start, first
        while hole < len(holes) and holes[hole][0] < span.end:
            piece = trim(text, at, max(at, holes[hole][0]))
            pieces += [piece] if piece else []
            at = max(at, holes[hole][1])
            hole += 1
        last = trim(text, at, span.end) if at < span.end else None
        pieces += [last] if last else []
        if pieces:
            yield tuple(pieces)
