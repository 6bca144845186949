"""The stance of a statement is its cue's, as the words around the cue turn it."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.attributions import Attributions
from brief.builtin.positions import stance
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.model import Brief, Position, Sentence, Stance
from brief.spans import Span

CONTEXT = Context(language="en")
MARKED = re.compile(r"[<>{}]")


def judged(marked: str) -> Brief:
    """Return a brief of one statement: <who speaks> and the {cue} are marked, the rest is it.

    Extractors give one word as the cue ("called"), or a few ("has strongly denied").
    """
    text = MARKED.sub("", marked)
    places = {"<": 0, ">": 0, "{": 0, "}": 0}
    for before, match in enumerate(MARKED.finditer(marked)):
        places[match[0]] = match.start() - before
    whole = Span(0, len(text))
    speaker = Span(places["<"], places[">"]) if places[">"] else None
    cue = Span(places["{"], places["}"])
    position = Position("position-1", "sentence-1", (whole,), "indirect", speaker=speaker, cue=cue)
    sentence = Sentence("sentence-1", (whole,), text, 0)
    bare = Brief(Article("a", "a", text), sentences=(sentence,), positions=(position,))
    return stance(bare, CONTEXT)


def stance_of(marked: str) -> str:
    """Return the stance of the one statement in *marked*."""
    return judged(marked).positions[0].stance


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {said} the bridge was shut.", "says"),
        ("<Reed> {mumbled} that it was shut.", "says"),
        ("<Reed> {has praised} the plan.", "supports"),
        ("<The mayor> {supports} the plan.", "supports"),
        ("<Reed> {rejected} the plan.", "opposes"),
        ("<Reed> {criticised} the plan.", "opposes"),
        ("<Reed> {criticized} the plan.", "opposes"),
        ("<The council> {has strongly denied} it.", "denies"),
        ("<Reed> {warned} that ice was near.", "warns"),
        ("<Reed> {threatened} to shut the bridge.", "warns"),
        ("<Reed> {vowed} not to leave.", "promises"),
        ("<Reed> {accused} Norland of fraud.", "accuses"),
        ("<Reed> {blamed} the weather for the delay.", "accuses"),
        ("<Reed> {urged} restraint.", "demands"),
    ],
)
def test_a_verb_tells_the_stance(marked: str, expected: str) -> None:
    """The lexicon's class, in British and American spelling; an unknown cue says."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {called} for an inquiry.", "demands"),
        ("<Reed> {called} again on Friday for an inquiry.", "demands"),
        ("<Reed> {called} on the mayor to resign.", "demands"),
        ("<Reed> {called} the plan a disaster.", "says"),
        ("<Reed> {called} on Friday.", "says"),
        ("<Reed> {called} “for all of it” in a letter.", "says"),
        ("<Reed> {ruled} out a new bridge.", "opposes"),
        ("<Reed> {ruled} it out.", "opposes"),
        ("<Reed> {hit} back at critics.", "opposes"),
        ("<Reed> {shot back} that it was shut.", "says"),
        ("<Reed> {backed} away from the plan.", "says"),
        ("<Reed> is in {favour} of the plan.", "supports"),
        ("<Reed> {spoke} in favor of the plan.", "supports"),
        ("<Reed> is {opposed} to the plan.", "opposes"),
        ("<Reed> was {against} the plan.", "opposes"),
        ("<Reed> {swore} to leave.", "promises"),
        ("<Reed> {swore} at the driver.", "says"),
        ("<Norland> {agreed} to withdraw.", "promises"),
        ("<Norland> {agreed} to a truce.", "says"),
        ("<Cole> {agreed} with Reed.", "supports"),
        ("<Cole> {agreed} that it was late.", "says"),
    ],
)
def test_the_words_behind_a_cue_count(marked: str, expected: str) -> None:
    """An extractor marks "called" of "called for": the particle is read off the article."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> does not {support} the plan.", "opposes"),
        ("<Reed> doesn’t {support} the plan.", "opposes"),
        ("<Reed> will not {back} the plan.", "opposes"),
        ("<Reed> cannot {support} the plan.", "opposes"),
        ("<Reed> could not {support} the plan.", "opposes"),
        ("<Reed> no longer {supports} the plan.", "opposes"),
        ("<Reed> refused to {support} the plan.", "opposes"),
        ("<Reed> {refused} to support the plan.", "opposes"),
        ("<Reed> did not {praise} the plan.", "says"),
        ("<Reed> has not {supported} the plan.", "says"),
        ("<Reed> has yet to {endorse} the plan.", "says"),
        ("<Reed> did not {oppose} the plan.", "says"),
        ("<Reed> did not {rule} out a new bridge.", "says"),
        ("<Reed> refused to {rule} out a new bridge.", "says"),
        ("<Reed> failed to {condemn} the attack.", "says"),
        ("<Reed> {refused} to condemn the attack.", "says"),
        ("<Reed> did not {deny} it.", "says"),
        ("<Reed> never {promised} a bridge.", "says"),
        ("<Reed> declined to {accuse} Norland of fraud.", "says"),
        ("<Reed> stopped short of {calling} for an inquiry.", "says"),
        ("<Reed> stopped short of fully {endorsing} the plan.", "says"),
        ("<None of them> {supported} the plan.", "says"),
        ("<Reed> not only {condemned} the plan but left.", "opposes"),
        ("<Norland> has yet to {agree} to a truce.", "says"),
    ],
)
def test_a_cue_that_is_denied(marked: str, expected: str) -> None:
    """Who does not support opposes; any other stance that is denied is none."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> would {support} the plan if it were cheaper.", "supports"),
        ("<Reed> continued to {oppose} the plan.", "opposes"),
        ("<Reed> took to the radio last night to {slam} the ruling.", "opposes"),
        ("<Reed> once again {condemned} the plan.", "opposes"),
        ("<Reed> may {support} the plan.", "says"),
        ("<Reed> once {supported} the plan.", "says"),
        ("<Reed> used to {support} the plan.", "says"),
        ("<Reed> is expected to {oppose} the plan.", "says"),
        ("If <Reed> {supports} the plan, it will pass.", "says"),
        ("Cole urged <lawmakers> to {oppose} the plan.", "says"),
        ("<Reed> was accused of {supporting} the plan.", "says"),
        ("Reed tricked <the town> into {supporting} it.", "says"),
        ("<Reed> has {endorsed} none of it.", "says"),
    ],
)
def test_a_stance_that_is_no_sure_thing(marked: str, expected: str) -> None:
    """What may be, was once or shall be is no stance; a condition stands in the content."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> {refused} to leave the hall.", "opposes"),
        ("<Reed> {refused} the offer.", "opposes"),
        ("<Reed> {refused} to say whether it was shut.", "says"),
        ("<Reed> {rejected} claims of fraud.", "denies"),
        ("<Reed> {dismissed} the minister from the board.", "says"),
        ("<Reed> {dismissed} the lawsuit.", "says"),
        ("<Reed> {welcomed} a baby boy.", "says"),
        ("<Reed>, {asked} by Cole, left.", "says"),
        ("<The judge> {denied} the motion.", "opposes"),
        ("<The guards> {denied} them entry.", "says"),
        ("<The guards> {denied} his party the win.", "says"),
        ("<Reed> {asked} Cole to vote.", "demands"),
        ("<Reed> {asked} whether it was shut.", "says"),
        ("<Reed> {told} drivers to stay at home.", "demands"),
        ("<Reed> {told} reporters it was shut.", "says"),
        ("<Reed> {told} the story to friends.", "says"),
        ("<Reed> {demanded} to know why.", "says"),
        ("<The flood> {threatens} the harvest.", "says"),
    ],
)
def test_a_verb_means_another_thing_with_another_object(marked: str, expected: str) -> None:
    """A request that is denied is turned down, a minister who is dismissed loses the office."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Reed> expressed {support} for the plan.", "supports"),
        ("<Reed> {expressed} strong support for the plan.", "supports"),
        ("<The council> {issued} a warning about the ice.", "warns"),
        ("<She> {made} a promise to cut fares.", "promises"),
        ("The court heard <his> {denial} of the charge.", "denies"),
        ("There was a {demand} from <the union> for more pay.", "demands"),
        ("<Reed> {expressed} no support for the plan.", "says"),
        ("<Reed> {withdrew} support for the plan.", "opposes"),
        ("<Reed> {dropped} opposition to the plan.", "says"),
        ("<Reed> met with {support} for the plan.", "says"),
        ("<Reed> took a {call} for help.", "says"),
        ("<Reed> {made} a cake.", "says"),
        ("{Demand} for coal has risen.", "says"),
        ("The film faced {ridicule} abroad.", "says"),
    ],
)
def test_a_noun_counts_where_somebody_voices_it(marked: str, expected: str) -> None:
    """A warning that is issued warns; one that somebody heard is not his."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Reed was {accused} by <Cole> of fraud.", "accuses"),
        ("It was a plan {derided} as “silly” by <Cole>.", "opposes"),
        ("<Reed> was {accused} of fraud.", "says"),
        ("<He>’s {accused} of fraud.", "says"),
        ("The plan was not widely {supported} among <the town>.", "says"),
        ("<Reed>, {accused} of fraud, left the hall.", "says"),
        ("<Reed>, {criticised} by Cole, left the hall.", "says"),
    ],
)
def test_who_is_accused_accuses_nobody(marked: str, expected: str) -> None:
    """A passive is the stance of whom "by" names, never of its subject."""
    assert stance_of(marked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reed denied the claim of fraud.", ["denies"]),
        ("Reed said she would not support the plan.", ["says"]),
        ("Reed said she denied the claim.", ["says"]),
        ("Reed said Cole denied the claim.", ["says"]),
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
    """The stage writes stance and target and leaves speaker, cue and content as they were."""
    after = judged("<Reed> {rejected} the plan.").positions[0]

    assert (after.speaker, after.cue, after.content) == (Span(0, 4), Span(5, 13), (Span(0, 23),))


def test_judging_twice_is_judging_once() -> None:
    """A second run over a judged brief finds the same."""
    once = judged("<Reed> {urged} Norland to leave.")

    assert stance(once, CONTEXT) == once


def test_a_cut_is_not_read_past() -> None:
    """What a cleaner took away says nothing about a cue beside it."""
    whole = judged("<Reed> {called} for help.")
    cut = whole.cut("for", reason="caption")

    (position,) = stance(cut, CONTEXT).positions

    assert (whole.positions[0].stance, position.stance) == ("demands", "says")


ALPHABET = (
    "Reed not n't to has no longer called for on accused of by was “ ” ’s , . the and U.S. "
    "refused support his expressed that Norland blamed Mr. who İ ſ denied"
)
WORDS = st.sampled_from(ALPHABET.split(" "))


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_any_words_have_a_stance(words: list[str], data: st.DataObject) -> None:
    """Whatever stands around a cue, there is a stance, and a target keeps the span law."""
    cue = data.draw(st.integers(0, len(words) - 1))
    words[cue] = "{" + words[cue] + "}"
    made = judged("<" + words[0] + "> " + " ".join(words[1:]) if cue else " ".join(words))
    (position,) = made.positions

    if position.target is not None:
        piece = made.article.text[position.target.start : position.target.end]
        assert piece == piece.strip() != ""
    assert position.stance in get_args(Stance)
