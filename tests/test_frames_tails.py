"""The narrator's tail comes off what somebody said; conditions and quotations stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.builtin.attributions.tails import trimmed
from brief.spans import Span


def kept(text: str, content: str) -> str:
    """Return what is kept of *content* where it stands in *text*."""
    start = text.index(content)
    span = trimmed(text, Span(start, start + len(content)))
    return text[span.start : span.end] if span is not None else ""


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("that crews were “cut off”, as Norland ramps up its drive", "crews were “cut off”"),
        ("the toll is 12,000 crowns, according to critics", "the toll is 12,000 crowns"),
        ("it would stay shut, before leaving the hall", "it would stay shut"),
        ("it would stay shut, as officials looked on", "it would stay shut"),
        ("it rose by 5%, a claim that was mocked", "it rose by 5%"),
        ("it rose by 5% according to a tally", "it rose by 5%"),
        ("he was “sorry” in an interview with the Courier", "he was “sorry”"),
        ("it “never sailed” as workers cleared the harbour", "it “never sailed”"),
        (", that it was over,", "it was over"),
        ("— it was over —", "it was over"),
        ("that“it’ll sail” on Friday", "“it’ll sail” on Friday"),
        ("that’ the ferry sails", "the ferry sails"),
    ],
)
def test_tail_is_cut_off(content: str, left: str) -> None:
    """What the reporter adds, a leading "that" and marks at the ends are left out."""
    assert kept(content, content) == left


@pytest.mark.parametrize(
    "content",
    [
        "the ferry is free, which all had asked for",
        "the ferry is free, while the bridge has a toll",
        "the ferry is free, if they surrender",
        "the ferry is free, as long as the state pays",
        "the plan works, but only if all agree",
        "it is “free of charge” if the state pays",
        "trains, buses and ferries run as normal",
        "“it will sail, as ever, according to plan”",
        '"it will sail, as ever, according to plan"',
        "“it will sail” as well as “it can”",
        "that’s all there is to the mayor’s plan",
        "it will sail, as well as it can, unless it rains",
    ],
)
def test_what_binds_a_statement_is_kept(content: str) -> None:
    """Conditions, lists, and all that stands in quotation marks are the speaker's."""
    assert kept(content, content) == content


@pytest.mark.parametrize(
    ("text", "content", "left"),
    [
        ("Reed said “it is shut”.", "it is shut", "“it is shut”"),
        ("Reed said “it is shut,” and left.", "it is shut", "“it is shut,”"),
        ('Reed said it is "shut for good".', 'it is "shut for good', 'it is "shut for good"'),
        ("Reed said it is “shut for good.”", "it is “shut for good", "it is “shut for good.”"),
    ],
)
def test_closing_mark_is_kept_with_its_partner(text: str, content: str, left: str) -> None:
    """A quotation is printed with both of its marks."""
    assert kept(text, content) == left


def test_speaker_and_cue_taken_in_are_cut_out() -> None:
    """Where they were read as content, the longer side of them is what was said."""
    text = "the bridge is shut for good, Reed said"

    span = trimmed(text, Span(0, len(text)), Span(34, 38), Span(29, 33))

    assert span is not None
    assert text[span.start : span.end] == "the bridge is shut for good"


def test_content_of_marks_alone_is_none() -> None:
    """Nothing is left of a stray comma."""
    assert trimmed("said , that", Span(5, 11)) is None


ALPHABET = "that as which “ ” \" ' , . — : it is shut if unless while according to a claim 5% ‘no’"
WORDS = st.sampled_from(ALPHABET.split(" "))


@given(st.lists(WORDS, min_size=1, max_size=40))
def test_what_is_left_is_a_span_of_the_text(words: list[str]) -> None:
    """Whatever the words, what is left is in the text and starts and ends on no space."""
    text = " ".join(words)

    span = trimmed(text, Span(0, len(text)))

    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
