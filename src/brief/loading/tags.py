"""Tell the words of HTML from its tags, in one pass over text that may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9:-]{0,40}")
# These start a paragraph, and end one.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# What nobody reads as the story: programs, forms, pictures with their captions.
DROPPED = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "figcaption",
        "head",
        "math",
        "nav",
        "noscript",
        "object",
        "select",
        "svg",
        "template",
        "video",
    ]
)
# Words struck out are withdrawn: "~~12~~ 14 people" is 14.
STRUCK = frozenset(["del", "s", "strike"])
# Nothing inside is a tag, up to the end of the same name.
RAW = frozenset(["iframe", "noembed", "script", "style", "textarea", "title", "xmp"])
CELLS = frozenset(("td", "th"))
COMMENT = "!"
# An attribute may hold the sign that ends a tag. Looked for so far only, and never twice: tags
# that do not end may stand close together.
INSIDE = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
WIDEST = 2000

# What HTML is known by; a tag alone may be what a text speaks of.
BLOCK_TAG = re.compile(
    r"</(?:p|div|li|h[1-6]|blockquote|article|section|figure|ul|ol|table)>|<br ?/?>", re.IGNORECASE
)
INLINE_TAG = re.compile(r"</(?:a|b|i|em|strong|span)>", re.IGNORECASE)


class Paragraph(NamedTuple):
    """A paragraph of a page; *heading* is whether it stands over others."""

    text: str
    heading: bool = False


def looks_html(text: str) -> bool:
    """Tell whether *text* is surely HTML: a paragraph, a line or a link ends in it."""
    if "<" not in text:
        return False
    return BLOCK_TAG.search(text) is not None or INLINE_TAG.search(text) is not None


def pieces(html: str) -> Iterator[tuple[str, str]]:
    """Yield what *html* consists of: ("", words), ("p", "<p>"), ("/p", "</p>"), ("!", no text).

    The pieces make up *html*. What cannot be a tag is words; programs and comments are no text.
    """
    at = 0
    while at < len(html):
        start = html.find("<", at)
        if start < 0:
            start = len(html)
        if start > at:
            yield "", html[at:start]
            at = start
            continue
        name, end = _tag(html, start)
        yield name, html[start:end]
        at = end
        if name in RAW:
            close = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
            end = close.start() if close else len(html)
            if end > at:
                yield COMMENT, html[at:end]
            at = end


def paragraphs_of(html: str) -> list[Paragraph]:
    """Return the paragraphs of *html* in order, their words in lines as `<br>` breaks them."""
    found: list[Paragraph] = []
    words: list[str] = []
    heading = False
    hidden = Hidden()
    for name, piece in pieces(html):
        bare = name.removeprefix("/")
        shown = hidden.shows(name)
        if not name:
            words.append(unescape(piece).replace("\n", " ") if shown else "")
        elif bare == "br":
            words.append("\n")
        elif bare in CELLS:
            words.append(" ")
        elif bare in BLOCKS:
            _add(found, words, heading=heading)
            words, heading = [], name in HEADINGS
    _add(found, words, heading=heading)
    return found


class Hidden:
    """Knows, tag by tag, whether words are part of the story."""

    def __init__(self) -> None:
        self._name = ""
        self._depth = 0

    def shows(self, name: str) -> bool:
        """Take note of the piece *name*, and tell whether words that follow are the story's."""
        bare = name.removeprefix("/")
        if not self._name:
            if name in DROPPED or name in STRUCK or name in RAW:
                self._name, self._depth = name, 1
        elif self._name in STRUCK and bare in BLOCKS:
            self._name = ""  # an end that was forgotten must not cost the story
        elif bare == self._name:
            self._depth += -1 if name.startswith("/") else 1
            self._name = self._name if self._depth else ""
        return not self._name


def _add(found: list[Paragraph], words: list[str], *, heading: bool) -> None:
    """Add what *words* make to *found*: a paragraph for each stretch between two breaks."""
    lines = [" ".join(line.split()) for line in "".join(words).split("\n")]
    text = "\n".join(lines).strip()
    found += [Paragraph(each.strip(), heading) for each in re.split(r"\n\n+", text) if each]


def _tag(html: str, start: int) -> tuple[str, int]:
    """Return the name of the tag that begins at *start*, and where it ends; "" for words."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 2)
        return COMMENT, end + 3 if end >= 0 else len(html)
    declared = html[start + 1 : start + 2] in ("!", "?")
    match = NAME.match(html, start + 1)
    if match is None and not declared:
        return "", start + 1
    end = html.find(">", start)
    if end < 0:
        return "", len(html)
    if match is None:
        return COMMENT, end + 1
    quoted = INSIDE.match(html, match.end(), match.end() + WIDEST)
    return match[0].casefold(), quoted.end() if quoted else end + 1
