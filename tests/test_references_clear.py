"""When readers of the chosen sentences know who is meant, and when a name is put in."""

from __future__ import annotations

import pytest

from brief import Brief, from_text
from brief.references import is_clear, openings, with_name, with_names
from brief.spans import Part
from brief.testing import brief_of

STORY = """\
Ines Dahl resigned as head of Nordsund Lines on Monday. She said the ferries had been unsafe for \
years. Nobody answered the telephone. She will leave in May.

Mayor Peter Aas praised the move. "It was time," Aas said. He said the town needed new boats.
"""


def named(brief: Brief) -> dict[int, str]:
    """Return the names that may be put in, by the place of the sentence."""
    return {
        place: opening.name.inserted
        for place, opening in openings(brief).items()
        if opening.name is not None
    }


@pytest.fixture(scope="module")
def story() -> Brief:
    """A story whose pronouns are resolved."""
    return from_text(STORY)


def test_a_sentence_is_clear_behind_its_antecedent() -> None:
    """With the sentence that names her, and no other person, "she" is she."""
    brief = brief_of("Ida Dahl resigned. The pound fell sharply. She will leave in May.")
    found = openings(brief)

    clear = [is_clear(found, 2, chosen) for chosen in ({0, 2}, {0, 1, 2}, {1, 2}, {2})]

    assert clear == [True, True, False, False]


def test_a_chain_is_clear_if_all_of_it_is_printed() -> None:
    """A pronoun behind a pronoun leads back to the name; a link left out breaks the chain."""
    brief = brief_of("Ida Dahl resigned. She was tired. She wept. She will leave in May.")
    found = openings(brief)

    assert is_clear(found, 3, {0, 1, 2, 3})
    assert not is_clear(found, 3, {1, 2, 3})


def test_this_needs_the_sentence_before_it() -> None:
    """What "this" is, only the sentence right before it tells."""
    brief = brief_of("Ida Dahl resigned. The pound fell sharply. This was expected.")
    found = openings(brief)

    assert (is_clear(found, 2, {1, 2}), is_clear(found, 2, {0, 2})) == (True, False)


def test_what_does_not_point_back_is_always_clear() -> None:
    """A sentence that stands alone needs no other."""
    assert is_clear({}, 3, {3})


def test_speakers_get_their_names(story: Brief) -> None:
    """A pronoun that is as good as certain has the name in full, in brackets."""
    assert named(story).get(6) == "[Peter Aas]"


def test_without_positions_there_are_no_names() -> None:
    """Nobody is guessed: where nothing was resolved, nothing is put in."""
    assert named(from_text(STORY, positions=False)) == {}


def test_a_name_comes_from_where_it_stands(story: Brief) -> None:
    """What is put in is found in the source at the span it comes from."""
    names = [opening.name for opening in openings(story).values() if opening.name is not None]

    assert names
    for part in names:
        assert part.inserted == f"[{story.article.text[part.start : part.end]}]"


def test_a_name_is_printed_behind_its_word(story: Brief) -> None:
    """The sentence reads as before but for the name, and keeps its offsets."""
    opening = openings(story)[6]
    sentence = story.sentences[6]
    parts = [Part(span.start, span.end) for span in sentence.parts]

    made = with_name(story.article.text, parts, opening)

    assert story.text_of(made) == "He [Peter Aas] said the town needed new boats."
    assert made[0].start == sentence.start


def test_parts_without_the_word_come_back_as_they_are(story: Brief) -> None:
    """Where the word was trimmed off, no name is put anywhere else."""
    opening = openings(story)[6]
    sentence = story.sentences[6]
    parts = (Part(opening.span.end + 1, sentence.end),)

    assert with_name(story.article.text, parts, opening) == parts


def test_names_are_put_in_only_where_they_are_needed(story: Brief) -> None:
    """Right behind its antecedent a pronoun stays as it is; over a gap it gets the name."""
    found = openings(story)

    assert [*with_names(found, {4, 5, 6})] == []
    assert [*with_names(found, {4, 6})] == [6]
    assert [*with_names(found, {6})] == [6]


@pytest.mark.parametrize(
    "text",
    [
        # Two bearers of the name.
        "Tom Hart sold the yard his brother owned. Ben Hart said it was old. He said it had rats.",
        # Two women in one sentence.
        "Ida Dahl and Nora Moss own the yard. She said it had lost money.",
        # The pronoun is not hers.
        "Ida Dahl said the yard was old. He said it had lost money.",
        # Another man is named in between.
        "Tom Hart lost the first set. Hart served badly and then Phil Berg took the lead. He won.",
        # Another speaks last.
        "Tom Hart met the union. Our reporter said that he knew of no deal. He said it was near.",
        # Quoted words are somebody else's.
        "Ida Dahl said the yard was old. “She said it had lost money,” Peter Aas recalled.",
    ],
)
def test_no_name_in_doubt(text: str) -> None:
    """A name under which somebody else's deed might stand is never put in."""
    assert named(from_text(text)) == {}


@pytest.mark.parametrize(
    ("between", "name"),
    [
        # She cannot be "he", and a council is nobody.
        ("He told Mrs Cole of the plan.", "He [Tom Hart]"),
        ("He told the Nordsund Council of the plan.", "He [Tom Hart]"),
        ("He told Mr Cole of the plan.", "He"),
    ],
)
def test_only_whom_the_pronoun_fits_casts_doubt(between: str, name: str) -> None:
    """Between a man's name and "he", a woman or a body may be named; another man may not."""
    brief = from_text(
        f"Tom Hart sold the yard on Monday. Mr Hart said it was old. {between} "
        "He said it had rats.",
        length="1",
        use={"summarise": "lead"},
    )
    last = openings(brief)[3]

    put_in = last.name.inserted if last.name is not None else ""
    assert f"He {put_in}".strip() == name


def test_who_does_something_is_not_who_was_quoted_last() -> None:
    """Behind "Police held Brown, Dahl said", the one released is nobody's name for sure."""
    brief = from_text(
        "Singer Carl Brown was held after a fight. Police took him to a cell, Ivar Dahl said. "
        "But he was released without charge."
    )

    assert "[Ivar Dahl]" not in named(brief).values()
