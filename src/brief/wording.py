"""What is printed of a summary's sentences: less than they have where it is safe, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .languages import is_english, spoken
from .references import openings, pointing, with_name, with_names
from .spans import Part
from .trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .contracts import Context
    from .model import Brief
    from .references import Opening


def worded(
    brief: Brief,
    context: Context,
    chosen: Collection[int],
    found: Mapping[int, Opening] | None = None,
) -> dict[int, tuple[Part, ...]]:
    """Return what is printed of the sentences at the places *chosen*, by place and in order.

    With `Context.trim`, and in English, a sentence is trimmed (`trimmed`), and behind a word that
    points back the name is put in where it is as good as certain (`with_names`). Else it is
    printed as it stands. *found* is what `openings` finds, if that is known.
    """
    places = sorted(chosen)
    sentences = brief.sentences
    if not (context.trim and is_english(spoken(brief, context))):
        return {
            place: tuple(Part(span.start, span.end) for span in sentences[place].parts)
            for place in places
        }
    text = brief.article.text
    printed = {
        place: trimmed(text, sentences[place], follows=place - 1 in chosen) for place in places
    }
    if found is None:
        # Most summaries need no look at the whole article.
        found = openings(brief) if any(_points_back(brief, place) for place in places) else {}
    for place, opening in with_names(found, {*chosen}).items():
        printed[place] = with_name(text, printed[place], opening)
    return printed


def _points_back(brief: Brief, place: int) -> bool:
    first = brief.sentences[place].parts[0]
    return pointing(brief.article.text, first.start, first.end, is_first=not place) is not None
