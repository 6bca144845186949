"""What may be left out of a summary sentence, and what never is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.article import Article
from brief.layout import paragraphs
from brief.model import Brief, Sentence
from brief.spans import Part, Span, squeeze
from brief.trimming import left_out, trimmed
from brief.trimming.words import BARE, WITH_COMMA


def sentence_of(text: str, wanted: str | None = None) -> Sentence:
    """Return the sentence *wanted* where it stands in *text*, else all of the text as one."""
    wanted = wanted or text
    start = text.index(wanted)
    return Sentence("sentence-1", (Span(start, start + len(wanted)),), " ".join(wanted.split()), 0)


def printed(text: str, wanted: str | None = None, *, follows: bool = False) -> str:
    """Return what is printed of the sentence *wanted* of *text*."""
    parts = trimmed(text, sentence_of(text, wanted), follows=follows)
    return Brief(Article("a", "a.txt", text)).text_of(parts)


@pytest.mark.parametrize(
    ("whole", "left"),
    [
        ("However, the mayor said it was safe.", "[T]he mayor said it was safe."),
        ("But Lena Castellanos said it was safe.", "Lena Castellanos said it was safe."),
        ("And a third pier was closed at noon.", "[A] third pier was closed at noon."),
        ("Yet the ferry has sailed every night.", "[T]he ferry has sailed every night."),
        ("Meanwhile, 40 crews were sent home early.", "40 crews were sent home early."),
        ("Meanwhile Tidewater said it would wait.", "Tidewater said it would wait."),
        ("In addition, fares were put up in May.", "[F]ares were put up in May."),
        ("Also, the school has shut its gates.", "[T]he school has shut its gates."),
        ("Still, nobody was hurt in the fire.", "[N]obody was hurt in the fire."),
        ("But if the deal fails, crews will strike.", "[I]f the deal fails, crews will strike."),
        ("But the boat did not sink, police said.", "[T]he boat did not sink, police said."),
        ("However, iPhone sales were lower in June.", "iPhone sales were lower in June."),
        ("But,\nthe mayor said it was safe.", "[T]he mayor said it was safe."),
        ("However, the pier was not safe.", "[T]he pier was not safe."),
    ],
)
def test_word_that_joins_sentences_is_left_out(whole: str, left: str) -> None:
    """What only ties a sentence to the one before goes, and the capital is put in, marked."""
    assert printed(whole) == left


@pytest.mark.parametrize(
    "whole",
    [
        "But for the rain, the match would have been played.",
        "And yet the ferry has sailed every night.",
        "But then the engine was on fire again.",
        "Yet another ferry was taken out of service.",
        "So far, nobody has been charged with it.",
        "Still under repair is the eastern pier, which was hit.",
        "Also arrested was the captain of the second boat.",
        "However much was spent, the pier was still shut.",
        "However hard they tried, the crews could not sail.",
        "Instead, the council has put the merger off.",
        "As a result, the council has put the merger off.",
        "Separately, police said a man was arrested.",
        "For example, a family would have paid 40 crowns.",
        "According to the mayor, the pier was not safe.",
        "Reportedly, the pier was not safe to use.",
        "Allegedly, the pier was not safe to use.",
        "If not, the pier will be shut for good.",
        "However, the same was said of the second pier.",
        "But the other pier was not so lucky, they said.",
        "However, he said, the pier was not safe to use.",
        "However, according to him, said the mayor, it did not.",
        "But we have never been asked about the pier.",
        "And as you said, the pier was not safe to use.",
        "But the second crew did not.",
        "But who has paid for the repair of the pier?",
        "And the winner of the race this year!",
        "And the first since 1979 to win both games.",
        "But not the pier, which was never in danger.",
        "However, not one crew was sent there at all.",
        "But however, the mayor said it was safe.",
        "However, But the mayor said it was safe.",
        "But the mayor.",
        "But “the mayor” said it was not safe.",
        "Butter was put on the list of what is short.",
        "Andrea Moss said that the pier was safe.",
    ],
)
def test_word_that_carries_meaning_stays(whole: str) -> None:
    """A contrast, a place in time, a cause, a doubt or half a sentence: the line is not touched."""
    assert printed(whole) == whole


@pytest.mark.parametrize(
    "text",
    [
        "“We asked for time. But the council has not listened.”",
        '"We asked for time. But the council has not listened."',
        "‘We asked for time. But the council has not listened.’",
        "'We asked for time, the crews' union said. But the council has not listened.'",
        "“We asked for time.\nBut the council has not listened. So we left.",
        'We asked for time. But the council has not listened. So we left," she said.',
        "We asked for time. But the council has not listened.” She left.",
    ],
)
def test_nothing_is_left_out_inside_quotation_marks(text: str) -> None:
    """What somebody is quoted with is printed as it was said, wherever the marks stand."""
    wanted = "But the council has not listened."

    assert printed(text, wanted) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“We asked for time,” she said. But the council has not listened.",
        '"We asked for time," she said. But the council has not listened.',
        "‘We asked for time,’ she said. But the council has not listened.",
        "The crews’ union asked for time. But the council has not listened.",
        "“We asked for time.\n\nBut the council has not listened.",
        "“We asked for time.\u2029But the council has not listened.",
        'Nobody spoke. But the council has not listened.\n\n"We asked."',
    ],
)
def test_quotation_marks_that_are_closed_do_not_count(text: str) -> None:
    """A quotation before the sentence, or in another paragraph, is none around it."""
    wanted = "But the council has not listened."

    assert printed(text, wanted) == "[T]he council has not listened."


def test_word_that_joins_stays_where_both_sentences_are_printed() -> None:
    """The contrast is true where the reader sees both of its sides."""
    text = "The pier is safe. However, the mayor said it was shut."

    kept = printed(text, "However, the mayor said it was shut.", follows=True)

    assert kept == "However, the mayor said it was shut."


def test_capital_that_is_put_in_says_where_it_comes_from() -> None:
    """The mark is a part of its own, with the place of the letter, joined to the rest."""
    text = "However, the mayor said it was safe."

    parts = trimmed(text, sentence_of(text))

    assert parts == (Part(9, 10, inserted="[T]"), Part(10, 36, joined=True))


def test_word_of_one_letter_keeps_the_space_behind_it() -> None:
    """No part starts or ends on white space, and "[A] third" is two words."""
    text = "And a third pier was closed at noon."

    parts = trimmed(text, sentence_of(text))

    assert parts == (Part(4, 5, inserted="[A]"), Part(6, 36))


@pytest.mark.parametrize(
    ("whole", "left"),
    [
        ("ORLUND (Reuters) - The ferry was late.", "The ferry was late."),
        ("ORLUND, March 3 (AP) — The ferry was late.", "The ferry was late."),
        ("Orlund, Norway (CNN) The ferry was late.", "The ferry was late."),
        ("(Reuters) - The ferry was late.", "The ferry was late."),
        ("ORLUND (AFP) -- But the ferry was late again.", "[T]he ferry was late again."),
        ("The ferry (Reuters) - The boat was late.", None),
        ("Reporter Ada Lund (AP) The ferry was late.", None),
        ("Cable News Network (CNN) said it was late.", None),
        ("(CNN)", None),
        ("ORLUND (GMT) - The ferry was late.", None),
        ("ORLUND (Reuters) - ", None),
        ("“ORLUND (Reuters) - The ferry was late.", None),
    ],
)
def test_dateline_is_left_out(whole: str, left: str | None) -> None:
    """Where and by which agency a story was filed is not what it says."""
    assert printed(whole.strip()) == (left or whole.strip())


@pytest.mark.parametrize(
    ("whole", "left"),
    [
        ("Lena Moss (pictured), 40, said no.", "Lena Moss, 40, said no."),
        ("Lena Moss (pictured left) said no.", "Lena Moss said no."),
        ("The pier was rebuilt by Arne Dahl (above).", "The pier was rebuilt by Arne Dahl."),
        ("Moss (left) met Dahl (right) on the pier.", "Moss met Dahl on the pier."),
        ("Dahl, 51 (centre), said no to the crews.", "Dahl, 51, said no to the crews."),
        ("The pier (file picture) was shut.", "The pier was shut."),
        ("The pier (see picture below) was shut.", "The pier was shut."),
        ("Sam Roe (R-Ohio) said no.", None),
        ("It cost 40m crowns (£2m).", None),
        ("Orlund Ferry Company (OFC) said no.", None),
        ("Lena Moss (40) said no.", None),
        ("Lena Moss (allegedly) said no.", None),
        ("Lena Moss (not pictured) said no.", None),
        ("Lena Moss (pictured with her son Arne) said no.", None),
        ("The vote went to Die Gruenen (left) and Moss.", None),
        ("The party leader Lena Moss (left) won.", None),
        ("He turned (right) and left.", None),
        ("The band played Video (video) again.", None),
        ("The code is fn(above) and no other.", None),
        ("“Lena Moss (pictured) said no,” he wrote.", None),
        ("(Pictured above) Lena Moss said no.", None),
        ("Lena Moss ((pictured)) said no.", None),
        ("Lena Moss (pictured said no.", None),
    ],
)
def test_bracket_that_points_at_a_picture_is_left_out(whole: str, left: str | None) -> None:
    """Without the picture it says nothing; any other bracket may hold a fact and stays."""
    assert printed(whole) == (left or whole)


def test_list_of_brackets_is_left_as_it_is() -> None:
    """A line with very many of them is no sentence that trimming is made for."""
    whole = "Moss (pictured) " * 30 + "said no."

    assert printed(whole) == whole


def test_bracket_goes_from_a_sentence_of_several_parts() -> None:
    """What cleaning cut out of a sentence stays out, and trims come to it."""
    text = "But Moss (pictured) met . Dahl (left) on the old pier and said no."
    sentence = Sentence("s", (Span(0, 23), Span(26, 66)), "", 0)
    brief = Brief(Article("a", "a.txt", text))
    sentence = Sentence("s", sentence.parts, brief.text_of(sentence.parts), 0)

    parts = trimmed(text, sentence)

    assert brief.text_of(parts) == "Moss met Dahl on the old pier and said no."


def test_what_is_left_out_can_be_told() -> None:
    """A reader who asks gets the words that are not printed, in their order."""
    text = "However, the mayor (pictured) said it was safe."
    sentence = sentence_of(text)

    gone = left_out(text, sentence, trimmed(text, sentence))

    assert [text[span.start : span.end] for span in gone] == ["However,", "(pictured)"]


def test_nothing_is_left_out_of_a_sentence_that_is_printed_whole() -> None:
    """A name that is put in for the reader takes nothing away."""
    text = "Moss left. He said no."
    sentence = sentence_of(text, "He said no.")

    gone = left_out(text, sentence, (Part(11, 13), Part(0, 4, "[Moss]"), Part(14, 22)))

    assert gone == ()


def test_every_joining_word_is_looked_for() -> None:
    """The quick look at a sentence's beginning misses none of the words on the list."""
    rest = " the mayor said it was safe."

    found = [printed(f"{word.strip()}{rest}") for word in (*WITH_COMMA, *BARE)]

    assert found == ["[T]he mayor said it was safe."] * len(found)


JOINING = [word.strip() for word in (*WITH_COMMA, *BARE)]
DATELINES = ["ORLUND, 40 (Reuters) -", "(Reuters) -", "Orlund, Norway (CNN)"]
# All that may ever go. None of it says who, what, whether or how sure.
MAY_GO = {*" ".join((*JOINING, *DATELINES, "(pictured) (left) (above)")).split()}
_PLAIN = "the mayor Moss a he not if allegedly reportedly may could never according to In What But"
_MARKS = "“ ” ‘ ’ \" ' “We us.” (pictured) (left) (above) (pictured (R-Ohio) (not) . ? However —"
WORDS = [*_PLAIN.split(), *_MARKS.split(), "said.", "\n", "\n\n", "\u2029", "\t"]
STARTS = st.sampled_from(["", "", *JOINING, *DATELINES, *(f"{each} But" for each in DATELINES)])
ENDS = st.sampled_from(["", "was not safe.", "said it may be safe.", "was safe.” “", "did not."])
LINES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TEXTS = st.lists(st.tuples(STARTS, LINES, ENDS).map(" ".join), min_size=1).map("\n\n".join)


def solid(text: str) -> str:
    """Return *text* without its white space."""
    return "".join(text.split())


@given(text=TEXTS, follows=st.booleans())
@example(text="However, “ the mayor said safe.", follows=False)
@example(text="ORLUND, 40 (Reuters) - But the mayor (pictured) was not safe.", follows=False)
def test_parts_lie_in_the_sentence_in_order(text: str, follows: bool) -> None:
    """Each keeps the span law, none overlaps another, and at least one is the article's own."""
    for sentence in sentences_of(text):
        parts = trimmed(text, sentence, follows=follows)

        own = [part for part in parts if not part.inserted]
        assert own
        assert sentence.start <= parts[0].start
        assert parts[-1].end == sentence.end
        assert all(one.end <= other.start for one, other in pairwise(parts))
        assert all(text[each.start : each.end].strip() for each in parts)
        assert not any(text[each.start].isspace() or text[each.end - 1].isspace() for each in parts)


@given(text=TEXTS, follows=st.booleans())
@example(text="ORLUND, 40 (Reuters) - But the mayor (pictured) was not safe.", follows=False)
def test_only_words_of_the_lists_are_left_out(text: str, follows: bool) -> None:
    """No doubt, denial, condition or source is among them, and all else is printed."""
    for sentence in sentences_of(text):
        parts = trimmed(text, sentence, follows=follows)

        gone = [text[each.start : each.end] for each in left_out(text, sentence, parts)]
        left = [text[each.start : each.end] for each in parts]
        assert {word for each in gone for word in each.split()} <= MAY_GO
        whole = solid(text[sentence.start : sentence.end])
        assert sorted(solid("".join(gone + left))) == sorted(whole)


@given(text=TEXTS)
@example(text="However, But the mayor (pictured) said it was safe.")
def test_trimming_twice_is_trimming_once(text: str) -> None:
    """What is left has nothing left that may go."""
    for sentence in sentences_of(text):
        own = own_spans(trimmed(text, sentence))
        left = Sentence("s", own, Brief(Article("a", "a.txt", text)).text_of(own), 0)

        again = trimmed(text, left)

        assert own_spans(again) == own


def sentences_of(text: str) -> list[Sentence]:
    """Return each paragraph of *text* as a sentence."""
    return [
        Sentence("s", (span,), squeeze(text[span.start : span.end]), 0) for span in paragraphs(text)
    ]


def own_spans(parts: tuple[Part, ...]) -> tuple[Span, ...]:
    """Return where *parts* stand, but for letters put in."""
    return tuple(Span(part.start, part.end) for part in parts if not part.inserted)
