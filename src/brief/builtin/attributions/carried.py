"""Give a quotation without a cue the speaker that its neighbours leave no doubt about."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from brief.model import Position, Sentence
from brief.spans import Span

from .following import is_signature
from .leading import introduced
from .lines import Lines, has_words
from .quotations import Quotation
from .talkers import Talk, same_talker
from .turns import with_turns
from .words import PRONOUNS

# A quotation printed in many paragraphs is read on this far back from its last one.
LONGEST_RUN = 12
# Words: a shorter quotation by itself is a line between two parts of the article, or an answer.
SHORTEST_ALONE = 6
CLOSING = "”\"’'»›"


def carried(
    text: str,
    groups: Sequence[Sequence[Sentence]],
    quotes: Sequence[Sequence[Quotation]],
    found: Sequence[Position],
    common: Container[str],
) -> list[Position]:
    """Return *found* with speakers for the quotations that paragraphs around them give one.

    *groups* are the sentences of each paragraph, *quotes* its quotations, *common* the
    article's words in lower case. A position without speaker and cue is a quotation nobody
    claims. In this order: turns of a conversation; "Smith said:" above it and a name below
    it; a quotation that the paragraph before left open, read forward and then back from the
    speaker its last paragraph names; a quotation right after what one speaker, and nobody
    else, has said.
    """
    lines = Lines(text, groups, quotes, with_turns(text, groups, found))
    for at in range(len(groups)):
        _introduce(lines, at, common)
        _sign(lines, at)
        _go_on(lines, at)
    for at in range(len(groups) - 1, 0, -1):
        _go_back(lines, at)
    for at in range(len(groups)):
        _go_on(lines, at)
        _follow(lines, at)
    return [one for said in lines.said for one in said]


def _introduce(lines: Lines, at: int, common: Container[str]) -> None:
    """Give the quotation that opens paragraph *at* to the "Smith said:" that ends the last."""
    first = lines.quotes[at][0] if lines.quotes[at] else None
    bare = lines.bare.get(first.start) if first and first.start == lines.start[at] else None
    if not at or bare is None or lines.text[lines.end[at - 1] - 1] != ":":
        return
    one = lines.said[at][bare]
    told = introduced(lines.text, lines.groups[at - 1], lines.quotes[at - 1], one, common)
    if told is not None:
        lines.said[at][bare] = told
        del lines.bare[one.content[0].start]


def _sign(lines: Lines, at: int) -> None:
    """Give a quotation that is a paragraph to the "— Anna Reed, mayor" that is the next one."""
    if at + 1 >= len(lines.start) or len(lines.quotes[at]) != 1 or not lines.only_quoted(at):
        return
    bare = lines.bare.get(lines.quotes[at][0].start)
    name = is_signature(lines.text, Span(lines.start[at + 1], lines.end[at + 1]))
    if bare is not None and name is not None:
        lines.give(at, bare, replace(lines.said[at][bare], speaker=name), "signed")


def _go_on(lines: Lines, at: int) -> None:
    """Carry a speaker on into the paragraph that takes up the quotation they left open."""
    first = lines.quotes[at][0] if lines.quotes[at] else None
    bare = lines.bare.get(first.start) if first is not None and first.goes_on else None
    last = lines.said[at - 1][-1] if bare is not None and lines.said[at - 1] else None
    if bare is not None and last and last.speaker and last.content[-1].end == lines.end[at - 1]:
        lines.give(at, bare, last, "carried")


def _go_back(lines: Lines, at: int) -> None:
    """Carry a speaker back to the paragraph whose open quotation this one takes up."""
    first = lines.quotes[at][0] if lines.quotes[at] else None
    last = lines.quotes[at - 1][-1] if lines.quotes[at - 1] else None
    bare = lines.bare.get(last.start) if first and last and first.goes_on else None
    if first is None or bare is None or not lines.only_quoted(at - 1):
        return
    source = next((one for one in lines.said[at] if one.content[0].start == first.start), None)
    if source is not None and source.speaker is not None:
        lines.give(at - 1, bare, source, "carried")


def _follow(lines: Lines, at: int) -> None:
    """Carry a speaker on into the quotations that stand right behind what they said."""
    talk, counted = Talk(lines.text), 0
    for quote in lines.quotes[at]:
        bare = lines.bare.get(quote.start)
        if bare is None or quote.goes_on or not lines.is_speech(quote):
            continue
        while counted < bare:
            talk.add(lines.said[at][counted])
            counted += 1
        source = talk.one() if counted else _from_above(lines, at, quote)
        if counted and source is not None and not _may_go_on(lines.text, source):
            continue
        if source is not None and _right_behind(lines, source, quote):
            lines.give(at, bare, source, "carried")


def _may_go_on(text: str, source: Position) -> bool:
    """Tell whether *source* may go on in a quotation of the same paragraph.

    Behind what a body or an unnamed group was only reported to say, the words may be those of
    whom it concerns: "The ministry said the toll would rise. “Nobody asked us.”"
    """
    if source.form != "indirect" or source.speaker is None:
        return True
    name = text[source.speaker.start : source.speaker.end]
    return name.lower() in PRONOUNS or name.split()[-1][0].isupper()


def _from_above(lines: Lines, at: int, quote: Quotation) -> Position | None:
    """Return the statement whose speaker a paragraph of quotations takes over, if one does."""
    if not at or quote.words < SHORTEST_ALONE or not lines.only_quoted(at):
        return None
    before = Talk(lines.text, lines.said[at - 1]).one()
    return None if before is None or _handed_on(lines, at, before) else before


def _handed_on(lines: Lines, at: int, before: Position) -> bool:
    """Tell whether the quotations from *at* on end in one that names a speaker of its own."""
    for after in range(at + 1, min(len(lines.start), at + LONGEST_RUN)):
        if lines.only_quoted(after):
            continue
        quotes, said = lines.quotes[after], lines.said[after]
        starts = bool(quotes) and quotes[0].start == lines.start[after]
        claim = said[0] if starts and said and said[0].speaker else None
        return claim is not None and not same_talker(lines.text, before, claim)
    return False


def _right_behind(lines: Lines, source: Position, quote: Quotation) -> bool:
    """Tell whether nothing but quotations stands between *source*'s sentence and *quote*."""
    said = source.content[-1].end
    if lines.text[max(0, said - 2) : said].rstrip(CLOSING)[-1:] == "?":
        # An answer follows a question, and somebody else gives it.
        return False
    told = (source.cue, source.speaker if source.via != "carried" else None)
    end = max([said, *(span.end for span in told if span is not None)])
    place = lines.sentence_end(end)
    return place <= quote.start and not any(
        has_words(lines.text, *gap) for gap in lines.between(place, quote.start)
    )
