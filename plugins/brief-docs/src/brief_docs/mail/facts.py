"""Learn from the header of a mail what its article is called, who has sent it, and when."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from brief_docs.making import Facts, line
from brief_docs.told_of import MONTHS

if TYPE_CHECKING:
    from email.message import Message

LONGEST = 2000
REPLY = re.compile(r"(?:re|aw|sv|antw|fwd?|wg|tr|rv|vs)(?:\[\d{1,3}\])?: {0,3}", re.IGNORECASE)
FORWARD = re.compile(r"(?:fwd?|wg|tr|rv|vs): ", re.IGNORECASE)
NAME = re.compile(r'"?([^"<]{1,300}?)"? {0,3}<[^<>]{1,300}>')
# "Maren Holt from Harbour Post", "Maren Holt at Harbour Post", "Maren Holt, Harbour Post".
OF_OUTLET = re.compile(r"(.{3,60}?)(?: (?:from|at|of|via|von|de)|,| [|–—-]) (.{2,100})")
NAMED = re.compile(r"[^\W\d_][^\W_.'’-]*\.?(?:[ '’-][^\W\d_][^\W_.'’-]*\.?){1,3}")
# What a name of a paper or of an office has in it, and that of a person has not.
BODY = re.compile(
    r"\b(?:news(?:letters?|room|desk)?|post|times|press|daily|weekly|morning|evening|today|desk|team"
    r"|office|editors?|media|journal|gazette|herald|tribune|telegraph|guardian|chronicle|courier"
    r"|reports?|review|magazine|radio|tv|brief(?:ing)?|digest|ministry|council|agency|lines?|the)\b",
    re.IGNORECASE,
)
DAY_FIRST = re.compile(r"\b(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})\b")
MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b")


def facts_of(message: Message) -> Facts:
    """Return what the header lines of *message* say."""
    facts = from_fields(
        {
            "from": decoded(str(message.get("From", ""))),
            "subject": decoded(str(message.get("Subject", ""))),
        },
        Facts(),
    )
    return facts._replace(published=_time(str(message.get("Date", ""))))


def from_fields(fields: dict[str, str], outer: Facts) -> Facts:
    """Return what header lines that were read as text say.

    What *outer*, the mail around them, says is not of the story: it was sent later.
    """
    said = _sender(fields.get("from", ""))
    when = fields.get("date") or fields.get("sent") or ""
    title = fields.get("subject", "")
    while match := REPLY.match(title):
        title = title[match.end() :]
    if not fields.get("subject"):
        title = outer.title
    return Facts(title=title, byline=said[0], outlet=said[1], published=_day(when))


def is_forward(subject: str) -> bool:
    """Tell whether the subject of a mail says that it passes another on."""
    return FORWARD.match(decoded(subject)) is not None


def decoded(text: str) -> str:
    """Return the value of a header line as it is read, in one line (RFC 2047)."""
    try:
        pieces = decode_header(text[:LONGEST])
    except (HeaderParseError, ValueError):
        return line(text[:LONGEST])
    return line("".join(map(_piece, pieces)))


def _piece(piece: tuple[bytes | str, str | None]) -> str:
    raw, charset = piece
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, ValueError):
        return raw.decode("cp1252", "replace")


def _sender(text: str) -> tuple[str, str]:
    """Return the byline and the outlet that the sender is; an address alone is neither."""
    match = NAME.match(text)
    name = line(match[1] if match else text).strip("'\"* ")
    if "@" in name or not name:
        return "", ""
    parts = OF_OUTLET.fullmatch(name)
    if parts and _is_person(parts[1]):
        return parts[1], parts[2]
    return (name, "") if _is_person(name) else ("", name)


def _is_person(name: str) -> bool:
    return NAMED.fullmatch(name) is not None and not BODY.search(name)


def _time(text: str) -> str:
    """Return the time of a Date line with its zone (RFC 5322), "" for what is none."""
    try:
        time = parsedate_to_datetime(text[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    # "-0000" is universal time, and nobody's zone.
    return time.isoformat() + ("" if time.tzinfo else "Z")


def _day(text: str) -> str:
    """Return the day that *text* names with its month spelt out (YYYY-MM-DD), "" if none."""
    for pattern, order in ((DAY_FIRST, (1, 2, 3)), (MONTH_FIRST, (2, 1, 3))):
        match = pattern.search(text[:200])
        if match is None:
            continue
        day, month, year = (match[each] for each in order)
        known = [each for each in MONTHS if each.startswith(month[:3].lower())]
        if known and 1 <= int(day) <= 31:
            return f"{year}-{MONTHS.index(known[0]) + 1:02}-{int(day):02}"
    return ""
