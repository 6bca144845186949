"""Lines, paragraphs and cuts, and the law that ties spans to what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.cleaning.kept import kept_paragraphs
from brief.layout import blocks, line_starts, lines, paragraphs
from brief.model import Brief
from brief.spans import Span, merged, squeeze, trim, without

PIECES = [
    "a",
    "The",
    "harbour",
    ".",
    "”",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "x" * 70,
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
HOLES = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=8)

WRAPPED = """\
The harbour council voted on Monday to close the old ferry pier for good,
after divers found that its piles had been eaten through by shipworm and
would not last another winter.

The last boat left at noon.
"""


def story(text: str) -> Brief:
    """Return a brief of *text* that no stage has touched."""
    return Brief(Article(id="pier.txt", source="pier.txt", text=text))


def spans_of(holes: Iterable[tuple[int, int]], text: str) -> list[Span]:
    """Return the spans of *holes*, kept inside *text*."""
    return [Span(min(start, len(text)), min(start + length, len(text))) for start, length in holes]


def offsets(spans: Iterable[Span], text: str) -> list[int]:
    """Return the offsets of the characters in *spans* that are no white space."""
    return [at for span in spans for at in range(span.start, span.end) if not text[at].isspace()]


def flat(groups: Iterable[Sequence[Span]]) -> list[Span]:
    """Return the spans of *groups* in one list."""
    return [span for group in groups for span in group]


def assert_lawful(spans: Sequence[Span], text: str) -> None:
    """Assert that *spans* are sorted, disjoint, and start and end on a non-space character."""
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        assert span.start < span.end
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()


@given(TEXTS)
def test_lines_and_paragraphs_hold_the_whole_text(text: str) -> None:
    """No character is lost or told twice by lines, blocks or paragraphs."""
    everything = offsets([Span(0, len(text))], text)

    for found in (lines(text), flat(blocks(text)), paragraphs(text)):
        assert_lawful(found, text)
        assert offsets(found, text) == everything


@given(TEXTS)
def test_no_line_crosses_a_line_break(text: str) -> None:
    """A line of the layout stands on one line of an editor."""
    starts = line_starts(text)

    found = lines(text)

    assert len(starts) == len(re.split(r"\r\n|\r|\n", text))
    assert all(not re.search(r"[\r\n]", text[line.start : line.end]) for line in found)


@given(TEXTS, HOLES)
def test_cuts_take_away_what_they_cover_and_nothing_else(
    text: str, holes: list[tuple[int, int]]
) -> None:
    """What is kept and what is cut make up the text, by span, by line and by paragraph."""
    cut = story(text).cut_spans(spans_of(holes, text), reason="test")

    gone = set(offsets((Span(*pair) for pair in merged(cut.cuts)), text))
    left = [at for at in offsets([Span(0, len(text))], text) if at not in gone]

    for found in (list(cut.kept()), flat(cut.lines()), flat(cut.paragraphs())):
        assert_lawful(found, text)
        assert offsets(found, text) == left


@given(TEXTS, HOLES, HOLES)
def test_the_order_of_cuts_does_not_count(
    text: str, first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    """Cleaners commute: what is left is the same whichever ran first."""
    one, other = spans_of(first, text), spans_of(second, text)

    there = story(text).cut_spans(one, reason="one").cut_spans(other, reason="other")
    back = story(text).cut_spans(other, reason="other").cut_spans(one, reason="one")

    assert there.paragraphs() == back.paragraphs()
    assert there.lines() == back.lines()
    assert there.kept() == back.kept()


@given(TEXTS, HOLES)
def test_the_text_of_parts_is_the_slices_squeezed(text: str, holes: list[tuple[int, int]]) -> None:
    """The printed text of a paragraph is found in the source at the offsets of its parts."""
    cut = story(text).cut_spans(spans_of(holes, text), reason="test")

    for parts in cut.paragraphs():
        slices = [" ".join(text[part.start : part.end].split()) for part in parts]
        assert cut.text_of(parts) == " ".join(slices)
        assert cut.text_of(parts) == squeeze(cut.text_of(parts))


@given(TEXTS, HOLES)
def test_what_cleaners_share_is_what_the_brief_itself_says(
    text: str, holes: list[tuple[int, int]]
) -> None:
    """The remembered reading of an article is that of its cuts, before one and after it."""
    whole = story(text)
    cut = whole.cut_spans(spans_of(holes, text), reason="test")

    for each in (whole, cut, whole):
        said = [(parts, each.text_of(parts)) for parts in each.paragraphs()]
        assert [*kept_paragraphs(each)] == said


@given(TEXTS)
def test_a_carriage_return_alone_ends_a_line_as_a_line_feed_does(text: str) -> None:
    """Texts of old Macs are divided as those of every other machine."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")

    assert lines(plain) == lines(plain.replace("\n", "\r"))


@given(TEXTS, HOLES)
def test_a_cut_never_touches_the_article(text: str, holes: list[tuple[int, int]]) -> None:
    """Offsets found before a cut still hold after it."""
    brief = story(text)

    cut = brief.cut_spans(spans_of(holes, text), reason="test")

    assert cut.article is brief.article
    assert_lawful([Span(*pair) for pair in merged(cut.cuts)], text)


def test_lines_wrapped_by_hand_are_joined() -> None:
    """A paragraph whose lines break where the next word did not fit is one paragraph."""
    first, second = paragraphs(WRAPPED)

    assert WRAPPED[first.start : first.end].count("\n") == 2
    assert WRAPPED[second.start : second.end] == "The last boat left at noon."


def test_short_lines_are_paragraphs_of_their_own() -> None:
    """A list, or a page with a paragraph on each line, is not run together."""
    text = "Pier closed\nFerry stopped\nDivers sent home\nCouncil to meet on Tuesday at noon"

    found = paragraphs(text)

    assert [text[span.start : span.end] for span in found] == text.split("\n")


def test_two_sentences_of_like_length_are_two_paragraphs() -> None:
    """Lines that end their sentences stay apart, however alike their length."""
    text = (
        "The harbour council voted on Monday to close the old pier.\n"
        "Divers had found that its piles were eaten by a shipworm.\n"
    )

    assert len(paragraphs(text)) == 2


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    """Without a blank line, the line that had room for another word ends the paragraph."""
    text = WRAPPED.replace("\n\n", "\n")

    first, second = paragraphs(text)

    assert text[first.start : first.end].endswith("another winter.")
    assert text[second.start : second.end] == "The last boat left at noon."


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_counts_the_same(mark: str) -> None:
    """Files of all systems have the same paragraphs."""
    expected = [squeeze(WRAPPED[span.start : span.end]) for span in paragraphs(WRAPPED)]
    text = WRAPPED.replace("\n", mark)

    found = [squeeze(text[span.start : span.end]) for span in paragraphs(text)]

    assert found == expected


def test_a_cut_inside_a_paragraph_leaves_two_parts() -> None:
    """What stood around an advertisement is still one paragraph."""
    brief = story("The pier is shut (advertisement) until the spring.")

    cut = brief.cut(r"\(.*?\)", reason="advertisement")

    (parts,) = cut.paragraphs()
    assert len(parts) == 2
    assert cut.text_of(parts) == "The pier is shut until the spring."


def test_a_line_that_is_cut_leaves_no_trace() -> None:
    """A paragraph cut as a whole is no paragraph any more."""
    brief = story("By Ada Birch\n\nThe pier is shut.")

    cut = brief.cut(r"(?m)^By .*$", reason="byline")

    assert [cut.text_of(parts) for parts in cut.paragraphs()] == ["The pier is shut."]
    assert [(made.reason, made.start, made.end) for made in cut.cuts] == [("byline", 0, 12)]


def test_a_match_of_white_space_cuts_nothing() -> None:
    """A pattern that matches only blanks leaves the brief as it was."""
    brief = story("The pier is shut.\n\n\nTrains run.")

    assert brief.cut(r"\n+", reason="blank") is brief


def test_trim_of_white_space_is_no_span() -> None:
    """A span that would hold nothing does not exist."""
    assert trim("a \n b", 1, 4) is None
    assert trim("a \n b", 0, 4) == Span(0, 1)


def test_holes_may_reach_over_several_spans() -> None:
    """A cut that starts in one line and ends in another takes from both."""
    text = "one two\nthree\nfour five"

    left = list(without(text, lines(text), [(4, 18)]))

    assert left == [(Span(0, 3),), (Span(19, 23),)]
