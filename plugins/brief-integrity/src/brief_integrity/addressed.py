"""Find the lines that speak to an AI, or that one has left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from .ai_rules import NEEDLES, TO, rules
from .findings import Finding
from .mangled import same_length_lower

CODE = "B504"
LINE = re.compile(r"[^\r\n\u2029]+")
# A sentence begins behind one of these; a line, at its own start.
BETWEEN = re.compile(r"(?<=[.!?:])\s+(?=[\"“A-Z<\[#])|(?<=[.!?][”\"])\s+")
OPENING, CLOSING = "“«", "”»"
# "Ignore previous instructions, the sign said": told of, it is news.
TOLD = re.compile(
    r", ?(?:[^ ,.?!]+ ){1,6}?(?:said|says|told|tells|wrote|writes|read|reads|asked|asks|replied"
    r"|replies|warned|warns|added|adds|put it)\b|, (?:said|says|wrote|writes|asked|replied) "
)
# So much of a sentence, and of what follows it in its line, is held against the rules.
LOOK = 600
AHEAD = 120
# A line of more characters holds more than what is asked of an AI.
LONGEST = 600


class Start(NamedTuple):
    """Where a sentence starts and ends, where its line does, and whether it opens the line."""

    start: int
    end: int
    line_end: int
    first: bool


def addressed(text: str) -> list[Finding]:
    """Return the sentences of *text* that speak to an AI or were left behind by one, in order.

    Inside quotation marks, or told of, they are news. Where one that speaks to an AI opens a
    line of at most 600 characters, the whole line goes with it: what is asked follows.
    """
    lowered = same_length_lower(text)
    if not any(needle in lowered for needle in NEEDLES):
        return []
    found: list[Finding] = []
    after = reach = 0
    for each in _starts(text, lowered):
        if each.start < after:
            continue
        if each.start < reach:
            # "Certainly! Here is the rewritten article" is one line and two sentences.
            found[-1] = replace(found[-1], end=each.end)
            continue
        what, reach = _what(lowered, each)
        if what:
            asks = what == TO and each.first and each.line_end - each.start <= LONGEST
            after = each.line_end if asks else each.end
            found.append(Finding(CODE, each.start, after, what))
    return found


def _starts(text: str, lowered: str) -> Iterator[Start]:
    """Yield the sentences that begin outside quotation marks, of each line with a needle."""
    for line in LINE.finditer(text):
        low = lowered[line.start() : line.end()]
        if not any(needle in low for needle in NEEDLES) or low.isspace():
            continue
        start = line.start() + len(low) - len(low.lstrip())
        end = line.end() - len(low) + len(low.rstrip())
        gaps = [match.span() for match in BETWEEN.finditer(text, start, end)]
        begins = [start, *(after for _, after in gaps)]
        ends = [*(before for before, _ in gaps), end]
        inside = False
        for one, last in zip(begins, ends, strict=True):
            if not inside and text[one] not in OPENING and text[one] != '"':
                yield Start(one, last, end, one == start)
            inside = _inside(text[one:last], inside)


def _inside(sentence: str, inside: bool) -> bool:
    """Tell whether what follows *sentence* stands inside quotation marks."""
    for each in sentence:
        if each in OPENING or each in CLOSING:
            inside = each in OPENING
        elif each == '"':
            inside = not inside
    return inside


def _what(lowered: str, at: Start) -> tuple[str, int]:
    """Return what the line is whose sentence starts there, or nothing, and how far that goes."""
    ahead = lowered[at.start : min(at.line_end, at.end + AHEAD, at.start + LOOK)]
    if not any(needle in ahead for needle in NEEDLES):
        return "", 0
    ahead = " ".join(ahead.split()).lstrip("*_>- ")
    for what, rule in rules():
        match = rule.match(ahead)
        if match is not None:
            said = " ".join(lowered[at.start : min(at.end, at.start + LOOK)].split())
            return ("", 0) if _is_told(match[0], said) else (what, at.start + match.end())
    return "", 0


def _is_told(shape: str, sentence: str) -> bool:
    """Tell whether the sentence shows such words, in marks, or says whose they are."""
    return any(mark in shape for mark in '“”"«') or TOLD.search(sentence) is not None
