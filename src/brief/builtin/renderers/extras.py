"""Put the notes and items that stages add in the order in which every format prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief.model import Brief, Item, Note
from brief.spans import Span


class Notes:
    """The notes of *brief*, by what they are about. None is left out, and none comes twice."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._left: dict[str, list[Note]] = {}
        for note in brief.notes:
            self._left.setdefault(note.target, []).append(note)

    def on(self, target: str) -> list[Note]:
        """Return the notes on *target* that were not taken yet."""
        return self._left.pop(target, [])

    def rest(self) -> Iterator[tuple[str, Note, tuple[Span, ...]]]:
        """Yield the notes on what was not printed: what that is called, and where it stands."""
        if not self._left:
            return
        spans: dict[str, tuple[Span, ...]] = {each.id: each.parts for each in self._brief.sentences}
        spans |= {party.id: party.mentions[:1] for party in self._brief.parties}
        spans |= {position.id: position.content for position in self._brief.positions}
        names = {party.id: party.name for party in self._brief.parties}
        left, self._left = self._left, {}
        for target, notes in left.items():
            for note in notes:
                yield names.get(target, target), note, spans.get(target, ())


def levels(items: Iterable[Item]) -> Iterator[tuple[Item, int]]:
    """Yield *items* with how deep each stands, from 1, the children of each behind it."""
    # Not recursive: however deep a plugin nests, the brief is written.
    left = [(item, 1) for item in reversed([*items])]
    while left:
        item, level = left.pop()
        yield item, level
        left += [(child, level + 1) for child in reversed(item.children)]
