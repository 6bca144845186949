"""Set up the Markdown parser for articles: CommonMark with tables, footnotes and struck words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Deeper than any article. What lies deeper is lost, so it has to be refused.
DEEPEST = 20
# Marks of tools that are no CommonMark: footnotes, callouts, and what site builders fill in.
# Bounded: each is tried wherever a bracket stands.
NOTE = re.compile(r"\[(?:\^[^\]\s]{1,60}|![A-Za-z]{1,20})\][+-]?")
FILLED = re.compile(r"\{\{[^{}\n]{0,400}\}\}|\{%[^{}\n]{0,400}%\}|\{:[^{}\n]{0,100}\}")
# Nobody means a link by so many, and each would be tried as one.
BRACKETS = re.compile(r"(?:!?\[){6,}")
NOTE_LINK = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]|\n]{1,200}))?\]\]")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:")


def parser() -> MarkdownIt:
    """Return the parser. Indented text is a paragraph, for that is what it is in articles."""
    from markdown_it import MarkdownIt  # slow: 40 ms, and only Markdown needs it

    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    made.enable(["table", "strikethrough"]).disable("code")
    made.inline.ruler.before("link", "marks", _marks)
    made.block.ruler.before("reference", "footnote", _footnote)
    return made


def _marks(state: StateInline, silent: bool) -> bool:
    """Skip a mark that is no text, and take the words of a link between notes."""
    first = state.src[state.pos]
    if first not in "[{!":
        return False
    if match := BRACKETS.match(state.src, state.pos, state.posMax):
        state.pending += "" if silent else match[0]
        state.pos = match.end()
        return True
    match = (NOTE if first == "[" else FILLED).match(state.src, state.pos, state.posMax)
    if match is None and first == "[":
        match = NOTE_LINK.match(state.src, state.pos, state.posMax)
        if match and not silent:
            state.pending += match[2] or match[1]
    if match is None:
        return False
    state.pos = match.end()
    return True


def _footnote(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Take the text of a footnote, up to a blank line or the next one, as a block of its own."""
    if not _opens(state, first):
        return False
    if silent:
        return True
    line = first + 1
    while line < end and not state.isEmpty(line) and not _opens(state, line):
        line += 1
    state.line = line
    state.push("footnote_open", "", 1)
    inside = state.push("inline", "", 0)
    words = state.getLines(first, line, state.blkIndent, False).strip()
    inside.content = FOOTNOTE.sub("", words, count=1)
    inside.map = [first, line]
    inside.children = []
    state.push("footnote_close", "", -1)
    return True


def _opens(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return FOOTNOTE.match(state.src, start, state.eMarks[line]) is not None
