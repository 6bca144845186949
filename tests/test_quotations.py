"""Quotations are paired mark by mark, paragraph by paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.builtin.attributions.quotations import Quotation, quotations
from brief.spans import Span


def quoted(*paragraphs: str) -> list[list[str]]:
    """Return the quotations of each paragraph as text."""
    text, found = found_in(*paragraphs)
    return [[text[one.start : one.end] for one in each] for each in found]


def found_in(*paragraphs: str) -> tuple[str, list[list[Quotation]]]:
    """Return the joined text and the quotations of each paragraph."""
    text = "\n".join(paragraphs)
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append([Span(at, at + len(paragraph))])
        at += len(paragraph) + 1
    return text, quotations(text, parts)


def test_marks_belong_to_the_quotation() -> None:
    """A quotation runs from its opening mark to its closing one, both with it."""
    found = quoted("“The bridge is shut,” said the mayor.", 'He said "trains run" twice.')

    assert found == [["“The bridge is shut,”"], ['"trains run"']]


def test_single_curly_marks_quote_where_no_double_ones_stand() -> None:
    """British papers quote in single marks; their apostrophes close nothing."""
    found = quoted("‘It’s the drivers’ turn to pay,’ said Reed.")

    assert found == [["‘It’s the drivers’ turn to pay,’"]]


def test_apostrophes_are_no_marks() -> None:
    """Neither contractions nor possessives open or close a quotation."""
    found = quoted("The town’s boats don’t sail, the owners' club said in the '90s.")

    assert found == [[]]


@pytest.mark.parametrize(
    "stray",
    [
        'The wall is 6" high. "We built it by hand," said Reed.',
        '" The wall is high. "We built it by hand," said Reed.',
        '"The wall is high. "We built it by hand," said Reed.',
        'The wall” is high. "We built it by hand," said Reed.',
    ],
)
def test_a_stray_mark_shifts_no_later_pair(stray: str) -> None:
    """Inches, a lone mark or a missing partner leave the next quotation whole."""
    assert quoted(stray) == [['"We built it by hand,"']]


def test_an_open_paragraph_ends_its_quotation_and_the_next_may_go_on() -> None:
    """A paragraph that is left open hands its quotation to one that opens with a mark."""
    _, found = found_in("Reed said: “We waited.", "“Then it rained.”", "“It is dry now.”")

    first, second, third = (each[0] for each in found)
    assert not first.closed
    assert second.goes_on
    assert second.closed
    assert not third.goes_on


def test_a_paragraph_without_a_mark_goes_on_with_nothing() -> None:
    """The narrator's paragraph after an open one has no part in the quotation."""
    assert quoted("Reed said: “We waited.", "Then it rained.") == [["“We waited."], []]


def test_words_are_counted_between_the_marks() -> None:
    """One or two words between marks are told from a statement."""
    _, found = found_in("The “so-called” plan is “a very long way” off.")

    assert [one.words for one in found[0]] == [1, 4]


@given(st.lists(st.text(alphabet="“”\"‘’'ab .,\n"), min_size=1, max_size=4))
def test_quotations_are_ordered_disjoint_and_inside_their_paragraph(texts: list[str]) -> None:
    """Whatever the marks, no quotation overlaps another or leaves its paragraph."""
    texts = [f"a{text.replace(chr(10), ' ')}b" for text in texts]
    _, found = found_in(*texts)

    at = 0
    for paragraph, quotes in zip(texts, found, strict=True):
        here = at
        for quote in quotes:
            assert here <= quote.start < quote.end <= at + len(paragraph)
            here = quote.end
        at += len(paragraph) + 1
