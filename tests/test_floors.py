"""The figures of the extractor may only rise, and the metrics count what they say they count."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent / "bench"


@pytest.fixture(autouse=True)
def _benches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests import the benches, as these import each other."""
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])


def test_no_figure_is_under_its_floor(data: Path) -> None:
    """On annotated articles the extractor is as right as it ever was."""
    from attribution_floors import below, figures, floors, party_figures
    from attribution_runs import Wish, extracted, planned, records, scored

    articles = records(data / "attributions" / "polnear-dev.jsonl")
    shipped = planned(Wish()).reading.context.min_confidence

    bare, whole = (extracted(Wish(whole=each), articles)[0] for each in (False, True))
    found = figures([scored(*each) for each in zip(articles, bare, strict=True)], shipped)
    parties = party_figures([scored(*each) for each in zip(articles, whole, strict=True)])

    assert below({**found, **parties}, floors()) == []


def test_no_statement_of_the_first_article_stands_under_a_wrong_party(data: Path) -> None:
    """In the article the project began with nobody's words are given to somebody else."""
    from attribution_runs import Wish
    from talks import met, pieces, talks

    brief, rows = talks(Wish(), data / "articles" / "talks.txt")

    pairs, left = met(brief, rows)

    assert [one for one in (*pairs, *pieces(brief, rows, left)) if one.is_wrong] == []
    assert len([one for one in pairs if one.party]) >= 10


def test_a_figure_that_fell_or_went_is_told() -> None:
    """A figure under its floor is named with both; one that is measured no more counts as 0."""
    from attribution_floors import below

    least = {"relation F1": 70.0, "content F1": 80.0, "gone": 1.0}

    told = below({"relation F1": 69.96, "content F1": 80.0}, least)

    assert told == [
        "relation F1: 69.96 is under its floor, 70.00",
        "gone: 0.00 is under its floor, 1.00",
    ]


def test_floors_only_rise(tmp_path: Path) -> None:
    """Writing the figures of a worse day leaves every floor where it was."""
    from attribution_floors import floors, raised

    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"relation F1": 70.0, "content F1": 80.0, "kept": 3.0}))

    raised({"relation F1": 65.0, "content F1": 90.06}, path)

    assert floors(path) == {"relation F1": 70.0, "content F1": 90.0, "kept": 3.0}


TEXT = (
    "Ines Holm said the ferry would sail at noon. “The pier is shut for good,” the mayor told us."
)
SAID = TEXT.index("the ferry"), TEXT.index(". “")
QUOTE = TEXT.index("“"), TEXT.index(" the mayor")


def place(words: str) -> tuple[int, int]:
    """Return where *words* stand in the text."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_a_statement_with_the_right_speaker_counts_everywhere() -> None:
    """One word of the speaker's name is enough; the article alone is not."""
    from attribution_scores import ALL, Counts, Page, tally

    page = Page(TEXT)
    gold = [page.told([SAID], [place("Ines Holm")]), page.told([QUOTE], [place("the mayor")])]
    found = [page.told([SAID], [place("Holm")]), page.told([QUOTE], [place("the ferry")])]

    counts = tally(found, gold)

    assert counts["content", ALL] == Counts(12, 12, 12, 12)
    assert counts["speaker+content", ALL] == Counts(6, 12, 6, 12)
    assert counts["relation", "unquoted"] == Counts(1, 1, 1, 1)
    assert counts["relation", "quoted"] == Counts(0, 1, 0, 1)
    assert counts["right source", ALL] == Counts(met=1, gold=2)
    assert counts["speaker, where paired", ALL] == Counts(right=1, found=2)


def test_half_a_content_is_a_statement_and_less_is_none() -> None:
    """A statement stands for an annotated one from an F1 of one half of their words on."""
    from attribution_scores import ALL, Page, tally

    page = Page(TEXT)
    gold = [page.told([SAID], [place("Ines Holm")])]
    two, one = place("sail at"), place("noon")

    half = tally([page.told([two], [place("Holm")])], gold)
    less = tally([page.told([one], [place("Holm")])], gold)

    assert half["relation", ALL].right == 1
    assert less["relation", ALL].right == 0
    assert less["content", ALL] == (1, 1, 1, 6)
    assert less["right source", ALL].met == 0


def test_four_words_in_double_marks_are_a_quotation() -> None:
    """Three words in marks are a term; an unclosed mark reaches to the end of its line."""
    from attribution_scores import Page

    page = Page("She called it “a bad joke” and left.\n“We will not pay for this\nHe nodded.")

    term = page.told([(0, 35)], [])
    unclosed = page.told([(37, 62)], [])
    after = page.told([(63, 73)], [])

    assert [sorted(each.groups) for each in (term, unclosed, after)] == [
        ["all", "unquoted"],
        ["all", "quoted"],
        ["all", "unquoted"],
    ]
    assert [page.form(each) for each in (term, unclosed, after)] == ["mixed", "direct", "indirect"]


def test_interval_of_a_share_is_wilsons() -> None:
    """Six wrong of 300 may be 0.9 to 4.3 per cent; nothing seen tells nothing."""
    from intervals import wilson

    low, high = wilson(6, 300)

    assert (round(low, 3), round(high, 3)) == (0.009, 0.043)
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_difference_of_an_extractor_to_itself_is_nothing() -> None:
    """Pairs are drawn together: the same counts differ by 0 in every draw, others do not."""
    from intervals import f1_difference, f1_interval

    counts = [(3, 4, 3, 6), (5, 5, 5, 9), (0, 2, 0, 1), (7, 9, 7, 7)]
    better = [(right + 1, found + 1, met + 1, gold + 1) for right, found, met, gold in counts]

    assert f1_difference(counts, counts) == (0.0, 0.0, 0.0)
    gain, low, high = f1_difference(better, counts)
    assert 0 < low <= gain <= high
    assert f1_interval(counts) == f1_interval(counts)
