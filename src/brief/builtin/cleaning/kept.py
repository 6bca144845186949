"""The paragraphs that the cuts have left of an article, read once for all stages that ask."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from brief.layout import paragraphs
from brief.spans import Span, merged, squeeze, without

if TYPE_CHECKING:
    from brief.model import Brief


class Paragraph(NamedTuple):
    """What is kept of a paragraph: its parts, and what they say, as it would be printed."""

    parts: tuple[Span, ...]
    said: str

    @property
    def size(self) -> int:
        """How many characters of the article it runs over, white space and cuts among them."""
        return self.parts[-1].end - self.parts[0].start


def kept_paragraphs(brief: Brief) -> tuple[Paragraph, ...]:
    """Return what the cuts of *brief* leave of each paragraph of its article, in order.

    The same as `Brief.paragraphs` with `Brief.text_of`, but the stages between two cuts share
    one reading.
    """
    return _kept(brief.article.text, tuple(merged(brief.cuts)))


@lru_cache(maxsize=2)
def _kept(text: str, holes: tuple[tuple[int, int], ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *text*. No more than the last are remembered."""
    rows = paragraphs(text)
    if not holes:
        return tuple([Paragraph((part,), squeeze(text[part.start : part.end])) for part in rows])
    # Most paragraphs lose nothing to the cuts, and their words have been squeezed before.
    whole = {row.parts[0].start: row for row in _kept(text, ())}
    found: list[Paragraph] = []
    for parts in without(text, rows, [*holes]):
        row = whole.get(parts[0].start)
        if row is None or row.parts != parts:
            row = Paragraph(parts, " ".join([squeeze(text[p.start : p.end]) for p in parts]))
        found.append(row)
    return tuple(found)
