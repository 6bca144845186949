"""The paragraphs of a Word document: text that stands, without what is struck out or beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from brief import LoadError, Notice

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What stands in a paragraph and is no text of it: deletions, pictures with their text boxes,
# the codes of fields, notes.
APART = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "drawing", "pict", "object", "instrText", "rPr", "pPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
BREAKS = frozenset(f"{W}{name}" for name in ("br", "cr"))
HEADING = re.compile(r"(?:heading|title|subtitle)\b ?\d?", re.IGNORECASE)
CAPTION = re.compile(r"(?:caption|footnote|endnote|header|footer|toc)\b", re.IGNORECASE)
DEEPEST = 40
# So many words in a cell are a paragraph of a story.
LONG = 25
MOST = 200_000
TRACKED = "has tracked changes: what was put in is read, what was struck out is not"


class Told(NamedTuple):
    """What a document tells: paragraphs, each with whether it is an aside, and its title."""

    paragraphs: list[tuple[str, bool]]
    title: str
    notices: tuple[Notice, ...] = ()


def told_by(document: Document) -> Told:
    """Return the text of the body of *document*. Raises `LoadError` for more than an article's."""
    body = document.element.body
    styles = _styles(document)
    found: list[tuple[str, bool]] = []
    title = ""
    for element, aside in _elements(body, 0):
        style = styles.get(_style(element), "")
        heading = HEADING.match(style) is not None
        for text in _text(element).split("\n"):
            line = " ".join(text.split())
            if line and style.casefold() in ("title", "heading 1") and not title and not aside:
                title = line
            found += [(line, aside or heading or CAPTION.match(style) is not None)] if line else []
        if len(found) > MOST:
            raise LoadError(f"more than {MOST:,} paragraphs; split it")
    changed = next(body.iter(f"{W}del", f"{W}ins"), None) is not None
    notices = (Notice("B114", f"the document {TRACKED}"),) if changed else ()
    return Told(found, title, notices)


def _elements(parent: _Element, depth: int) -> list[tuple[_Element, bool]]:
    """Return the paragraphs below *parent*, those of tables as asides, in their order."""
    found: list[tuple[_Element, bool]] = []
    for child in parent:
        if child.tag == f"{W}p":
            found.append((child, False))
        elif child.tag == f"{W}tbl" and _is_layout(child):
            found += [(each, False) for each in child.iter(f"{W}p")]
        elif child.tag == f"{W}tbl":
            found += [(row, True) for row in child.iter(f"{W}tr")]
        elif (
            child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo") and depth < DEEPEST
        ):
            found += _elements(child, depth + 1)
    return found


def _is_layout(table: _Element) -> bool:
    """Tell whether *table* holds the text itself: it has two columns at most, and long cells."""
    row = next(table.iter(f"{W}tr"), None)
    if row is None or len(row.findall(f"{W}tc")) > 2:
        return False
    return any(len(_text(each).split()) >= LONG for each in table.iter(f"{W}p"))


def _text(element: _Element) -> str:
    """Return the text of a paragraph, or of the row of a table, with breaks as line ends."""
    words: list[str] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag in APART:
            continue
        if each.tag == f"{W}t":
            words.append(each.text or "")
        elif each.tag == f"{W}tab" or (each.tag == f"{W}p" and words):
            words.append(" ")
        elif each.tag == f"{W}noBreakHyphen":
            words.append("-")
        elif each.tag in BREAKS:
            words.append("\n" if each.get(f"{W}type") in (None, "textWrapping") else " ")
        waiting += reversed(each)
    return "".join(words)


def _style(element: _Element) -> str:
    """Return the id of the style of a paragraph, "" for the usual one."""
    found = element.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val") or "")


def _styles(document: Document) -> dict[str, str]:
    """Return the names of the styles of *document* by their ids: names are not translated."""
    return {
        style.style_id: style.name or "" for style in document.styles if style.style_id is not None
    }
