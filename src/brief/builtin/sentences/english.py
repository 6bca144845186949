"""Split English as Punkt does (Kiss and Strunk 2006), by tables that are read in no time.

What it finds is what `punkt` finds with its English model; importing that package and its model
takes an eighth of a start. Other languages, which are rarer, are left to it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from brief.data import text_of
from brief.value import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS = ".?!"
# What stands before a word; a no-break space is part of it.
_SPACES = " \t\n\r\x0b\x0c"
_CLOSERS = r"[)\";}\]*:@'({\[‘’“”«»?!]"
# An end mark, and what follows: another mark, or the next word.
_END = re.compile(rf"[.?!](?=({_CLOSERS})|\s+(\S+))")
_ELLIPSIS = re.compile(r"\.{2,}|(?:\.\s){2,}\.")
# A word goes on up to white space or a mark, or to a comma before one; a period is part of it.
_TOKEN = re.compile(
    rf"-{{2,}}|{_ELLIPSIS.pattern}"
    rf"|[^(\"`{{\[:;&#*@)}}\]\-,\s]\S*?(?=,?(?:\s|$|{_CLOSERS}|--|\.\.|\.\s\.\s\.))"
    r"|\S"
)
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*")
# Closing marks that belong to the sentence before them.
_CLOSING = re.compile(r"[\"')\]}’”«»]+?(?:\s+|(?=--)|$)", re.MULTILINE)
_LETTER = re.compile(r"[^\W\d]")
# What no sentence starts with.
_INSIDE = frozenset(";:,.!?")
# What stands for every number.
_NUMERAL = "##number##"


class Tables(NamedTuple):
    """What Punkt has learned of English, in lower case.

    *pairs* are words with a period between them that ends nothing; *starters* and *openers*
    start sentences. How other words are written stands in *lines*, by sort and first letter:
    "small" ones have a capital only where a sentence starts, "both" ones elsewhere too.
    """

    abbreviations: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    starters: frozenset[str]
    openers: frozenset[str]
    lines: Mapping[str, str]

    def has(self, sort: str, word: str) -> bool:
        """Tell whether *word* is among the "small" or "both"."""
        line = f"{sort} {word[:1]}"
        return line in self.lines and word in _words_of(line)


@cache
def tables() -> Tables:
    """Return the tables, read once per process."""
    found: dict[str, list[str]] = {}
    lines: dict[str, str] = {}
    for line in text_of("punkt.en.txt").split("\n"):
        sort, _, words = line.partition(" ")
        # An article asks for a few words: most lines of the many are never looked into.
        if sort in ("small", "both"):
            lines[f"{sort} {words[:1]}"] = words
        else:
            found.setdefault(sort, []).extend(words.split())
    pairs = found["pairs"]
    return Tables(
        frozenset(found["abbreviations"]),
        frozenset(zip(pairs[::2], pairs[1::2], strict=True)),
        frozenset(found["starters"]),
        frozenset(found["openers"]),
        lines,
    )


@cache
def _words_of(line: str) -> frozenset[str]:
    """Return the words of a line that the tables have."""
    return frozenset(tables().lines[line].split())


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of *text* starts and ends, white space between them left out."""
    found: list[tuple[int, int]] = []
    last = 0
    for end, following, context in _ends(text):
        if _breaks(context):
            _add(text, last, end, found)
            last = following
    _add(text, last, len(text.rstrip()), found)
    return _closed(text, found)


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add a sentence, or marks alone to the one before."""
    if start >= end:
        return
    if found and text[start] in _MARKS and not text[start:end].strip(_MARKS):
        found[-1] = (found[-1][0], end)
    else:
        found.append((start, end))


def _ends(text: str) -> list[tuple[int, int, str]]:
    """Return what may end a sentence: its end, where the next would start, and what to look at.

    That is the word before the mark, the mark, and the word or mark behind. Of several marks
    in a row, the last.
    """
    # A period inside an ellipsis ends nothing.
    inside = {at for run in _ELLIPSIS.finditer(text) for at in range(run.start(), run.end() - 1)}
    spaces = [each for each in _SPACES if each in text]
    found: list[tuple[int, int, str]] = []
    start = stop = 0
    for match in _END.finditer(text):
        at = match.start()
        if at in inside:
            continue
        space = max([text.rfind(each, stop, at) for each in spaces], default=-1)
        begin = space + 1 if space > stop else start
        if found and stop > begin:
            found.pop()
        start, stop = begin, at
        behind = match.end(2)
        following, behind = (match.start(2), behind) if behind >= 0 else (at + 1, at + 2)
        found.append((at + 1, following, text[begin:behind]))
    return found


def _breaks(context: str) -> bool:
    """Tell whether a sentence ends in *context*, which reaches into the next."""
    tokens = [token for line in context.split("\n") for token in _TOKEN.findall(line)]
    return any(starmap(_ends_one, pairwise(tokens)))


def _ends_one(token: str, following: str) -> bool:
    """Tell whether *token* ends a sentence, as Punkt's two passes have it."""
    if token[-1] != ".":
        return token in ("?", "!")
    known = tables()
    word = _type(token, bare=True)
    after = _type(following, bare=_is_end(following))
    if (word, after) in known.pairs:
        return False
    initial = len(token) == 2 and _LETTER.match(token) is not None
    upper = following[0].isupper()
    if not initial and not _is_end(token):
        return upper and (known.has("small", after) or after in known.starters)
    if initial or word == _NUMERAL:
        if following in _INSIDE or (following[0].islower() and after not in known.openers):
            return False
        if initial and upper and not known.has("small", after) and not known.has("both", after):
            return False
    return _is_end(token)


def _is_end(token: str) -> bool:
    """Tell whether *token* ends with a period, and is no abbreviation and no ellipsis."""
    if token.endswith("..") or token[-1] != ".":
        return False
    stem = token[:-1].lower()
    known = tables().abbreviations
    return stem not in known and stem.rpartition("-")[2] not in known


def _type(token: str, *, bare: bool) -> str:
    """Return the form of *token* that is in the tables; *bare*, without its period."""
    if _NUMBER.fullmatch(token):
        return _NUMERAL
    form = token.lower()
    return form[:-1] if bare and len(form) > 1 and form[-1] == "." else form


def _closed(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences *found*, each with the closing marks that follow it."""
    made: list[tuple[int, int]] = []
    taken = 0
    for (start, end), follows in zip(found, [*found[1:], None], strict=False):
        first = start + taken
        match = _CLOSING.match(text, *follows) if follows else None
        if match:
            made.append((first, match.start() + len(match[0].rstrip())))
        elif first < end:
            made.append((first, end))
        taken = match.end() - match.start() if match else 0
    return made
