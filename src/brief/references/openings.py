"""Tell for each sentence that points back what it points to, and if a summary has that."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from brief.spans import Part, Span, trim
from brief.value import NamedTuple

from .pointing import pointing

if TYPE_CHECKING:
    from brief.model import Brief


# In front of these marks no space is set.
CLOSING = ".,;:!?"


class Opening(NamedTuple):
    """A word at the start of a sentence that points back: "He", "His", "This", "The latter".

    *span* is where it stands. *before* is the place (from 0) of the
    sentence that tells who or what is meant, None if the article has none. A sentence printed
    behind *before* and before the place *until* would be taken to tell it instead. *name* is
    what may be put in behind the word ("[Ida Cole]", "[Ida Cole's]"), with the span it comes
    from; None unless it is as good as certain.
    """

    span: Span
    before: int | None
    until: int
    name: Part | None


def openings(brief: Brief) -> dict[int, Opening]:
    """Return the opening of each sentence that points back, by the sentence's place (from 0).

    Names come from `brief.parties` and `brief.positions`: without them there are none. So do
    speakers behind a quotation (“We will stay,” she said). Takes time in proportion to the
    sentences.
    """
    found: dict[int, Opening] = {}
    from .antecedents import Antecedents  # most summaries need nobody's name

    told: Antecedents | None = None
    for place, sentence in enumerate(brief.sentences):
        first = sentence.parts[0]
        points = pointing(brief.article.text, first.start, first.end, is_first=not place)
        if points is None:
            continue
        told = told or Antecedents(brief)
        span = Span(points.start, points.end)
        before, until = told.before(place, points)
        found[place] = Opening(span, before, until, told.name(place, points))
    return found


def is_clear(found: Mapping[int, Opening], place: int, chosen: Collection[int]) -> bool:
    """Tell whether who reads the sentences *chosen*, in order, knows what *place* points to.

    *found* is what `openings` gives. True for a sentence that does not point back. Else its
    antecedent has to be chosen, with nothing in between to be taken for it, and has to be
    clear itself; there a name counts, since `with_names` puts it in.
    """
    at = place
    while at in found and (at == place or found[at].name is None):
        before, until = found[at].before, found[at].until
        if before is None or before not in chosen:
            return False
        if any(between in chosen for between in range(before + 1, until)):
            return False
        at = before
    return True


def with_names(found: Mapping[int, Opening], chosen: Collection[int]) -> dict[int, Opening]:
    """Return the openings of *chosen*, by place, into which a name is put when they are printed.

    Those are the ones that have a name, but for a clear sentence right behind the one before it:
    what is clear only across a gap is made plain too.
    """
    return {
        place: found[place]
        for place in sorted(chosen)
        if place in found
        and found[place].name is not None
        and not (place - 1 in chosen and is_clear(found, place, chosen))
    }


def with_name(text: str, parts: Sequence[Part], opening: Opening) -> tuple[Part, ...]:
    """Return the printed *parts* of a sentence with the name of *opening* behind its word.

    They come back as they are if there is no name, or if the word is not printed. Where a
    letter of the word is put in already ("[H]e"), the name takes the place of the word.
    """
    name, (start, end) = opening.name, (opening.span.start, opening.span.end)
    made: list[Part] = []
    for part in parts:
        if name is None or part.start >= end or part.end <= start:
            made.append(part)
        elif not part.inserted:
            whole = part.start <= start
            made += [Part(part.start, end, joined=part.joined), name] if whole else [name]
            rest = trim(text, end, part.end)
            joined = rest is not None and text[rest.start] in CLOSING
            made += [Part(rest.start, rest.end, joined=joined)] if rest else []
        elif part.end > end or part.start < start:
            made.append(part)
    return tuple(made)
