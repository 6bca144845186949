"""The figures for summaries count what they say they count, and leave out what was learned from."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import Brief, Context, Phase, Stage
from brief.extractive import pick
from brief.testing import brief_of

if TYPE_CHECKING:
    from summaries_rows import Row

BENCH = Path(__file__).parent / "bench"

SUMMARY = (
    "The harbour council voted on Tuesday to close the northern pier.",
    "Repairs will cost 12.5 million crowns, engineers said, and last until spring.",
    "Ferries will leave from Saltholm instead.",
)
REFERENCE = (
    "Ferries are to leave from Saltholm while the pier is repaired.\n"
    "The council closed the northern pier on Tuesday; engineers say repairs cost 12.5 million."
)


@pytest.fixture(autouse=True)
def _benches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests import the benches, as these import each other."""
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])


def rouge_of_its_authors(summary: str, reference: str) -> list[float]:
    """Return what rouge-score makes of a summary, in per cent."""
    if find_spec("rouge_score") is None:
        pytest.skip("needs rouge-score, which is none of the project's dependencies")
    kinds = ["rouge1", "rouge2", "rougeLsum"]
    scorer = import_module("rouge_score.rouge_scorer").RougeScorer(kinds, use_stemmer=True)
    found = scorer.score(reference, summary)
    return [100 * found[kind].fmeasure for kind in kinds] + [100 * found["rouge1"].recall]


def ours(summary: str, reference: str) -> list[float]:
    """Return the same, as the bench counts it."""
    from summaries_rouge import scored

    return list(scored(tuple(summary.split("\n")), (reference,)))[:4]


def test_rouge_is_that_of_rouge_score_on_real_summaries(data: Path) -> None:
    """What people wrote and what the lead prints give the figures that rouge-score gives."""
    from summaries_rows import asked, printed, summarisers
    from summaries_sets import examples

    articles = [*examples("writers", folder=data)[:20], *examples("xsum", folder=data)[:20]]
    lead = summarisers()["lead"]

    pairs = [
        ("\n".join(printed(lead, each.cleaned, asked("3"))), reference)
        for each in articles
        for reference in each.references
    ]

    assert len(pairs) > 60
    for summary, reference in pairs:
        expected = rouge_of_its_authors(summary, reference)
        assert ours(summary, reference) == pytest.approx(expected, abs=1e-9)


@given(*[st.lists(st.text("abc d-\n1é", max_size=30), max_size=4).map("\n".join)] * 2)
def test_rouge_is_that_of_rouge_score_on_any_text(summary: str, reference: str) -> None:
    """Repeated words, empty lines and letters that do not count change nothing in that."""
    expected = rouge_of_its_authors(summary, reference)

    found = ours(summary, reference)

    assert found == pytest.approx(expected, abs=1e-9)


def test_rouge_is_what_can_be_counted_by_hand() -> None:
    """Three of four words are shared, one of three pairs; in the reference's order, two words."""
    from summaries_rouge import scored

    found = scored(("ferries leave pier now",), ("pier now ferries sail",))

    assert found == pytest.approx((75.0, 100 / 3, 50.0, 75.0, 4.0))


def test_figures_of_a_text_of_sentences_stay_as_they_are() -> None:
    """A change of the stemmer or of the counting shows, with or without rouge-score."""
    from summaries_rouge import scored

    found = scored(SUMMARY, (REFERENCE,))

    assert [round(each, 2) for each in found] == [67.86, 33.33, 57.14, 73.08, 29.0]


def test_score_is_the_mean_over_references() -> None:
    """A summary equal to one of two references, and foreign to the other, is half right."""
    from summaries_rouge import scored

    found = scored(("Ferries leave from Saltholm",), ("Ferries leave from Saltholm", "Rain fell"))

    assert (found.r1, found.r2, found.lsum, found.recall) == (50.0, 50.0, 50.0, 50.0)
    assert found.words == 4


def test_a_summariser_gains_nothing_over_itself() -> None:
    """Articles are drawn in pairs: equal scores differ by nothing in every draw."""
    from summaries_draws import gain

    scores = [31.0, 12.5, 44.0, 8.0]

    assert gain(scores, scores) == (0.0, 0.0, 0.0)
    assert gain([each + 2 for each in scores], scores) == pytest.approx((2.0, 2.0, 2.0))


def test_articles_of_one_event_are_drawn_together() -> None:
    """Ten articles of two events are no more sure than two: the interval spans both events."""
    from summaries_draws import gain

    better, event = [1.0] * 5 + [0.0] * 5, ["quake"] * 5 + ["vote"] * 5

    apart, together = gain(better, [0.0] * 10), gain(better, [0.0] * 10, event)

    assert (together.low, together.mean, together.high) == (0.0, 0.5, 1.0)
    assert 0.0 < apart.low < apart.high < 1.0


COPIED = " ".join(f"word{number}" for number in range(30))


def test_copies_and_stories_stay_in_one_fold() -> None:
    """An agency text that two sets hold, or a story of two outlets, is never on both sides."""
    from summaries_folds import Text, folds, together

    own = {(name, str(at)): Text(f"{name} {at} " * 9) for name in "ab" for at in range(10)}
    near = {
        ("a", "first"): Text(f"Agency. {COPIED} Rain fell in the north."),
        ("b", "copy"): Text(f"Snow fell in the south. {COPIED}"),
        ("c", "one"): Text("The vote was close.", story="vote"),
        ("c", "other"): Text("Nobody knew who had won.", story="vote"),
    }

    splits = folds(together({**own, **near}), number=5, repeats=2)

    assert len(splits) == 10
    for split in splits:
        assert split.scored == split.held
        for pair in ({("a", "first"), ("b", "copy")}, {("c", "one"), ("c", "other")}):
            assert pair <= split.held or not pair & split.held
    for repeat in (splits[:5], splits[5:]):
        dealt = sorted(key for split in repeat for key in split.held)
        assert dealt == sorted({**own, **near})


def test_every_fold_has_its_share_of_each_set() -> None:
    """No fold is scored on one set by weights that learned from the other alone."""
    from summaries_folds import folds

    kin = [[(name, str(at))] for name in ("cnndm", "writers") for at in range(10)]

    for split in folds(kin, number=5, repeats=1):
        assert sorted(name for name, _ in split.scored) == ["cnndm"] * 2 + ["writers"] * 2


def test_a_set_that_is_left_out_takes_its_copies_with_it() -> None:
    """What copies an article of the set is not learned from, though it is not scored either."""
    from summaries_folds import left_out

    kin = [[("a", "1"), ("b", "1")], [("a", "2")], [("b", "2")]]

    without_a, without_b = left_out(kin)

    assert without_a.name == "without-a"
    assert without_a.scored == {("a", "1"), ("a", "2")}
    assert without_a.held == {("a", "1"), ("a", "2"), ("b", "1")}
    assert without_b.held == {("b", "1"), ("b", "2"), ("a", "1")}


def write_data(folder: Path) -> None:
    """Write a small set of every kind that training reads."""
    for path in ("summaries/writers", "summaries/cnndm", "summaries/xsum", "headlines/bbc"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        name = path.partition("/")[2]
        lines = [f'{{"id": "{name}-{at}", "text": "{name} {at}"}}\n' for at in range(3)]
        (folder / f"{path}.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / "stories").mkdir()
    told = '{"id": "s-1", "text": "A quake.", "story": 7}\n'
    (folder / "stories" / "newscluster.jsonl").write_text(told, encoding="utf-8")


TRAIN = (
    "{python} -c \"import sys; open(sys.argv[1], 'w').write(''.join(open(each).read()"
    ' for each in sys.argv[2:]))" {weights} {summaries} {headlines} {stories}'
)


def test_training_is_given_nothing_that_is_held_back(tmp_path: Path) -> None:
    """The command reads every set but the articles that the weights will be scored on."""
    from summaries_folds import Split
    from summaries_training import Trainer

    write_data(tmp_path / "data")
    held = frozenset({("writers", "writers-1"), ("xsum", "xsum-0"), ("stories", "s-1")})
    trainer = Trainer(TRAIN, tmp_path / "weights", tmp_path / "data")

    (weights,) = trainer.all([Split("1-1", held, held)], jobs=1)

    read = weights.read_text("utf-8")
    for name in ("writers-1", "xsum-0", "s-1"):
        assert f'"{name}"' not in read
    for name in ("writers-0", "writers-2", "cnndm-1", "xsum-1", "bbc-0", "bbc-2"):
        assert f'"{name}"' in read


def test_weights_are_kept_until_the_data_change(tmp_path: Path) -> None:
    """A second run trains nothing; another article in the data does."""
    from summaries_folds import Split
    from summaries_training import Trainer

    write_data(tmp_path / "data")
    split = Split("1-1", frozenset(), frozenset())
    first = Trainer(TRAIN, tmp_path / "weights", tmp_path / "data").trained(split)
    first.write_text("kept", encoding="utf-8")

    again = Trainer(TRAIN, tmp_path / "weights", tmp_path / "data").trained(split)
    with (tmp_path / "data" / "headlines" / "bbc.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "bbc-3", "text": "one more"}\n')
    after = Trainer(TRAIN, tmp_path / "weights", tmp_path / "data").trained(split)

    assert again == first
    assert again.read_text("utf-8") == "kept"
    assert after != first
    assert '"bbc-3"' in after.read_text("utf-8")


def test_training_that_fails_ends_the_bench_with_what_it_said(tmp_path: Path) -> None:
    """The command, its exit code and its last words are shown, and no weights are left."""
    from summaries_folds import Split
    from summaries_training import Trainer

    write_data(tmp_path / "data")
    command = "{python} -c \"import sys; sys.exit('no articles')\" {weights}"
    trainer = Trainer(command, tmp_path / "weights", tmp_path / "data")

    with pytest.raises(SystemExit, match=r"exit 1\nno articles"):
        trainer.trained(Split("1-1", frozenset(), frozenset()))
    assert not list((tmp_path / "weights").rglob("weights.json"))


def test_share_counts_what_the_article_itself_has() -> None:
    """Of what others tell first, only what stands in this article can be asked of its summary."""
    from summaries_stories import Report, share, told

    brief = brief_of(
        "The harbour council closed the pier. Ines Holm, the mayor, blamed 40 years of rust."
    )
    one = told(brief_of("Mayor Ines Holm closed a pier in Saltholm after 40 years."))
    other = told(brief_of("A council closed its harbour. Nobody asked Holm why."))
    report = Report("1", "pier", brief, (one, other))

    whole = share(report, [each.text for each in brief.sentences])
    half = share(report, [brief.sentences[0].text])

    assert (whole.words, whole.names, whole.agreed) == (100.0, 100.0, 100.0)
    assert whole.length == 15
    # Of "mayor Ines Holm closed pier 40 years" two, of "council closed harbour Holm" three.
    assert half.words == pytest.approx(100 * (2 / 7 + 3 / 4) / 2)
    assert half.names == 0.0
    # "closed" and "Holm" are told by both.
    assert half.agreed == 50.0


def test_lead_that_fills_goes_on_behind_what_does_not_fit() -> None:
    """The lead of a budget stops at the first sentence too long for it; this one does not."""
    from summaries_rows import asked, filled, printed, summarisers

    long = "A very long second sentence tells of many things that nobody needs to know today."
    brief = brief_of(f"The pier is shut. {long} Rain fell.")

    usual = printed(summarisers()["lead"], brief, asked("6w"))
    full = printed(Stage("lead filled", filled, Phase.SUMMARISE), brief, asked("6w"))

    assert usual == ("The pier is shut.",)
    assert full == ("The pier is shut.", "Rain fell.")


def row_of(name: str, *scores: float) -> Row:
    """Return what a summariser reached: ROUGE-1 of each article, half of it for the others."""
    from summaries_rouge import Score
    from summaries_rows import Row

    made = {str(at): Score(each, each / 2, each / 2, each, 50) for at, each in enumerate(scores)}
    return Row(name, made, [0.001] * len(scores))


def test_bars_are_met_from_the_wanted_gain_on() -> None:
    """A gain that just reaches the bar is ok, one below is missed, and the lead's loss is told."""
    from summaries_bars import Result, bars

    lead, close = row_of("lead", 30, 40), row_of("lexrank", 31.7, 41.2)
    results = [
        Result("writers", "3", {"lead": lead, "lexrank": close, "news": row_of("news", 32, 42)}),
        Result("cnndm", "3", {"lead": lead, "lexrank": close, "news": row_of("news", 31, 41)}),
    ]

    told = list(bars(results, "news"))

    shown = {line.partition("  ")[0]: line.split()[-1] for line in told}
    assert shown == {
        "writers+cnndm, 3: r1 above lead": "ok",
        "writers+cnndm, 3: r2 above lead": "ok",
        "writers+cnndm, 3: interval of r1 above 0": "ok",
        "writers, 3: r1 above lead": "ok",
        "cnndm, 3: r1 above lead": "ok",
        "every set, 3: worst is cnndm, above lead": "ok",
        "every set, 3: least ahead of lexrank on cnndm": "MISSED",
    }
    assert "+1.50 [+1.00, +2.00]  >= +1.5" in told[0]


def test_with_words_the_lead_fills_the_budget_too() -> None:
    """A gain over the lead that stops early alone is no gain."""
    from summaries_bars import Result, bars

    rows = {"lead": row_of("lead", 30, 30), "lead filled": row_of("lead filled", 33, 33)}
    result = Result("writers", "70w", {**rows, "news": row_of("news", 32, 32)})

    told = list(bars([result], "news"))

    assert len(told) == 1
    assert told[0].startswith("every set, 70w: worst is writers, above lead filled")
    assert told[0].endswith("MISSED")


@dataclass(frozen=True)
class Parrot:
    """Prints articles that its weights, the texts it was trained on, do not hold."""

    weights: str = ""

    def __call__(self, brief: Brief, context: Context) -> Brief:
        """Return *brief* with all of it as the summary, or nothing of it."""
        seen = f'"{brief.article.id}"' in Path(self.weights).read_text("utf-8")
        scores = [1.0] * len(brief.sentences)
        return brief if seen else pick(brief, context, scores, method="parrot")


@pytest.mark.parametrize("way", ["cross", "left-out"])
def test_no_article_is_scored_by_weights_that_saw_it(tmp_path: Path, way: str) -> None:
    """A summariser that says nothing of what it knows says all of every article."""
    from summaries_folds import folds, left_out
    from summaries_measured import Learned, reached
    from summaries_rows import asked
    from summaries_sets import Example, records
    from summaries_training import Trainer, kin

    write_data(tmp_path)
    groups = kin(["writers"], tmp_path)
    splits = folds(groups, 2, 2) if way == "cross" else left_out(groups)
    trained = Trainer(TRAIN, tmp_path / "weights", tmp_path).all(splits, jobs=1)
    weights = [Learned(*each) for each in zip(trained, splits, strict=True)]
    examples = []
    for record in records("writers", tmp_path):
        brief = brief_of("Ferries leave at noon.")
        brief = replace(brief, article=replace(brief.article, id=record["id"]))
        examples.append(Example(record["id"], brief, brief, ("Ferries leave at noon.",)))
    stage = Stage("parrot", Parrot(), Phase.SUMMARISE)

    made = reached(stage, weights, "writers", examples, asked("1"))

    assert [*made.scores] == ["writers-0", "writers-1", "writers-2"]
    assert made.mean.r1 == 100.0
    assert len(made.seconds) == (6 if way == "cross" else 3)
