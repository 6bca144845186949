"""Titles, descriptions, documents, spokespersons and pronouns find their party, or none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.positions import parties
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.model import Brief, Party, Position
from brief.spans import Span

CONTEXT = Context(language="en")
MARKED = re.compile(r"\[\[(.+?)\]\]")


def told(marked: str) -> Brief:
    """Return the brief of a text in which each [[speaker]] makes a statement."""
    text, spans, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    text += marked[at:]
    split = Sentences()(Brief(Article("a", "a", text)), CONTEXT)
    positions = tuple(
        Position(f"position-{number}", split.sentences[0].id, (_content(text, span),), "indirect",
                 speaker=span)
        for number, span in enumerate(spans, 1)
    )  # fmt: skip
    made = Brief(split.article, sentences=split.sentences, positions=positions)
    return parties(made, CONTEXT)


def _content(text: str, span: Span) -> Span:
    """Return the three words behind the speaker's verb: what is said does not matter here."""
    words = [match.span() for match in re.finditer(r"\S+", text[span.end :])]
    last = words[min(3, len(words) - 1)]
    return Span(span.end + last[0], span.end + last[1])


def names(marked: str) -> list[str]:
    """Return the name of each statement's party, or nothing."""
    made = told(marked)
    by_id = {party.id: party.name for party in made.parties}
    return [by_id.get(one.party, "") for one in made.positions]


def last(marked: str) -> str:
    """Return the name of the last statement's party, or nothing."""
    return names(marked)[-1]


def party(marked: str, name: str) -> Party:
    """Return the party of that name."""
    return next(one for one in told(marked).parties if one.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norland sat. President Ida Cole met Timo Berg. [[The president]] said no.", "Ida Cole"),
        ("Prime Minister Ida Cole sat. [[The prime minister]] said no.", "Ida Cole"),
        ("Former minister Ida Cole sat. [[The former minister]] said no.", "Ida Cole"),
        ("Ida Cole, the mayor of Leeds, sat. [[The mayor]] said no.", "Ida Cole"),
        ("Singer Ida Cole sat. [[The singer]] said no.", "Ida Cole"),
        ("Ukrainian President Ida Cole sat. [[Ukraine’s leader]] said no.", "Ida Cole"),
        ("Ukrainian President Ida Cole sat. [[The Ukrainian leader]] said no.", "Ida Cole"),
        ("Texas Sen. Ida Cole sat. [[The Texas senator]] said no.", "Ida Cole"),
    ],
)
def test_office_is_the_one_person_who_holds_it(text: str, name: str) -> None:
    """A title, a country's leader or a trade stands for the person whose role it is."""
    assert last(text) == name


@pytest.mark.parametrize("rank", ["shadow", "vice", "deputy"])
@pytest.mark.parametrize("beside", ["{} Ida Cole sat.", "Ida Cole, the {} of Norland, sat."])
def test_who_stands_beside_an_office_does_not_hold_it(rank: str, beside: str) -> None:
    """“The chancellor” is not the shadow chancellor, nor “the president” the vice president."""
    office = beside.format(f"{rank} president")

    assert last(f"It rained. {office} [[The president]] said no.") == ""
    assert last(f"It rained. {office} [[The {rank} president]] said no.") == "Ida Cole"


@pytest.mark.parametrize(
    "text",
    [
        # Two hold the office.
        "Mayor Ida Cole met Mayor Timo Berg. [[The mayor]] said no.",
        # The article's president is another country's.
        "French President Ida Cole sat. [[The Ukrainian president]] said no.",
        # She held it once.
        "Former President Ida Cole sat. [[The president]] said no.",
        "Prime Minister Ida Cole sat. [[The minister]] said no.",
        "Vice President Ida Cole sat. [[The president]] said no.",
        # Every party has leaders and candidates.
        "Party leader Ida Cole sat. [[The leader]] said no.",
        # He is named only later.
        "[[The mayor]] said no. Mayor Ida Cole sat.",
        # A common trade, long after the name.
        "Singer Ida Cole sat. It rained. It froze. It thawed. It rained. Ice. [[The singer]] ate.",
        # One of many, and nobody's name.
        "President Ida Cole sat. [[A president]] said no.",
        "President Ida Cole sat. [[The president of the club]] said no.",
    ],
)
def test_office_that_two_may_hold_is_nobodys(text: str) -> None:
    """Where another person may hold the office, the statement has no party."""
    assert last(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[A Kremlin spokesman]] said no.", "Kremlin"),
        ("[[A spokeswoman for the Harbour Authority]] said no.", "Harbour Authority"),
        ("[[A spokesman for Norland’s Defence Ministry]] said no.", "Defence Ministry"),
        ("[[A Justice Department spokeswoman]] said no.", "Justice Department"),
        ("Ida Cole sat. [[A Cole campaign spokesman]] said no.", "Cole campaign"),
        ("Ida Cole sat. [[A Cole spokesman]] said no.", ""),
        ("Ida Cole sat. [[A spokesman for Argentina’s Cole]] said no.", ""),
        ("[[A source close to the Kremlin]] said no.", ""),
    ],
)
def test_spokesman_without_a_name_speaks_for_a_body(text: str, name: str) -> None:
    """The body is the party; a person whose aide speaks is not."""
    assert last(text) == name


def test_named_spokesman_speaks_for_the_body() -> None:
    """The person is the party, with a link to the body, whether it speaks itself or not."""
    made = told("Kremlin spokesman Timo Berg sat. [[Berg]] said no.")

    person, body = sorted(made.parties, key=lambda one: one.kind, reverse=True)
    assert (person.name, person.role) == ("Timo Berg", "Kremlin spokesman")
    assert (body.name, person.speaks_for) == ("Kremlin", body.id)


def test_spokesman_behind_the_body_is_named() -> None:
    """In "a spokesman for the ministry, Timo Berg," the man speaks."""
    text = "[[a spokesman for Norland’s Foreign Ministry, Timo Berg,]] said no."

    assert last(f"It is open, {text}") == "Timo Berg"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Cole sat. [[Cole’s post]] said no.", "Ida Cole"),
        ("Ida Cole sat. [[Cole’s long letter]] said no.", "Ida Cole"),
        ("[[A statement from the Harbour Authority]] said no.", "Harbour Authority"),
        # Other people of hers are not she.
        ("Ida Cole sat. [[Cole’s lawyer]] said no.", ""),
        ("Ida Cole sat. [[Cole’s lawyer’s letter]] said no.", ""),
        ("Ida Cole sat. [[Cole’s campaign post]] said no.", ""),
        ("Ida Cole sat. [[A letter to Cole]] said no.", ""),
    ],
)
def test_document_is_its_authors(text: str, name: str) -> None:
    """What somebody's post or letter says is said by its author, and by nobody else."""
    assert last(text) == name


def test_campaign_is_a_party_of_its_own() -> None:
    """The campaign of a person is an organisation; with and without the "’s" it is one."""
    text = "Ida Cole sat. [[The Cole campaign]] said no. [[Cole’s campaign]] said yes."

    assert names(text) == ["Cole campaign", "Cole campaign"]
    assert party(text, "Cole campaign").kind == "organisation"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Cole opened the bridge. [[She]] said no.", "Ida Cole"),
        ("Ida Cole opened the bridge. “It is safe,” [[she]] said.", "Ida Cole"),
        ("Ida Cole opened it, and [[she]] said no.", "Ida Cole"),
        # The subject, and not whom she met; nor a man.
        ("Ida Cole praised Timo Berg. [[She]] said no.", "Ida Cole"),
        ("Ida Cole met Nora Hart. [[She]] said no.", "Ida Cole"),
        # Names in quotations are never meant.
        ("Timo Berg spoke. “Boris Lund knew it,” [[he]] said.", "Timo Berg"),
        # He is not the one beside him.
        ("Timo Berg spoke. At a rally with Boris Lund, [[he]] said no.", "Timo Berg"),
        # One pronoun leads to another.
        ("Timo Berg spoke. He left early. [[He]] said no.", "Timo Berg"),
        ("“It is safe,” said Timo Berg. “It is old.” [[He]] added that it rained.", "Timo Berg"),
        ("Ukrainian President Timo Berg sat. Ukraine’s leader spoke. [[He]] said no.", "Timo Berg"),
    ],
)
def test_pronoun_is_the_last_subject(text: str, name: str) -> None:
    """He or she is the last fitting subject outside quotation marks."""
    assert last(text) == name


@pytest.mark.parametrize(
    "text",
    [
        # Two fit.
        "Timo Berg spoke and Boris Lund sang. [[He]] said no.",
        "Timo Berg and Boris Lund spoke. [[He]] said no.",
        "Timo Berg told Boris Lund that [[he]] thought so.",
        # A person without a name stands between.
        "Timo Berg spoke. A man from the harbour laughed. [[He]] said no.",
        "Timo Berg spoke. The driver laughed. [[He]] said no.",
        # No woman is there.
        "Timo Berg spoke. [[She]] said no.",
        # She is the one spoken to.
        "In a letter to Ida Cole, [[she]] said no.",
        # Inside a quotation "he" is whoever is spoken of.
        "Timo Berg spoke. “[[He]] said no, and that was that.”",
        # Too far away.
        "Timo Berg spoke. It rained. It froze. It thawed. It rained. [[He]] said no.",
        "Timo Berg spoke.\n\nIt rained.\n\nIt froze.\n\nIt thawed.\n\n[[He]] said no.",
        # A name that no list has may be a man's, and so may be the Brit.
        "Boris Lund spoke. Zorblax Quimby met him. [[He]] said no.",
        "Boris Lund spoke. The Brit promised more. [[He]] said no.",
        # A surname by itself speaks, and is somebody.
        "Ida Cole sang. [[Quimby]] said Cole was fine. “It is so,” [[she]] said.",
        # A firm is no man, whatever it does.
        "Boris Lund sang. [[Vosse Bourse]] said it pays. Vosse Bourse rose. [[He]] said no.",
        # "His" looks ahead to the subject.
        "Boris Lund spoke. In [[his]] view of it the mayor is wrong.",
    ],
)
def test_pronoun_in_doubt_is_nobodys(text: str) -> None:
    """Where a second person may be meant, or none is near, the statement has no party."""
    assert last(text) == ""


def test_trade_in_small_letters_does_not_hide_the_subject() -> None:
    """A subject is one whatever stands before its name."""
    text = "Boris Lund spoke. Newspaper deliveryman Timo Berg saw it. [[He]] said no."

    assert last(text) == "Timo Berg"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is open, says Ida Cole, [[who]] believes in it.", "Ida Cole"),
        ("A man [[who]] saw it left.", ""),
        ("People who like Ida Cole, [[who]] are many, left.", ""),
        ("A spokesman for Ida Cole, [[who]] said no, left.", ""),
        ("It is open, says Ida Cole of the yard at Holt, [[who]] believes in it.", ""),
        ("Those who trust Ida Cole, [[who]] were there, left.", ""),
    ],
)
def test_who_is_the_one_before_it(text: str, name: str) -> None:
    """A relative clause is said by the person named right before it."""
    assert last(text) == name


def test_it_goes_on_with_the_body_that_spoke() -> None:
    """The body that spoke in the sentence before is "it"; with another one between, nobody is."""
    text = "[[The Defence Ministry]] said no. "

    assert last(text + "[[It]] said it would pay.") == "Defence Ministry"
    assert last(text + "The Harbour Authority shut. [[It]] said it would pay.") == ""


def test_i_in_a_quotation_is_its_speaker() -> None:
    """Whoever is quoted says "I"."""
    article = Article("a", "a", "“I think it is safe,” Ida Cole said.")
    split = Sentences()(Brief(article), CONTEXT)
    quote = Position("position-1", "sentence-1", (Span(0, 22),), "direct", speaker=Span(23, 31))
    inner = Position("position-2", "sentence-1", (Span(9, 19),), "indirect", speaker=Span(1, 2))

    made = parties(Brief(article, sentences=split.sentences, positions=(quote, inner)), CONTEXT)

    assert [one.party for one in made.positions] == ["party-1", "party-1"]


@pytest.mark.parametrize(
    "speaker",
    [
        "Timo Berg and Ida Cole",
        "Timo Berg, Ida Cole and Nora Hart",
        "Berg and the ministry",
        "neither Timo Berg nor Ida Cole",
        "Officials",
        "Critics",
        "the officials",
        "experts at the Harbour Authority",
        "Republicans",
        "a man",
    ],
)
def test_several_speakers_and_groups_are_nobody(speaker: str) -> None:
    """What two say is not put down to one of them, and a group without a name has no party."""
    assert last(f"Timo Berg met Ida Cole. On Friday [[{speaker}]] said no.") == ""


def test_police_are_a_group() -> None:
    """The police are a party without a name of their own."""
    made = party("[[Police]] said no.", "Police")

    assert (made.kind, made.role) == ("group", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russia waited. [[Moscow]] said no.", "Russia"),
        ("[[Moscow]] said no.", "Moscow"),
        ("The US waited. [[Washington]] said no.", "US"),
        ("Nora Washington waited. [[Washington]] said no.", "Nora Washington"),
        ("The talks in [[Moscow]] said little.", ""),
        ("[[Britain]] said no. The UK waited.", "Britain"),
    ],
)
def test_capital_speaks_for_its_country(text: str, name: str) -> None:
    """A capital that speaks is a government; one where something happens is a place."""
    assert last(text) == name


def test_forms_of_one_country_are_one_party() -> None:
    """The US and the United States are mentions of one party."""
    made = party("The United States waited. [[The US]] said no.", "United States")

    assert (made.kind, len(made.mentions)) == ("place", 2)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bill Hart met Nora Hart. [[Mr. Hart]] said no.", "Bill Hart"),
        ("Bill Hart met Nora Hart. [[Mrs. Hart]] said no.", "Nora Hart"),
        ("Bill Hart met Nora Hart. [[Hart]] said no.", ""),
        ("Prime Minister Sir Keir Lund sat. [[Sir Keir]] said no.", "Keir Lund"),
        ("Ida Cole sat. [[Ida]] said no.", "Ida Cole"),
        ("President Moon Jae-in sat. [[Moon]] said no.", "Moon Jae-in"),
        ("He met Kim. [[Kim]] said no. Edited by Kim Reed.", "Kim"),
        ("François Hart sat. Francois Hart ate. [[Hart]] said no.", "François Hart"),
        ("Ken Hart sat. Kenneth Hart ate. [[Hart]] said no.", "Kenneth Hart"),
        ("Donald Hart sat. Donald Hart Jr. ate. [[Hart]] said no.", "Donald Hart"),
        ("Team Hart cheered. Bill Hart sat. [[Hart]] said no.", "Bill Hart"),
        ("Added Hart: it is. Bill Hart sat. [[Hart]] said no.", "Bill Hart"),
        ("The Metropolitan Water District (MWD) sat. [[The MWD]] said no.",
         "Metropolitan Water District"),
        ("Mayor of London Ida Cole sat. [[Cole]] said no.", "Ida Cole"),
    ],
)  # fmt: skip
def test_short_name_is_the_one_who_bears_it(text: str, name: str) -> None:
    """A surname, a first name or an acronym stands for the one it can mean."""
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Ida Cole sat. [[Cole]] said no.", "name"),
        ("Mayor Ida Cole sat. [[The mayor]] said no.", "title"),
        ("Ukrainian President Ida Cole sat. [[Ukraine’s leader]] said no.", "description"),
        ("[[A Kremlin spokesman]] said no.", "description"),
        ("Ida Cole sat. [[She]] said no.", "pronoun"),
    ],
)
def test_via_says_how_the_speaker_was_found(text: str, via: str) -> None:
    """Each statement tells what its party rests on."""
    assert told(text).positions[-1].via == via


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Former US President Ida Cole sat. [[Cole]] said no.", "Former US President"),
        ("Today former vice president Ida Cole sat. [[Cole]] said no.", "former vice president"),
        ("Even Norland comedian Ida Cole sat. [[Cole]] said no.", "Norland comedian"),
        ("[[Ida Cole]], head of the yard, said no.", "head of the yard"),
        ("It was shadow chancellor Ida Cole. [[Cole]] said no.", "shadow chancellor"),
        ("[[Ida Cole]], a minister with a speech to make, said no.", "minister"),
        ("[[Ida Cole]], a lawyer with the Yard Board, said no.", "lawyer with the Yard Board"),
        ("[[Ida Cole]], a yard manager told this paper, said no.", ""),
        ("[[Ida Cole]], not the greatest president, said no.", ""),
        ("Dr. Ida Cole sat. [[Cole]] said no.", ""),
    ],
)
def test_role_is_what_stands_beside_the_name(text: str, role: str) -> None:
    """Titles before and behind the name are the role; half a sentence is none."""
    assert party(text, "Ida Cole").role == role


WORDS = st.sampled_from(
    [
        *("Anna Reed", "Bill Reed", "Mr. Reed", "Reed’s", "He", "She", "he said", "she", "who"),
        *("and", "said", "“", "”", ".", ". ", "the mayor", "Mayor", "of", "Moscow", "Russia"),
        *("a Kremlin spokesman", "for", "the", "police", "MWD", "(", ")", "’", "\n\n", "It"),
        *("I think", "Police"),
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_laws_hold_whatever_the_words(pieces: list[str], data: st.DataObject) -> None:
    """Any stretch may be called a speaker: parties exist, mentions are sorted, true and named."""
    marked = list(pieces)
    chosen = data.draw(st.sets(st.integers(0, len(pieces) - 1), max_size=6))
    for at in chosen:
        if pieces[at].strip():
            marked[at] = f"[[{pieces[at].strip()}]]"
    text = " ".join(marked) + " end of it."

    made = told(text)

    known = {one.id for one in made.parties}
    assert {one.party for one in made.positions} <= known | {""}
    assert {one.speaks_for for one in made.parties} <= known | {""}
    for one in made.parties:
        assert one.name
        starts = [span.start for span in one.mentions]
        assert starts == sorted(set(starts))
        for span in one.mentions:
            piece = made.article.text[span.start : span.end]
            assert piece == piece.strip() != ""


def test_same_article_gives_the_same_parties() -> None:
    """A second reading of the article finds what the first one found."""
    text = "Ida Cole met Timo Berg. [[She]] said no. [[The Harbour Authority]] said yes."

    assert told(text) == told(text)
