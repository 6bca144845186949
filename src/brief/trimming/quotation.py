"""Tell whether a place in an article stands inside quotation marks."""

from __future__ import annotations

from brief.layout import PARAGRAPH_END

# How far back a mark is looked for. Longer quotations are opened anew, paragraph by paragraph.
FURTHEST = 2000
_BEFORE_OPENING = " \t\n\r\u00a0\u2029([{—–-/“\"‘'"


def in_quotation(text: str, at: int) -> bool:
    """Tell whether *at* stands inside quotation marks, or may do so.

    The last mark before it in its paragraph decides, double and single ones each by itself:
    a mark that was never closed leaves its paragraph quoted from there on.
    """
    start = max(0, at - FURTHEST)
    start = max(start, text.rfind(PARAGRAPH_END, start, at) + 1, _blank_line(text, start, at))
    return _open_double(text, start, at) or _open_single(text, start, at)


def closes_first(text: str, start: int) -> bool:
    """Tell whether the first double quotation mark from *start* on in its paragraph closes one."""
    end = min(len(text), start + FURTHEST)
    ends = (text.find(mark, start, end) for mark in ("\n\n", "\r\n\r\n", PARAGRAPH_END))
    end = min((at for at in ends if at >= 0), default=end)
    found = (text.find(mark, start, end) for mark in '“”"«»„')
    first = min((at for at in found if at >= 0), default=-1)
    return first >= 0 and (text[first] in "”»" or (text[first] == '"' and not _opens(text, first)))


def _blank_line(text: str, start: int, at: int) -> int:
    """Return where the last line before *at* that is blank ends, or *start*."""
    end = text.rfind("\n", start, at)
    while end > start:
        above = text.rfind("\n", start, end)
        if not text[above + 1 if above >= 0 else start : end].strip():
            return end
        end = above
    return start


def _open_double(text: str, start: int, at: int) -> bool:
    last = max(text.rfind(mark, start, at) for mark in '“”"«»„')
    if last < 0:
        return False
    return text[last] in "“«„" or (text[last] == '"' and _opens(text, last))


def _open_single(text: str, start: int, at: int) -> bool:
    if max(text.rfind(mark, start, at) for mark in "‘’'") < 0:
        return False
    for last in range(at - 1, start - 1, -1):
        mark = text[last]
        if mark == "‘" or (mark == "'" and _opens(text, last)):
            return True
        if mark in "’'" and _closes(text, last):
            return False
    return False


def _opens(text: str, at: int) -> bool:
    """Tell whether a straight mark at *at* opens a quotation: nothing but space before it."""
    return not at or text[at - 1] in _BEFORE_OPENING


def _closes(text: str, at: int) -> bool:
    """Tell whether a single mark at *at* is no apostrophe: "the workers’ union" has one."""
    after = text[at + 1 : at + 2]
    if after.isalnum():
        return False
    return text[at - 1 : at] != "s" or not text[at + 2 : at + 3].islower()
