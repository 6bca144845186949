"""Sentences of English by tables: what Punkt finds with its own model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import brief.data
from brief.builtin.sentences import splitter
from brief.builtin.sentences.english import spans_of

PIECES = [
    *["Bell", "bell", "The", "the", "However", "it", "Mr.", "U.S.", "J.", "No.", "e.g.", "corp."],
    *["5", "5.", "1,000.", "-3.5.", "x-co.", "²", "_.", "É.", "İ.", "##number##", "s.", "bach"],
    *[".", "?", "!", "...", ". . .", ".. ", ",", ";", ":", "--", "-", "$", "«", "»", "“", "”"],
    *['"', "'", "’", "(", ")", " ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\r", "\x0b"],
    *["\u00a0", "\u2028"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=500)
@given(TEXTS)
@example('Mr. Bell fell. However the pier stood. "Why?" he asked. (He left.) No. 5 is shut.')
@example("Gov. J. Bell of Orlund Inc. The U.S. It fell 3.5. percent. . . . And then!!!")
def test_sentences_of_english_are_those_of_punkt(text: str) -> None:
    """Whatever the text, each sentence starts and ends where Punkt has it."""
    assert spans_of(text) == list(splitter("english").span_tokenize(text))


@given(st.text(max_size=60))
def test_sentences_of_any_signs_are_those_of_punkt(text: str) -> None:
    """So it is for letters of every script."""
    assert spans_of(text) == list(splitter("english").span_tokenize(text))


@pytest.mark.parametrize(
    "piece", [". ", "?!", '."', "a.", "- ", ". . ", "J. ", "A. The ", ".\u00a0"]
)
def test_hostile_text_is_split_as_punkt_does(piece: str) -> None:
    """A piece that comes again and again is split in one pass too."""
    text = piece * 2000

    assert spans_of(text) == list(splitter("english").span_tokenize(text))


def test_tables_are_made_again_to_the_byte(tmp_path: Path) -> None:
    """The tables that come with brief are those of the Punkt that it asks for."""
    made = tmp_path / "punkt.en.txt"

    subprocess.run([sys.executable, "-m", "brief.training.boundaries", "-o", made], check=True)

    assert made.read_bytes() == Path(brief.data.__file__).with_name(made.name).read_bytes()
