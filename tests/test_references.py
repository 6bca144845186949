"""What points back at the start of a sentence, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.model import Brief
from brief.references import Opening, openings
from brief.references.pointing import pointing
from brief.testing import brief_of


def word_of(sentence: str) -> str:
    """Return what *sentence* points back with, or nothing."""
    found = pointing(sentence, 0, len(sentence))
    return sentence[found.start : found.end] if found else ""


def word(brief: Brief, opening: Opening) -> str:
    """Return the word at the span of *opening*, as the article has it."""
    return brief.article.text[opening.span.start : opening.span.end]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("He resigned on Monday.", "He"),
        ("But she stayed.", "she"),
        ("However, they voted against it.", "they"),
        ("Meanwhile she had left.", "she"),
        ("In 2012 he won a seat.", "he"),
        ("In 1950, back in Leeds, she opened a shop.", "she"),
        ("At the time, she lived in Orlund.", "she"),
        ("After that, the council met.", "that"),
        ("Despite this the bridge held.", "this"),
        ("For the film he crossed the strait.", "he"),
        ("Speaking in Orlund, he called for calm.", "he"),
        ("Two years later he was mayor.", "he"),
        ("His wife was not at home.", "His"),
        ("Its members voted.", "Its"),
        ("This may cost jobs.", "This"),
        ("That is not the end of it.", "That"),
        ("Those figures were wrong.", "Those"),
        ("The former was closed.", "The former"),
        ("The latter, a bakery, stayed open.", "The latter"),
        ("The pair met at sea.", "The pair"),
        ("The two sailors are missing.", "The two"),
        ("The 34-year-old was released.", "The 34-year-old"),
        ("The mother of two was found.", "The mother of two"),
        ("Both men were shot and killed.", "Both"),
        ("Another boat sank.", "Another"),
        ("One of them died.", "One of them"),
        ("Each of them paid.", "Each of them"),
        ("11 of those were hurt.", "11 of those"),
        ("Two thirds of it came from the state.", "Two thirds of it"),
        ("The rest of them stayed.", "The rest of them"),
        ("Remarkably, 11 of those were hurt.", "11 of those"),
        ("Sadly, she died.", "she"),
        ("Unfortunately, it failed.", "it"),
        ("Crucially, this came too late.", "this"),
        ("“He is a liar,” Dahl said.", "He"),
        ("He's gone.", "He"),
        ("It has argued that the sale was void.", "It"),
        ("It is expected to reach the coast by noon.", "It"),
        ("It comes as prices rise.", "It"),
        ("“We will stay,” she said.", "she"),
        ("The bridge was safe, he said.", "he"),
    ],
)
def test_what_points_back_is_found(sentence: str, word: str) -> None:
    """The word that needs the sentence before is found, behind whatever leads up to it."""
    assert word_of(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sank.",
        "It is unclear whether the ferry sank.",
        "It was not immediately known who was on board.",
        "It is expected that the vote will be close.",
        "It took three hours to put out the fire.",
        "It is raining.",
        "There are five boats.",
        "This week the council meets.",
        "Those who stayed were fed.",
        "Each of those who stayed was fed.",
        "Sadly, it is raining.",
        "Sadly, Dahl said he was ill.",
        "Members of the council met and voted for it.",
        "That the council knew was news.",
        "The former mayor resigned.",
        "The two key questions were left open.",
        "The 34-year-old singer Ida Cole sang.",
        "Both Dahl and Aas resigned.",
        "Before he died, Cole wrote a book.",
        "In his speech, Cole asked for calm.",
        "In its plan, the bank raised fees.",
        "After Ms Cole left, she wrote a book.",
        "According to Cole, he left early.",
        "He Weidong was expelled.",
        "Her Majesty opened the bridge.",
        "Here are five things to know.",
        "“I will stay,” Dahl said.",
    ],
)
def test_what_stands_by_itself_is_left_alone(sentence: str) -> None:
    """A sentence that can be read alone is no opening: it may be picked without another."""
    assert word_of(sentence) == ""


def test_a_story_may_begin_with_this() -> None:
    """In the first sentence only a pronoun for somebody points back: nothing stands before it."""
    this = brief_of("This is the moment a whale rose. It sank again.")
    he = brief_of("He had not slept. The whale rose.")

    assert (sorted(openings(this)), sorted(openings(he))) == ([1], [0])
    assert openings(he)[0].before is None


def test_the_antecedent_is_the_nearest_sentence_with_somebody() -> None:
    """A pronoun for somebody leads over a sentence in which nobody is."""
    brief = brief_of("Ida Dahl resigned. The pound fell sharply. She will leave in May.")

    found = openings(brief)

    assert (found[2].before, word(brief, found[2])) == (0, "She")


def test_what_is_said_before_is_the_sentence_before() -> None:
    """A word for a thing or for several leads to the sentence right before it."""
    brief = brief_of("Ida Dahl resigned. The pound fell sharply. This was expected.")

    assert openings(brief)[2].before == 1


def test_the_word_is_where_its_span_says() -> None:
    """The span holds the word as the article has it, marks and connectives left out."""
    brief = brief_of("Ida Dahl resigned. But “she’s back,” said Peter Aas.")

    (opening,) = openings(brief).values()

    assert word(brief, opening) == "she"


WORDS = st.sampled_from(
    [
        *("He", "She", "It", "This", "That", "Those", "The", "Both", "But", "In", "After", "There"),
        *("“", "”", "’", ",", "—", "he", "she", "it", "his", "that", "said", "is", "was", "two"),
        *("former", "latter", "34-year-old", "It's", "who", "Dahl", "2012", "not", "clear", "to"),
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_words_give_true_spans(words: list[str]) -> None:
    """Whatever the words, a span lies in its sentence and starts and ends on no space."""
    brief = brief_of("Ida Dahl resigned. " + " ".join(words) + ".")

    for place, opening in openings(brief).items():
        sentence = brief.sentences[place]
        assert sentence.start <= opening.span.start < opening.span.end <= sentence.end
        assert word(brief, opening).strip() == word(brief, opening)
        assert opening.before is None or 0 <= opening.before < place
