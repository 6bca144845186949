"""Make paragraphs of the plain text of a mail, with quotations and signatures set apart."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from brief.layout import paragraphs

if TYPE_CHECKING:
    from .story import Text

QUOTE = re.compile(r"(?:> ?)+")
SIGNATURE = "-- "
LONGEST_SIGNATURE = 12
# An address in brackets is where a link of the HTML leads.
LINK = re.compile(r" ?(?:<https?://[^\s<>]{1,2000}>|[(\[] ?https?://[^\s()\[\]]{1,2000} ?[)\]])")
RULE = re.compile(r"[\s*=_~#+.·–—-]*")
FIELD = re.compile(r"\*?(?:From|Date|Sent|Subject|To|Cc|Reply-To):")
ADDRESS = re.compile(r"https?://\S+")
FORWARDED = re.compile(r"(?m)^> ?(?:Begin forwarded message|-{3,} ?Forwarded message)")


def paragraphs_of_plain(text: str) -> Text:
    """Return the paragraphs of *text*, each with whether it is an aside.

    Asides are what is quoted ("> "), and the signature behind "-- ". Rules, and lines of
    nothing but an address, are left out.
    """
    lines = _unquoted(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    end = _signature(lines)
    found: list[tuple[str, bool]] = []
    for quoted, run in groupby(enumerate(lines), lambda each: _is_apart(each, end)):
        found += [(each, quoted) for each in _paragraphs([line for _, line in run])]
    return found


def _is_apart(numbered: tuple[int, str], end: int) -> bool:
    number, line = numbered
    return number >= end or line.startswith(">")


def _paragraphs(lines: list[str]) -> list[str]:
    bare = ["" if RULE.fullmatch(line) else _bare(line) for line in lines]
    # The header lines of a mail that is passed on are no paragraph that was wrapped.
    text = "\n".join(f"\n{line}\n" if FIELD.match(line) else line for line in bare)
    found = (text[span.start : span.end] for span in paragraphs(text))
    return [" ".join(each.split()) for each in found if not ADDRESS.fullmatch(each)]


def _bare(line: str) -> str:
    quoted = QUOTE.match(line)
    return LINK.sub("", line[quoted.end() :] if quoted else line)


def _signature(lines: list[str]) -> int:
    """Return the number of the line that opens the signature, that of the end if none does."""
    for number in range(len(lines) - 1, max(-1, len(lines) - LONGEST_SIGNATURE - 2), -1):
        if lines[number] == SIGNATURE:
            return number
    return len(lines)


def _unquoted(text: str) -> str:
    """Return *text* without the marks of quotation where a whole mail is passed on in them."""
    start = FORWARDED.search(text)
    if start is None:
        return text
    return text[: start.start()] + re.sub(r"(?m)^> ?", "", text[start.start() :])
