"""What the cleaners furniture and repeats take out, and what they leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.cleaning.furniture import furniture
from brief.builtin.cleaning.repeats import Repeats
from brief.contracts import Context
from brief.errors import ConfigError
from brief.model import Brief
from brief.spans import Span

LINES = ["The pier is shut for good.", "the PIER is shut for good.", "Yes.", "Boats run again.", ""]


def story(text: str, *, title: str = "", byline: str = "", marked: tuple[str, ...] = ()) -> Brief:
    """Return a brief of *text* whose furniture are the *marked* words."""
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in marked)
    known = Article("a", "a", text, title=title, byline=byline, furniture=spans)
    return Brief(known)


def left(brief: Brief) -> list[str]:
    """Return the paragraphs that the cuts leave."""
    return [brief.text_of(parts) for parts in brief.paragraphs()]


def test_furniture_is_cut_and_named() -> None:
    """The reader who asks what was removed is told which line was what."""
    brief = story(
        "Pier shut for good\nBy Ada Birch\nUpdated on Monday\n"
        "HARWICK, Essex (NWA) — The pier is shut.",
        title="Pier shut for good",
        byline="Ada Birch",
        marked=(
            "Pier shut for good",
            "By Ada Birch",
            "Updated on Monday",
            "HARWICK, Essex (NWA) —",
        ),
    )

    cut = furniture(brief, Context())

    assert left(cut) == ["The pier is shut."]
    reasons = [made.reason for made in cut.cuts]
    assert reasons == ["headline", "byline", "furniture", "dateline"]


def test_a_byline_without_by_is_known_by_its_name() -> None:
    """A line that only gives the author's name is a byline."""
    brief = story(
        "Ada Birch in Harwick\nThe pier is shut.",
        byline="ADA BIRCH",
        marked=("Ada Birch in Harwick",),
    )

    cut = furniture(brief, Context())

    assert [made.reason for made in cut.cuts] == ["byline"]


def test_captions_players_and_agencies_are_named() -> None:
    """Who asks what was removed is told what a page's pictures and players left."""
    lines = (
        "Photo",
        "Image copyright Ada Birch",
        "Image caption The pier",
        "Video",
        "Media playback is unsupported on your device",
    )
    brief = story("\n".join((*lines, "(AP) The pier is shut.")), marked=(*lines, "(AP)"))

    cut = furniture(brief, Context())

    reasons = [made.reason for made in cut.cuts]
    assert reasons == ["caption", "caption", "caption", "player", "player", "dateline"]
    assert left(cut) == ["The pier is shut."]


def test_a_headline_with_the_outlet_behind_it_is_a_headline() -> None:
    """The title of the page may be longer than the headline in the text."""
    brief = story(
        "Pier shut for good\nIt rained.",
        title="Pier shut for good | Harwick Post",
        marked=("Pier shut for good",),
    )

    cut = furniture(brief, Context())

    assert [made.reason for made in cut.cuts] == ["headline"]


def test_an_article_without_furniture_is_left_alone() -> None:
    """Nothing is guessed."""
    brief = story("The pier is shut.")

    assert furniture(brief, Context()) is brief


def test_the_first_copy_of_a_repeated_paragraph_is_kept() -> None:
    """A paragraph that the page prints twice is read once, where it came first."""
    brief = story("The pier is shut for good.\n\nBoats run.\n\nThe  PIER is\tshut for good.")

    cut = Repeats()(brief, Context())

    assert left(cut) == ["The pier is shut for good.", "Boats run."]
    assert [made.reason for made in cut.cuts] == ["repeat"]


def test_a_short_answer_may_be_given_twice() -> None:
    """Below the number of words set, a repetition is speech and no slip of the page."""
    brief = story("Will it open again?\n\nYes.\n\nWill it be soon?\n\nYes.")

    assert Repeats()(brief, Context()) is brief
    assert len(Repeats(words=1)(brief, Context()).cuts) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Winners meet in final match",
        "Without a dream in my heart",
        "- Damage to items.",
        "- A small handful of unsalted peanuts",
        "| Boats run every hour of the day | Yes |",
        "How pilots can adapt:",
    ],
)
def test_a_line_of_a_list_may_stand_in_two(line: str) -> None:
    """What is said of the first boat, and sung in the first verse, may be said and sung again."""
    brief = story(f"The pier is shut.\n{line}\nBoats run again.\n{line}\nIt rained.")

    assert Repeats()(brief, Context()) is brief


def test_a_long_copy_without_an_end_mark_is_a_repeat() -> None:
    """A caption that the page prints twice goes, as its sentences do."""
    caption = "Ada Birch and the two boys who swam out to the boat on the night of the storm"
    brief = story(f"The pier is shut.\n{caption}\nBoats run again.\n{caption}")

    assert len(Repeats()(brief, Context()).cuts) == 1


def test_the_headline_printed_again_is_a_repeat() -> None:
    """A copy of a headline is cut even where the headline itself is cut already."""
    brief = story(
        "Pier shut for good\n\nIt rained.\n\nPier shut for good",
        title="Pier shut for good",
        marked=("Pier shut for good",),
    )

    cut = Repeats()(furniture(brief, Context()), Context())

    assert left(cut) == ["It rained."]
    assert [made.reason for made in cut.cuts] == ["headline", "repeat"]


def test_a_paragraph_that_differs_by_a_word_is_no_repeat() -> None:
    """Only an exact copy is cut: a correction is news."""
    brief = story("The pier is shut for good.\n\nThe pier is shut for now.")

    assert Repeats()(brief, Context()) is brief


def test_repeats_needs_a_word() -> None:
    """A setting that would cut blank lines is refused, by its name."""
    with pytest.raises(ConfigError, match=r"stage\.repeats\.words must be 1 or more, not 0"):
        Repeats(words=0)


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_repeats_leaves_each_long_paragraph_once(chosen: list[str]) -> None:
    """After the cut nothing long is said twice, nothing is lost, and a second run finds nothing."""
    brief = story("\n\n".join(chosen))

    cut = Repeats()(brief, Context())

    folded = [words.casefold() for words in left(cut)]
    long = [words for words in folded if words != "yes." and len(words.split()) > 3]
    assert len(long) == len(set(long))
    assert set(folded) == {words.casefold() for words in chosen if words}
    assert Repeats()(cut, Context()) is cut
