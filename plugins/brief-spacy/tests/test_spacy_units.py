"""What the parser is given to read, and that every character of it leads back to the article."""

from __future__ import annotations

import pytest

brief_spacy = pytest.importorskip("brief_spacy", reason="brief-spacy is not installed")

from brief_spacy.quotations import quotations  # noqa: E402
from brief_spacy.units import FOLDED, Unit, units  # noqa: E402
from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from brief.testing import brief_of  # noqa: E402

SPEECH = "“We have put this off for too long. It cannot wait,” said Holm."


def units_of(text: str) -> list[Unit]:
    """Return the units of *text*, each paragraph by itself."""
    made = brief_of(text)
    found: list[Unit] = []
    for number in sorted({each.paragraph for each in made.sentences}):
        group = [each for each in made.sentences if each.paragraph == number]
        parts = [part for each in group for part in each.parts]
        found += units(text, group, quotations(text, [parts])[0])
    return found


def test_a_whole_quotation_is_folded() -> None:
    """The parser reads one short sentence, however many the quotation holds."""
    (unit,) = units_of(SPEECH)

    assert unit.text.split() == f"{FOLDED}, said Holm.".split()


def test_the_marks_of_a_fragment_are_left_out() -> None:
    """Quoted words inside a sentence are parsed as part of it."""
    (unit,) = units_of("Holm called the plan “a waste of money” and left.")

    assert unit.text.strip() == "Holm called the plan a waste of money and left."


def test_the_words_behind_a_quotation_stay_with_it() -> None:
    """What a splitter takes for two sentences is one unit where the speaker comes second."""
    (unit,) = units_of("“Who is to pay for it?” Holm asked on Monday.")

    assert [each.text for each in unit.sentences][-1].endswith("Holm asked on Monday.")
    assert unit.text.startswith(FOLDED)


def test_a_stray_mark_shifts_no_pair() -> None:
    """Inches leave the quotation behind them as it is."""
    text = 'The 12" pipe burst. "We are wet to the bone," said Holm.'

    (unit, other) = units_of(text)

    assert unit.quotes == ()
    assert [text[each.start : each.end] for each in other.quotes] == ['"We are wet to the bone,"']


pieces = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "‘",
            "’",
            "''",
            "Holm said",
            "We wait",
            ".",
            ",",
            "?",
            " ",
            "\n\n",
            "é",
            "𝕬",
        ]
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_every_character_leads_back_to_the_article(parts: list[str]) -> None:
    """A character of the unit is the article's own, or stands for a folded quotation."""
    text = "Rain fell. " + "".join(parts)

    for unit in units_of(text):
        assert len(unit.text) == len(unit.begin) == len(unit.end)
        for at, letter in enumerate(unit.text):
            here = text[unit.begin[at] : unit.end[at]]
            assert here
            if not unit.is_folded(at) and letter.isalnum():
                assert here == letter
