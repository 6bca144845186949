"""What a page puts around its story is cut: its own lines, its menus, and who its authors are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.cleaning import stages
from brief.builtin.cleaning.authors import authors
from brief.builtin.cleaning.disclosures import disclosures
from brief.builtin.cleaning.margins import margins
from brief.builtin.cleaning.stamps import stamps
from brief.contracts import Context
from brief.model import Brief
from cli_helpers import brief as run
from cli_helpers import put

STORY = [
    "The harbour pilot steered the ferry into Tarnby at dawn on Monday.",
    "Nobody was hurt, and the ferry will sail again on Friday evening.",
    "The owners said that the bell had been heard as far as the fort.",
    "It was the third fog of the month, and the thickest by far.",
    "The council meets in March to talk about a second lighthouse.",
]
STAMPS = [
    "Last updated: November 13, 2025",
    "Updated at 9:50 p.m. ET Thursday",
    "This post was last updated July 2021.",
    "Published on 3 May 2024 at 14:05 GMT",
    "14.05 GMT",
    "11:32am",
    "2 hours ago",
    "5 min read",
    "Estimated reading time: 4 minutes",
    "Table of Contents",
    "In this article",
    "Back to the blog",
    "View author page",
    "More stories by Ada Birch",
    "Written by Ada Birch",
    "3 of 12 photos",
    "1,204 views",
    "Home > News > Tarnby",
    "On behalf of Lund & Wren | Apr 21, 2017 | Harbours",
    "By Ada Birch – Updated Sep 9, 2025 at 1:00 PM EST | Fact-checked by Tom Reed",
    "Updated Dec 18, 2025 · 12 min read",
    "You are here:",
    "Tags: ferry, fog, Tarnby",
    "Posted in Ferries, Weather",
]
NO_STAMPS = [
    "May 3 was the last day on which the ferry sailed.",
    "Published by the owners in March, the list names four pilots.",
    "Updated: the ferry has been found, and all are well.",
    "This story was updated on 3 May to add what the owners said.",
    "Correction: the ferry sailed on 3 May.",
    # In a chronicle a day stands above what happened on it.
    "2024-05-03",
    "3 May",
    "12.50",
    "25/1",
    "Two hours ago the ferry was still at sea.",
    "Tags: they hang from every coat in the hall.",
    "Ada Birch > Tom Reed",
    # When the harbour office is open.
    "7:30am - 5:00pm",
    "By boat – 3 May",
]


def story(
    above: list[str] | None = None,
    below: list[str] | None = None,
    *,
    byline: str = "",
    language: str = "en",
) -> Brief:
    """Return a brief of the story with lines above and below it."""
    text = "\n\n".join([*(above or []), *STORY, *(below or [])])
    return Brief(Article("a", "a", text, byline=byline, language=language))


def cuts(brief: Brief) -> list[str]:
    """Return what is cut, as it would be printed."""
    return [brief.text_of([cut]) for cut in brief.cuts]


@pytest.mark.parametrize("line", STAMPS)
def test_a_line_of_the_page_is_cut(line: str) -> None:
    """What the page prints for itself goes wherever it stands, with the reason "page line"."""
    made = stamps(story([line], [line]), Context())

    assert cuts(made) == [line, line]
    assert {cut.reason for cut in made.cuts} == {"page line"}


@pytest.mark.parametrize("line", NO_STAMPS)
def test_a_line_of_the_story_is_no_stamp(line: str) -> None:
    """A sentence, a price, odds, and a note of what was corrected or added stay."""
    made = stamps(story([line], [line]), Context())

    assert cuts(made) == []


def test_menus_and_titles_around_a_story_are_cut() -> None:
    """Short lines without an end mark above and below a story go, with where they stood."""
    made = margins(story(["Sport", "The Quay Review"], ["Kiting in a storm", "Oslo"]), Context())

    assert cuts(made) == ["Sport", "The Quay Review", "Kiting in a storm", "Oslo"]
    reasons = [cut.reason for cut in made.cuts]
    assert reasons == ["above the story"] * 2 + ["below the story"] * 2


@pytest.mark.parametrize(
    "lines",
    [
        # What led up to them makes them the story's.
        ["The winners are:", "Ada Birch", "Tom Reed"],
        ["The ferry calls at:", "- The old fort of Tarnby on the hill", "- Oslo"],
        # A draw, a result, a date.
        ["Tarnby v Oslo", "Lund v Harwick"],
        ["Tarnby 2 Oslo 1"],
        ["School of Fog (Lund, 12)", "The Bell"],
        # A sentence that lost its full stop.
        ["The ferry is back"],
        ["The owners of the ferry have promised all of its pilots more pay from March onwards"],
        ["Correction on the name of the pilot"],
    ],
)
def test_lists_and_facts_of_a_story_are_kept(lines: list[str]) -> None:
    """What may be a list of the story, a fact, or a sentence without its full stop stays."""
    assert cuts(margins(story(below=lines), Context())) == []


def test_a_text_without_end_marks_has_no_margins() -> None:
    """Where lines have no end marks, as in a poem or in Thai, none of them is a menu."""
    text = "\n\n".join(line.rstrip(".") for line in STORY)

    assert cuts(margins(Brief(Article("a", "a", text)), Context())) == []


@pytest.mark.parametrize(
    "about",
    [
        ["Ada Birch is a reporter in Tarnby."],
        ["Ada Birch is the health and fitness editor at the Post. She has written three books."],
        ["Ada Birch is adjunct faculty at Lund.", "Tom Reed is a professor of fog at Harwick."],
        ["(Ada Birch is an attorney at Lund & Wren.)"],
        [
            "Ada Birch is the owner of a boat yard and an author.",
            "She lives in Oslo with two cats.",
        ],
    ],
)
def test_a_biography_below_a_story_is_cut(about: list[str]) -> None:
    """Who wrote it, and what follows on that person, goes with the reason "author"."""
    made = authors(story(below=about), Context())

    assert cuts(made) == about
    assert {cut.reason for cut in made.cuts} == {"author"}


def test_the_author_of_the_byline_may_stand_in_the_text() -> None:
    """The byline names the author; the biography below is one all the same."""
    made = authors(
        story(["By Ada Birch"], ["Ada Birch is a reporter."], byline="Ada Birch"), Context()
    )

    assert cuts(made) == ["Ada Birch is a reporter."]


@pytest.mark.parametrize(
    "last",
    [
        # The story named her.
        ["Birch told the crew to wait.", "Ada Birch is a reporter in Tarnby."],
        # It goes on.
        ["Ada Birch is a reporter in Tarnby.", "The ferry is still at sea."],
        # It lets her speak.
        ["Ada Birch is a professor of fog. “It was thick,” she said."],
        ["The Bell is a book by a reporter in Tarnby."],
        ["Ada Birch is the mother of the cook."],
    ],
)
def test_people_of_a_story_are_kept(last: list[str]) -> None:
    """Whom the story names, lets speak, or goes on from is not taken for its author."""
    assert cuts(authors(story(below=last), Context())) == []


def test_biographies_are_looked_for_in_english_only() -> None:
    """The stage reads English, and leaves articles in other languages as they are."""
    made = authors(story(below=["Ada Birch is a reporter in Tarnby."], language="de"), Context())

    assert cuts(made) == []


def test_what_little_stands_beside_a_disclosure_goes_with_it() -> None:
    """Thanks for clicking make no sense without the sentence that says what for."""
    told = "This article contains affiliate links that may earn us a commission, at no cost to you."
    made = disclosures(story([f"{told} Thank you for your support!"]), Context())

    assert cuts(made) == [f"{told} Thank you for your support!"]


def test_the_story_beside_a_disclosure_is_kept() -> None:
    """A sentence of disclosure in a paragraph of the story goes alone."""
    told = "We may earn a commission when you buy through links."
    made = disclosures(story([f"{' '.join(STORY)} {told}"]), Context())

    assert cuts(made) == [told]


def test_foreign_stories_are_left_alone() -> None:
    """None of the stages finds anything in a story in another language."""
    text = "\n\n".join(
        [
            "Der Lotse brachte die Fähre am Montag im Morgengrauen nach Tarnby.",
            "Niemand wurde verletzt, und am Freitag fährt sie wieder aus.",
            "Laut den Eignern war die Glocke bis zur alten Festung zu hören.",
            "Es war der dritte Nebel des Monats, und bei weitem der dichteste.",
            "Ada Birch ist Professorin in Lund und schreibt über das Wetter.",
        ]
    )
    made = Brief(Article("a", "a", text, language="de"))

    for stage in stages():
        made = stage.run(made, Context())

    assert cuts(made) == []


LINES = st.sampled_from([*STAMPS, *NO_STAMPS, *STORY, "Sport", "Ada Birch is a reporter.", ""])


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_cuts_are_in_the_text_and_only_grow(lines: list[str], between: str) -> None:
    """Whatever a page holds, a cut begins and ends on a word of it, and none is taken back."""
    made = Brief(Article("a", "a", between.join(lines), language="en"))

    for stage in (disclosures, stamps, margins, authors):
        before = made.cuts
        made = stage(made, Context())
        assert made.cuts[: len(before)] == before

    for cut in made.cuts:
        inside = made.article.text[cut.start : cut.end]
        assert inside == inside.strip() != ""


REASONS = {
    "Sport": ("above the story", "margins"),
    "Tags: ferry, fog": ("page line", "stamps"),
    "Ada Birch is a reporter in Oslo.": ("author", "authors"),
    "Other terms apply.": ("disclosure", "disclosures"),
}


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_format_lists_what_was_cut_and_why(tmp_path: Path, form: str) -> None:
    """`--show-removed` names each cut with its reason and its stage."""
    first, *rest = REASONS
    put(tmp_path / "page.txt", "\n\n".join([first, *STORY, *rest]))

    told = run("page.txt", "--isolated", "-f", form, "--show-removed", cwd=tmp_path).out

    for line, (reason, stage) in REASONS.items():
        assert line in told
        assert f"{reason} ({stage}):" in told


def test_json_lists_what_was_cut_and_why(tmp_path: Path) -> None:
    """As JSON each cut is a place with its reason and its stage."""
    first, *rest = REASONS
    text = "\n\n".join([first, *STORY, *rest])
    put(tmp_path / "page.txt", text)

    made = json.loads(run("page.txt", "--isolated", "-f", "json", cwd=tmp_path).out)

    found = {text[cut["start"] : cut["end"]]: cut for cut in made["briefs"][0]["cuts"]}
    assert {line: (cut["reason"], cut["stage"]) for line, cut in found.items()} == REASONS
