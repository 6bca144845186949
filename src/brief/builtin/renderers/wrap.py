"""Break text into lines by the cells a terminal gives each character."""

from __future__ import annotations

from collections.abc import Iterator

# Where every character beyond Latin letters is one cell wide, up to the second of each
# pair: Greek and Cyrillic; dashes and quotation marks; currencies, arrows, mathematics.
_SINGLE = (
    ("\u0370", "\u0482"),
    ("\u2010", "\u2027"),
    ("\u2030", "\u205e"),
    ("\u20a0", "\u20cf"),
    ("\u2190", "\u22ff"),
)


def cells(text: str) -> int:
    """Return how many terminal cells *text* takes."""
    return sum(_sizes(text)) if _is_uneven(text) else len(text)


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of *text*, whose white space is squeezed, none wider than *width*.

    Lines break at spaces and after wide characters, and only else inside a word. At
    least one line; the time is linear whatever the text.
    """
    return [*(_uneven if _is_uneven(text) else _even)(text, width)]


def _is_uneven(text: str) -> bool:
    """Tell whether *text* may hold characters of other than one cell: marks, wide ones."""
    if text.isascii():
        return False
    # A compiled pattern of these ranges would cost every start more than it saves.
    beyond = [each for each in set(text) if each > "\u02ff" or each == "\u00ad"]
    return not all(any(low <= each <= high for low, high in _SINGLE) for each in beyond)


def _even(text: str, width: int) -> Iterator[str]:
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        end = space if space > start else start + width
        yield text[start:end]
        start = end + 1 if space > start else end
    yield text[start:]


def _uneven(text: str, width: int) -> Iterator[str]:
    start = used = 0  # where the line starts, and its cells so far
    chance = past = 0  # where it may break, and its cells up to there
    for at, (character, wide) in enumerate(zip(text, _sizes(text), strict=True)):
        # Twice where all that stood before the break had no width.
        while used + wide > width and character != " " and at > start:
            if chance <= start:
                chance, past = at, used
            yield text[start:chance].rstrip(" ")
            start, used, past = chance, used - past, 0
        used += wide
        if character == " " or wide == 2 or (wide == 0 and chance == at):
            chance, past = at + 1, used
    yield text[start:].rstrip(" ")


def _sizes(text: str) -> list[int]:
    """Return for each character 0 if it joins the one before, 2 if it is drawn wide, else 1."""
    from unicodedata import category, east_asian_width  # slow: 1 ms, and few articles need it

    sizes = {
        each: 0 if category(each) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(each) in "WF")
        for each in set(text)
    }
    return [sizes[each] for each in text]
