"""What reaches a terminal or a JSON reader is inert and stays true."""

from __future__ import annotations

import json
import sys

from hypothesis import given
from hypothesis import strategies as st

from brief.sanitise import json_text, one_line, plain, shortened

ACTIVE = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x2028,
    0x2029,
    *range(0xD800, 0xE000),
} - {ord("\n"), ord("\t")}

anything = st.text(st.characters(codec=None))


def test_exactly_the_active_characters_are_replaced() -> None:
    """Of all code points, those that act on a terminal become U+FFFD and no other changes."""
    everything = "".join(map(chr, range(sys.maxunicode + 1)))

    made = plain(everything)

    assert {at for at, each in enumerate(made) if each != chr(at)} == ACTIVE
    assert {made[at] for at in ACTIVE} == {"\N{REPLACEMENT CHARACTER}"}


@given(anything)
def test_plain_keeps_the_length_and_is_stable(text: str) -> None:
    """Offsets into a text still hold after it is made plain, once or twice."""
    made = plain(text)

    assert len(made) == len(text)
    assert plain(made) == made


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    """No text breaks out of its line, or stands off from its neighbours by more than a space."""
    made = one_line(text)

    assert made.splitlines() in ([], [made])
    assert "\t" not in made
    assert "  " not in made
    assert made == made.strip(" ")


@given(anything, st.integers(1, 30))
def test_shortened_text_fits(text: str, most: int) -> None:
    """A shortened text has no more characters than asked for, and says when it left some out."""
    made = shortened(text, most)

    assert len(made) <= most
    assert made == one_line(text) or made.endswith("…")


@given(
    st.recursive(
        st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_escaped_json_reads_back_equal(value: object) -> None:
    """JSON whose active characters are escaped holds the same value and none of them."""
    made = json_text(json.dumps(value, ensure_ascii=False))

    assert json.loads(made) == value
    assert plain(made) == made


def test_each_active_character_is_escaped_in_json() -> None:
    """JSON carries even a lone surrogate or an escape sequence, as plain ASCII."""
    written = {code: json_text(json.dumps(chr(code), ensure_ascii=False)) for code in ACTIVE}

    assert all(text.isascii() and text.isprintable() for text in written.values())
    assert {code: json.loads(text) for code, text in written.items()} == {
        code: chr(code) for code in ACTIVE
    }
