"""The stance of a statement is its cue's, with the cue's own negation."""

from __future__ import annotations

import pytest

from brief.article import Article
from brief.builtin.attributions import Attributions
from brief.builtin.positions import stance
from brief.builtin.positions.stance import stance_of
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.model import Brief

CONTEXT = Context(language="en")


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "says"),
        ("has praised", "supports"),
        ("rejected", "opposes"),
        ("called for", "demands"),
        ("called on", "demands"),
        ("has strongly denied", "denies"),
        ("warned", "warns"),
        ("vowed", "promises"),
        ("accused", "accuses"),
        ("ruled out", "opposes"),
        ("did not rule out", "says"),
        ("did not deny", "says"),
        ("does not support", "opposes"),
        ("doesn’t support", "opposes"),
        ("did not oppose", "says"),
        ("mumbled", "says"),
        ("", "says"),
    ],
)
def test_a_cue_stands_for_a_stance(cue: str, expected: str) -> None:
    """The lexicon's class, turned only by the cue's own "not"; an unknown cue says."""
    assert stance_of(cue) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reed denied the claim of fraud.", ["denies"]),
        ("Reed said she would not support the plan.", ["says"]),
        ("Reed said she denied the claim.", ["says"]),
        ("Reed said Cole denied the claim.", ["says", "denies"]),
        ("Reed threatened to shut the bridge.", ["warns"]),
        ("Reed does not support the plan.", ["opposes"]),
        ("Reed did not rule out a new bridge.", ["says"]),
        ("Reed ruled out a new bridge.", ["opposes"]),
        ("“We oppose all of this,” Reed said.", ["says"]),
        ("“We oppose all of this and more.”", ["says"]),
    ],
)
def test_only_the_cue_is_judged(text: str, expected: list[str]) -> None:
    """Negation and strong words inside the content change nothing."""
    split = Sentences()(Brief(Article("a", "a", text)), CONTEXT)
    made = stance(Attributions()(split, CONTEXT), CONTEXT)

    assert [one.stance for one in made.positions] == expected


def test_nothing_else_of_a_position_changes() -> None:
    """The stage writes the stance and leaves speaker, cue and content as they were."""
    split = Sentences()(Brief(Article("a", "a", "Reed rejected the plan.")), CONTEXT)
    before = Attributions()(split, CONTEXT)

    (after,) = stance(before, CONTEXT).positions

    (was,) = before.positions
    assert (after.speaker, after.cue, after.content) == (was.speaker, was.cue, was.content)
    assert after.stance == "opposes"
