"""The dots that scrapers leave where a sentence runs over the end of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.cleaning.breaks import breaks
from brief.contracts import Context
from brief.model import Brief
from brief.spans import Span

# A page in one line: long enough, and with full stops of its own.
REST = (
    "The harbour bridge will stay shut until the end of May, the mayor said on Tuesday. "
    "Engineers have found new cracks in two of its piers. Boats run twice an hour from the old "
    "quay, and the last one leaves at midnight. Traders on the south side fear for their summer, "
    "and the council has promised them a rebate on their rates. The bridge was built in 1931 and "
    "carried trams until the war. Nobody knows yet what the work will cost."
)
WRAPPED = f"{REST} Divers will go down to the third . pier on Friday if the tide allows it."


def story(text: str) -> Brief:
    """Return a brief of *text* that no stage has touched."""
    return Brief(Article(id="pier.txt", source="pier.txt", text=text))


def left(text: str) -> str:
    """Return what the stage leaves of *text*."""
    made = breaks(story(text), Context())
    return made.text_of(made.kept())


@pytest.mark.parametrize(
    "broken",
    [
        "A woman who . claims to have seen it fall was not heard.",
        "She asked for the . Mayor of Port Alder by name.",
        "The clerk wrote to Ms . Lund about it.",
        "They came from Oslo, . Bergen and Port Alder to see it.",
        "It was a gift of . Ada Lund and of her sister.",
        "The fund stands at . 4 million crowns now.",
        "It says (in . Norse) what the founders wanted.",
        "The price of tickets . (which had doubled) fell again.",
    ],
)
def test_a_dot_inside_a_sentence_is_cut(broken: str) -> None:
    """Before a small letter, and behind a word that cannot end a sentence, the dot goes."""
    whole = broken.replace(" . ", " ")

    assert left(f"{WRAPPED} {broken}").endswith(whole)


@pytest.mark.parametrize(
    "ended",
    [
        "Joy: Ada Lund cuts the ribbon at the quay . The council paid for it.",
        "The old quay seen from the south side . Divers wait for the tide.",
        "A model of the bridge is on show . ‘Never again,’ said the mayor.",
    ],
)
def test_a_dot_at_the_end_of_a_line_stays(ended: str) -> None:
    """A caption that was strung together with the story is not joined to it."""
    assert left(f"{WRAPPED} {ended}").endswith(ended)


@pytest.mark.parametrize(
    "name",
    [
        "Officials of the Marine . Conservation Trust were there.",
        "Harbour . Master Ada Lund was there.",
        "Deputy mayor . Jon Roe was there.",
    ],
)
def test_a_name_over_two_wrapped_lines_is_joined(name: str) -> None:
    """Where lines were wrapped by hand, a name or a first word does not end one."""
    assert left(f"{WRAPPED} {name}").endswith(name.replace(" . ", " "))


@pytest.mark.parametrize("heading", ["Wildlife", "A second crack", "Who pays?"])
def test_a_heading_is_not_joined(heading: str) -> None:
    """Where no line was wrapped, a few words before the dot are a heading."""
    text = f"{REST} {heading} . Engineers are counting seals. Boats keep away."

    assert left(text) == text


def test_the_cut_is_the_dot_alone_and_says_why() -> None:
    """The words stay where they are, and `--show-removed` can say what the dot was."""
    at = WRAPPED.index(" . ") + 1

    made = breaks(story(WRAPPED), Context())

    assert [(cut.start, cut.end, cut.reason) for cut in made.cuts] == [(at, at + 1, "line break")]


@pytest.mark.parametrize(
    "text",
    [
        "The pier , which is old , fell . Boats run . A man , named Roe , saw it . " * 9,
        "A woman who . claims it fell.",
        f"{REST}\n\n{REST}\n\nA woman who . claims it fell.",
        REST,
        "",
        " . ",
        "a . " * 300,
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    """Text from a tokeniser, short text, and pages with paragraphs keep their dots."""
    assert breaks(story(text), Context()).cuts == ()


def test_a_dot_between_two_cuts_is_cut() -> None:
    """What is left of a line that another stage has cut is no sentence."""
    text = f"{WRAPPED} Scroll down for video . Seals were seen."
    start = text.index("Scroll")
    cleaned = story(text).cut_spans([Span(start, text.index(" . Seals"))], reason="player")

    made = breaks(cleaned, Context())

    assert made.text_of(made.kept()).endswith("allows it. Seals were seen.")


PIECES = [" . ", ". ", "? ", "a", "The pier", "Ada", "Joy: ", "of", ",", "(pictured) ", "’", "\n"]
TEXTS = st.lists(st.sampled_from([*PIECES, REST]), max_size=80).map("".join)


@given(TEXTS)
def test_only_dots_that_stand_apart_are_cut(text: str) -> None:
    """Whatever the text, nothing but a dot between white space goes, and a second run adds none."""
    once = breaks(story(text), Context())

    assert all(text[cut.start : cut.end] == "." for cut in once.cuts)
    assert all(not text[cut.start - 1 : cut.start].strip() for cut in once.cuts)
    assert all(not text[cut.end : cut.end + 1].strip() for cut in once.cuts)
    assert breaks(once, Context()).kept() == once.kept()
