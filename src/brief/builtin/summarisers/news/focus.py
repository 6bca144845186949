"""How much each sentence says of the terms of `--focus`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .story import Line
    from .terms import Terms


def terms_of(focus: str, reader: Terms) -> list[str]:
    """Return the terms of *focus*, which commas or semicolons part, as they were written."""
    parts = (" ".join(part.split()) for part in focus.replace(";", ",").split(","))
    return list(dict.fromkeys(part for part in parts if reader.words(part)))


def matches(terms: Sequence[str], lines: Sequence[Line], reader: Terms) -> list[frozenset[int]]:
    """Return for each of *lines* which of *terms*, by number, it has in any of their forms.

    The words of a term must stand together, in its order.
    """
    wanted = [_plain(reader.words(term), reader) for term in terms]
    found = []
    for line in lines:
        text = _plain(line.words, reader)
        found.append(frozenset(number for number, term in enumerate(wanted) if term in text))
    return found


def _plain(found: Sequence[str], reader: Terms) -> str:
    """Return words in the form they are compared in, with a space on either side of each."""
    return f" {' '.join([reader.stem(word) or word.casefold() for word in found])} "
