"""How long summaries get, what the lead picks, and what is said where nothing can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.article import Article
from brief.builtin.sentences import Sentences
from brief.builtin.summarisers.lead import Lead
from brief.contracts import Context, Depth
from brief.errors import ConfigError, StageError
from brief.extractive import lead_scores, pick
from brief.length import parse_length
from brief.model import Brief
from brief.spans import Part

# Words a sentence:  5, 3, 8 in one paragraph; 2, 6 in another.
PIER = (
    "The pier is shut today. Boats stay away. Divers found shipworm in every one of it.\n\n"
    "Nobody knew. The council meets again on Monday."
)


def split(text: str) -> Brief:
    """Return a brief of *text* with its sentences."""
    return Sentences()(Brief(Article(id="a", source="a", text=text)), Context())


def texts(brief: Brief) -> list[str]:
    """Return the sentences of the summary."""
    return [each.text for each in brief.summary.sentences]


def numbers(brief: Brief) -> list[int]:
    """Return the numbers of the sentences in the summary."""
    return [int(each.id.removeprefix("sentence-")) for each in brief.summary.sentences]


def codes(brief: Brief) -> list[str]:
    """Return the codes of the notices."""
    return [each.code for each in brief.notices]


def asked(length: str) -> Context:
    """Return what `--length` asks for."""
    return Context(length=parse_length(length))


def picked(scores: Sequence[float], context: Context, *, skipping: bool = True) -> Brief:
    """Return PIER with the summary that *scores* make."""
    return pick(split(PIER), context, scores, method="test", skipping=skipping)


def test_the_best_sentences_are_printed_in_the_order_of_the_article() -> None:
    """A summary reads like the article, whatever the ranking."""
    made = picked([1, 5, 2, 4, 3], asked("3"))

    assert made.summary.method == "test"
    assert numbers(made) == [2, 4, 5]
    assert not made.notices


def test_a_pick_says_where_it_stands_and_why() -> None:
    """Every line of a summary has its place in the source, its score and the score's parts."""
    brief = split("Rain fell (see map) all night. Boats stay away.")

    made = pick(brief, asked("1"), [3, 1], method="test", why={"place": [2, 1], "words": [1, 0]})

    (only,) = made.summary.sentences
    assert (only.id, only.text, only.score) == (
        "sentence-1",
        "Rain fell (see map) all night.",
        3,
    )
    assert only.parts == (Part(0, 30),)
    assert only.why == (("place", 2), ("words", 1))


def test_a_sentence_around_a_cut_is_printed_without_it() -> None:
    """The parts of a pick leave out what was cut."""
    cut = Brief(Article("a", "a", "Rain fell (see map) all night.")).cut(r"\(.*\)", reason="map")

    made = Lead()(Sentences()(cut, Context()), Context())

    assert texts(made) == ["Rain fell all night."]
    assert made.summary.sentences[0].parts == (Part(0, 9), Part(20, 30))


def test_ties_go_to_the_earlier_sentence() -> None:
    """Equal scores leave nothing to chance."""
    assert numbers(picked([1, 1, 1, 1, 1], asked("2"))) == [1, 2]


def test_a_repeated_sentence_is_picked_once() -> None:
    """A line the agency printed twice takes one place in the summary, quoted or not."""
    brief = split("Rain fell. The pier is shut. RAIN  fell.\n\n“Rain fell”\n\nRain fell?")

    made = pick(brief, asked("3"), [3, 1, 2, 2, 1], method="test")

    assert texts(made) == ["Rain fell.", "The pier is shut.", "Rain fell?"]


def test_a_line_of_stars_is_not_picked() -> None:
    """A sentence without a letter or digit says nothing."""
    brief = split("* * *\n\nRain fell.\n\n•")

    assert texts(Lead()(brief, Context())) == ["Rain fell."]


@pytest.mark.parametrize(
    ("depth", "expected"), [("tldr", [2]), ("short", [2, 3]), ("full", [2, 5])]
)
def test_depth_says_how_much(depth: Depth, expected: list[int]) -> None:
    """One sentence for tldr, the stage's own number for short, one a paragraph for full."""
    made = pick(split(PIER), Context(depth=depth), [1, 5, 4, 2, 3], method="test", sentences=2)

    assert numbers(made) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"), [(1, [2, 5]), (3, [2, 3, 5]), (9, [1, 2, 3, 4, 5])]
)
def test_full_says_no_less_than_short(sentences: int, expected: list[int]) -> None:
    """Where paragraphs are few, full adds the best of the rest up to what short has."""
    made = pick(
        split(PIER), Context(depth="full"), [1, 5, 4, 2, 3], method="t", sentences=sentences
    )

    assert numbers(made) == expected


def test_length_beats_depth() -> None:
    """Who names a length gets it, at any depth."""
    context = replace(asked("2"), depth="full")

    assert len(picked([5, 4, 3, 2, 1], context).summary.sentences) == 2


def test_words_are_filled_by_score_with_what_fits() -> None:
    """A sentence too long for the words left makes room for the next best."""
    scores = [4, 2, 5, 1, 3]

    made = picked(scores, asked("13w"))

    # 8 words of the third and 5 of the first.
    assert numbers(made) == [1, 3]
    assert numbers(picked(scores, asked("12w"))) == [2, 3]


def test_without_skipping_the_first_that_does_not_fit_is_the_end() -> None:
    """Lead never leaves a gap in the opening."""
    assert numbers(picked([5, 4, 3, 2, 1], asked("10w"), skipping=True)) == [1, 2, 4]
    assert numbers(picked([5, 4, 3, 2, 1], asked("10w"), skipping=False)) == [1, 2]
    assert numbers(Lead()(split(PIER), asked("10w"))) == [1, 2]


def test_lead_goes_past_an_opening_that_cannot_fit() -> None:
    """Where the first sentence alone is too long, the summary starts after it."""
    assert numbers(Lead()(split(PIER), asked("3w"))) == [2]


def test_more_words_than_asked_for_are_printed_only_where_nothing_fits() -> None:
    """The shortest sentence is printed, and the reader is told."""
    made = picked([5, 4, 3, 2, 1], asked("1w"))

    assert texts(made) == ["Nobody knew."]
    assert [(each.code, each.message) for each in made.notices] == [
        ("B302", "the shortest sentence has 2 words, more than the 1 asked for")
    ]


def test_a_share_is_of_the_words_that_are_left() -> None:
    """Per cent count what the cuts leave, and give one sentence at least."""
    brief = Brief(Article("a", "a", PIER)).cut(r"Divers.*", reason="test")
    cut = Sentences()(brief, Context())

    half = pick(cut, asked("50%"), [4, 3, 2, 1], method="test")
    least = pick(cut, asked("1%"), [1, 2, 3, 4], method="test")

    # 16 words are left of 24.
    assert texts(half) == ["The pier is shut today.", "Boats stay away."]
    assert texts(least) == ["The council meets again on Monday."]
    assert not least.notices


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no sentence to summarise"),
        ("Rain fell.", "1 sentence: printed as it is"),
        ("Rain fell. Boats stay away.", "2 sentences: printed as they are"),
    ],
)
def test_a_short_article_is_printed_whole_and_said_so(text: str, message: str) -> None:
    """Where there is nothing to choose from, the brief says that it chose nothing."""
    made = Lead()(split(text), Context())

    assert texts(made) == [each.text for each in made.sentences]
    assert [(each.code, each.message) for each in made.notices] == [("B301", message)]


@pytest.mark.parametrize("length", ["20w", "20%"])
def test_an_empty_article_has_an_empty_summary_at_any_length(length: str) -> None:
    """No sentence is no error."""
    made = Lead()(split("\n"), asked(length))

    assert made.summary.method == "lead"
    assert (texts(made), codes(made)) == ([], ["B301"])


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ([1, 2], "test: 2 scores for 5 sentences; give one for each"),
        ([1, 2, float("nan"), 4, 5], "test: the score of sentence-3 is not a number"),
    ],
)
def test_scores_that_do_not_fit_are_refused(scores: list[float], message: str) -> None:
    """A summariser that miscounts is told so, by its name."""
    with pytest.raises(StageError, match=message):
        picked(scores, Context())


@given(
    st.lists(st.floats(-9, 9), min_size=5, max_size=5),
    st.sampled_from(["", "%", "w"]),
    st.integers(1, 60),
)
def test_a_length_is_kept(scores: list[float], unit: str, number: int) -> None:
    """Never more than asked for, unless one sentence alone is; always in order, each once."""
    made = picked(scores, asked(f"{number}{unit}"))

    found = numbers(made)
    words = sum(len(text.split()) for text in texts(made))
    most = {"": 24.0, "%": 24 * number / 100, "w": float(number)}[unit]
    assert found == sorted(set(found))
    assert 1 <= len(found) <= (5 if unit else number)
    assert words <= most or len(found) == 1
    assert (words > most) <= (unit == "%" or codes(made) == ["B302"])


def test_lead_is_the_opening() -> None:
    """The first sentences, with scores that fall."""
    made = Lead(sentences=2)(split(PIER), Context())

    assert texts(made) == ["The pier is shut today.", "Boats stay away."]
    assert [each.score for each in made.summary.sentences] == lead_scores(made)[:2] == [1, 0.5]


def test_lead_refuses_no_sentences() -> None:
    """A summary of nothing is refused by the setting's name."""
    with pytest.raises(ConfigError, match=r"stage\.lead\.sentences must be 1 or more, not -1"):
        Lead(sentences=-1)
