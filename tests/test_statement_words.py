"""What stands before a statement: a reader takes it for what the article says, and rightly so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from brief.builtin.renderers.html import Html
from brief.builtin.renderers.markdown import Markdown
from brief.builtin.renderers.text import Text
from brief.contracts import Context
from brief.model import Brief, Stance
from positions_by_hand import Story

CONTEXT = Context()
Each = Callable[[Brief, Context], str]


def line(made: Brief, context: Context = CONTEXT, width: int = 100) -> str:
    """Return the lines of the positions as text, without places and margins."""
    page = Text(width=width).each(made, context).split("Positions\n")[-1]
    return " ".join(re.sub(r"\[ferry.txt:[^]]*\]", "", page).split())


def story(sentence: str, cue: str, content: str, stance: Stance = "says", **more: str) -> Brief:
    """Return a brief of one sentence in which Vell speaks."""
    made = Story(sentence)
    made.party("Vell")
    made.says("Vell", cue, content, stance, **more)  # type: ignore[arg-type]  # texts by name
    shown = made.brief()
    return replace(shown, positions=tuple(replace(each, shown=True) for each in shown.positions))


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "printed"),
    [
        ("Vell said it is late.", "said", "it is late", "says it is late"),
        ("Vell told her it is late.", "told", "it is late", "says it is late"),
        ("It is late, according to Vell.", "according to", "It is late", "says It is late"),
        ("Vell admitted it is late.", "admitted", "it is late", "admitted it is late"),
        ("Vell hoped that it is over.", "hoped", "it is over", "hoped it is over"),
        ("Vell called it “a mess”.", "called", "it “a mess”", "called it “a mess”"),
        ("Vell wants to sell it all.", "wants", "to sell it all", "wants to sell it all"),
        ("Vell never said it is late.", "said", "it is late", "never said it is late"),
        ("Vell did not say it is late.", "say", "it is late", "did not say it is late"),
        ("Vell didn’t say it is late.", "say", "it is late", "didn’t say it is late"),
        ("Vell refused to say if it was.", "say", "if it was", "refused to say if it was"),
        ("Vell would not say if it was.", "would not say", "if it was", "would not say if it was"),
        ("“No, it is late,” said Vell.", "said", "“No, it is late,”", "says “No, it is late,”"),
    ],
)
def test_saying_is_told_by_the_cue_where_that_tells_more(
    sentence: str, cue: str, content: str, printed: str
) -> None:
    """Who hopes, admits or did not say has not said so: the article's own word stands there."""
    assert line(story(sentence, cue, content)) == f"Vell {printed}"


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "stance", "printed"),
    [
        ("Vell denied it all.", "denied", "it all", "denies", "denies it all"),
        ("Vell vowed to stay.", "vowed", "to stay", "promises", "promises to stay"),
        ("Vell threatened to go.", "threatened", "to go", "warns", "warns threatened to go"),
        ("Vell blamed it on wind.", "blamed", "it on wind", "accuses", "accuses blamed it on wind"),
        (
            "Vell hailed it as wise.",
            "hailed",
            "it as wise",
            "supports",
            "supports hailed it as wise",
        ),
        ("Vell demanded a vote.", "demanded", "a vote", "demands", "demands a vote"),
        ("“Never,” warned Vell.", "warned", "“Never,”", "warns", "warns “Never,”"),
    ],
)
def test_stance_is_followed_by_the_cue_where_what_is_said_goes_on_from_it(
    sentence: str, cue: str, content: str, stance: Stance, printed: str
) -> None:
    """A piece of a sentence ("to go", "it on wind") reads as it does in the article."""
    assert line(story(sentence, cue, content, stance)) == f"Vell {printed}"


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "target", "printed"),
    [
        (
            "Vell accused Marsk of it all.",
            "accused",
            "of it all",
            "Marsk",
            "accuses Marsk of it all",
        ),
        (
            "Vell accused Marsk: “It is so.”",
            "accused",
            "“It is so.”",
            "Marsk",
            "accuses Marsk: “It is so.”",
        ),
        (
            "Vell accused Marsk of it all.",
            "accused",
            "Marsk of it all",
            "Marsk",
            "accuses Marsk of it all",
        ),
    ],
)
def test_target_is_named_once(
    sentence: str, cue: str, content: str, target: str, printed: str
) -> None:
    """Against whom an accusation is stands before it, unless it names them itself."""
    assert line(story(sentence, cue, content, "accuses", target=target)) == f"Vell {printed}"


def test_target_that_is_a_pronoun_is_resolved() -> None:
    """In what is said "him" is nobody to a reader: the party stands before it."""
    made = story("Vell accused him of it all.", "accused", "him of it all", "accuses", target="him")
    party = replace(made.parties[0], id="party-9", name="Ida Marsk")
    position = replace(made.positions[0], target_party="party-9")
    made = replace(made, parties=(*made.parties, party), positions=(position,))

    assert line(made) == "Vell accuses Ida Marsk: him of it all"


def test_formats_have_the_same_words_before_a_statement() -> None:
    """A line copied from one format says what it says in another."""
    made = story("Vell threatened to go.", "threatened", "to go", "warns")
    nobody = replace(made, positions=(replace(made.positions[0], party=""),))

    assert "- **warns**: threatened to go `" in Markdown().each(made, CONTEXT)
    assert "- Vell **threatened** to go `" in Markdown().each(nobody, CONTEXT)
    assert "• Vell threatened to go [" in Text().each(nobody, CONTEXT)
    assert "warns: threatened to go" in line(made, width=40)
    page = re.sub(r"<[^>]+>", "", Html().each(made, CONTEXT))
    assert "warns: threatened to go" in page
    assert "Vell threatened to go" in re.sub(r"<[^>]+>", "", Html().each(nobody, CONTEXT))


# Who disputes whom, and what is not shown


def quarrel(one: tuple[str, ...], other: tuple[str, ...]) -> Brief:
    """Return a brief of a claim and a denial that name what they dispute."""
    made = Story("Marsk said it was late.", "Vell denied it was late.")
    made.party("Marsk")
    made.party("Vell")
    made.says("Marsk", "said", "it was late")
    made.says("Vell", "denied", "it was late", "denies")
    brief = made.brief()
    first, second = brief.positions
    return replace(
        brief,
        positions=(
            replace(first, shown=True, disputes=one),
            replace(second, shown=True, disputes=other),
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("position-2",), ("position-1",)),
        ((), ("position-1",)),
    ],
)
def test_both_sides_of_a_dispute_say_so(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    """The claim is "disputed by" who denies it, whether a stage links one or both of them."""
    made = quarrel(one, other)

    assert (
        line(made)
        == "Marsk says it was late disputed by Vell Vell denies it was late disputes Marsk"
    )
    page = Text(width=100).each(made, CONTEXT)
    assert "disputed by Vell [ferry.txt:3 @37-48]" in page
    assert "disputes Marsk [ferry.txt:1 @11-22]" in page
    assert "disputed by Vell `ferry.txt:3" in Markdown().each(made, CONTEXT)
    assert 'disputed by <span dir="auto">Vell</span>' in Html().each(made, CONTEXT).replace(
        ' lang=""', ""
    )


def test_party_says_how_many_more_it_has() -> None:
    """A reader who needs all that somebody said sees that there is more."""
    made = Story("Vell said it is late.", "Vell said it is cold.", "Vell said it is dark.")
    made.party("Vell")
    for words in ("late", "cold", "dark"):
        made.says("Vell", "said", f"it is {words}")
    brief = made.brief()
    first, *others = brief.positions
    brief = replace(brief, positions=(replace(first, shown=True), *others))

    assert line(brief).startswith("Vell says it is late and 2 more")
    assert "- and 2 more\n" in Markdown().each(brief, CONTEXT)
    assert "<summary>2 more statements</summary>" in Html().each(brief, CONTEXT)


def test_how_many_are_too_unsure_is_said() -> None:
    """Who sets a limit learns how many statements it costs, and where they still are."""
    made = quarrel((), ())
    first, second = made.positions
    made = replace(made, positions=(first, replace(second, shown=False, confidence=0.4)))
    context = Context(min_confidence=0.5)

    told = "1 more statement, less sure than 0.5"
    assert f"and {told}; -f json shows all" in line(made, context)
    assert f"And {told}; `-f json` shows all." in Markdown().each(made, context)
    page = Html().each(made, context)
    assert "<summary>1 more statement, not attributed to a party shown, less sure than 0.5<" in page


def test_colour_is_that_of_the_stance() -> None:
    """On a terminal a denial is red, whatever word stands for it."""
    made = story("Vell blamed it on wind.", "blamed", "it on wind", "accuses")

    assert "\x1b[31m    accuses  \x1b[0mblamed it on wind" in Text(colour=True).each(made, CONTEXT)


def test_spokesperson_is_told_with_employer() -> None:
    """Who speaks for a firm is not taken for somebody with an opinion of their own."""
    made = story("Vell said it is late.", "said", "it is late")
    firm = replace(made.parties[0], id="party-2", name="Tidewater")
    vell = replace(made.parties[0], role="spokesman", speaks_for="party-2")
    made = replace(made, parties=(vell, firm))

    assert line(made).startswith("Vell · spokesman · for Tidewater says")
    assert "### Vell · spokesman · for Tidewater\n" in Markdown().each(made, CONTEXT)
    assert "spokesman · for Tidewater" in Html().each(made, CONTEXT)


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_why_two_statements_are_on_one_matter_is_told(name: str) -> None:
    """`--why` names the words that both have, so that a wrong link is seen at once."""
    made = Story("Marsk said the pier was surrounded.", "Vell denied a siege of the old pier.")
    made.party("Marsk")
    made.party("Vell")
    made.says("Marsk", "said", "the pier was surrounded")
    made.says("Vell", "denied", "a siege of the old pier", "denies")
    brief = made.brief()
    first, second = brief.positions
    second = replace(second, shown=True, disputes=("position-1",))
    brief = replace(brief, positions=(first, second))

    made_by: dict[str, tuple[Each, Each]] = {
        "text": (Text().each, Text(why=True).each),
        "md": (Markdown().each, Markdown(why=True).each),
        "html": (Html().each, Html(why=True).each),
    }
    plain, reasoned = made_by[name]

    told = "disputes Marsk, both on “siege”, “pier”"
    assert told in " ".join(re.sub(r"<[^>]+>", "", reasoned(brief, CONTEXT)).split())
    assert "both on" not in plain(brief, CONTEXT)
