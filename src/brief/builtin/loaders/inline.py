"""Turn the inside of a Markdown paragraph into plain lines, those of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brief.loading.tags import BLOCKS, COMMENT, RAW, STRUCK, Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
BREAKING = BLOCKS | {"br"}
# Of other tags a forgotten end must not cost the paragraph.
TOLD = BREAKING | RAW | STRUCK
STRIKES = {"s_open": "s", "s_close": "/s"}


def lines_of(children: Sequence[Token]) -> list[tuple[str, bool]]:
    """Return the lines of a paragraph, each with whether its end was a break put in by hand.

    Line breaks inside tags and pictures count, so there are as many as in the source.
    """
    lines: list[tuple[str, bool]] = []
    words: list[str] = []
    hidden = Hidden()
    shown = True
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            lines.append(("".join(words), token.type == "hardbreak"))
            words = []
        elif token.type in ("text", "text_special", "code_inline"):
            words.append(_one_line(token.content) if shown else "")
        elif token.type in STRIKES:
            shown = hidden.shows(STRIKES[token.type])
        elif token.type in ("html_inline", "image"):
            if token.type == "html_inline":
                name = _name(token.content)
                shown = hidden.shows(name)
                words.append(" " if name.removeprefix("/") in BREAKING else "")
            for _ in range(token.content.count("\n")):
                lines.append(("".join(words), False))
                words = []
    return [*lines, ("".join(words), False)]


def _one_line(text: str) -> str:
    """Return *text* without the line breaks that entities can bring into it."""
    return text.replace("\n", " ").replace("\r", " ")


def _name(tag: str) -> str:
    match = NAME.match(tag)
    name = match[1].casefold() if match else ""
    if name not in TOLD:
        return COMMENT
    return f"/{name}" if tag.startswith("</") else name
