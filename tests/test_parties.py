"""Speakers named in different ways become one party, and never two people one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.attributions import Attributions
from brief.builtin.positions import KeyPositions, parties, stance
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.errors import ConfigError
from brief.model import Brief

CONTEXT = Context(language="en")


def with_parties(text: str, context: Context = CONTEXT) -> Brief:
    """Return the brief of *text* with its positions and their parties."""
    split = Sentences()(Brief(Article("a", "a", text)), context)
    return parties(Attributions()(split, context), context)


def names(text: str) -> list[str]:
    """Return the name of each statement's party, or nothing."""
    made = with_parties(text)
    by_id = {party.id: party.name for party in made.parties}
    return [by_id.get(one.party, "") for one in made.positions]


@pytest.mark.parametrize(
    ("speaker", "name", "role"),
    [
        ("US President Donald Ortiz", "Donald Ortiz", "US President"),
        ("Prime Minister Sir Keir Lund", "Keir Lund", "Prime Minister"),
        ("US Secretary of State Mara Rubin", "Mara Rubin", "US Secretary of State"),
        ("Harbour Press Secretary Ida Cole", "Ida Cole", "Harbour Press Secretary"),
        ("Mrs. Ida Cole", "Ida Cole", ""),
        ("Stephen King", "Stephen King", ""),
        ("Ursula von der Leyen", "Ursula von der Leyen", ""),
        ("Norland’s Minister Ida Cole", "Ida Cole", "Minister"),
    ],
)
def test_titles_are_taken_off_the_name(speaker: str, name: str, role: str) -> None:
    """A party's name has no title in it; the title is its role."""
    (party,) = with_parties(f"On Friday, {speaker} said the road is open.").parties

    assert (party.name, party.role) == (name, role)


def test_an_apposition_is_a_role() -> None:
    """What stands in commas after the name says who that is."""
    (party,) = with_parties("Ida Cole, the mayor of Westhaven, said it is open.").parties

    assert party.role == "mayor of Westhaven"


def test_a_surname_joins_its_one_bearer() -> None:
    """A bare surname is the person named in full, whether he speaks there or not."""
    text = "Reporters met Anna Reed on Friday. Reed said the bridge is shut."

    made = with_parties(text)

    assert [party.name for party in made.parties] == ["Anna Reed"]
    assert [text[span.start : span.end] for span in made.parties[0].mentions] == [
        "Anna Reed",
        "Reed",
    ]


def test_an_adjective_at_a_start_is_no_given_name() -> None:
    """A word that is capitalised for its place alone does not become part of a name."""
    text = "Poor Norland waits. The ferry to Norland sank. Norland said it would pay."

    assert names(text) == ["Norland"]


def test_a_surname_of_two_bearers_is_nobodys() -> None:
    """With both Clarks in the article, "Clark" has no party, and each full name its own."""
    text = (
        "Bill Clark said it is open. Hilda Clark said it is shut. "
        "Clark said the road was never built."
    )

    assert names(text) == ["Bill Clark", "Hilda Clark", ""]


def test_contradicting_given_names_are_two_parties() -> None:
    """An initial agrees with its name; another name does not."""
    text = "John D. Reed said it is open. John Reed said it is shut. Jane Reed said it is old."

    assert names(text) == ["John D. Reed", "John D. Reed", "Jane Reed"]


def test_pronouns_and_descriptions_are_not_guessed() -> None:
    """No man and no ministry is named: "he" and "the ministry" are nobody."""
    text = "Ida Cole said it is open. He said it is shut. The ministry said it is old."

    assert names(text) == ["Ida Cole", "", ""]


def test_mentions_are_whole_words_of_this_name() -> None:
    """Another person's name, a street and a longer word are no mentions."""
    text = (
        "Ida Cole said it is open. Coleman Street and Cole Street are shut. "
        "Coles are fish. Cole’s boat sank."
    )

    (party,) = with_parties(text).parties

    assert [text[span.start : span.end] for span in party.mentions] == ["Ida Cole", "Cole"]


def test_a_country_is_not_a_person_with_a_surname() -> None:
    """The name "North Norland" is no mention of South Norland."""
    text = "South Norland said it would pay. North Norland said it would not pay."

    made = with_parties(text)

    assert [(party.name, len(party.mentions)) for party in made.parties] == [
        ("South Norland", 1),
        ("North Norland", 1),
    ]


def test_kinds_are_told_where_the_name_shows_them() -> None:
    """A title makes a person, a word such as "Bank" an organisation; else it is unknown."""
    text = (
        "President Ida Cole said it is open. The Bank of Norland said it is shut. "
        "Zorblax said it is old."
    )

    kinds = {party.name: party.kind for party in with_parties(text).parties}

    assert kinds == {"Ida Cole": "person", "Bank of Norland": "organisation", "Zorblax": "unknown"}


def test_parties_stand_in_the_order_of_first_mention() -> None:
    """The one named first is party-1, whoever speaks first."""
    text = "Anna Reed met Ida Cole. Cole said it is open. Reed said it is shut."

    made = with_parties(text)

    assert [(party.id, party.name) for party in made.parties] == [
        ("party-1", "Anna Reed"),
        ("party-2", "Ida Cole"),
    ]


def test_nothing_to_do_changes_nothing() -> None:
    """A brief without named speakers comes back as it was."""
    made = Brief(Article("a", "a", "Rain fell."))

    assert parties(made, CONTEXT) is made


TALK = (
    "“The bridge will stay shut,” said Anna Reed. “The old road is quite safe,” Reed said. "
    "Reed denied the claim of fraud at the harbour. Reed warned that the ferry could sink soon. "
    "“The bridge will stay shut,” Reed said. The ministry said the tolls would rise. "
    "“Nobody asked us about any of it.”"
)


def shown(depth: str, per_party: int = 3) -> list[str]:
    """Return the printed contents of TALK at *depth*."""
    context = Context(language="en", depth="full" if depth == "full" else "short")
    if depth == "tldr":
        context = Context(language="en", depth="tldr")
    made = KeyPositions(per_party)(with_parties(TALK), context)
    return [made.text_of(one.content) for one in made.positions if one.shown]


def test_each_party_shows_so_many_statements_and_no_repeat() -> None:
    """Three at most by default; what was shown already is not shown again."""
    found = shown("short")

    assert len(found) == 3
    assert len(set(found)) == 3


def test_depth_and_option_set_how_many() -> None:
    """One a party in a tldr, as many as asked for, every statement in full."""
    assert len(shown("tldr")) == 1
    assert len(shown("short", per_party=2)) == 2
    assert len(shown("full")) == len(with_parties(TALK).positions)


def test_statements_without_a_party_wait_for_full() -> None:
    """What no known party said is shown only when everything is."""
    assert not any("tolls would rise" in each for each in shown("short"))
    assert any("tolls would rise" in each for each in shown("full"))


def test_no_statement_a_party_is_an_error() -> None:
    """Asking for none is told to the user."""
    with pytest.raises(ConfigError, match="per_party must be 1 or more, not 0"):
        KeyPositions(0)


ALPHABET = (
    "Anna Reed Bill Clark said that it is open . , Mr. President of the Bank Norland Jr. "
    "de O’Neill Reed’s according to ‘ ’ J. \n\n"
)
SOME = st.sampled_from(ALPHABET.split(" "))


@given(st.lists(SOME, max_size=50))
def test_mentions_hold_whatever_the_words(words: list[str]) -> None:
    """Mentions are sorted, in range and true; each named party is one that exists."""
    text = " ".join(words)
    made = with_parties(text)

    known = {party.id for party in made.parties}
    assert {one.party for one in made.positions} <= known | {""}
    for party in made.parties:
        starts = [span.start for span in party.mentions]
        assert starts == sorted(starts)
        assert starts
        for span in party.mentions:
            assert not text[span.start].isspace()
            assert not text[span.end - 1].isspace()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Tarnby Hauliers’ Association said on Friday that trade fell.",
            "Tarnby Hauliers’ Association",
        ),
        ("Dacre & Holt said on Friday that the bid stands.", "Dacre & Holt"),
        ("Michael O’Leary said on Friday that the bid stands.", "Michael O’Leary"),
        ("Tarnby-based Vossnet said on Friday that the bid stands.", "Vossnet"),
    ],
)
def test_name_is_whole_and_written_as_in_the_article(text: str, name: str) -> None:
    """A plural possessive, an "&" or a curly apostrophe is a part of the name."""
    made = with_parties(text)

    assert [party.name for party in made.parties] == [name]
    assert name in text


def test_honorific_alone_is_no_name() -> None:
    """An honorific before nothing that is a name gives no party, and no error."""
    made = with_parties("Mr. said Anna Anna Anna")

    assert [party.name for party in made.parties if party.name == "Mr."] == []


def test_forms_of_address_keep_a_couple_apart() -> None:
    """With a Mr and a Ms of one surname in the article, each is somebody else."""
    text = (
        "Prosecutor Nora Hart said the case is closed. Ms Hart said the trial starts on Monday. "
        "Mr Hart said he would appeal."
    )

    assert names(text) == ["Nora Hart", "Nora Hart", ""]


def test_one_form_of_address_joins_the_full_name() -> None:
    """Where nobody else bears the surname, "Ms Hart" is the Hart named in full."""
    text = "Nora Hart said the case is closed. Ms Hart said the trial starts on Monday."

    assert names(text) == ["Nora Hart", "Nora Hart"]


@pytest.mark.parametrize("couple", ["Mr and Mrs Hart", "Ben and Nora Hart"])
def test_couple_that_shares_a_surname_is_two_people(couple: str) -> None:
    """Of two who are named with one surname, the bare surname is neither."""
    text = f"The crowd met {couple}. Nora Hart said it is open. Hart said the gate is shut."

    assert names(text) == ["Nora Hart", ""]


def test_surname_before_and_is_no_given_name() -> None:
    """In "Ortiz and Nora Hart" Ortiz is not a Hart if the article names an Ortiz in full."""
    text = (
        "Donald Ortiz spoke. Ortiz and Nora Hart left. Nora Hart said it is open. "
        "Hart said the gate is shut."
    )

    assert names(text) == ["Nora Hart", "Nora Hart"]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("General Motors", "General Motors"),
        ("General Anna Reed", "Anna Reed"),
        ("Detective Inspector Anna Reed", "Anna Reed"),
        ("Getty Anna Reed", "Anna Reed"),
        ("The Norlandish Defence Ministry", "Norlandish Defence Ministry"),
        ("The Sunday Courier", "Sunday Courier"),
        ("German striker Timo Berg", "Timo Berg"),
        ("U.S. Naval Observatory", "U.S. Naval Observatory"),
        ("NASA", "NASA"),
        ("JK Lund", "JK Lund"),
    ],
)
def test_name_is_neither_cut_short_nor_run_into(speaker: str, name: str) -> None:
    """Ranks, trades and picture credits come off a person's name; a body keeps all of its own."""
    (party,) = with_parties(f"On Friday morning {speaker} said the road is open.").parties

    assert party.name == name


def test_what_is_no_name_is_no_party() -> None:
    """A party of politics names nobody."""
    assert with_parties("One Republican said the road is open.").parties == ()


@pytest.mark.parametrize("lead", ["LONDON", "“Silent Harbour”", "Getty Images"])
def test_what_runs_into_a_name_is_no_part_of_it(lead: str) -> None:
    """A caption's capitals, a title in quotation marks and a credit come off the name."""
    (party,) = with_parties(f"{lead} Anna Reed said the road is open.").parties

    assert party.name == "Anna Reed"


def test_trade_before_a_name_is_no_second_bearer() -> None:
    """Whoever is called by trade and name at first is the one called by the name later."""
    text = "Carpenter Anna Reed waited. Anna Reed said it is open. Reed said it is safe."

    assert names(text) == ["Anna Reed", "Anna Reed"]


def test_bodies_that_share_their_ends_are_apart() -> None:
    """Two societies of one country are two parties, each with its own mentions."""
    text = (
        "The American Meteor Society said it was bright. "
        "The American Chemical Society said it was not."
    )

    made = with_parties(text)

    assert [(party.name, len(party.mentions)) for party in made.parties] == [
        ("American Meteor Society", 1),
        ("American Chemical Society", 1),
    ]


def test_name_inside_a_body_is_no_surname() -> None:
    """A firm that is named by one word is not a member of the body that is named with it."""
    text = "Reuters Vossnet fell again. Vossnet said the data is safe."

    made = with_parties(text)

    assert [party.name for party in made.parties] == ["Vossnet"]
    assert len(made.parties[0].mentions) == 2


def test_phrase_that_starts_with_of_names_nobody() -> None:
    """A torn text may leave a speaker that starts in the middle of a name."""
    assert names("the of Mr. not dismissed Cole") == [""]


def test_short_denial_is_shown_before_a_third_saying() -> None:
    """A stance in a few words is a position: "denied that the report was held back"."""
    made = with_parties(
        "Holm denied that the report was held back. Holm said the work starts in the spring. "
        "Holm said the state pays for two thirds of it. Holm said the ferry runs all night long."
    )

    chosen = KeyPositions(2)(stance(made, CONTEXT), CONTEXT)

    shown = [chosen.text_of(one.content) for one in chosen.positions if one.shown]
    assert "that the report was held back" in shown
    assert len(shown) == 2
