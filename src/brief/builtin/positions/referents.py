"""Give each party the pronouns that open a sentence and stand for it, said to be so or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief.references import pointing
from brief.spans import Span

from .scenes import SEXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from brief.data import Sex
    from brief.model import Brief

    from .actors import Actor

# Most sentences have none of them, and need no closer look.
WORDS = (" he ", " she ", " his ", " her ")


def referents(
    brief: Brief, who: Callable[[int, Sex], Actor | None]
) -> Iterator[tuple[Span, Actor]]:
    """Yield each "he", "she", "his" or "her" that opens a sentence, with who is meant.

    *who* tells it of the pronoun at an offset; what it does not tell is left out.
    """
    text = brief.article.text
    for place, sentence in enumerate(brief.sentences):
        first = sentence.parts[0]
        head = f" {text[first.start : first.start + 200].lower()}"
        if not any(word in head for word in WORDS):
            continue
        points = pointing(text, first.start, first.end, is_first=not place)
        if points is None or points.low not in SEXES or not points.sure:
            continue
        actor = who(points.start, SEXES[points.low])
        if actor is not None:
            yield Span(points.start, points.end), actor
