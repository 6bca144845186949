"""Where a sentence that Punkt ended goes on after all, and where one ends that it missed."""

from __future__ import annotations

import re
from collections.abc import Iterable

# How far to look to either side of a boundary: bounds the work on hostile text.
NEAR = 40
# "― Anna Bell, Leeds": who said it, after a quotation; longer ones are sentences.
SIGNATURE = 60

# Words that open a sentence, and hardly ever follow an abbreviation inside one.
_STARTERS = """
A About According After Again Also Although Among An Another And As Asked At Because Before Both
But By Despite During Each Even Every Few For Former From He Her Here His How However I If In
Instead It Its Last Later Many Meanwhile More Most My Nor Now Of Officials On Once Or Our Police
She Since So Some Still Such Than That The Their Then There These They This Those Though Through
Thus To Under Unlike Until Upon We What When Where Whether Which While Who Why With Without Yet
You Your"""
# Titles, ranks and the like: a name follows.
_TITLES = """
Adm Amb Asst Atty Brig Capt Cdr Cmdr Col Cpl Cpt Det Dr Drs Fr Ft Gen Gens Gov Govs Hon Insp Lt
Maj Messrs Mr Mrs Ms Msgr Mt Pfc Pres Prof Profs Pty Pvt Rep Reps Rev Sen Sens Sgt Sra Supt Vs vs"""
# A number follows; before a word, "No." and "Art." can end a sentence.
_NUMBERED = """
Apr Art Aug Ch Dec Feb Fig Figs Jan Jul Jun Mar No Nos Nov Oct Sec Sep Sept Vol Vols no nos p pp
v vol"""
STARTERS, TITLES, NUMBERED = (frozenset(each.split()) for each in (_STARTERS, _TITLES, _NUMBERED))
# "9 p.m. Monday", "9 p.m. EST": the time goes on.
AFTER_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}\b|Eastern|Pacific|Central|Mountain"
)

WORD_BEFORE = re.compile(r"[^\W_][\w.&]*\Z")
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
WORD_AFTER = re.compile(r"[\"'“‘(\[]*+([^\W_]+)(?![\w.])")
# Marks glued to the end of a sentence belong to it, whichever way they curl.
GLUED = re.compile(r"[\"'“”‘’»«)\]}]++(?=\s|\Z)")
# Marks that close even where a space has strayed before them.
CLOSING = re.compile(r"[”)\]}]++|[’»](?![\w])")
# What no sentence starts with: the rest of a mark, of a possessive, of a clause.
TAIL = re.compile(r"[,;:.?!%](?![.\d])|[\"'’”»]++[,;:.?!]|['’]s\b|\[sic\]['’”\"]?[.?!]")
DASH = re.compile(r"[-–—―]+ ?(?=(\S)?)")
LINK = ("http://", "https://", "www.", "pic.")
SPACELESS = re.compile(r"[.?!](?=([A-Z][a-z]*) )")


def mended(text: str, spans: Iterable[tuple[int, int]], *, english: bool) -> list[tuple[int, int]]:
    """Return the (start, end) pairs of the sentences of *text*, from those of Punkt."""
    found: list[tuple[int, int]] = []
    for begin, end in spans:
        if not found:
            found.append((begin, end))
            continue
        first, stop = found[-1]
        start = begin
        if not text[begin].isalnum():
            start, stop = closed(text, stop, begin, end)
        if goes_on(text, stop, start, end, english=english):
            found[-1] = (first, end)
        else:
            found[-1] = (first, stop)
            found.append((start, end))
    return spaced(text, found) if english else found


def closed(text: str, stop: int, start: int, end: int) -> tuple[int, int]:
    """Return *start* and *stop* of two neighbours, closing marks moved to where they belong."""
    while match := _marks(text, stop, start, end):
        start = stop = match.end()
        while start < end and text[start].isspace():
            start += 1
    return start, stop


def _marks(text: str, stop: int, start: int, end: int) -> re.Match[str] | None:
    glued = GLUED.match(text, start, end) if start == stop else None
    return glued or CLOSING.match(text, start, end)


def goes_on(text: str, stop: int, start: int, end: int, *, english: bool) -> bool:
    """Tell whether the sentence that stops at *stop* goes on from *start* to *end*."""
    right = text[start : min(end, start + NEAR)]
    if not right[:1].isupper():
        if TAIL.match(right) or not any(map(str.isalnum, right)):
            return True
        dash = DASH.match(right)
        if dash:
            return end - start <= SIGNATURE or (dash[1] or "").islower()
        if right[0].islower() and text[stop - 1] != ".":
            # "Where?" he asked. But links follow sentences, and "iPhone" can start one.
            return not right[1:2].isupper() and not right.startswith(LINK)
    return (
        english and text[stop - 1] == "." and abbreviated(text[max(0, stop - NEAR) : stop], right)
    )


def abbreviated(left: str, right: str) -> bool:
    """Tell whether *left* ends in an abbreviation that *right* belongs to."""
    before = WORD_BEFORE.search(left.rsplit(maxsplit=1)[-1][-12:-1])
    if before is None:
        return False
    word = before[0]
    if word in TITLES:
        return True
    if word in NUMBERED:
        return right[0].isdigit()
    if not DOTTED.match(word):
        return False
    if word in ("a.m", "p.m"):
        return AFTER_HOUR.match(right) is not None
    after = WORD_AFTER.match(right)
    return after is None or after[1] not in STARTERS


def small(letters: str) -> bool:
    """Tell whether *letters* are small letters throughout."""
    return letters.isalpha() and letters.islower()


def spaced(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans* split where the space after a sentence was lost ("fell.The bridge")."""
    lost = [
        match.end()
        for match in SPACELESS.finditer(text)
        if match[1] in STARTERS and small(text[max(0, match.start() - 2) : match.start()])
    ]
    if not lost:
        return spans
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in spans:
        begin = start
        while at < len(lost) and lost[at] < end:
            if begin < lost[at]:
                found.append((begin, lost[at]))
                begin = lost[at]
            at += 1
        found.append((begin, end))
    return found
