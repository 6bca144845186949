"""The methods of sumy pick what sumy alone picks, within bounds, the same in every run."""

from __future__ import annotations

import math
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sumy.models.dom import (  # type: ignore[import-untyped]  # sumy ships no types
    ObjectDocumentModel,
    Paragraph,
    Sentence,
)
from sumy.summarizers.edmundson import (  # type: ignore[import-untyped]
    EdmundsonSummarizer,
)
from sumy.summarizers.kl import KLSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.lsa import LsaSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.luhn import LuhnSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.reduction import ReductionSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.sum_basic import SumBasicSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-untyped]

from brief.article import Article
from brief.builtin import summarisers
from brief.builtin.sentences import Sentences
from brief.builtin.summarisers.cosine import Cosine
from brief.builtin.summarisers.edmundson import Edmundson
from brief.builtin.summarisers.kl import KL
from brief.builtin.summarisers.lexrank import LexRank
from brief.builtin.summarisers.lsa import Lsa, smoothed
from brief.builtin.summarisers.luhn import Luhn
from brief.builtin.summarisers.material import (
    Bag,
    Words,
    by_shared_words,
    document,
    ratings,
)
from brief.builtin.summarisers.reduction import Reduction
from brief.builtin.summarisers.sumbasic import SumBasic
from brief.builtin.summarisers.textrank import TextRank
from brief.contracts import Context, Depth
from brief.errors import ConfigError
from brief.extractive import candidates
from brief.length import parse_length
from brief.model import Brief
from brief.stopwords import stop_words
from brief.testing import SAMPLES, brief_of
from cli_helpers import brief as run_brief
from cli_helpers import put

DOCS = Path(__file__).parents[1] / "docs"
STORY = """\
The harbour council closed the old ferry pier after divers found shipworm in its oak piles.

Shipworm eats oak piles from within, so the ferry pier looked sound until the divers came.
The council has no money for new piles, and the ferry has no other pier.

A baker in the high street sells more bread than ever.

Ferry passengers must now take the bus around the harbour, which takes an hour.
The ferry company asked the council to repair the pier before the summer.
The bus is full, the passengers say, and the harbour road is narrow.
"""
TITLE = "Shipworm closes ferry pier"
TEXTS = {
    "story": STORY,
    "harbour": (DOCS / "samples" / "harbour.txt").read_text("utf-8"),
    **{name: text for name, text in SAMPLES.items() if text.strip()},
}
METHODS = {
    stage.name: stage.run for stage in summarisers.stages() if stage.name not in {"lead", "news"}
}
ALONE: dict[str, Callable[[], Any]] = {
    # Without a bonus word; with one, sumy asks for stigma words too.
    "edmundson": lambda: EdmundsonSummarizer(cue_weight=0),
    "kl": KLSummarizer,
    "lexrank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
    "sumbasic": SumBasicSummarizer,
    "textrank": TextRankSummarizer,
}
every_method = pytest.mark.parametrize("name", METHODS)


def split(text: str, title: str = "") -> Brief:
    """Return a brief of *text* with its sentences."""
    article = Article(id="a", source="a", text=text, title=title, language="en")
    return Sentences()(Brief(article), Context())


def asked(length: str) -> Context:
    """Return what `--length` asks for."""
    return Context(length=parse_length(length))


def texts(brief: Brief) -> list[str]:
    """Return the sentences of the summary."""
    return [each.text for each in brief.summary.sentences]


def numbers(brief: Brief) -> list[int]:
    """Return the numbers of the sentences in the summary."""
    return [int(each.id.removeprefix("sentence-")) for each in brief.summary.sentences]


def codes(brief: Brief) -> list[str]:
    """Return the codes of the notices."""
    return [each.code for each in brief.notices]


def alone(name: str) -> Any:
    """Return sumy's own summariser, set up as its documentation says."""
    made = ALONE[name]()
    setattr(made, "null_words" if name == "edmundson" else "stop_words", stop_words("en"))
    return made


def as_sumy_has_it(brief: Brief, title: str = "") -> Any:
    """Return sumy's document of the sentences of *brief*, each once."""
    words = Words()
    chosen = [brief.sentences[place] for place in candidates(brief)]
    paragraphs = [
        [Sentence(each.text, words) for each in group]
        for _, group in groupby(chosen, key=lambda each: each.paragraph)
    ]
    if title:
        paragraphs[0].insert(0, Sentence(title, words, is_heading=True))
    return ObjectDocumentModel([Paragraph(each) for each in paragraphs])


def rated_by(sumy: Any, told: Any) -> dict[str, float]:
    """Return what *sumy* rates each sentence of a document."""
    found: dict[str, float] = {}

    def gather(infos: Sequence[Any]) -> Sequence[Any]:
        found.update((str(info.sentence), float(info.rating)) for info in infos)
        return infos

    sumy(told, gather)
    return found


@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore:Number of words:UserWarning")
@every_method
@pytest.mark.parametrize("which", TEXTS)
def test_a_method_picks_what_sumy_alone_picks(name: str, which: str) -> None:
    """Bounds, speed and steadiness change no choice but between what sumy rates the same."""
    brief = split(TEXTS[which], TITLE)
    told = as_sumy_has_it(brief, TITLE if name == "edmundson" else "")

    for count in range(1, 6):
        picked = texts(METHODS[name](brief, asked(str(count))))

        theirs = [str(each) for each in alone(name)(told, count)]
        if picked != theirs:
            rated = rated_by(alone(name), told)
            assert name not in {"kl", "sumbasic"}
            if not any(map(math.isnan, rated.values())):
                assert sorted(rated[text] for text in picked) == pytest.approx(
                    sorted(rated[text] for text in theirs), rel=1e-9
                )


def test_most_picks_are_those_of_sumy_to_the_sentence() -> None:
    """Ties excuse little: on a plain story every method but LSA agrees outright."""
    brief = split(TEXTS["harbour"])
    told = as_sumy_has_it(brief)

    for name in METHODS.keys() - {"lsa"}:
        for count in range(1, 6):
            picked = texts(METHODS[name](brief, asked(str(count))))

            assert picked == [str(each) for each in alone(name)(told, count)], name


@every_method
def test_a_length_is_kept_by_every_method(name: str) -> None:
    """Sentences, words, per cent: never more than asked for, each once, in order."""
    brief = split(TEXTS["harbour"])
    words = sum(len(each.text.split()) for each in brief.sentences)

    for length, most in (("1", None), ("4", None), ("60w", 60.0), ("25%", words / 4)):
        made = METHODS[name](brief, asked(length))

        assert numbers(made) == sorted({*numbers(made)})
        assert made.summary.method == name
        assert not made.notices
        if most is None:
            assert len(texts(made)) == int(length)
        else:
            assert 0 < sum(len(text.split()) for text in texts(made)) <= most


@every_method
@pytest.mark.parametrize(("depth", "least"), [("tldr", 1), ("short", 3), ("full", 11)])
def test_a_depth_is_kept_by_every_method(name: str, depth: Depth, least: int) -> None:
    """One sentence, the stage's own number, or one of each paragraph."""
    brief = split(TEXTS["harbour"])

    made = METHODS[name](brief, Context(depth=depth))

    paragraphs = {each.paragraph for each in brief.sentences}
    assert len(numbers(made)) == (len(paragraphs) if depth == "full" else least)
    if depth == "full":
        chosen = [brief.sentences[number - 1].paragraph for number in numbers(made)]
        assert chosen == sorted(paragraphs)


@pytest.mark.parametrize("name", ["kl", "sumbasic"])
def test_the_order_of_choice_is_the_ranking(name: str) -> None:
    """What is chosen first scores 1, next 1/2: who asks for fewer gets the first of the same."""
    brief = split(TEXTS["harbour"])
    whole = METHODS[name](brief, asked(str(len(brief.sentences)))).summary.sentences
    ranked = [each.id for each in sorted(whole, key=lambda each: -each.score)]

    few = METHODS[name](brief, asked("3")).summary.sentences

    assert sorted((each.score for each in few), reverse=True) == [1, 1 / 2, 1 / 3]
    assert {each.id for each in few} == {*ranked[:3]}
    assert [each.score for each in whole if each.id == ranked[-1]] == [1 / len(whole)]


@every_method
@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. Boats sailed. Divers dived. Bakers slept.",
        "It is. He was. They were. We are. So it is not.",
        "1. 2. 3. 4. 5. 6.",
        "Boats sailed. Divers dived.",
    ],
)
def test_where_nothing_stands_out_the_lead_is_printed(name: str, text: str) -> None:
    """Sentences that cannot be compared make no division by zero, and the reader is told.

    The brief names the lead then, so that nobody takes its score for one of the method's.
    """
    brief = split(text)

    made = METHODS[name](brief, asked("1"))

    assert numbers(made) == [1]
    # Edmundson's goes by the place in the text, and LSA by the number of words as well.
    if made.summary.method != "lead":
        assert name in {"edmundson", "lsa"}
        assert (made.summary.method, made.notices) == (name, ())
    else:
        assert [(each.code, each.message) for each in made.notices] == [
            ("B303", "no sentence stands out: printed the lead")
        ]


@every_method
@pytest.mark.parametrize("text", ["", "* * *", "Rain fell."])
def test_no_method_needs_a_second_sentence(name: str, text: str) -> None:
    """Nothing or one sentence is printed as it is."""
    made = METHODS[name](split(text), Context())

    assert texts(made) == [text for text in [text] if text[:1].isalpha()]
    assert codes(made) == ["B301"]


@every_method
def test_a_repeated_sentence_is_picked_once_and_lifts_nothing(name: str) -> None:
    """A copy neither takes a place in the summary nor changes what else is picked."""
    again = "A baker in the high street sells more bread than ever.\n"
    # In a paragraph that is there already: Edmundson's goes by paragraphs.
    once, twice = split(STORY), split(STORY + again)

    made = METHODS[name](twice, Context())

    assert len(twice.sentences) == len(once.sentences) + 1
    assert len({*texts(made)}) == 3
    if name != "edmundson":
        assert numbers(made) == numbers(METHODS[name](once, Context()))


def long_article(count: int, words: int = 6) -> Brief:
    """Return an article of *count* different sentences that share words."""
    names = [f"pier{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}" for at in range(count + words + 2)]
    ends = [at + words + at % 3 for at in range(count)]
    return split("\n\n".join(f"The {' '.join(names[at:end])}." for at, end in enumerate(ends)))


@pytest.mark.parametrize("name", ["kl", "lexrank", "lsa", "reduction", "sumbasic", "textrank"])
def test_the_start_of_a_very_long_article_is_ranked(name: str) -> None:
    """Where time grows with the square it is bounded, and the reader is told where it ended."""
    made = METHODS[name](long_article(402), Context())

    assert max(numbers(made)) <= 400
    assert [(each.code, each.message) for each in made.notices] == [
        ("B304", "ranked the first 400 of 402 sentences")
    ]


@pytest.mark.parametrize("name", ["lsa", "textrank"])
def test_very_long_sentences_count_by_their_words(name: str) -> None:
    """Few sentences of very many words are bounded too."""
    made = METHODS[name](long_article(20, words=1000), Context())

    # The article is one of them: ten have 10,000 words, "The" included.
    assert [(each.code, each.message) for each in made.notices] == [
        ("B304", "ranked the first 9 of 20 sentences")
    ]


def test_one_endless_sentence_leaves_the_lead() -> None:
    """Where the bound leaves nothing to compare, the lead is printed."""
    made = TextRank(sentences=1)(long_article(3, words=10_001), Context())

    assert numbers(made) == [1]
    assert codes(made) == ["B303"]


@pytest.mark.parametrize("length", ["11", "20%", "300w"])
def test_kl_ranks_fewer_sentences_where_it_is_cubic(length: str) -> None:
    """To rank all sentences costs KL-Sum their cube; to pick a few does not."""
    brief = long_article(82)

    many, few = KL()(brief, asked(length)), KL()(brief, asked("10"))

    assert ("B304", "ranked the first 80 of 82 sentences") in [
        (each.code, each.message) for each in many.notices
    ]
    assert not few.notices


@pytest.mark.parametrize("name", ["edmundson", "luhn"])
def test_what_takes_linear_time_ranks_every_sentence(name: str) -> None:
    """Without a bound there is nothing to be told."""
    made = METHODS[name](long_article(450), Context())

    assert not made.notices


def test_what_is_not_ranked_comes_after_what_is() -> None:
    """A length that the ranked sentences do not fill goes on in the order of the article."""
    made = TextRank()(long_article(402), asked("401"))

    assert numbers(made) == list(range(1, 402))


def test_focus_leans_towards_its_words() -> None:
    """`--focus` brings up what would not be picked, stop words and case apart."""
    brief = split(STORY, TITLE)
    baker = "A baker in the high street sells more bread than ever."

    without = Edmundson(sentences=2)(brief, Context())
    focused = Edmundson(sentences=1)(brief, Context(focus="the BREAD"))

    assert baker not in texts(without)
    assert texts(focused) == [baker]
    assert not focused.notices


def test_focus_that_finds_nothing_is_said() -> None:
    """Who asks for a word that no sentence has is told, and gets the summary all the same."""
    brief = split(STORY, TITLE)

    made = Edmundson(sentences=1)(brief, Context(focus="zeppelins"))

    assert [notice.code for notice in made.notices] == ["B305"]
    assert "'zeppelins'" in made.notices[0].message
    assert texts(made) == texts(Edmundson(sentences=1)(brief, Context()))


def test_a_focus_of_stop_words_alone_is_heard() -> None:
    """Who asks for a word that says little shall have it."""
    method = Edmundson(focus_weight=1, title_weight=0, location_weight=0)

    made = method(split(STORY, TITLE), Context(focus="than"))

    scores = {each.text: each.score for each in made.summary.sentences}
    assert scores["A baker in the high street sells more bread than ever."] == 1
    assert sum(scores.values()) == 1


def test_edmundson_says_what_a_sentence_gets_its_points_for() -> None:
    """`--why` tells the points for words, title and place, each times its weight."""
    method = Edmundson(sentences=1, cue_weight=3, title_weight=2, stigma_words=("Oak",))

    made = method(split(STORY, TITLE), Context(focus="council divers"))

    (pick,) = made.summary.sentences
    assert pick.text.startswith("The harbour council closed")
    # Oak; shipworm, ferry and pier; these again and twice the first; council and divers.
    assert dict(pick.why) == {"cue": -3, "title": 6, "location": 5, "focus": 20}
    assert pick.score == 28


@pytest.mark.parametrize("weights", [(0, 0, 1, 1), (1, 0, 1, 0), (1, 1, 0, 1), (0, 0, 0, 1)])
def test_edmundson_rates_as_sumy_does(weights: tuple[float, float, float, float]) -> None:
    """Weights of 0 and 1 give the ratings of sumy's own; others it does not tell apart."""
    brief = split(STORY, TITLE)
    sumy = EdmundsonSummarizer(
        cue_weight=weights[0],
        key_weight=weights[1],
        title_weight=weights[2],
        location_weight=weights[3],
    )
    sumy.null_words = stop_words("en")
    sumy.bonus_words, sumy.stigma_words = ["ferry", "Bus"], ["bread"]
    rated = rated_by(sumy, as_sumy_has_it(brief, TITLE))

    made = Edmundson(9, *weights, bonus_words=("ferry", "Bus"), stigma_words=("bread",))
    found = made(brief, Context()).summary.sentences

    assert {each.text: each.score for each in found} == rated


def test_the_bonus_words_of_edmundson_can_be_all_that_counts() -> None:
    """With the other weights at 0 only the words asked for are looked at."""
    method = Edmundson(
        sentences=1, title_weight=0, location_weight=0, bonus_words=("narrow", "road")
    )

    made = method(split(STORY, TITLE), Context())

    assert texts(made) == ["The bus is full, the passengers say, and the harbour road is narrow."]
    assert codes(Edmundson(title_weight=0, location_weight=0)(split(STORY), Context())) == ["B303"]


def test_lsa_keeps_to_the_main_topics_where_asked() -> None:
    """A share of the dimensions gives what sumy gives with its own limits set so."""
    brief = split(TEXTS["harbour"])

    class Few(LsaSummarizer):  # type: ignore[misc]  # sumy ships no types
        def _compute_ranks(self, sigma: Any, topics: Any) -> Any:
            weights = [s**2 if at < 3 else 0.0 for at, s in enumerate(sigma)]
            squares = [[v**2 for v in column] for column in topics.T]
            return [
                math.sqrt(sum(a * b for a, b in zip(weights, each, strict=True)))
                for each in squares
            ]

    sumy = Few()
    sumy.stop_words = stop_words("en")
    rated = rated_by(sumy, as_sumy_has_it(brief))

    made = Lsa(dimensions=0.1)(brief, asked("30")).summary.sentences
    other = Lsa(dimensions=0.01, min_dimensions=1)(brief, asked("30")).summary.sentences

    assert {each.text: each.score for each in made} == pytest.approx(rated)
    assert [each.score for each in made] != [each.score for each in other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Luhn(), Luhn(gap=1)),
        (Luhn(), Luhn(share=0.05)),
        (TextRank(), TextRank(damping=0.2)),
        (TextRank(), TextRank(epsilon=0.5)),
        (LexRank(), LexRank(threshold=0.4)),
        (LexRank(epsilon=1.0), LexRank(epsilon=0.000001)),
    ],
)
def test_options_reach_sumy(one: LexRank, other: LexRank) -> None:
    """Each option changes how some sentence is rated."""
    brief = split(TEXTS["harbour"])

    scores = [
        [each.score for each in method(brief, asked("99")).summary.sentences]
        for method in (one, other)
    ]

    assert scores[0] != scores[1]


@pytest.mark.parametrize(
    ("kind", "settings", "message"),
    [
        (LexRank, {"sentences": 0}, "stage.lexrank.sentences must be 1 or more, not 0"),
        (LexRank, {"threshold": 1.0}, "threshold must be 0 or more and less than 1, not 1.0"),
        (LexRank, {"epsilon": 0.0}, "stage.lexrank.epsilon must be from 0.000001 to 1, not 0.0"),
        (LexRank, {"epsilon": float("nan")}, "epsilon must be from 0.000001 to 1, not nan"),
        (TextRank, {"damping": 1.0}, "stage.textrank.damping must be from 0.01 to 0.99, not 1.0"),
        (TextRank, {"epsilon": 2.0}, "stage.textrank.epsilon must be from 0.000001 to 1, not 2.0"),
        (Lsa, {"dimensions": 0.0}, "stage.lsa.dimensions must be above 0 and up to 1, not 0.0"),
        (Lsa, {"min_dimensions": 0}, "stage.lsa.min_dimensions must be 1 or more, not 0"),
        (Luhn, {"gap": 0}, "stage.luhn.gap must be 1 or more, not 0"),
        (Luhn, {"share": 1.5}, "stage.luhn.share must be above 0 and up to 1, not 1.5"),
        (KL, {"sentences": -1}, "stage.kl.sentences must be 1 or more, not -1"),
        (SumBasic, {"sentences": 0}, "stage.sumbasic.sentences must be 1 or more, not 0"),
        (Reduction, {"sentences": 0}, "stage.reduction.sentences must be 1 or more, not 0"),
        (Edmundson, {"cue_weight": -1.0}, "cue_weight must be from 0 to 1000, not -1.0"),
        (
            Edmundson,
            dict.fromkeys(("cue_weight", "title_weight", "location_weight", "focus_weight"), 0.0),
            "stage.edmundson: one of its weights must be above 0",
        ),
    ],
)
def test_settings_out_of_range_are_refused(
    kind: type[LexRank], settings: dict[str, Any], message: str
) -> None:
    """A setting that would rank nothing, or for ever, is an error with its name and range."""
    with pytest.raises(ConfigError, match=re.escape(message)):
        kind(**settings)


@every_method
def test_a_method_can_be_sent_to_a_worker(name: str) -> None:
    """`-j` sends stages as they are, options included."""
    kind: Any = type(METHODS[name])
    method = kind(sentences=2)

    sent = pickle.loads(pickle.dumps(method))  # noqa: S301  # what we have just pickled

    assert sent.sentences == 2
    assert sent(split(STORY), Context()) == method(split(STORY), Context())


bags = st.lists(st.sampled_from("abcdefgh"), max_size=9)


@given(bags, bags)
def test_counted_words_give_the_number_that_sumy_finds(one: list[str], other: list[str]) -> None:
    """Counting each word once for all pairs changes no digit of what two sentences share."""
    for sumy, alike in ((TextRankSummarizer, 1.0), (ReductionSummarizer, 0.0)):
        quick = by_shared_words(sumy(), alike)

        found = vars(quick)["_rate_sentences_edge"](Bag(one), Bag(other))

        assert found == sumy()._rate_sentences_edge(one, other)


@given(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=6))
def test_smoothed_counts_are_those_of_sumy(counts: list[list[int]]) -> None:
    """Whole columns at a time give the digits of sumy's loop."""
    told = np.array(counts, dtype=float)

    found = smoothed(told.copy())

    assert found.tolist() == LsaSummarizer()._compute_term_frequency(told.copy()).tolist()


@given(st.lists(bags, min_size=2, max_size=5))
def test_the_cosine_is_that_of_sumy(sentences: list[list[str]]) -> None:
    """Another order of summing moves nothing but the last digits."""
    sumy = LexRankSummarizer()
    weights, idf = sumy._compute_tf(sentences), sumy._compute_idf(sentences)
    cosine = Cosine()

    for one, tf in zip(sentences, weights, strict=True):
        for other, other_tf in zip(sentences, weights, strict=True):
            expected = sumy.cosine_similarity(one, other, tf, other_tf, idf)
            assert cosine(one, other, tf, other_tf, idf) == pytest.approx(expected, abs=1e-12)


def test_ratings_that_differ_in_their_last_digits_are_a_tie() -> None:
    """The earlier sentence wins, on whatever processor the sum was made."""

    class Noisy:
        stop_words: Iterable[str] = ()

        def __call__(self, document: Any, count: Callable[[Sequence[Any]], object]) -> object:
            from sumy.summarizers._summarizer import (  # type: ignore[import-untyped]
                SentenceInfo,
            )

            noise = (0.1 + 0.2, 0.3, 0.1)
            pairs = zip(document.sentences, noise, strict=True)
            return count([SentenceInfo(each, at, n) for at, (each, n) in enumerate(pairs)])

    brief = split("Rain fell. Boats sailed. Divers dived.")

    made = ratings(Noisy(), document(brief, [0, 1, 2]))

    assert made is not None
    assert made.scores == [0.3, 0.3, 0.1]


def test_stop_words_are_those_of_the_language() -> None:
    """The lists are known by ISO code; a language without one has none."""
    assert {"the", "is"} <= stop_words("en-GB")
    assert "und" in stop_words("de")
    assert stop_words("xx") == frozenset()


def test_lexrank_prefers_what_many_sentences_say() -> None:
    """The sentence that shares its words with the most others comes first."""
    brief = split(
        "A baker sells more bread. Shipworm eats the pier. The bus is late.\n\n"
        "The pier fell to shipworm and the bus was late. The late bus passes the pier."
    )

    made = LexRank(sentences=1)(brief, Context())

    assert texts(made) == ["The pier fell to shipworm and the bus was late."]


@every_method
def test_every_method_says_what_it_costs_and_where_it_comes_from(name: str) -> None:
    """`brief plugins show NAME` tells options, cost and source."""
    said = type(METHODS[name]).__doc__ or ""

    assert re.search(r"^    Cost: grows with ", said, re.MULTILINE)
    assert re.search(r"^    Source: [^\n]+ \(\d{4}\), ", said, re.MULTILINE)
    assert said.startswith("Picks ")


@every_method
def test_the_page_on_summarisers_has_a_row_for_every_method(name: str) -> None:
    """The table that the bench writes leaves nobody out, nor the lead."""
    page = (DOCS / "summarisers.md").read_text("utf-8")

    assert f"\n| `{name}` | " in page
    assert "\n| `lead` | " in page


@every_method
def test_a_brief_by_every_method_holds_the_law(name: str) -> None:
    """In the whole pipeline, too, every line is a sentence of the article."""
    made = brief_of(TEXTS["harbour"], use={"summarise": name})

    sentences = {each.id: each.text for each in made.sentences}
    assert len(made.summary.sentences) == 3
    assert all(sentences[each.id] == each.text for each in made.summary.sentences)


def test_focus_is_heard_on_the_command_line(tmp_path: Path) -> None:
    """With a summariser that goes by it, `--focus` draws no warning."""
    put(tmp_path / "pier.txt", STORY)
    words = ("pier.txt", "--no-plugins", "--no-positions", "--length", "1", "--focus", "bread")

    deaf = run_brief(*words, "--summariser", "lead", cwd=tmp_path)
    heard = run_brief(*words, "--summariser", "edmundson", cwd=tmp_path)

    assert "--focus does nothing" in deaf.err
    assert not heard.err
    assert "A baker in the high street" in heard.out


PROBE = f"""
import os, sys
from brief.article import Article
from brief.builtin import summarisers
from brief.builtin.sentences import Sentences
from brief.contracts import Context
from brief.length import Length
from brief.model import Brief

article = Article("a", "a", {STORY!r}, title={TITLE!r})
brief = Sentences()(Brief(article), Context())
stages = {{stage.name: stage.run for stage in summarisers.stages()}}
stages.pop("lead")(brief, Context())
before = dict(os.environ)
print(sorted({{"nltk", "sumy", "numpy", "re._compiler"}} & set(sys.modules) - {{"re._compiler"}}))
for name, run in stages.items():
    run.open(Context())
    for few in (brief, Sentences()(Brief(Article("a", "a", "No. No? No! Yes. Yes!")), Context())):
        for length in (Length(3), Length(99)):
            print(run(few, Context(length=length, focus="bus")).summary)
print(before == dict(os.environ))
"""


def test_slow_imports_wait_and_the_hash_seed_does_not_count() -> None:
    """With the lead no sumy is imported; with the rest every run prints the same, unwarned."""
    outputs = []
    for seed in ("0", "1", "77"):
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", PROBE],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert not run.stderr
        outputs.append(run.stdout)

    assert outputs[0].startswith("[]\n")
    assert outputs[0].endswith("\nTrue\n")
    assert len({*outputs}) == 1
