"""Which sentences cannot stand alone: questions, captions, halves of quotations, furniture."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief.model import Sentence

_CLOSERS = "\"'”’»)] "
_ENDS = ".,!?…"
_STOPS = tuple(".!?…。！？．؟।;")
# So large a share of an article's sentences has an end mark, if it uses them.
USUAL = 0.8
ENOUGH = 10
# Words: a line without one that is as long may be a sentence that lost it.
LINE = 12
_ADDRESSES = ("http://", "https://", "www.", "pic.twitter.com", "@")
_MARKS = "\"“”„«»‘'’"
_CAPTIONS = (
    ", pictured",
    "pictured:",
    "photo:",
    "image:",
    "picture:",
    "caption:",
    "file photo",
    "file picture",
    "in this photo",
    "in this picture",
    "in this image",
    ", left,",
    ", right,",
    ", centre,",
    ", center,",
    ", left.",
    ", right.",
    "(left)",
    "(right)",
    "from left",
)
# Each of them has one of these.
_CAPTION_WORDS = ("pictur", "photo", "image", "caption", "left", "right", "cent")
_FURNITURE = (
    "pictured",
    "correction:",
    "corrections:",
    "clarification:",
    "editor's note",
    "editor’s note",
    "update:",
    "updated:",
    "this article was",
    "this story was",
    "this story has been",
    "this article has been",
    "an earlier version",
    "a previous version",
    "read more",
    "sign up",
    "click ",
    "follow us",
    "watch:",
    "photo ",
    "advertisement",
    "scroll down",
    "for confidential",
    "story highlights",
    "handout ",
    "copyright",
)


def awkward(sentences: Sequence[Sentence], *, english: bool = True) -> list[bool]:
    """Return for each of *sentences* whether it misleads or puzzles when it stands alone."""
    torn = _torn(sentences)
    ended = [sentence.text.rstrip(_CLOSERS)[-1:] in _STOPS for sentence in sentences]
    # Where nearly all have an end mark, or enough for a story among lists and titles, short
    # lines without are captions, headings, "He said:".
    stopped = sum(ended) >= USUAL * len(ended) or sum(ended) >= ENOUGH
    return [
        place in torn
        or (stopped and not ended[place] and sentence.text.count(" ") < LINE)
        or _odd(sentence.text)
        or (english and _furniture(sentence.text))
        for place, sentence in enumerate(sentences)
    ]


def _odd(text: str) -> bool:
    """Tell whether *text* is a question, without a word in small letters, or a bare quotation."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("?", "？", "؟")) or (text.upper() == text and text.lower() != text):
        return True
    # A post as it was pasted in.
    if text.startswith(_ADDRESSES) or "pic.twitter.com" in text:
        return True
    # A link, or an aside of the editors'.
    if text.endswith("]") or (text.startswith("[") and bare.endswith(("]", "].", "]:"))):
        return True
    # Nobody is named who says it.
    return text[:1] in "\"“«„‘'" and text[-1:] in "\"”»“’'" and _one_quotation(text[1:-1])


def _one_quotation(inside: str) -> bool:
    """Tell whether no quotation ends or begins *inside* another one's marks."""
    return not any(mark in inside for mark in '"“”«»') and ",'" not in inside and ",’" not in inside


def _furniture(text: str) -> bool:
    """Tell whether *text* is a caption, a note of the editors, or too short to say anything."""
    low = text.lower()
    if low.startswith(_FURNITURE):
        return True
    # Most sentences have none of these: it saves half the time.
    for word in _CAPTION_WORDS:
        if word in low:
            return any(sign in low for sign in _CAPTIONS) or _is_short(low)
    return _is_short(low)


def _is_short(low: str) -> bool:
    """Tell whether there are fewer than three words."""
    return len(low.split(maxsplit=2)) < 3


def _torn(sentences: Sequence[Sentence]) -> set[int]:
    """Return the places of sentences that begin or end inside a quotation.

    A mark that has no partner in its paragraph tears its own sentence only: where a mark was
    lost, nobody knows how far the quotation went.
    """
    torn: set[int] = set()
    double: list[tuple[int, bool]] = []
    single: list[tuple[int, bool]] = []
    for place, sentence in enumerate(sentences):
        if place and sentence.paragraph != sentences[place - 1].paragraph:
            _tear(double, torn)
            _tear(single, torn)
            double, single = [], []
        if any(mark in sentence.text for mark in _MARKS):
            double += [(place, opens) for opens in _double(sentence.text)]
            single += [(place, opens) for opens in _single(sentence.text)]
    _tear(double, torn)
    _tear(single, torn)
    return torn


def _tear(marks: list[tuple[int, bool]], torn: set[int]) -> None:
    """Add to *torn* what the quotation *marks* of a paragraph leave open or run across."""
    waiting = -1
    for place, opens in marks:
        if opens:
            if waiting >= 0:
                torn.add(waiting)
            waiting = place
        elif waiting < 0:
            torn.add(place)
        else:
            if waiting != place:
                torn.update(range(waiting, place + 1))
            waiting = -1
    if waiting >= 0:
        torn.add(waiting)


@cache
def _signs(signs: str) -> re.Pattern[str]:
    return re.compile(signs)


def _double(text: str) -> Iterator[bool]:
    """Yield for each double quotation mark of *text* whether it opens."""
    last = len(text) - 1
    for found in _signs('["“”„«»]').finditer(text):
        at, sign = found.start(), found[0]
        if sign != '"':
            yield sign in "“„«"
        else:
            before, after = text[at - 1] if at else " ", text[at + 1] if at < last else " "
            yield not (before.isalnum() or before in _ENDS) and not after.isspace()


def _single(text: str) -> Iterator[bool]:
    """Yield for each single quotation mark of *text* whether it opens; no apostrophes.

    What opens inside the sentence is closed by any mark behind a word, "workers'" too; one
    that was opened before it only behind an end mark.
    """
    last = len(text) - 1
    inside = False
    for found in _signs("['‘’]").finditer(text):
        at, sign = found.start(), found[0]
        before, after = text[at - 1] if at else " ", text[at + 1] if at < last else " "
        if sign != "’" and after.isalpha() and (not before.isalnum() and before not in _ENDS):
            if not inside:
                yield True
            inside = True
        elif not after.isalnum() and (inside or before in _ENDS):
            yield False
            inside = False
