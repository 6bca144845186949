"""The learned tagger: its quick sums against the features they stand for, and its limits."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import brief
from brief.builtin.attributions.learned import SHIPPED, tagger_of
from brief.builtin.attributions.learned.codes import places
from brief.builtin.attributions.learned.cues import Cues, spots
from brief.builtin.attributions.learned.lexicon import Lexicon
from brief.builtin.attributions.learned.passage import LONGEST
from brief.builtin.attributions.learned.path import (
    CONTENT,
    NOTHING,
    SOURCE,
    Scores,
    Way,
    best,
    best_with_source,
    unpacked,
)
from brief.builtin.attributions.learned.statics import Statics
from brief.builtin.attributions.learned.tables import Tables
from brief.builtin.attributions.learned.tagger import MOST_CUES
from brief.builtin.attributions.learned.views import view, window
from brief.builtin.attributions.learned.weights import BITS, Weights
from brief.training.clues import candidates
from brief.training.corpus import passages
from brief.training.features import of_cue, of_places
from cli_helpers import BRIEF, run

TEXT = """The harbour board said on Monday that the old bridge, which was built in 1931, would stay
shut. “We have no choice,” said Ines Holm, its chair. “Nobody wants to close it, but nobody has
paid either.” Tom Cole, adding that the so-called “rescue plan” was dead, told reporters:

“Ask the mayor.” She denied the claim and warned of higher tolls, according to her office."""


def weight(weights: Weights, feature: str) -> int:
    """Return what *feature* weighs, looked up where the file keeps it."""
    kind, table, *key = feature.split("\t")
    if kind == "g":
        return weights.groups[table].get(key[0]).get(int(key[1]), 0)
    if kind == "c":
        return weights.codes[table].get(int(key[0]), 0)
    return weights.words[table].get(key[0], 0)


def lexicon(weights: Weights) -> Lexicon:
    """Return the lexicon in the weights."""
    return Lexicon(*(weights.words[name] for name in ("often", "sorts", "clusters")))


def test_scores_of_cues_are_the_sums_of_their_features() -> None:
    """What the stage adds up in its quick way is what training counts, feature by feature."""
    weights = Weights(SHIPPED)
    known = lexicon(weights)
    cues = Cues(weights, known)
    scored = []

    for passage in passages(TEXT):
        slow = [
            (sum(weight(weights, feature) for feature in of_cue(found, known)), at)
            for at, found in candidates(passage, known)
        ]
        scored.append((cues.scored(passage), slow))

    assert sum(len(slow) for _, slow in scored) > 8
    assert all(quick == slow for quick, slow in scored)


def test_sums_of_places_are_the_sums_of_their_features() -> None:
    """The same for each token as seen from each cue, whatever stronger cues have taken."""
    weights = Weights(SHIPPED)
    known = lexicon(weights)
    arguments = tagger_of()._arguments
    sums = []

    for passage in passages(TEXT):
        statics = Statics(Tables(weights, known), passage)
        found = spots(passage, known.often)
        for cue in found:
            first, last = span = window(passage, cue)
            seen = places(passage, cue, span, frozenset(found), {first: 1, cue - 1: 3})
            quick = arguments._weighed(passage, cue, view(passage, cue), seen, first)
            own = statics.sums(first, cue, last)
            slow = [
                sum(weight(weights, feature) for feature in features)
                for features in of_places(passage, cue, first, seen, known)
            ]
            sums.append(([a + b for a, b in zip(quick, own, strict=True)], slow))

    assert len(sums) > 8
    assert all(quick == slow for quick, slow in sums)


SIX = st.tuples(*[st.integers(-900, 900)] * 6)
NINE = st.lists(st.integers(-500, 500), min_size=9, max_size=9)


def worth(scores: list[Scores], labels: tuple[int, ...], moves: list[int]) -> int:
    """Return by how much *labels* beat none, by the definition of the six scores."""
    total, before = 0, NOTHING
    for (in_s, in_c, at_s, at_c, off_s, off_c), label in zip(scores, labels, strict=True):
        total += moves[before * 3 + label] - moves[0]
        total += (0, in_s, in_c)[label]
        if label != before:
            total += (0, at_s, at_c)[label] + (0, off_s, off_c)[before]
        before = label
    return total


def labelled(way: Way, size: int) -> tuple[int, ...]:
    """Return the label of each token."""
    labels = [NOTHING] * size
    for label, stretches in ((SOURCE, way.sources), (CONTENT, way.contents)):
        for first, last in stretches:
            labels[first : last + 1] = [label] * (last + 1 - first)
    return tuple(labels)


@given(st.lists(SIX, min_size=1, max_size=5), NINE, st.data())
@settings(max_examples=60, deadline=None)
def test_best_labels_are_the_best_of_all(
    scores: list[Scores], moves: list[int], data: st.DataObject
) -> None:
    """No labels beat those found, with a source or without; the cue has none."""
    cue = data.draw(st.integers(0, len(scores) - 1))
    ways = [way for way in product(range(3), repeat=len(scores)) if way[cue] == NOTHING]

    found = best(scores, cue, moves)
    sourced = best_with_source(scores, cue, moves)

    labels = labelled(found, len(scores))
    assert labels[cue] == NOTHING
    assert found.score == worth(scores, labels, moves)
    assert found.score == max(worth(scores, way, moves) for way in ways)
    with_source = [worth(scores, way, moves) for way in ways if SOURCE in way]
    if with_source:
        assert sourced.sources
        labels = labelled(sourced, len(scores))
        assert sourced.score == max(with_source) == worth(scores, labels, moves)


@given(st.lists(st.tuples(*[st.integers(-32_768, 32_767)] * 6), max_size=8))
def test_six_scores_in_one_integer_come_out_as_they_went_in(rows: list[Scores]) -> None:
    """Whatever their signs: a carry from one score never reaches the next."""
    packed = [sum(score << (BITS * at) for at, score in enumerate(row)) for row in rows]

    assert unpacked(packed) == rows


def test_no_sum_leaves_its_field() -> None:
    """The largest weights of all tables together stay within the bits of one score."""
    weights = Weights(SHIPPED)
    tables: list[Mapping[Any, int]] = [*weights.words.values(), *weights.codes.values()]
    largest = 0

    for table in tables:
        sixes = unpacked([one for one in table.values() if abs(one) >> BITS])
        largest += max((abs(score) for six in sixes for score in six), default=0)

    assert 0 < largest < 1 << (BITS - 1)


def test_long_sentences_are_no_prose() -> None:
    """A sentence of more tokens than any in news has none, one full of cues has a bounded few."""
    said = "Reed said no and "

    found = brief.from_text("Well, " + said * (LONGEST // 2) + "left.", plugins=[])
    few = [len(tagger_of().cues(each)) for each in passages(said * (LONGEST // 5))]

    assert not [one for one in found.positions if one.rule == "model"]
    assert few == [MOST_CUES]


SHIPPED_BYTES = SHIPPED.read_bytes()
HEAD = SHIPPED_BYTES.index(b"\n") + 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}\n",
        b"\x80\x81",
        b"{",
        b'{"format": "else"}\n',
        b'{"format": "brief attributions 1"}\n',
        b'{"format": "brief attributions 1", "tables": [["take", "a", [1]]]}\n',
        b'{"format": "brief attributions 1", "tables": [["lists", "moves", ["9"]]]}\n',
        SHIPPED_BYTES[:HEAD],
        SHIPPED_BYTES[:-4],
        SHIPPED_BYTES[: len(SHIPPED_BYTES) // 2],
    ],
    ids=[
        "nothing",
        "empty",
        "bytes",
        "brace",
        "else",
        "bare",
        "kind",
        "size",
        "head",
        "tail",
        "half",
    ],
)
def test_file_that_holds_no_weights_is_an_error(tmp_path: Path, content: bytes) -> None:
    """It is named before any article is read, with exit code 2."""
    file, article = tmp_path / "mine.weights", tmp_path / "a.txt"
    file.write_bytes(content)
    article.write_text("Reed said the bridge was shut.", encoding="utf-8")

    done = run([BRIEF, "a.txt", "--set", "stage.attributions.weights=mine.weights"], cwd=tmp_path)

    assert done.code == 2
    assert "mine.weights" in done.err
    assert "Traceback" not in done.err


def test_least_leaves_frames_alone() -> None:
    """With `least` at 1 nothing of the model is in the brief; what frames find is."""
    settings_ = {"attributions": {"least": 1.0}}

    found = brief.from_text(TEXT, plugins=[], stage=settings_)

    rules = {one.rule for one in found.positions}
    assert rules
    assert "model" not in rules


def test_confidence_is_a_probability() -> None:
    """Every statement has one above `least` and below 1."""
    found = brief.from_text(TEXT, plugins=[])

    assert found.positions
    assert all(0.3 <= one.confidence < 1 for one in found.positions)


def test_each_cue_has_one_statement() -> None:
    """Where frames and tagger read the same cue, one statement comes of it."""
    found = brief.from_text(TEXT, plugins=[])

    cues = [one.cue for one in found.positions if one.cue is not None]
    assert len(cues) > 3
    assert len(set(cues)) == len(cues)


def test_half_a_clause_is_no_content() -> None:
    """Cut at a comma before its verb, "all options, including force" would mislead."""
    text = "The board has said that all options, including force, are on the table."

    found = brief.from_text(text, plugins=[])

    told = [found.text_of(one.content) for one in found.positions]
    assert len(told) == 1
    assert told[0].removeprefix("that ") == "all options, including force, are on the table"


def test_quotation_is_announced_by_the_paragraph_before() -> None:
    """The tagger reads "...:" at a paragraph's end with the quotation that opens the next."""
    text = (
        "The new report of the river commission states:\n\n"
        "“The bridge cannot be kept open another winter without repair.”\n"
    )

    found = brief.from_text(text, plugins=[])

    (one,) = found.positions
    assert one.speaker is not None
    assert "commission" in found.text_of((one.speaker,))
    assert found.text_of(one.content).startswith("“The bridge cannot")


@given(st.text(alphabet="“”\"‘’' .,\naS", max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_marks_give_true_spans(text: str) -> None:
    """Unclosed, nested and mismatched marks: every span is text, none leaves its paragraph."""
    found = brief.from_text(f"Reed said. {text} Cole said so.", plugins=[])

    for one in found.positions:
        for span in one.content:
            assert found.article.text[span.start : span.end].strip()
            assert span.end <= len(found.article.text)
    assert not [notice for notice in found.notices if notice.code == "B602"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s office also strongly urged that the bridge be shut.",
        "Trade groups later repeatedly demanded that the tolls be cut.",
        "The ministry’s social media team additionally firmly requested that boats stay in port.",
    ],
)
def test_adverbs_are_nobody(text: str) -> None:
    """What stands between a subject and its verb is no speaker: the subject before it is."""
    found = brief.from_text(text, plugins=[])

    speakers = [found.text_of((one.speaker,)) for one in found.positions if one.speaker]
    assert speakers
    assert not [name for name in speakers if name.split()[-1].endswith("ly")]
