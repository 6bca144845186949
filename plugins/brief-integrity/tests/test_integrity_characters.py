"""Which letters and invisible characters are told of, and which belong."""

from __future__ import annotations

import pytest
from brief_integrity.invisible import invisible
from brief_integrity.letters import look_alikes

from brief import from_text


def told(text: str, code: str) -> list[str]:
    """Return the messages of the notices with *code* on *text*, by both stages."""
    brief = from_text(text, plugins=["integrity"])
    assert "B602" not in {notice.code for notice in brief.notices}
    return [notice.message for notice in brief.notices if notice.code == code]


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("P\u0430ypal", "U+0430 cyrillic small letter a for a"),
        ("\u0440aypal", "U+0440 cyrillic small letter er for p"),
        ("Co\u043eper", "U+043E cyrillic small letter o for o"),
        ("\u0391BC", "U+0391 greek capital letter alpha for A"),
        ("p\u03b1ypal", "U+03B1 greek small letter alpha for a"),
    ],
)
def test_look_alike_letters_are_told(word: str, what: str) -> None:
    """A word that no search finds is named with the letter that does not belong."""
    text = f"The town pays through {word} for the quay."

    (found,) = look_alikes(text)

    assert (text[found.start : found.end], found.what) == (word, what)
    assert len(told(text, "B502")) == 1


def test_a_latin_letter_in_a_russian_word_is_told() -> None:
    """The other way round deceives as well."""
    text = "Вчера в городе Мoсква и вокруг шёл дождь."

    assert [text[each.start : each.end] for each in look_alikes(text)] == ["Мoсква"]


@pytest.mark.parametrize(
    "text",
    [
        "It was 5 µm and 6 μm wide, TGFβ and PPARα were high, and ΔT fell by π.",
        "Владимир Путин met Ολυμπιακός in Москва.",
        "KoЯn played with Toys Я Us.",
        "Он купил iPhone и отправил SMSка, GPTшка ответила.",
        "Café Zürich, Łódź, Straße and naïve.",
    ],
)
def test_alphabets_that_belong_are_left_alone(text: str) -> None:
    """Whole words, units, science, brands, and foreign names with an ending."""
    assert look_alikes(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The har\u200bbour is shut.", "zero width space"),
        ("The pass\u200dword is long.", "zero width joiner"),
        ("The file is \u202efdp.exe today.", "right-to-left override"),
        ("The quay \U000e0068\U000e0069 is shut.", "tag characters that hide “hi”"),
    ],
)
def test_invisible_characters_are_told_with_the_word_they_stand_in(text: str, what: str) -> None:
    """There is something to see at the place that is named."""
    (found,) = invisible(text)

    assert found.what == what
    assert not text[found.start].isspace()
    assert what in told(text, "B503")[0]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffThe quay\u200b is shut\u200b.",
        "The har\u00adbour is shut.",
        "می\u200cخواهم و عربي\u200f (abc\u200e)",
        "न्\u200dय \U0001f469\u200d\U0001f469\u200d\U0001f467 ❤\ufe0f ©\ufe0e",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won.",
        "Follow \u202a@harbour\u202c today.",
        "葛\U000e0100城",
    ],
)
def test_invisible_characters_with_a_use_are_left_alone(text: str) -> None:
    """Byte order marks, soft hyphens, joiners, marks of direction, flags, edges of words."""
    assert invisible(text) == []
