"""Find the name a user most likely meant, and say so in the words of an error."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the one of *known* that is spelt most like *name*, or none that is near.

    *alike* is how near it must be: 0 for anything, 1 for the same but for case.
    """
    from difflib import get_close_matches  # only when something is wrong

    folded = {each.casefold(): each for each in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=alike)
    return folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ", did you mean 'lexrank'?" for a near miss, else "; known: a, b"."""
    names = sorted(set(known))
    near = nearest(name, names)
    if near is not None:
        return f", did you mean {near!r}?"
    return f"; known: {', '.join(names) if names else 'none'}"
