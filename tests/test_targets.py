"""A target is whom or what the frame of the cue says a statement is aimed at, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.builtin.positions import stance
from brief.model import Brief, Party
from brief.spans import Span
from test_stance import CONTEXT, judged


def target_of(brief: Brief) -> str:
    """Return the words of the target of the one statement, or nothing."""
    target = brief.positions[0].target
    return "" if target is None else brief.text_of((target,))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {accused} Norland of fraud.", "Norland"),
        ("<Reed> {accused} the president of Norland of fraud.", "the president of Norland"),
        ("<Reed> {accused} Norland of killing the president of Sudland.", "Norland"),
        ("<Reed> left, {accusing} Mr. Cole of fraud.", "Mr. Cole"),
        ("Norland was {accused} by <Reed> of fraud.", "Norland"),
        ("<Reed> {blamed} the company for the delay.", "the company"),
        ("<Reed> {blamed} the delay on the company.", "the company"),
        ("<Reed> {blames} part of the delay in building on rain.", ""),
    ],
)
def test_who_is_accused(marked: str, expected: str) -> None:
    """What somebody is accused of is no part of who that is."""
    assert target_of(judged(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {urged} Norland on Friday to leave.", "Norland"),
        ("<Reed> {urged} fans to “run over” the line.", "fans"),
        ("<Reed> {called} on the leaders of both parties to act.", "the leaders of both parties"),
        ("<Reed> {told} drivers not to leave home.", "drivers"),
        ("<Reed> {urged} restraint.", ""),
        ("<Reed> {called} for restraint.", ""),
        ("<Reed> {demanded} that Norland leave the valley.", "Norland"),
        ("<Reed> {demanded} that Norlandish troops leave the valley.", ""),
        ("<Reed> {demanded} an inquiry.", ""),
        ("<Reed> {told} Cole the bridge was shut.", ""),
    ],
)
def test_who_is_asked_to_act(marked: str, expected: str) -> None:
    """Whoever shall do something is the target; whoever is only told something is not."""
    assert target_of(judged(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {warned} drivers that ice was near.", "drivers"),
        ("<Reed> {warned} drivers against the ice.", "drivers"),
        ("<Reed> {warned} reporters that ice was near.", ""),
        ("<Reed> {warned} that ice was near.", ""),
        ("<Reed> {warned} of ice.", ""),
    ],
)
def test_who_is_warned(marked: str, expected: str) -> None:
    """The press is whom one talks to, not whom one warns."""
    assert target_of(judged(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {criticised} the mayor’s plan as “silly”.", "the mayor’s plan"),
        ("<Reed> {praised} Anna Cole and Ben Hart for their work.", "Anna Cole and Ben Hart"),
        ("<Reed> {praised} President A. B. Cole for the deal.", "President A. B. Cole"),
        ("<Reed> {backed} U.S. President Cole.", "U.S. President Cole"),
        ("<Reed> does not {support} the plan.", "the plan"),
        ("<Reed> {hit} back at critics.", "critics"),
        ("<Reed> {criticised} Cole repeatedly for the delay.", "Cole"),
        ("<Reed> {denounced} Friday.", ""),
        ("<Reed> {criticised} the mayor and the council.", ""),
        ("<Reed> {condemned} the aggressive and illegal acts.", ""),
        ("<Reed> {condemned} Norland, Sudland and Ostland.", ""),
        ("<Reed> {supported} the plan Cole drew up.", ""),
        ("<Reed> {attacked} Cole’s “lies”.", ""),
        ("<Reed> {denounced} the so-called “patriots”.", ""),
        ("<Reed> {praised} those who left.", ""),
        ("<Reed> {criticised} federal spending.", ""),
        ("<Reed> {criticised} Leeds, Maine, officer Anna Cole.", ""),
        ("<Reed> {supports} candidates other than Cole.", ""),
    ],
)
def test_what_is_praised_or_condemned(marked: str, expected: str) -> None:
    """A phrase whose end is in doubt, or half of two, is no target."""
    assert target_of(judged(marked)) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "<Reed> {said} Norland was to blame.",
        "<Reed> {denied} the allegation.",
        "<Reed> did not {accuse} Norland of fraud.",
        "<Reed> {agreed} to leave.",
    ],
)
def test_no_stance_no_target(marked: str) -> None:
    """What only says, denies or promises is aimed at nobody."""
    assert target_of(judged(marked)) == ""


def with_parties(brief: Brief, *names: str) -> Brief:
    """Return *brief* judged again, knowing each first mention of *names* as a party."""
    text = brief.article.text
    parties = tuple(
        Party(
            f"party-{at}",
            name,
            mentions=(Span(text.index(name), text.index(name) + len(name)),),
        )
        for at, name in enumerate(names, 1)
    )
    return stance(replace(brief, parties=parties), CONTEXT)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {accused} Norland of fraud.", "party-1"),
        ("<Reed> {praised} President Norland for the deal.", "party-1"),
        ("<Reed> {accused} Norland’s army of fraud.", ""),
        ("<Reed> {accused} the army of Norland of fraud.", ""),
        ("<Reed> {criticised} Norland and Sudland for the war.", ""),
    ],
)
def test_the_party_of_a_target_is_its_head(marked: str, expected: str) -> None:
    """Who criticises Norland's army has not criticised Norland."""
    made = with_parties(judged(marked), "Norland")

    assert made.positions[0].target_party == expected


def test_nobody_is_his_own_target() -> None:
    """Where the target seems to be who speaks, two bear the name, and none is named."""
    bare = judged("<Reed> {accused} Reed of fraud.")
    mine = replace(bare, positions=tuple(replace(one, party="party-1") for one in bare.positions))
    party = Party("party-1", "Reed", mentions=(Span(0, 4), Span(13, 17)))

    made = stance(replace(mine, parties=(party,)), CONTEXT)

    assert (target_of(made), made.positions[0].target_party) == ("Reed", "")


def test_a_target_never_crosses_a_cut() -> None:
    """A name with a footnote cut out of it is in pieces, and pieces are no target."""
    bare = judged("<Reed> {praised} Anna [3] Cole for the deal.")

    made = stance(bare.cut(r"\[3\]", reason="footnote"), CONTEXT)

    assert target_of(made) in {"", "Anna"}
    assert made.positions[0].target_party == ""
