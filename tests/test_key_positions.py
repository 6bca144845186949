"""Which statements are shown: the most telling ones of each party, none of them twice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.builtin.positions import KeyPositions
from brief.contracts import Context
from brief.errors import ConfigError
from brief.model import Brief, Position
from parade import article
from positions_by_hand import Story

SHORT, FULL, TLDR = Context(), Context(depth="full"), Context(depth="tldr")


def shown(made: Brief, context: Context = SHORT, stage: KeyPositions | None = None) -> list[str]:
    """Return the printed contents of what is shown."""
    chosen = (stage or KeyPositions())(made, context)
    return [chosen.text_of(each.content) for each in chosen.positions if each.shown]


def quarrel() -> Brief:
    """Return a brief in which Holm says five things, Brandt one, and nobody known two."""
    story = Story(
        "Ines Holm said “the bridge over the Tarn will stay shut until the spring”.",
        "Holm said the ferry will carry the lorries meanwhile.",
        "Holm denied the report was held back.",
        "Holm warned that the old pier could give way in a storm.",
        "Holm said “we have put this off for far too long”.",
        "Anders Brandt said “she has known since September”.",
        "A council clerk said the bill may double again by the summer.",
        "He said the engineers will be back on Monday morning.",
    )
    story.party("Ines Holm")
    story.party("Anders Brandt")
    story.says("Ines Holm", "said", "“the bridge over the Tarn will stay shut until the spring”")
    story.says("Ines Holm", "said", "the ferry will carry the lorries meanwhile")
    story.says("Ines Holm", "denied", "the report was held back", "denies")
    story.says("Ines Holm", "warned", "the old pier could give way in a storm", "warns")
    story.says("Ines Holm", "said", "“we have put this off for far too long”")
    story.says("Anders Brandt", "said", "“she has known since September”")
    story.says("", "said", "the bill may double again by the summer", speaker="A council clerk")
    story.says("", "said", "the engineers will be back on Monday morning", speaker="He")
    return story.brief()


def test_strongest_of_each_stance_is_shown_in_source_order() -> None:
    """Of five statements a reader gets the denial, the warning and the best of the others."""
    found = shown(quarrel())

    assert found == [
        "“the bridge over the Tarn will stay shut until the spring”",
        "the report was held back",
        "the old pier could give way in a storm",
        "“she has known since September”",
    ]


def test_depth_says_how_much() -> None:
    """One statement a party in a tldr, all there are in full, with those of no party."""
    made = quarrel()

    assert len(shown(made, TLDR)) == 2
    assert shown(made, FULL) == [made.text_of(each.content) for each in made.positions]


@pytest.mark.parametrize("depth", ["tldr", "short", "full"])
@pytest.mark.parametrize(("most", "count"), [(0, 0), (1, 2), (2, 3), (99, 6)])
def test_max_positions_beats_depth(depth: str, most: int, count: int) -> None:
    """So many of a party as were asked for, whatever the depth; 0 shows none."""
    context = replace(Context(max_positions=most), depth=depth)  # type: ignore[arg-type]  # one of the three

    chosen = KeyPositions()(quarrel(), context)

    assert sum(each.shown for each in chosen.positions if each.party) == count


def test_max_positions_holds_for_those_of_no_party_in_full() -> None:
    """In full what nobody is named for is shown too, and no more of it than of a party."""
    chosen = KeyPositions()(quarrel(), Context(depth="full", max_positions=1))

    assert [each.party for each in chosen.positions if each.shown].count("") == 1


@pytest.mark.parametrize("context", [SHORT, FULL, TLDR])
def test_what_is_less_sure_than_asked_for_is_not_shown(context: Context) -> None:
    """`--min-confidence` trades what is missed against what is wrong, in every depth."""
    made = quarrel()
    doubtful = replace(made.positions[0], confidence=0.5)
    made = replace(made, positions=(doubtful, *made.positions[1:]))

    chosen = KeyPositions()(made, replace(context, min_confidence=0.6))

    assert not chosen.positions[0].shown
    assert any(each.shown for each in chosen.positions)


def test_confidence_that_is_just_enough_is_enough() -> None:
    """A statement as sure as was asked for is shown."""
    made = quarrel()

    assert shown(made, Context(min_confidence=0.9)) == shown(made)


def test_statements_of_no_party_wait_for_full() -> None:
    """Where parties speak, what nobody is named for does not stand between them."""
    assert not any("bill may double" in each for each in shown(quarrel()))


def test_described_speakers_are_shown_where_no_party_speaks() -> None:
    """An article without a named speaker still says what the clerk said; "he" is nobody."""
    made = quarrel()
    made = replace(made, positions=tuple(each for each in made.positions if not each.party))

    assert shown(made) == ["the bill may double again by the summer"]


def test_of_many_parties_each_has_a_word() -> None:
    """Twenty speakers make no brief of sixty lines: each is heard, the strongest more than once."""
    names = [f"Speaker{letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
    things = ["the harbour is closed to", "every single ferry is late for"]
    story = Story(*(f"{name} said {thing} {name}s friends." for name in names for thing in things))
    for name in names:
        story.party(name)
        for thing in things:
            story.says(name, "said", f"{thing} {name}s friends")

    chosen = KeyPositions(in_all=23)(story.brief(), SHORT)

    speaking = [each.party for each in chosen.positions if each.shown]
    assert len(set(speaking)) == 20
    assert len(speaking) == 23


# What is no position, or the same one again


def test_same_words_are_shown_once() -> None:
    """A sentence told in the lead and again further down takes one line."""
    story = Story(
        "“The road is quite safe,” said Reed.", "Later Reed said: “The road is quite safe.”"
    )
    story.party("Reed")
    story.says("Reed", "said", "“The road is quite safe,”")
    story.says("Reed", "said", "“The road is quite safe.”")

    assert shown(story.brief()) == ["“The road is quite safe,”"]


def test_quotation_is_kept_and_its_paraphrase_is_not() -> None:
    """The lead tells in the paper's words what is quoted below: the quotation is what was said."""
    story = Story(
        "Reed said two hundred dockers would lose their pensions under the merger.",
        "“Under this merger two hundred dockers lose the pensions they paid for,” Reed said.",
    )
    story.party("Reed")
    story.says("Reed", "said", "two hundred dockers would lose their pensions under the merger")
    story.says(
        "Reed", "said", "“Under this merger two hundred dockers lose the pensions they paid for,”"
    )

    assert shown(story.brief()) == [
        "“Under this merger two hundred dockers lose the pensions they paid for,”"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the old harbour road is safe", "the old harbour road is not safe"),
        ("the works will cost 3 million crowns", "the works will cost 5 million crowns"),
    ],
)
def test_opposite_and_other_figure_are_no_repeat(one: str, other: str) -> None:
    """A politician who turns round, or a bill that grows, is news and not a repeat."""
    story = Story(f"Reed said {one}.", f"On Monday Reed said {other}.")
    story.party("Reed")
    story.says("Reed", "said", one)
    story.says("Reed", "said", other)

    assert shown(story.brief()) == [one, other]


def test_denial_of_a_thing_does_not_repeat_saying_it() -> None:
    """What was said on Monday and denied on Friday in the same words are two positions."""
    story = Story(
        "Reed said the bank had lost the records.", "Reed denied the bank had lost the records."
    )
    story.party("Reed")
    story.says("Reed", "said", "the bank had lost the records")
    story.says("Reed", "denied", "the bank had lost the records", "denies")

    assert len(shown(story.brief())) == 2


@pytest.mark.parametrize(
    ("content", "stance"), [("around ten p.m", "says"), ("it", "denies"), ("him", "supports")]
)
def test_scrap_is_no_position(content: str, stance: str) -> None:
    """A time of day, or a stance on what only the text around it names, tells a reader nothing."""
    story = Story(f"Reed spoke of {content}.", "Clark said the tolls would rise in the spring.")
    story.party("Reed")
    story.party("Clark")
    story.says("Reed", "spoke", content, stance)  # type: ignore[arg-type]  # one of them
    story.says("Clark", "said", "the tolls would rise in the spring")

    assert shown(story.brief()) == ["the tolls would rise in the spring"]


def test_headline_matter_comes_before_other_matter() -> None:
    """Of two statements alike the one on what the headline is about is the position."""
    story = Story(
        "Reed said the choir sang for the visitors.",
        "Reed said the merger harms the dockers badly.",
        title="Dockers fight merger",
    )
    story.party("Reed")
    story.says("Reed", "said", "the choir sang for the visitors")
    story.says("Reed", "said", "the merger harms the dockers badly")

    assert shown(story.brief(), TLDR) == ["the merger harms the dockers badly"]


def test_statement_with_anothers_inside_comes_behind_others() -> None:
    """What Cole says of Drum's words has a line of Drum's; Cole's own words come first."""
    story = Story(
        "Cole said it was late, while Drum said “the crews have had enough of it”.",
        "Cole said the west pier opens again on Monday.",
    )
    story.party("Cole")
    story.party("Drum")
    story.says("Cole", "said", "it was late, while Drum said “the crews have had enough of it”")
    story.says("Drum", "said", "“the crews have had enough of it”")
    story.says("Cole", "said", "the west pier opens again on Monday")

    assert shown(story.brief(), TLDR) == [
        "“the crews have had enough of it”",
        "the west pier opens again on Monday",
    ]


# Rules and laws


@pytest.mark.parametrize("name", ["per_party", "in_all"])
def test_asking_for_none_by_option_is_an_error(name: str) -> None:
    """The option says how many of the good ones; to show none there is --max-positions 0."""
    with pytest.raises(ConfigError, match=f"{name} must be 1 or more, not 0"):
        KeyPositions(**{name: 0})


def test_brief_without_statements_is_left_as_it_is() -> None:
    """Nothing is made of nothing."""
    made = Brief(article("Rain fell."))

    assert KeyPositions()(made, SHORT) is made


POSITIONS = st.lists(
    st.tuples(
        st.sampled_from(["party-1", "party-2", ""]),
        st.sampled_from(["says", "denies", "warns"]),
        st.floats(0, 1),
        st.integers(0, 30),
        st.integers(1, 12),
    ),
    max_size=20,
)
CONTEXTS = st.builds(
    Context,
    depth=st.sampled_from(["tldr", "short", "full"]),
    max_positions=st.none() | st.integers(0, 4),
    min_confidence=st.floats(0, 1),
)


@given(POSITIONS, CONTEXTS)
def test_limits_hold_whatever_was_found(
    found: list[tuple[str, str, float, int, int]], context: Context
) -> None:
    """Nothing is lost or changed but *shown*; no limit is passed; the choice is stable."""
    base = quarrel()
    words = [*re.finditer(r"\w+", base.article.text)]
    span = type(base.sentences[0].parts[0])
    positions = tuple(
        Position(
            f"position-{number}",
            "sentence-1",
            (span(words[start].start(), words[start + size].end()),),
            "indirect",
            party=party,
            stance=stance,  # type: ignore[arg-type]  # one of them
            confidence=confidence,
        )
        for number, (party, stance, confidence, start, size) in enumerate(found)
    )
    made = replace(base, positions=positions)

    chosen = KeyPositions()(made, context)

    assert tuple(replace(each, shown=False) for each in chosen.positions) == positions
    assert KeyPositions()(chosen, context) == chosen
    seen = [each for each in chosen.positions if each.shown]
    assert all(each.confidence >= context.min_confidence for each in seen)
    most = context.max_positions
    if most is not None:
        assert all([one.party for one in seen].count(each.party) <= most for each in seen)
