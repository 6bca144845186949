"""Statements in which parties contradict each other are linked, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.builtin.positions.disputes import disputes
from brief.contracts import Context, Phase
from brief.law import check
from brief.model import Brief
from parade import article
from positions_by_hand import Story

CONTEXT = Context()


def links(made: Brief) -> set[tuple[str, str]]:
    """Return the linked pairs; each statement of a pair has to name the other."""
    done = check(made, disputes(made, CONTEXT), Phase.POSITIONS)
    found = {(each.id, other) for each in done.positions for other in each.disputes}
    assert found == {(other, one) for one, other in found}
    return {(one, other) for one, other in found if one < other}


def two(first: str, second: str) -> Story:
    """Return a story of two sentences in which the parties Marsk and Vell speak."""
    story = Story(first, second, "Rain fell on the pass all night.")
    for name in ("Marsk", "Vell"):
        story.party(name)
    return story


def test_denial_is_linked_with_the_claim_in_other_words() -> None:
    """Who is surrounded is encircled: the reader sees both sides of one matter."""
    story = two(
        "Marsk said troops of the north were surrounded at the pass.",
        "Vell denied the encirclement of its troops.",
    )
    story.says("Marsk", "said", "troops of the north were surrounded at the pass")
    story.says("Vell", "denied", "the encirclement of its troops", "denies")

    assert links(story.brief()) == {("position-1", "position-2")}


def test_denial_before_the_claim_is_linked_as_well() -> None:
    """Papers often tell the denial first."""
    story = two(
        "Vell denied that the records were destroyed.",
        "Marsk said the harbour records were destroyed in a single night.",
    )
    story.says("Vell", "denied", "the records were destroyed", "denies")
    story.says("Marsk", "said", "the harbour records were destroyed in a single night")

    assert links(story.brief()) == {("position-1", "position-2")}


@pytest.mark.parametrize("denied", ["any wrongdoing", "the allegations", "hiding the report"])
def test_accused_who_denies_is_linked_with_the_accusation(denied: str) -> None:
    """To deny any wrongdoing answers who accused them, whatever the words."""
    story = two("Marsk accused Vell of hiding the report.", f"Vell denied {denied}.")
    story.says("Marsk", "accused", "Vell of hiding the report", "accuses")
    story.says("Vell", "denied", denied, "denies")

    assert links(story.brief()) == {("position-1", "position-2")}


def test_target_party_makes_an_accusation_clear() -> None:
    """An accusation of "him" is against whom the stage for targets found."""
    story = two("Marsk accused him of theft.", "Vell said the charge was baseless.")
    story.says("Marsk", "accused", "him of theft", "accuses", target="him")
    story.says("Vell", "said", "the charge was baseless")
    made = story.brief()
    first = replace(made.positions[0], target_party="party-2")

    assert links(replace(made, positions=(first, made.positions[1]))) == {
        ("position-1", "position-2")
    }
    assert links(made) == set()


def test_objection_to_what_another_calls_for_is_linked() -> None:
    """Who rejects "Marsk's call for a toll" is against Marsk, who called for it."""
    story = two(
        "Marsk called for a toll on the harbour bridge.",
        "Vell rejected what Marsk wants, a toll on the bridge.",
    )
    story.says("Marsk", "called for", "a toll on the harbour bridge", "demands")
    story.says("Vell", "rejected", "what Marsk wants, a toll on the bridge", "opposes")

    assert links(story.brief()) == {("position-1", "position-2")}


# What is no contradiction


@pytest.mark.parametrize(
    ("first", "stance_one", "second", "stance_two", "reason"),
    [
        (
            "no troops were surrounded at the pass",
            "says",
            "the encirclement of its troops",
            "denies",
            "both say it is not so",
        ),
        (
            "the troops were surrounded at the pass",
            "says",
            "the troops were not surrounded at the pass",
            "says",
            "two plain sayings that share words are too often of one mind",
        ),
        (
            "the encirclement would be bad if the troops were surrounded",
            "says",
            "the encirclement of its troops",
            "denies",
            "one only supposes it",
        ),
        (
            "the sack of the bakery at the pass",
            "says",
            "the encirclement of its troops",
            "denies",
            "another matter",
        ),
        (
            "the plan for the harbour at Greve",
            "supports",
            "the plan of the harbour board",
            "opposes",
            "for and against a plan, but not each other's",
        ),
    ],
)
def test_what_is_no_contradiction_is_not_linked(
    first: str, stance_one: str, second: str, stance_two: str, reason: str
) -> None:
    """A false link puts a quarrel into the paper that nobody had."""
    story = two(f"Marsk spoke of {first}.", f"Vell spoke of {second}.")
    story.says("Marsk", "spoke", first, stance_one)  # type: ignore[arg-type]  # one of them
    story.says("Vell", "spoke", second, stance_two)  # type: ignore[arg-type]

    assert links(story.brief()) == set(), reason


def test_spokesperson_and_employer_do_not_contradict_each_other() -> None:
    """What a spokesman denies in the firm's name the firm denies."""
    story = Story(
        "Vell said the pier records were destroyed.",
        "Marsk denied that the pier records were burnt and destroyed.",
    )
    story.party("Vell")
    story.party("Marsk", speaks_for="party-1")
    story.says("Vell", "said", "the pier records were destroyed")
    story.says("Marsk", "denied", "the pier records were burnt and destroyed", "denies")
    made = story.brief()
    alone = replace(made, parties=tuple(replace(each, speaks_for="") for each in made.parties))

    assert links(made) == set()
    assert links(alone) == {("position-1", "position-2")}


def test_nobody_contradicts_oneself_or_nobody() -> None:
    """A dispute is between two parties that the article names."""
    story = two(
        "Marsk said the pier records were destroyed.", "A clerk denied the records were destroyed."
    )
    story.says("Marsk", "said", "the pier records were destroyed")
    story.says("", "denied", "the records were destroyed", "denies", speaker="A clerk")
    made = story.brief()
    own = (made.positions[0], replace(made.positions[1], party="party-1"))

    assert links(made) == set()
    assert links(replace(made, positions=own)) == set()


def test_links_of_earlier_stages_stay() -> None:
    """A plugin that knows of a dispute is not overruled."""
    story = two(
        "Marsk said troops were surrounded at the pass.", "Vell denied the encirclement of troops."
    )
    story.says("Marsk", "said", "troops were surrounded at the pass")
    story.says("Vell", "denied", "the encirclement of troops", "denies")
    story.says("Vell", "fell", "Rain fell on the pass")
    made = story.brief()
    linked = replace(made.positions[0], disputes=("position-3",))
    made = replace(made, positions=(linked, *made.positions[1:]))

    done = disputes(made, CONTEXT)

    assert done.positions[0].disputes == ("position-2", "position-3")


def test_brief_without_parties_is_left_as_it_is() -> None:
    """Nothing is looked at where no two parties speak."""
    made = Brief(article("Rain fell."))

    assert disputes(made, CONTEXT) is made


def test_warning_of_false_claims_is_no_answer() -> None:
    """To warn of false claims is no denial of one's own."""
    story = two("Marsk accused Vell of theft.", "Vell warned that false claims cost lives.")
    story.says("Marsk", "accused", "Vell of theft", "accuses")
    story.says("Vell", "warned", "false claims cost lives", "warns")

    assert links(story.brief()) == set()
