"""What a story tells is drawn from its reports: every line is theirs, and no fact stands twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import Context
from brief.digest.model import Report, Story
from brief.digest.telling import told
from brief.digest.telling.amounts import amounts
from brief.digest.telling.rounding import agree
from brief.length import parse_length
from brief.spans import squeeze
from brief.testing import brief_of

FERRY = (
    "A ferry struck the harbour wall at Tarnby on Monday and 14 people were injured.\n\n"
    "The ferry Aurora was carrying 120 passengers from the island of Vessen.\n\n"
    "“We heard a loud bang and the lights went out at once,” said Ida Cole, a passenger.\n\n"
    "Harbour master Jonas Berg said the engine had failed near the quay. "
    "He denied that the crew had been careless."
)
BERG = (
    "Fourteen passengers. A ferry carrying commuters hit the harbour wall at Tarnby on Monday, "
    "and 12 people were injured.\n\n"
    "“We heard a terrible bang and the lights went out at once,” said Ida Cole.\n\n"
    "Mr Berg said divers would inspect the wall of the harbour on Tuesday."
)
COAST = (
    "Twelve people were hurt when the ferry Aurora hit a wall in the harbour of Tarnby.\n\n"
    "“The wall is older than the town and nobody has repaired a stone of it in thirty years,” "
    "said Nora Lund, "
    "a harbour historian. Lund has written about the quay. "
    "The ferry Aurora was carrying 120 passengers from the island of Vessen."
)


def report(text: str, outlet: str, day: str = "2026-11-23", **known: object) -> Report:
    """Return the report of *outlet*."""
    brief = brief_of(text, title=f"Ferry hits harbour wall at Tarnby, {outlet} says")
    article = replace(brief.article, id=outlet, outlet=outlet, published=day, language="en")
    return Report(replace(brief, article=article), **known)  # type: ignore[arg-type]


def story(*reports: Report, **wish: object) -> Story:
    """Return what *reports* tell."""
    return told("ferry", None, reports, (), Context(**wish))  # type: ignore[arg-type]


THREE = (report(FERRY, "Post"), report(BERG, "Times"), report(COAST, "Coast"))


def test_every_line_and_version_is_found_in_its_report() -> None:
    """What is printed is the text of its report at its spans."""
    made = story(*THREE)

    for line in made.summary:
        assert line.pick.text == made.reports[line.report].brief.text_of(line.pick.parts)
    for difference in made.differences:
        for version in difference.versions:
            text = made.reports[version.report].brief.article.text
            assert version.spans
            for span in version.spans:
                assert squeeze(text[span.start : span.end]) in version.text
                assert not text[span.start].isspace()
                assert not text[span.end - 1].isspace()


def test_same_reports_tell_the_same_story() -> None:
    """Nothing depends on the order of a set: a story made twice is equal."""
    assert story(*THREE) == story(*THREE)


def test_fact_of_two_reports_is_told_once_with_both() -> None:
    """A sentence that two outlets have takes one place, and the other outlet stands beside it."""
    made = story(*THREE, length=parse_length("6"))

    lines = [line for line in made.summary if "120 passengers" in line.pick.text]
    assert len(lines) == 1
    assert {lines[0].report, *lines[0].also} >= {0, 2}


@pytest.mark.parametrize(("depth", "most"), [("tldr", 1), ("short", 3), ("full", 8)])
def test_depth_says_how_long_the_summary_is(depth: str, most: int) -> None:
    """One sentence for tldr, three for short, at most eight for full."""
    made = story(*THREE, depth=depth)

    assert 1 <= len(made.summary) <= most


def test_sentence_without_its_antecedent_has_the_name_or_is_left_out() -> None:
    """No line of a story opens with a bare "He" of another outlet's report."""
    made = story(*THREE, depth="full")

    for line in made.summary:
        assert not line.pick.text.startswith(("He denied", "He said"))


def test_title_is_given_or_a_headline_of_a_report() -> None:
    """A title that is asked for is kept; else it is a headline word for word."""
    given_one = told("a", "Our own title", THREE, (), Context())

    assert given_one.title == "Our own title"
    assert story(*THREE).title in [each.brief.article.title for each in THREE]


def test_surname_with_one_bearer_is_the_same_voice() -> None:
    """The "Mr Berg" of one outlet is the Jonas Berg of the other."""
    made = story(*THREE)

    berg = next(voice for voice in made.voices if voice.name == "Jonas Berg")
    assert {known[0] for known in berg.known} == {0, 1}


def test_surname_with_two_bearers_is_not_merged() -> None:
    """With a Jonas Berg and an Astrid Berg in the story, "Berg" alone is neither."""
    other = COAST + "\n\n“The repairs will cost more than we feared,” said Astrid Berg, the mayor."
    made = story(THREE[0], THREE[1], report(other, "Coast"))

    for voice in made.voices:
        names = {
            party.name
            for place, key in voice.known
            for party in made.reports[place].brief.parties
            if party.id == key
        }
        assert not {"Jonas Berg", "Astrid Berg"} <= names


def test_statement_of_two_outlets_is_one_stand() -> None:
    """A quotation that two outlets print alike is one stand, with the other beside it."""
    made = story(report(FERRY, "Post"), report(FERRY, "Times"))

    for stand in made.stands:
        assert len(stand.also) == 1


def test_max_positions_limits_each_voice() -> None:
    """With one position a voice, none has two."""
    made = story(*THREE, max_positions=1)

    voices = [stand.voice for stand in made.stands if stand.voice]
    assert len(voices) == len(set(voices))


def test_changed_word_inside_quotation_marks_is_a_difference() -> None:
    """With "a loud bang" in one outlet and "a terrible bang" in the other: both are shown."""
    made = story(*THREE)

    found = [each for each in made.differences if each.kind == "quotation"]
    assert len(found) == 1
    assert found[0].about == "Ida Cole: “loud” / “terrible”"
    assert [version.report for version in found[0].versions] == [0, 1]


@pytest.mark.parametrize(
    "other",
    [
        "We heard a loud bang",
        "We heard a loud bang ... and the lights went out",
        "[The passengers] heard a loud bang and the lights went out at once",
        "We heard a loud bang and the lights went out at once. It was dark",
    ],
)
def test_quotation_cut_at_its_ends_or_marked_is_the_same(other: str) -> None:
    """Shorter, longer, or cut with dots or brackets: nothing was changed silently."""
    text = f"A ferry struck the harbour wall at Tarnby.\n\n“{other},” said Ida Cole."

    made = story(report(FERRY, "Post"), report(text, "Times"))

    assert [each for each in made.differences if each.kind == "quotation"] == []


def test_tolls_that_disagree_are_shown_with_their_words() -> None:
    """14 injured in one outlet and 12 in two others is one difference of three versions."""
    made = story(*THREE)

    found = [each for each in made.differences if each.kind == "number"]
    assert [each.about for each in found] == ["people injured"]
    assert [version.report for version in found[0].versions] == [0, 1, 2]


def test_numbers_of_days_far_apart_do_not_disagree() -> None:
    """What was counted two weeks later is another count."""
    made = story(report(FERRY, "Post"), report(BERG, "Times", day="2026-12-07"))

    assert [each for each in made.differences if each.kind == "number"] == []


def test_party_of_one_outlet_alone_is_shown() -> None:
    """Of three outlets only one has the historian Nora Lund."""
    made = story(*THREE)

    found = [each for each in made.differences if each.kind == "party"]
    assert [each.about.partition(",")[0] for each in found] == ["Nora Lund"]
    assert [version.report for version in found[0].versions] == [2]


def test_nobody_is_alone_in_a_story_of_two() -> None:
    """Of two outlets either would be alone with much of what it has."""
    made = story(THREE[0], THREE[2])

    assert [each for each in made.differences if each.kind in ("party", "position")] == []


def test_report_that_carries_another_gives_no_line() -> None:
    """A carried report stands beside the lines of the one it repeats, never in their place."""
    made = story(report(FERRY, "Post"), report(FERRY, "Times", carries=0), depth="full")

    assert {line.report for line in made.summary} == {0}
    assert all(line.also == (1,) for line in made.summary)


def test_report_without_a_sentence_is_no_trouble() -> None:
    """A story of a video stub, alone or beside a report, is told without it."""
    stub = report("- - -", "Video")

    assert story(stub).summary == ()
    assert {line.report for line in story(stub, THREE[0]).summary} == {1}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("about 40 people", "41 people", True),
        ("more than 40 people", "41 people", True),
        ("5.4 million dollars", "5,362,000 dollars", True),
        ("27 people", "30 people", False),
        ("at least 12 people", "14 people", False),
        ("twelve people", "12 people", True),
    ],
)
def test_rounded_numbers_agree(one: str, other: str, both: bool) -> None:
    """A number and its rounding may both be right; two exact counts may not."""
    first, second = (next(amounts(text, 0, len(text))) for text in (one, other))

    assert agree(first, second) is both


@pytest.mark.parametrize(
    "text", ["in 2016", "at 6 a.m. on 5 May", "the A42 motorway", "Flight 370", "three of them"]
)
def test_dates_names_and_shares_are_no_amounts(text: str) -> None:
    """A year, a time, a road, a flight and a part of a group are nothing that is counted."""
    assert list(amounts(text, 0, len(text))) == []


@given(st.text(alphabet='14 ,.$%abc“”"-', max_size=60))
def test_amounts_lie_inside_the_text(text: str) -> None:
    """Whatever the text, each amount spans words of it and starts and ends on one."""
    for amount in amounts(text, 0, len(text)):
        piece = text[amount.span.start : amount.span.end]
        assert piece
        assert piece == piece.strip()


def test_other_languages_have_a_summary_and_no_numbers() -> None:
    """A German story is summed up; who says what, and numbers told in other words, are read in
    English only.
    """
    text = (
        "Eine Fähre hat in Tarnby die Hafenmauer gerammt, 14 Menschen wurden verletzt.\n\n"
        "Das Schiff kam von der Insel Vessen und hatte 120 Fahrgäste an Bord."
    )
    other = text.replace("14 Menschen wurden", "und dabei wurden 12 Menschen")
    reports = [
        Report(replace(each.brief, article=replace(each.brief.article, language="de")))
        for each in (report(text, "Post"), report(other, "Zeitung"))
    ]

    made = story(*reports)

    assert made.summary
    assert made.differences == ()


WIRE = (
    "A ferry rammed the harbour wall at Tarnby on Monday, and eight people were hurt.\n\n"
    "About 1,200 people live on the island of Vessen and most of them use it every week."
)


@pytest.mark.parametrize("carried", [None, 0])
def test_a_figure_that_changed_in_a_copy_is_told(carried: int | None) -> None:
    """Two reports with one sentence and two numbers differ, whether one carries the other or not;
    neither is said to tell what the other does.
    """
    copy = replace(report(WIRE.replace("1,200", "1,400"), "Times"), carries=carried, overlap=0.98)

    made = story(report(WIRE, "Post"), copy)

    (found,) = [each for each in made.differences if each.kind == "number"]
    assert ["1,200" in found.versions[0].text, "1,400" in found.versions[1].text] == [True, True]
    assert [line.also for line in made.summary if "people live" in line.pick.text] == [()]


@pytest.mark.parametrize(
    ("old", "new"),
    [("1,200", "1200"), ("eight people", "8 people"), ("Monday", "Tuesday")],
)
def test_numbers_that_are_written_otherwise_are_the_same(old: str, new: str) -> None:
    """A figure in words, or without its comma, is no difference."""
    made = story(report(WIRE, "Post"), report(WIRE.replace(old, new), "Times"))

    assert [each for each in made.differences if each.kind == "number"] == []


def test_a_number_of_another_week_is_no_difference() -> None:
    """The same sentence a week later has the numbers of its day."""
    later = report(WIRE.replace("1,200", "1,400"), "Times", day="2026-12-01")

    made = story(report(WIRE, "Post"), later)

    assert [each for each in made.differences if each.kind == "number"] == []


def test_a_story_without_headlines_is_called_by_its_first_sentence() -> None:
    """No story is without a name."""
    bare = [
        replace(each, brief=replace(each.brief, article=replace(each.brief.article, title="")))
        for each in (report(WIRE, "Post"), report(WIRE, "Times"))
    ]

    assert story(*bare).title.startswith("A ferry rammed the harbour wall")
