"""Leave out of a summary sentence what it does not need, where that is beyond doubt.

What may go: a word that joins the sentence to one before it ("However,"), a dateline that was
left in it, and what points at a picture ("(pictured)"). All else stays, and so does everything
inside quotation marks. English only: the caller knows the language.
"""

from __future__ import annotations

from brief.model import Sentence
from brief.spans import Part, Span, merged, trim, without

__all__ = ["left_out", "trimmed"]

# How all that joins sentences begins. Few begin so: the rest of the package is not needed for
# the others, and loading it takes time at every start.
_WORDS = (
    "And And, But But, Yet Yet, Meanwhile Meanwhile, However, Still, Also, Moreover, Furthermore, "
    "Additionally, Nevertheless, Nonetheless, Besides, Indeed, Plus,"
)
_JOINING = frozenset(_WORDS.split())
_PHRASES = ("In addition,", "In contrast,", "By contrast,", "Even so,", "That said,", "What")
# Behind these marks what follows is set without a space.
_CLOSING = ",.;:!?)]’”'\"…%"


def trimmed(text: str, sentence: Sentence, *, follows: bool = False) -> tuple[Part, ...]:
    """Return what is printed of *sentence* of the article's *text*: all of it, if in doubt.

    With *follows* the sentence before it in the article is printed as well, and a word that
    joins the two stays. Where the first letter left is a small one, a capital in brackets is
    put in for it: "However, the mayor" becomes "[T]he mayor", in parts "[T]" and "he mayor".
    """
    parts = tuple(Part(span.start, span.end) for span in sentence.parts)
    whole = sentence.text
    bracket = "(" in whole
    if bracket or whole.partition(" ")[0] in _JOINING or whole.startswith(_PHRASES):
        from .openings import opening_end

        first = sentence.parts[0]
        start = opening_end(text, sentence, follows=follows)
        if start > first.start:
            parts = (*_from(text, start, first.end), *parts[1:])
    if bracket:
        from .asides import asides

        for aside in asides(text, parts):
            parts = tuple(piece for part in parts for piece in _around(text, part, aside))
    return parts


def left_out(text: str, sentence: Sentence, parts: tuple[Part, ...]) -> tuple[Span, ...]:
    """Return what *parts*, printed of *sentence*, leave out of it, in its order.

    A letter that a capital is put in for counts as printed.
    """
    printed = merged(part for part in parts if not part.inserted or _is_letter(text, part))
    return tuple(span for pieces in without(text, sentence.parts, printed) for span in pieces)


def _is_letter(text: str, part: Part) -> bool:
    return part.end - part.start == 1 and part.inserted == f"[{text[part.start].upper()}]"


def _from(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Return the parts that print the text from *start* to *end* as a sentence."""
    if not text[start].islower() or text[start + 1 : start + 2].isupper():  # iPhone stays
        return (Part(start, end),)
    letter = Part(start, start + 1, inserted=f"[{text[start].upper()}]")
    rest = trim(text, start + 1, end)
    if rest is None:
        return (Part(start, end),)
    return letter, Part(rest.start, rest.end, joined=rest.start == start + 1)


def _around(text: str, part: Part, aside: Span) -> tuple[Part, ...]:
    """Return what is left of *part* without *aside*."""
    if part.inserted or not part.start < aside.start < part.end:
        return (part,)
    before = trim(text, part.start, aside.start)
    after = trim(text, aside.end, part.end)
    if before is None or after is None:
        return (part,)
    return (
        Part(before.start, before.end, joined=part.joined),
        Part(after.start, after.end, joined=text[after.start] in _CLOSING),
    )
