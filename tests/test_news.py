"""The summariser `news`: what it picks, how much of it, and what it says of its choice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief import from_text
from brief.article import Article
from brief.builtin.sentences import Sentences
from brief.builtin.summarisers.news import News
from brief.builtin.summarisers.news.alone import awkward
from brief.builtin.summarisers.news.weights import SHIPPED
from brief.contracts import Context, Depth, Phase
from brief.errors import ConfigError
from brief.law import check
from brief.length import parse_length
from brief.model import Brief

DAM = """\
The Holm dam will be drained from Monday after engineers found a crack in its eastern wall.

The county has told 300 households below the dam to leave by Sunday evening. Nobody was hurt.

How long will it take? “We do not know,” said Ida Brandt, who runs the dam for the county. \
“It may be a month. It may be a year.”

The crack was found by a diver on Thursday. The dam was built in 1954 and feeds the Tarn canal.

Farmers along the Tarn canal said that without the dam they could not water their fields this \
summer. The county promised to pay for pumps.

Ida Brandt, left, speaks to a farmer at the dam.

The households will be put up in a school in Orlund. The county will draw 40 litres a second \
from the dam. A second dam upstream was mended in 2011 at a cost of $4m. The bridge over the \
Tarn canal stays open. Trains to Orlund run as usual.
"""


def split(text: str, language: str = "en", title: str = "") -> Brief:
    """Return the brief of *text* with its sentences."""
    article = Article("a", "a", text, language=language, title=title)
    return Sentences()(Brief(article), Context(language=language))


def texts(brief: Brief) -> list[str]:
    """Return the sentences of the summary."""
    return [pick.text for pick in brief.summary.sentences]


def codes(brief: Brief) -> list[str]:
    """Return the codes of the notices."""
    return [notice.code for notice in brief.notices]


def asked(length: str, focus: str = "") -> Context:
    """Return what `--length` and `--focus` ask for."""
    return Context(length=parse_length(length), focus=focus)


def test_it_tells_the_news_first() -> None:
    """What happened, and what comes of it, is what a summary of three sentences says."""
    made = News()(split(DAM), Context())

    assert made.summary.method == "news"
    assert len(texts(made)) == 3
    assert texts(made)[0].startswith("The Holm dam will be drained")
    assert not made.notices


@pytest.mark.parametrize("length", ["1", "3", "5", "8", "30w", "80w", "50%"])
def test_what_cannot_stand_alone_is_passed_over(length: str) -> None:
    """No question, caption or half a quotation is picked while there is another sentence."""
    brief = split(DAM)
    odd = [
        sentence.text
        for sentence, is_odd in zip(brief.sentences, awkward(brief.sentences), strict=True)
        if is_odd
    ]

    made = News()(brief, asked(length))

    assert len(odd) == 4
    assert not {*texts(made)} & {*odd}


def test_a_line_of_links_stands_for_nothing() -> None:
    """What an outlet puts in brackets between its paragraphs leads elsewhere."""
    brief = split(
        "[Believe it: the dam at Holm is drained]\n\nThe dam was drained [on Monday] by the county."
    )

    assert awkward(brief.sentences) == [True, False]


@pytest.mark.parametrize(
    "line",
    [
        "Divers at the dam",
        "She said on Monday:",
        "https://dam.example/live — Holm County (@holm)",
        "Drained! pic.twitter.com/dam",
    ],
)
def test_a_line_that_is_no_sentence_stands_for_nothing(line: str) -> None:
    """Headings, what leads up to a quotation, and posts pasted in are no summary sentences."""
    story = "The dam was drained. Divers came. The county paid. Nobody was hurt."
    brief = split(f"{story}\n\n{line}\n\nThe fish were moved to the lake. It took a day.")

    odd = dict(zip((each.text for each in brief.sentences), awkward(brief.sentences), strict=True))

    assert any(is_odd for text, is_odd in odd.items() if text in line)
    assert not any(is_odd for text, is_odd in odd.items() if text not in line and len(text) > 16)


def test_lines_without_end_marks_stand_where_no_line_has_one() -> None:
    """A text that uses no end marks is not left without a summary."""
    brief = split("The dam was drained\n\nDivers came on Monday\n\nThe county paid for them")

    assert awkward(brief.sentences) == [False, False, False]


def test_as_many_are_printed_as_are_asked_for() -> None:
    """With `-n` a question is printed rather than fewer sentences."""
    brief = split(DAM)
    count = len(brief.sentences)

    for number in (1, 2, 7, count - 1, count):
        assert len(texts(News()(brief, asked(str(number))))) == number


def test_words_are_never_exceeded_where_a_sentence_fits() -> None:
    """A budget in words is kept, and said where even the shortest sentence is longer."""
    brief = split(DAM)

    for number in (10, 20, 40, 80):
        made = News()(brief, asked(f"{number}w"))
        assert sum(len(text.split()) for text in texts(made)) <= number
    short = News()(brief, asked("2w"))

    assert texts(short) == ["Nobody was hurt."] or len(texts(short)) == 1
    assert codes(short) == ["B302"]


@pytest.mark.parametrize(
    ("depth", "least", "most"), [("tldr", 1, 1), ("short", 3, 3), ("full", 5, 5)]
)
def test_depth_says_how_much(depth: Depth, least: int, most: int) -> None:
    """One sentence, the option's three, or a fifth of the article and at least five."""
    made = News()(split(DAM), Context(depth=depth))

    assert least <= len(texts(made)) <= most


def test_full_of_a_long_article_stays_a_brief() -> None:
    """A fifth of an article of two hundred sentences would not be read."""
    long = "\n\n".join(f"The council of Ward {n} voted to mend road {n * 7}." for n in range(200))

    made = News()(split(long), Context(depth="full"))

    assert len(texts(made)) == 15


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no sentence to summarise"),
        ("The pier at Orlund is shut.", "1 sentence: printed as it is"),
        ("The pier is shut today. The boats stay away.", "2 sentences: printed as they are"),
    ],
)
def test_a_short_article_is_printed_whole_and_said_so(text: str, message: str) -> None:
    """Where there is nothing to choose from, the brief says that it chose nothing."""
    made = News()(split(text), asked("3"))

    assert [(each.code, each.message) for each in made.notices] == [("B301", message)]
    assert len(texts(made)) == len(made.sentences)


@pytest.mark.parametrize("context", [Context(), Context(focus="canal"), asked("60w")])
def test_the_parts_of_a_score_sum_to_it(context: Context) -> None:
    """`--why` tells all that a sentence was chosen for."""
    made = News()(split(DAM), context)

    for pick in made.summary.sentences:
        assert sum(part for _, part in pick.why) == pytest.approx(pick.score)
        assert {"position", "new words", "length"} <= {*dict(pick.why)}


def test_focus_leans_the_choice() -> None:
    """Sentences about the terms asked for come before others, whatever the form of the word."""
    made = News()(split(DAM), Context(focus="farmer, school in Orlund"))

    told = " ".join(texts(made))
    assert "Farmers along the Tarn canal" in told
    assert "a school in Orlund" in told
    assert "B305" not in codes(made)


def test_a_focus_that_nothing_matches_is_said() -> None:
    """Each term that no sentence has is named, and the summary is the usual one."""
    made = News()(split(DAM), Context(focus="pumps, submarine"))

    assert [(each.code, each.message) for each in made.notices] == [
        ("B305", "no sentence has 'submarine' of --focus")
    ]
    assert any("pumps" in text for text in texts(made))


def test_a_headline_helps() -> None:
    """A word of the headline is worth more than it would be without."""
    plain = News()(split(DAM), asked("1"))
    titled = News()(split(DAM, title="Crack found in Holm dam wall"), asked("1"))

    assert texts(titled) == texts(plain)
    assert titled.summary.sentences[0].score > plain.summary.sentences[0].score


def test_nobody_is_he_without_a_name() -> None:
    """A sentence that opens with a pronoun is picked only with what tells who is meant."""
    text = (
        "Mayor Peter Aas resigned on Tuesday over the sale of the harbour in Orlund.\n\n"
        "Opposition leader Clara Moss had asked for an inquiry into the harbour sale.\n\n"
        "He resigned over the sale of the harbour, the harbour sale and the Orlund harbour.\n\n"
        "Growers in the valley lost half of their apples.\n\n"
        "The school in Orlund asked parents to keep children at home."
    )

    made = News()(split(text), asked("2"))

    assert not any(text.startswith("He ") for text in texts(made))


def test_a_name_that_is_not_put_in_explains_nothing() -> None:
    """With --no-trim, which puts no names in, a sentence that needs one is passed over."""
    brief = from_text(
        "Peter Aas, the mayor of Orlund, is away.\n\n"
        "Mr Aas said the harbour would be sold.\n\n"
        "He said the harbour sale in Orlund would pay for the harbour school and the harbour "
        "bridge of Orlund.\n\n"
        "Growers lost apples.\n\n"
        "The harbour school in Orlund and its bridge need the sale.",
        title="Harbour sale in Orlund to pay for school and bridge",
    )

    named, plain = (
        News()(brief, Context(length=parse_length("1"), trim=trim)) for trim in (True, False)
    )

    assert texts(named)[0].startswith("He [Peter Aas] said the harbour sale")
    assert not texts(plain)[0].startswith("He ")


def test_repeats_are_not_told_twice() -> None:
    """Two sentences of the same words take one place."""
    text = (
        "The ferry to Orlund was suspended after a fire in its engine room.\n\n"
        "The ferry to Orlund was suspended because of a fire in the engine room.\n\n"
        "The school asked parents to keep children at home on Monday.\n\n"
        "The island has a bakery and a chapel."
    )

    made = News()(split(text), asked("2"))

    assert sum("engine room" in each for each in texts(made)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Die Brücke wird gesperrt. Der Rat stimmte am Montag zu. Niemand wurde verletzt.",
        ),
        ("ru", "Мост закрыт. Совет проголосовал в понедельник. Никто не пострадал. Мост старый."),
        ("zh", "大桥周一关闭。市议会投票通过。没有人受伤。大桥已经很旧。"),
        ("ja", "橋は月曜日に閉鎖される。市議会が決定した。けが人はいない。橋は古い。"),
        ("ar", "أغلق الجسر يوم الاثنين. صوت المجلس. لم يصب أحد. الجسر قديم."),
    ],
)
def test_other_languages_are_summarised(language: str, text: str) -> None:
    """Whatever the script, the sentences of the article are what is picked."""
    made = News()(split(text, language), asked("2"))

    assert len(texts(made)) == 2
    assert all(each in text for each in texts(made))


def test_a_very_long_article_is_ranked_in_part() -> None:
    """More than 5,000 sentences are more than an article has; the brief says what was ranked."""
    long = " ".join(f"Boat {number} left harbour {number % 97}." for number in range(5_100))

    made = News()(split(long), Context())

    assert len(texts(made)) == 3
    assert codes(made) == ["B304"]


def test_hash_seeds_change_nothing(tmp_path: Path) -> None:
    """The same article gives the same summary and the same scores in every process."""
    (tmp_path / "dam.txt").write_text(DAM, encoding="utf-8")
    code = (
        "import sys; from brief.article import Article; from brief.model import Brief; "
        "from brief.contracts import Context; from brief.builtin.sentences import Sentences; "
        "from brief.builtin.summarisers.news import News; "
        "brief = Sentences()(Brief(Article('a', 'a', open('dam.txt').read())), Context()); "
        "print(News()(brief, Context()).summary)"
    )

    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert len(printed) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(sentence.text for sentence in split(DAM).sentences),
                "He left.",
                "Why?",
                "“No.",
                "4.",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["1", "2", "5", "9w", "40w", "10%", "90%"]),
)
def test_every_summary_keeps_the_law(pieces: list[str], length: str) -> None:
    """Whatever an article is made of, its summary is drawn from it, each sentence once."""
    before = split("\n\n".join(pieces))

    after = News()(before, asked(length))

    assert check(before, after, Phase.SUMMARISE) is after
    assert bool(after.summary.sentences) == bool(before.sentences)


def test_the_summary_is_of_places_not_of_luck() -> None:
    """The same brief gives the same summary twice, focus or not."""
    brief = split(DAM)

    assert News()(brief, Context()) == News()(brief, Context())
    assert replace(brief) == brief


def test_what_is_too_short_to_stand_alone_is_not_said_to_be_the_shortest() -> None:
    """The notice does not call a sentence the shortest where a question beside it is shorter."""
    brief = split("Why? The Holm dam will be drained from Monday. Trains run as usual to Orlund.")

    made = News()(brief, asked("3w"))

    assert texts(made) == ["Trains run as usual to Orlund."]
    assert [each.message for each in made.notices] == [
        "the shortest sentence that can stand alone has 6 words, more than the 3 asked for"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "No such file"),
        ("{", "not a file of weights"),
        ('{"format": "another"}', "its format is not 'brief news 1'"),
        ('{"format": "brief news 1", "words": {}}', "no number for 'bias'"),
    ],
)
def test_weights_that_are_none_are_refused(tmp_path: Path, content: str | None, said: str) -> None:
    """A file that holds no weights is named, with what it lacks."""
    path = tmp_path / "w.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")

    with pytest.raises(ConfigError, match=r"stage\.news\.weights: .*w\.json") as caught:
        News(weights=str(path)).open(Context())

    assert said in str(caught.value)


def test_weights_of_ones_own_are_used(tmp_path: Path) -> None:
    """With a heavy cost of length, the shortest sentences are picked."""
    weights = json.loads(SHIPPED.read_text("utf-8"))
    weights["steps"]["length"] = -10.0
    path = tmp_path / "short.json"
    path.write_text(json.dumps(weights), encoding="utf-8")

    made = News(weights=str(path))(split(DAM), asked("1"))

    assert len(texts(made)[0].split()) <= 8


def test_a_number_of_sentences_below_one_is_refused() -> None:
    """A summary of no sentence is no summary."""
    with pytest.raises(ConfigError, match=r"stage\.news\.sentences must be 1 or more, not 0"):
        News(sentences=0)
