"""Articles in many languages: which one it is, where sentences end, which words say little."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.article import Article
from brief.builtin import summarisers
from brief.builtin.describe.language import language
from brief.builtin.positions import disputes, parties, stance
from brief.builtin.sentences import Sentences, model_of
from brief.builtin.summarisers.material import stop_words_of
from brief.contracts import Context
from brief.languages import CODE, is_english, named
from brief.model import Brief, Party, Position
from brief.spans import Span, squeeze
from brief.stopwords import listed, stop_words
from brief.words import count, terms
from cli_helpers import FERRY, ORCHARD
from stories_of_languages import FURTHER, STORIES, sentences, told

CODES = sorted(STORIES)
METHODS = sorted(stage.name for stage in summarisers.stages())
PIECES = [
    *[
        "Die Fähre",
        "z. B.",
        "M. Aas",
        "Dra. Dahl",
        "κ. Άας",
        "أورلوند",
        "שריפה",
        "渡轮停航",
        "島の",
    ],
    *["नौका", "여객선", "3.", "5", "İnci", "ещё", "と述べた", "他说", "ı", "डॉ.", "t.o.m."],
    *[".", "?", "!", "…", "。", "！", "？", "।", "؟", ";", "·", ",", "،", "，", "、", ":", "–"],
    *["„", "“", "”", "»", "«", "‹", "›", '"', "'", "’", "「", "」", "『", "』", "¿", "¡", "(", ")"],
    *[" ", " ", " ", " ", " ", "\n", "\n\n", "\u00a0", "\u3000"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def story(text: str, code: str = "") -> Brief:
    """Return a brief of *text* that no stage has touched."""
    return Brief(Article(id="pier.txt", source="pier.txt", text=text, language=code))


def body(code: str) -> str:
    """Return the story in the language *code* without its headline."""
    return told(code).partition("\n\n")[2]


@pytest.mark.parametrize("code", CODES)
def test_a_story_tells_its_language(code: str) -> None:
    """Nobody has to name the language of an article of a few sentences."""
    assert language(told(code)) == code


@pytest.mark.parametrize("code", sorted(FURTHER.keys() - {"th"}))
def test_neighbours_are_told_apart(code: str) -> None:
    """Danish is not taken for Norwegian, nor Slovak for Czech, from two sentences on."""
    assert language(FURTHER[code]) == code


def test_a_script_of_its_own_tells_a_language() -> None:
    """Thai puts no spaces between words, but nothing else is written in its letters."""
    assert language(FURTHER["th"]) == "th"


@pytest.mark.parametrize("code", sorted(FURTHER.keys() - {"th", "ml"}))
def test_a_few_words_never_suffice(code: str) -> None:
    """A headline or a name is in no language: better none than the wrong one."""
    few = " ".join(FURTHER[code].split()[:8])

    assert not language(few)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "1 2 3 4 5 6 7 8 9 10 " * 20,
        "Orlund Nordsund Harwick Tarn Quays " * 20,
        f"{body('de')}{body('es')}",
        f"{body('ru')}{body('zh')}{body('fr')}",
        # Welsh, of which brief knows nothing.
        (
            "Mae'r fferi rhwng yr ynys a'r tir mawr wedi bod yn segur ers dydd Llun ar ôl tân yn "
            "ystafell y peiriannau. Ni chafodd neb ei anafu, meddai'r cwmni, ond rhaid i'r bobl "
            "sy'n byw ar yr ynys aros nes bod popeth wedi ei archwilio."
        ),
    ],
)
def test_what_is_mixed_or_unknown_is_in_no_language(text: str) -> None:
    """Two languages in one text, names alone, or one without a list: brief does not guess."""
    assert not language(text)


@pytest.mark.parametrize("text", [FERRY, ORCHARD])
def test_english_stays_english(text: str) -> None:
    """What was told before any other language was known is told still."""
    assert language(text) == "en"


def test_a_few_foreign_words_leave_an_article_english() -> None:
    """A quotation in German does not make the article German."""
    assert (
        language(f"{FERRY}\n„Wir legen erst ab, wenn jedes Ventil geprüft ist“, she said.") == "en"
    )


@pytest.mark.parametrize("code", CODES)
def test_sentences_end_where_their_language_ends_them(code: str) -> None:
    """Abbreviations, ordinals, quotation and question marks are those of the language."""
    made = Sentences()(story(body(code), code), Context())

    assert [each.text for each in made.sentences] == sentences(code)
    assert not made.notices


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("de", "Am 3. Mai z. B. fährt laut Dr. Dahl nur die Linie 5."),
        ("de", "»Wohin?«, fragte sie."),
        ("de", "„Wohin?“ fragte sie."),
        ("fr", "« Où ça ? » a-t-elle demandé à M. Aas."),
        ("es", "«¿Adónde?», preguntó la Sra. Dahl."),
        ("sv", "”Vart?” frågade hon."),
        ("fi", "”Minne?” hän kysyi."),
        ("ru", "«Куда?» — спросила она."),
        ("pl", "– Dokąd? – zapytała ją dr Dahl."),
        ("nl", "Dhr. Aas woont in de St. Jansstraat."),
        ("uk", "Він живе на вул. Садовій."),
        ("zh", "“去哪里？”她问。"),
        ("zh", "“船不开了。”市长表示，学校也将关闭。"),
        ("ja", "「どこへ。」と彼女は話した。"),
        ("el", "Το πλοίο σταμάτησε· το σχολείο έκλεισε."),
        ("hi", "डॉ. दाल ने कहा कि नौका बंद है।"),
        ("xx", "Gov. Birch left."),
    ],
)
def test_one_sentence_stays_whole(code: str, whole: str) -> None:
    """What was asked and who asked it, a title and its bearer, stay together."""
    assert [each.text for each in Sentences()(story(whole, code), Context()).sentences] == [whole]


@pytest.mark.parametrize(
    ("code", "text", "second"),
    [
        ("fr", "Il demande un bateau. « Qui paiera ? » dit-il.", "« Qui paiera ? » dit-il."),
        ("sv", "Han kräver en båt. ”Vem betalar?” säger han.", "”Vem betalar?” säger han."),
        ("de", "Er fordert ein Schiff. »Wer zahlt?«, fragt er.", "»Wer zahlt?«, fragt er."),
        ("de", "Er sagt: „Wir warten.“ Die Schule schließt.", "Die Schule schließt."),
        ("es", "Pide un barco. ¿Quién paga?", "¿Quién paga?"),
        ("zh", "他说：“船不开了。”“谁来付钱？”", "“谁来付钱？”"),
        ("zh", "“船不开了。”他说：“学校也关了。”", "他说：“学校也关了。”"),
        ("el", "Ζητά πλοίο. Ποιος πληρώνει; Κανείς.", "Ποιος πληρώνει;"),
        ("ar", "من سيدفع؟ لا أحد.", "لا أحد."),
        ("hi", "नौका बंद है। स्कूल भी बंद है।", "स्कूल भी बंद है।"),
    ],
)
def test_a_mark_goes_with_the_words_it_encloses(code: str, text: str, second: str) -> None:
    """The mark that opens a quotation is not left at the end of the sentence before it."""
    found = [each.text for each in Sentences()(story(text, code), Context()).sentences]

    assert found[1] == second
    assert squeeze(" ".join(found)).replace(" ", "") == text.replace(" ", "")


@given(text=TEXTS, code=st.sampled_from([*CODES, "", "fi", "th", "xx"]))
def test_spans_are_true_in_every_language(text: str, code: str) -> None:
    """Sentences are in order and apart, start and end on a letter or mark, and lose nothing."""
    made = Sentences()(story(text, code), Context())

    at = 0
    lost: list[str] = []
    for sentence in made.sentences:
        assert sentence.start >= at
        assert sentence.text == made.text_of(sentence.parts)
        for part in sentence.parts:
            piece = text[part.start : part.end]
            assert piece
            assert piece == piece.strip()
            lost.append(text[at : part.start])
            at = part.end
    lost.append(text[at:])
    # A dot that stands apart, where a line had no end mark, is no part of a sentence.
    assert not "".join(lost).replace(".", "").strip()


def test_an_article_in_a_language_without_a_model_is_told_so() -> None:
    """Where Thai sentences end cannot be known from marks; the reader is not left to find out."""
    made = Sentences()(story(FURTHER["th"], "th"), Context())

    assert [(each.code, each.message) for each in made.notices] == [
        ("B105", 'no sentence model for "th": split as English')
    ]


def test_every_language_that_is_told_has_rules_for_its_sentences() -> None:
    """What brief finds an article to be in by its words, it can split too."""
    assert [code for code in (*listed(), "ar", "ja", "ko", "zh") if model_of(code) is None] == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("method", METHODS)
def test_every_summariser_picks_true_sentences(code: str, method: str) -> None:
    """A summary in any language is of its sentences, in their order, and the same each time."""
    text = body(code)
    made = [
        brief.from_text(text, lang=code, use={"summarise": method}, positions=False, plugins=[])
        for _ in range(2)
    ]

    chosen = [each.text for each in made[0].summary.sentences]

    assert len(chosen) == 3
    assert chosen == [each for each in sentences(code) if each in chosen]
    assert made[0] == made[1]


@pytest.mark.parametrize("code", CODES)
def test_words_that_say_little_are_known(code: str) -> None:
    """Each language has its own, in small letters, and its stories are full of them."""
    known = stop_words(code)
    words = [each.lower() for each in terms(told(code))]

    hits = sum(word in known for word in words)

    assert all(word == word.lower() for word in known)
    # Without spaces words are pairs of characters; Korean puts its small words behind others.
    assert hits >= (1 if code in {"ja", "ko", "zh"} else len(words) // 8)


def test_a_region_does_not_hide_the_words_of_a_language() -> None:
    """Portuguese of Brazil is Portuguese; both standards of Norwegian share a list."""
    assert stop_words("pt-BR") == stop_words("PT_pt") == stop_words("pt")
    assert stop_words("nn") == stop_words("no") == stop_words("nb")


@pytest.mark.parametrize("code", ["", "xx", "../en", "x" * 1000])
def test_no_list_is_an_empty_one(code: str) -> None:
    """Where nothing is known no word is left out, and nothing fails."""
    assert stop_words(code) == frozenset()


def test_the_words_of_the_article_s_language_are_left_out() -> None:
    """A French article is compared without "les", an English one with it."""
    french, english = story("", "fr"), story("", "en")

    assert "les" in stop_words_of(french, Context())
    assert "les" not in stop_words_of(english, Context())
    assert "les" in stop_words_of(english, Context(language="fr"))


def test_word_lists_are_read_without_what_is_slow() -> None:
    """The default summariser needs the lists: neither sumy nor what it imports comes with them."""
    code = (
        "import sys; from brief.stopwords import stop_words; "
        "assert stop_words('ar') and stop_words('de') and stop_words('en'); "
        "print(*sorted({'sumy', 'nltk', 'numpy', 'requests'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The pier – shut.", 4),
        ("섬 주민 1,200명에게", 3),
        ("学校将关闭到5月3日。", 10),
        ("“船” 停了 ABC", 4),
        ("フェリーは運休。", 7),
        ("स्कूल बंद रहेगा।", 3),
    ],
)
def test_words_are_counted_where_no_spaces_stand(text: str, words: int) -> None:
    """80 words of Chinese are 80 characters, as word processors count; marks are no words."""
    assert count(text) == words


@given(st.text(alphabet=st.characters(max_codepoint=0x3000)))
def test_what_has_spaces_is_counted_by_them(text: str) -> None:
    """Nothing changes for languages that put spaces between words."""
    assert count(text) == len(text.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor’s 3 boats don't sail.", ["The", "mayor's", "boats", "don't", "sail"]),
        ("नौका बंद रहेगी।", ["नौका", "बंद", "रहेगी"]),
        ("奥斯要求3艘ABC渡轮", ["奥斯", "斯要", "要求", "艘", "ABC", "渡轮"]),
        ("שְׁרֵפָה", ["שְׁרֵפָה"]),
        ("İçin", ["için"]),
    ],
)
def test_texts_are_compared_by_their_words(text: str, found: list[str]) -> None:
    """Vowel signs are parts of words; of Chinese, pairs of characters stand for them."""
    assert terms(text) == found


@pytest.mark.parametrize("language_", ["", "en", "en-gb", "eng"])
def test_what_is_not_known_is_read_as_english(language_: str) -> None:
    """An article too short to tell its language gets what an English one gets."""
    assert is_english(language_)


@pytest.mark.parametrize(("code", "name"), [("de", "German (de)"), ("xx", '"xx"')])
def test_a_language_is_named_for_people(code: str, name: str) -> None:
    """A notice says "German", and only the code where the name is not known."""
    assert named(code) == name


@pytest.mark.parametrize("stage", [disputes, parties, stance])
def test_stages_that_read_english_leave_other_languages_alone(stage) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """What an extractor for German found keeps its statements, and says once what is missing."""
    made = Sentences()(story("Ines Dahl sagte, die Fähre fährt nicht.", "de"), Context())
    position = Position(
        "position-1", "sentence-1", (Span(17, 38),), "indirect", Span(0, 9), "name", Span(10, 15)
    )
    two = (Party("party-1", "Ines Dahl"), Party("party-2", "Aas"))
    found = replace(made, positions=(position,), parties=two)

    once = stage(found, Context())
    twice = stage(once, Context())

    assert once.positions == (position,)
    assert once.parties == two
    assert [each.code for each in twice.notices] == [CODE]
