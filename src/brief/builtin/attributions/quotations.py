"""Find the quotations of each paragraph: where their marks open, close and are left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brief.spans import Span
from brief.value import NamedTuple

from .marks import SINGLE, Mark, marks

# A quotation of one or two words colours a word; it states nothing ("so-called" marks).
SCARE = 2
# Words. No newspaper prints a paragraph of half as many; what is longer lost a mark.
LONGEST = 400
# Behind these a speech may start that its paragraph does not close.
LEADS_IN = frozenset(":,")


class Quotation(NamedTuple):
    """A quotation from its opening mark up to and with its closing one.

    *closed* is false where the paragraph ends first; *goes_on* is true where it takes up
    the quotation that the paragraph before left open. *words* counts what stands between.
    """

    start: int
    end: int
    words: int
    closed: bool = True
    goes_on: bool = False


def quotations(text: str, paragraphs: Iterable[Sequence[Span]]) -> list[list[Quotation]]:
    """Return the quotations of each of *paragraphs* (its parts, in order), none nested.

    Double marks and single ones (‘British’ and 'typed') are read alike, and those of the
    other sort inside are left alone. A mark that does not pair (inches, an apostrophe, a
    slip) is passed over and shifts no later pair.
    """
    found: list[list[Quotation]] = []
    open_before = ""
    single = False
    for parts in paragraphs:
        start, end = parts[0].start, parts[-1].end
        read = marks(text, parts)
        here = list(_pairs(text, read, start, end, single=single)) if read else []
        # Once a paper has closed speech with a comma inside single marks, it may leave one open.
        single = single or any(_is_speech(text, quote) for quote in here)
        if here and here[0].start == start and text[start] == open_before:
            here[0] = here[0]._replace(goes_on=True)
        left_open = bool(here) and not here[-1].closed and here[-1].end == end
        open_before = text[here[-1].start] if left_open else ""
        found.append([quote for quote in here if quote.words <= LONGEST])
    return found


def _is_speech(text: str, quote: Quotation) -> bool:
    """Tell whether *quote* is speech in single marks: “‘It is shut,’ said Smith”."""
    return text[quote.start] in SINGLE and quote.words > SCARE and text[quote.end - 2] in ",.?!"


def _pairs(
    text: str, read: Sequence[Mark], first: int, end: int, *, single: bool
) -> Iterator[Quotation]:
    """Yield the pairs among the marks *read*, and one left open at the paragraph's *end*.

    *single*: the article has speech in single marks, so one of them may be left open too.
    """
    ahead = _ahead(read)
    opened: Mark | None = None
    for mark, (closable, sure) in zip(read, ahead, strict=True):
        if opened is not None and mark.single != opened.single:
            continue
        if mark.opens and (opened is None or not opened.single):
            # An apostrophe turned the wrong way opens nothing: no mark closes it.
            if not mark.single or closable or (single and _leads_in(text, mark.start, first)):
                # One that was open already has lost its partner: the pair is the nearer one.
                opened = mark
        elif opened is not None and (mark.closes or (mark.may_close and not sure)):
            yield _quotation(text, opened.start, mark.end, closed=True)
            opened = None
    if opened is not None and (not opened.single or single):
        yield _quotation(text, opened.start, end, closed=False)


def _ahead(read: Sequence[Mark]) -> list[tuple[bool, bool]]:
    """Return for each mark whether a single one behind it may close, and whether one does.

    The second looks as far as the next mark that opens: in "‘the boys’ bike,’ he said" the
    first mark behind an s is an apostrophe, in "‘the boys’ and ‘the girls’" it is not.
    """
    found: list[tuple[bool, bool]] = []
    closable = sure = False
    for mark in reversed(read):
        found.append((closable, sure))
        if mark.single:
            closable = closable or mark.closes or mark.may_close
            sure = mark.closes or (sure and not mark.opens)
    return found[::-1]


def _leads_in(text: str, start: int, first: int) -> bool:
    """Tell whether a speech can start at *start*: at the paragraph's head, or behind a colon."""
    return start == first or text[max(first, start - 2) : start - 1] in LEADS_IN


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(start, end, len(text[start:end].split()), closed)
