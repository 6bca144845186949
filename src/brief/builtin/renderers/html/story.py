"""Lay out the whole text of an article, in pieces that can be marked one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from brief.layout import paragraphs
from brief.spans import Cut

from .places import Links, Mark
from .safe import allowed, escaped, line

# At one place: with all of them a page would grow with the square of what is marked.
MOST_MARKS = 12


def story(text: str, links: Links, cuts: Sequence[Cut], said: str) -> str:
    """Return *text* as paragraphs, white space and all, so that its offsets can be checked.

    At the place of each line is an anchor that leads back to it, and what the line rests on
    is in pieces that bear its number. What was cut is set apart, with the reason.
    """
    return "".join(_pieces(text, links, cuts, said))


def _pieces(text: str, links: Links, cuts: Sequence[Cut], said: str) -> Iterator[str]:
    safe, size = allowed(text), len(text)
    blocks = paragraphs(text)
    begins, ends = {each.start for each in blocks}, {each.end for each in blocks}
    marks = _Open(((each.start, each.end) for each in links.marks), MOST_MARKS)
    removed = _Open(((each.start, each.end) for each in cuts), 1)
    anchors: dict[int, list[int]] = defaultdict(list)
    for offset, number in links.anchors:
        anchors[offset].append(number)
    told = -1
    bounds = {0, size, *begins, *ends, *anchors, *marks.bounds, *removed.bounds}
    for start, end in pairwise(sorted(at for at in bounds if 0 <= at <= size)):
        if start in ends:
            yield "</p>"
        if start in begins:
            yield f'<p{said} data-n="{links.line_of(start)}">'
        yield from map(_anchor, anchors.get(start, ()))
        classes = _classes(links.marks[each] for each in marks.at(start))
        cut = next(iter(removed.at(start)), -1)
        # The reason stands once, where the cut begins.
        reason = cuts[cut].reason if cut not in (-1, told) else ""
        told = cut
        yield _piece(escaped(safe[start:end]), classes, cut != -1, reason)
    if size in ends:
        yield "</p>"


def _anchor(number: int) -> str:
    """Return the place of a line: an empty link back to it, to be seen once it was followed."""
    label = 'aria-label="Back to the brief"'
    return f'<a id="{Links.id(number)}" class="t{number}" href="#{Links.back(number)}" {label}></a>'


def _classes(marks: Iterable[Mark]) -> str:
    return " ".join(dict.fromkeys(f"{mark.kind}{mark.line}" for mark in marks))


def _piece(text: str, classes: str, cut: bool, reason: str) -> str:
    if not classes and not cut:
        return text
    name = "del" if cut else "span"
    marked = f' class="{classes}"' if classes else ""
    labelled = f' data-why="{line(reason)}"' if reason else ""
    return f"<{name}{marked}{labelled}>{text}</{name}>"


class _Open:
    """Which *most* of the stretches given are open, as one goes through a text from its start."""

    def __init__(self, stretches: Iterable[tuple[int, int]], most: int) -> None:
        self._begin: dict[int, list[int]] = defaultdict(list)
        self._end: dict[int, list[int]] = defaultdict(list)
        self._open: dict[int, None] = {}
        self._now: list[int] = []
        self._most = most
        for number, (start, end) in enumerate(stretches):
            if start < end:
                self._begin[max(start, 0)].append(number)
                self._end[end].append(number)
        self.bounds = {*self._begin, *self._end}

    def at(self, offset: int) -> list[int]:
        """Return the numbers of those that are open at *offset*, which only grows."""
        if offset in self.bounds:
            for number in self._end.get(offset, ()):
                self._open.pop(number, None)
            self._open |= dict.fromkeys(self._begin.get(offset, ()))
            self._now = [*islice(self._open, self._most)]
        return self._now
