"""Take from text what could act on a terminal or hide words from the reader."""

from __future__ import annotations

import re

# C0 but for newline and tab, DEL, C1, line and paragraph separators, bidirectional
# embeddings, overrides and isolates, and surrogates that no encoding can write.
# Not compiled here: few runs meet one, and compiling takes 1 ms of every start.
_ACTIVE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_MARK = "\N{REPLACEMENT CHARACTER}"


def plain(text: str) -> str:
    """Return *text* with U+FFFD for every character that can act on a terminal or hide text.

    Newlines and tabs stay, and so does the length: offsets into *text* still hold.
    """
    # Printable in Python's sense holds none of them, and is told four times as fast.
    return text if text.isprintable() else re.sub(_ACTIVE, _MARK, text)


def one_line(text: str) -> str:
    """Return *text* on one line, its runs of white space squeezed, and as `plain` makes it."""
    return plain(" ".join(text.split()))


def json_text(text: str) -> str:
    r"""Return the JSON *text* with the same characters written as ``\uXXXX``.

    It still reads as the same value: *text* must come from `json` with ``ensure_ascii=False``,
    where such characters stand in strings alone.
    """
    return text if text.isprintable() else re.sub(_ACTIVE, _escaped, text)


def shortened(text: str, most: int) -> str:
    """Return *text* as `one_line` makes it, in at most *most* characters, "…" for the rest.

    The time depends on *most* alone, however long *text* is.
    """
    line = one_line(text[: 4 * most])
    if len(line) <= most and len(text) <= 4 * most:
        return line
    return line[: most - 1].rstrip() + "…"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
