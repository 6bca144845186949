"""Make text safe to stand in a page, between tags or in an attribute."""

from __future__ import annotations

import re

from brief.sanitise import one_line, plain

# Stand in a piece for what only the whole page knows: the number of the brief, and the levels
# of its headings; or part the piece. `allowed` leaves no such character in any text.
NUMBER = "\x01"
HEADLINE = "\x02"
HEADING = "\x03"
SUBHEADING = "\x04"
FIELD = "\x05"

_MARK = "\N{REPLACEMENT CHARACTER}"
# No text in HTML may hold them (HTML Standard, "noncharacter-in-input-stream").
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# Letters and digits of a language tag (RFC 5646), none of which needs escaping.
_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}"
# No user name before the host: it would look like one. One class behind it: linear time.
_ADDRESS = (
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::[0-9]{1,4})?"
    r"(?:[/?](?:[A-Za-z0-9._~/?!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9._~/?!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)?"
)


def escaped(text: str) -> str:
    """Return *text* with every character that HTML could act on written as a reference."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def allowed(text: str) -> str:
    """Return *text*, of the same length, with no character that a page may not hold.

    Ends of lines become newlines, as a browser reads them.
    """
    if text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return re.sub(f"[{_NO_CHARACTERS}]", _MARK, plain(text))


def line(text: str) -> str:
    """Return *text* on one line, escaped."""
    return escaped(allowed(one_line(text)))


def spoken(language: str) -> str:
    """Return the attributes of an element whose text is the article's, in its *language*."""
    if language == "en":
        return ' dir="auto"'
    known = language if re.fullmatch(_LANGUAGE, language) else ""
    return f' lang="{known}" dir="auto"'


def address(url: str) -> str:
    """Return *url*, escaped, if a link may lead there; else nothing."""
    return escaped(url) if re.fullmatch(_ADDRESS, url) else ""
