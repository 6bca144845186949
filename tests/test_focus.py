"""What `--focus` finds in a sentence: terms parted by commas, in any of their forms."""

from __future__ import annotations

import pytest

from brief.builtin.summarisers.news.focus import matches, terms_of
from brief.builtin.summarisers.news.story import Story
from brief.builtin.summarisers.news.terms import Terms


@pytest.mark.parametrize(
    ("focus", "terms"),
    [
        ("", []),
        (" , ;", []),
        ("ceasefire, Kursk", ["ceasefire", "Kursk"]),
        ("bus  lanes; bus lanes", ["bus lanes"]),
    ],
)
def test_commas_part_terms(focus: str, terms: list[str]) -> None:
    """A term is what stands between commas, each once, as it was written."""
    assert terms_of(focus, Terms("en")) == terms


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("farmer", "Farmers met.", True),
        ("harbours", "The harbour is shut.", True),
        ("farm", "Pharmacies met.", False),
        ("bus lanes", "Two bus lanes are planned.", True),
        ("bus lanes", "The lanes for the bus are planned.", False),
        ("U.S. budget", "The U.S. budget grew.", True),
        ("the who", "The Who will play.", True),
    ],
)
def test_a_term_is_found_in_any_form(term: str, text: str, found: bool) -> None:
    """Plurals count, parts of words do not, and a phrase must stand together."""
    reader = Terms("en")
    story = Story([text], reader)

    assert matches([term], story.lines, reader) == [frozenset([0] if found else [])]


def test_chinese_terms_are_found() -> None:
    """A script without spaces is matched by pairs of characters."""
    reader = Terms("zh")
    story = Story(["市议会投票关闭大桥。", "没有人受伤。"], reader)

    assert matches(["大桥"], story.lines, reader) == [frozenset({0}), frozenset()]
