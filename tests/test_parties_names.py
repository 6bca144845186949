"""Names are read whole and without what stands before them; what is no name is nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brief.article import Article
from brief.builtin.positions import parties
from brief.builtin.sentences import Sentences
from brief.model import Brief, Position
from brief.spans import Span
from test_parties_speakers import CONTEXT, last, names, party


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A possessor before a name that nobody knows: it may be the possessor's thing.
        ("Ida Cole sat. [[Cole’s Harbour Social]] said no.", ""),
        ("[[Vosse’s Quimby Lund]] said no.", ""),
        # A person is known by his given name, and a country has people and firms.
        ("[[Vosse’s Tim Cook]] said no.", "Tim Cook"),
        ("[[Norway’s Vossebank]] said no.", "Vossebank"),
        # What is named by itself too is known.
        ("The ferries of Vosse wait. [[Lund’s Vosse]] said no.", "Vosse"),
    ],
)
def test_possessor_before_an_unknown_name_is_not_guessed(text: str, name: str) -> None:
    """Somebody's thing does not speak: neither it nor its owner is the party."""
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Friday [[the General Administration of Customs]] said no.",
         "General Administration of Customs"),
        ("On Friday [[the Republic of Korea]] said no.", "Republic of Korea"),
        ("[[The People’s Daily]] said no.", "People’s Daily"),
        ("On Friday [[the North Norland Harbour Command]] said no.",
         "North Norland Harbour Command"),
        ("[[The New Norland Daily News]] said no.", "New Norland Daily News"),
        ("[[Reuters The Norland Security Council]] said no.", "Norland Security Council"),
        ("[[The Norland-based Harbour Corporation]] said no.", "Harbour Corporation"),
        ("Deputy Chief of the [[Norland Transport Police]] said no.", "Norland Transport Police"),
    ],
)  # fmt: skip
def test_name_of_a_body_stays_whole(text: str, name: str) -> None:
    """No word of a body's name is taken for a title, an origin or a possessor."""
    assert last(text) == name
    assert party(text, name).kind in {"organisation", "place"}


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("Model Ida Cole", "Ida Cole", "Model"),
        ("Eyewitness Timo Berg", "Timo Berg", "Eyewitness"),
        ("Deputy Chief Constable Ida Cole", "Ida Cole", "Deputy Chief Constable"),
        ("Associated Press Japanese Prime Minister Ida Cole", "Ida Cole",
         "Japanese Prime Minister"),
        ("Associated Press reporter Ida Cole", "Ida Cole", "Associated Press reporter"),
        ("FERRY Ida Cole", "Ida Cole", ""),
        ("Lundpix Media Ida Cole", "Ida Cole", ""),
        ("Devastated Ida Cole", "Ida Cole", ""),
        ("Ida Cole Ida Cole", "Ida Cole", ""),
        ("company chairman and chief executive Ida Cole", "Ida Cole", "chief executive"),
        ("Ida Cole today", "Ida Cole", ""),
    ],
)  # fmt: skip
def test_what_stands_before_a_name_is_taken_off(speaker: str, name: str, role: str) -> None:
    """Trades become the role; captions, agencies, repeats and days are dropped."""
    made = party(f"On Friday [[{speaker}]] said no.", name)

    assert (made.kind, made.role) == ("person", role)


@pytest.mark.parametrize(
    "speaker",
    [
        "We’re",
        "Didn’t",
        "Hundreds",
        "Hundreds of guests",
        "Five",
        "CEO",
        "Footage from the yard",
        "Sirens",
        "Norland-based",
        "Norland users",
        "Norland fans",
    ],
)
def test_small_words_amounts_and_plurals_are_nobody(speaker: str) -> None:
    """A capital at the start of a sentence makes no name, and users of a thing are not it."""
    assert last(f"Ida Cole sat.\n\n[[{speaker}]] said no.") == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Friday [[Norway’s armed forces]] said no.", "Norway’s armed forces"),
        ("On Friday [[Norway’s armed forces command]] said no.", "Norway’s armed forces"),
        ("[[The Norwegian army]] said no.", "Norwegian army"),
        ("On Friday [[the state’s highest court]] said no.", "state’s highest court"),
        ("On Friday [[the NKCA news agency]] said no.", "NKCA"),
        # One of many has no name.
        ("[[A Norwegian court]] said no.", ""),
        # A capital at a start is no possessor.
        ("Fine.\n\n[[Huge crowds gathered outside parliament]] said no.", ""),
        ("On Friday [[the neighbour’s office]] said no.", ""),
    ],
)
def test_body_is_named_by_whose_it_is(text: str, name: str) -> None:
    """A body described with a possessor or a people is a party, called as the article does."""
    assert last(text) == name


def test_it_is_the_body_described_before_and_not_its_country() -> None:
    """What Norway's armed forces say goes on with "it", from one statement to the next."""
    text = (
        "[[Norway’s armed forces]] denied that. In a note, [[it]] said Norwegian ships sail on. "
        "“All is calm,” [[it]] said."
    )

    assert names(text) == ["Norway’s armed forces"] * 3


@pytest.mark.parametrize(
    "text",
    [
        # It is the army's.
        "[[The Harbour Authority]] said no. The army answered what [[it]] said was fire.",
        # Vosse is her father, and no firm.
        "Her father [[Vosse]] said no. He met Vosse. [[It]] said it would pay.",
    ],
)
def test_it_in_doubt_is_nobodys(text: str) -> None:
    """With another body in between, or only a person before it, "it" has no party."""
    assert last(text) == ""


@pytest.mark.parametrize(("cue", "name"), [("added", "Harbour Authority"), ("appears", "")])
def test_it_that_appears_is_nobody(cue: str, name: str) -> None:
    """What "it appears" to be is not said by the body that spoke before."""
    text = f"On Friday the Harbour Authority said no. It {cue} that it rained."
    split = Sentences()(Brief(Article("a", "a", text)), CONTEXT)
    positions = tuple(
        Position(f"position-{number}", sentence.id, (_span(text, content),), "indirect",
                 speaker=_span(text, speaker), cue=_span(text, verb))
        for number, (sentence, speaker, verb, content) in enumerate(
            zip(
                split.sentences,
                ("the Harbour Authority", "It"),
                ("said", cue),
                ("no", "that it"),
                strict=True,
            ),
            1,
        )
    )  # fmt: skip

    made = parties(replace(split, positions=positions), CONTEXT)

    assert (made.positions[1].party != "") == bool(name)


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Costa Rican President Ida Cole sat. [[Costa Rica’s president]] said no.", "Ida Cole"),
        ("North Korean leader Timo Berg sat. [[The North Korean leader]] said no.", "Timo Berg"),
        ("North Korean leader Timo Berg sat. [[The South Korean leader]] said no.", ""),
    ],
)
def test_country_of_two_words_has_its_leader(text: str, name: str) -> None:
    """The people of "Costa Rica" are told from those of any other country."""
    assert last(text) == name


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("U.S. Ambassador to the United Nations Ida Cole", "Ida Cole"),
        ("Norway’s ambassador to Russia Ida Cole", "Ida Cole"),
        ("an adviser to President Ida Cole", ""),
        ("a friend of Ida Cole", ""),
    ],
)
def test_name_behind_where_somebody_is_sent_is_his(speaker: str, name: str) -> None:
    """An ambassador is named behind the body he is sent to; an adviser's president is not he."""
    assert last(f"On Friday [[{speaker}]] said no.") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At Vossebank it rained. [[A Vossebank spokeswoman]] said no.", "Vossebank"),
        ("At Vossebank it rained. [[A spokesman for Vossebank]] said no.", "Vossebank"),
        # A man of whom the news knows only the surname, and one with a title.
        ("They met Trump. [[A Trump spokesman]] said no.", ""),
        ("They met Mr Lund. [[A Lund spokesman]] said no.", ""),
    ],
)
def test_spokesman_of_a_firm_of_one_word(text: str, name: str) -> None:
    """A firm of one word has spokespeople; a person's spokesman does not make him a body."""
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At Vossebank, it rained. On Friday [[Vossebank]] said no. [[The company]] said yes.",
         "Vossebank"),
        ("On Friday [[Norland Airlines]] said no. It rained. [[The airline]] said yes.",
         "Norland Airlines"),
        # Another firm stands between, a person spoke, or nobody did.
        ("On Friday [[Vossebank]] said no. The Harbour Bank fell. [[The company]] said yes.", ""),
        ("[[Ida Cole]] said no. [[The company]] said yes.", ""),
        ("Vossebank fell. [[The company]] said yes.", ""),
    ],
)  # fmt: skip
def test_company_is_the_firm_that_spoke_last(text: str, name: str) -> None:
    """A firm is "the company" next, as it is "it", while no other may be meant."""
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is banned by the United Nations, [[which]] said so.", "United Nations"),
        ("It is banned by the Harbour Authority, [[which]] said so.", "Harbour Authority"),
        ("The plan of Ida Cole, [[which]] said so.", ""),
    ],
)
def test_which_is_the_body_before_it(text: str, name: str) -> None:
    """A relative clause with "which" is said by the body right before it, never by a person."""
    assert last(text) == name


def test_who_is_called_he_is_a_person() -> None:
    """A party that a pronoun stands for is of a known kind."""
    text = "“It is so,” said [[Zorblax Quimby]], 45. [[He]] said no."

    assert names(text) == ["Zorblax Quimby"] * 2
    assert party(text, "Zorblax Quimby").kind == "person"


def test_thing_with_an_article_is_no_person() -> None:
    """The name of a ship is cut short too, and its article shows that it is nobody."""
    text = "The Norland Star sails. [[Star]] said no."

    assert party(text, "Norland Star").kind == "unknown"
